package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Girls and boys, women and men are read alike: every example that a concept of the England and
 * Wales rulebook should match, and every fresh note, told of females and of males finds the same
 * concepts. “Her” is “his” or “him”; without grammar both are tried, and what one of them finds
 * counts.
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
        grandson granddaughter, husband wife, gentleman lady, bf gf\
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

  private Set<String> concepts(String text) {
    Set<String> concepts = new TreeSet<>();
    for (Finding finding : reader.read(Narrative.of("s", text).withVictimAge(14)).findings()) {
      concepts.add(finding.concept());
    }
    return concepts;
  }

  private void readAlike(String text) {
    String female = swap(text, FEMALE, "her");
    Set<String> ofFemales = concepts(female);
    Set<String> ofMales = concepts(swap(female, MALE, "his"));
    ofMales.addAll(concepts(swap(female, MALE, "him")));
    assertThat(ofMales).as(female).isEqualTo(ofFemales);
  }

  @Test
  void examplesOfConcepts_areReadAlike() {
    List<String> texts =
        rulebook.concepts().stream().flatMap(c -> c.match().stream()).map(Sample::text).toList();
    assertThat(texts).hasSizeGreaterThan(1000);
    texts.forEach(this::readAlike);
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
