package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Girls and boys, women and men are read alike: every example that a concept of the England and
 * Wales rulebook should match, and every fresh note, told of females and of males finds the same
 * concepts with the same marks and subjects, and asks by the same rules. “Her” is “his” or “him”;
 * without grammar both are tried for each, and one way must read alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SexSwapTest {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Map<String, String> FEMALE = new HashMap<>();
  private static final Map<String, String> MALE = new HashMap<>();

  static {
    for (String pair :
        """
        he she, hes shes, himself herself, man woman, men women, male female, males females,
        boy girl, boys girls, schoolboy schoolgirl, schoolboys schoolgirls, son daughter,
        sons daughters, brother sister, brothers sisters, father mother, dad mum,
        boyfriend girlfriend, boyfriends girlfriends, uncle aunt, grandfather grandmother,
        stepdad stepmum, stepfather stepmother, stepbrother stepsister, nephew niece,
        grandson granddaughter, husband wife, gentleman lady, gentlemen ladies, bf gf,
        grandad nan, grandad nana, grandad grandma, grandad gran, landlord landlady, hed shed,
        hell shell, dads mums, lad lass, lads lasses, headmaster headmistress,
        housemaster housemistress, uncles aunts, fathers mothers\
        """
            .split(",\\s*")) {
      String[] words = pair.strip().split(" ");
      FEMALE.put(words[0], words[1]);
      MALE.put(words[1], words[0]);
    }
    FEMALE.put("him", "her");
    FEMALE.put("his", "her");
  }

  private Rulebook rulebook = ReaderTest.example().rulebook();
  private Reader reader = ReaderTest.example();

  @BeforeAll
  void load() throws Exception {
    rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    reader = Reader.of(rulebook);
  }

  private static String swap(String text, Map<String, String> words, String her) {
    Matcher matcher = WORD.matcher(text);
    StringBuilder swapped = new StringBuilder();
    while (matcher.find()) {
      String word = matcher.group();
      String small = word.toLowerCase(Locale.ROOT);
      String other = small.equals("her") ? her : words.getOrDefault(small, small);
      matcher.appendReplacement(swapped, other.equals(small) ? word : other);
    }
    return matcher.appendTail(swapped).toString();
  }

  private record Heard(List<Told> told, List<String> rules) {}

  private Heard heard(String text) {
    Reading reading = reader.read(Narrative.of("s", text).withVictimAge(14));
    return new Heard(Told.of(reading), Told.rules(reading));
  }

  /** The text told of males, with “his” or “him” for each “her” as the bits say. */
  private static String ofMales(String female, int him) {
    StringBuilder text = new StringBuilder();
    Matcher her = Pattern.compile("\\b[Hh]er\\b").matcher(female);
    for (int i = 0; her.find(); i++) {
      her.appendReplacement(text, (him >> i & 1) == 1 ? "him" : "his");
    }
    return swap(her.appendTail(text).toString(), MALE, "his");
  }

  /** Findings with their marks and subjects, and the rules that are true. */
  private void readAlike(String text) {
    String female = swap(text, FEMALE, "her");
    Heard ofFemales = heard(female);
    int hers =
        Math.min(12, (int) Pattern.compile("\\b[Hh]er\\b").matcher(female).results().count());
    for (int him = 0; him < 1 << hers; him++) {
      if (heard(ofMales(female, him)).equals(ofFemales)) {
        return;
      }
    }
    assertThat(heard(ofMales(female, 0))).as(female).isEqualTo(ofFemales);
  }

  @Test
  void examplesOfConcepts_areReadAlike() {
    List<String> texts =
        rulebook.concepts().stream()
            .flatMap(c -> Stream.concat(c.match().stream(), c.noMatch().stream()))
            .map(Sample::text)
            .toList();
    assertThat(texts).hasSizeGreaterThan(1000);
    texts.forEach(this::readAlike);
  }

  @Test
  void examplesOfContextAndPrompts_areReadAlike() {
    rulebook.context().examples().forEach(example -> readAlike(example.text()));
    rulebook.prompts().examples().forEach(example -> readAlike(example.text()));
  }

  @Test
  void whatSomebodyWillDo_isReadAlike() {
    for (String text :
        List.of(
            "She says he'll lock her in the flat.",
            "He says she'll hurt him if he tells anyone about the older man.",
            "She is scared he'll share the pictures she sent to a man.",
            "His grandad thinks that he was given money by a man.",
            "Landlord says that he was seen at the flat with two men.",
            "Uncle reported that he was given vapes by an older man.")) {
      readAlike(text);
      assertThat(heard(text).told()).as(text).isNotEmpty();
    }
  }

  @Test
  void freshNotes_areReadAlike() throws Exception {
    for (String file : List.of("notes.tsv", "second.tsv", "later.tsv", "third.tsv")) {
      for (FreshNotesTest.Note note : FreshNotesTest.notes("fresh-notes/" + file)) {
        readAlike(note.text());
      }
    }
  }
}
