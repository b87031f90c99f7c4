package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.rulebook.ContextSample;
import org.heed.rulebook.Inflections;
import org.heed.rulebook.PromptSample;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Sample;
import org.heed.rulebook.WordSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No member of a set of words of the England and Wales rulebook is read otherwise than another:
 * every example that holds one, told with every other, finds the same and asks the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordSetSwapTest {
  private static final List<String> NOTES =
      List.of(
          "A {clergy} gave him money and touched him.",
          "The {clergy} took her on trips and gave her sweets.",
          "He was sexually abused by the {clergy} and told a teacher.",
          "Two {clergy}s were at a flat with three girls and gave them alcohol.",
          "The {clergy} would come round for tea.",
          "An older man picked her up outside the {place-of-worship} and gave her a phone.",
          "She goes to the {place-of-worship} with mum and was given a coat there.",
          "The {place-of-worship} gave the family food and lifts.",
          "He was dropped off at the {place-of-worship} hall by a man in a car.",
          "The {place-of-worship} elders spoke to her older boyfriend.",
          "The {congregation} knew that he was abused by a volunteer.",
          "She was touched by a man after {faith-school} and is scared of him.",
          "He teaches at the {faith-school} and gave the boy a phone.",
          "He had a new phone for {festival} from nan.",
          "She got new trainers and cash as a {festival} present.",
          "She has not been seen since {festival} and has a second phone.",
          "He was found at a hotel with two men in {festival} 2019.",
          "She was reported missing the {festival} before last.",
          "Three {festival}s ago she was missing overnight.",
          "Met an older man at {festival} who bought her drink.");

  private Rulebook rulebook = ReaderTest.example().rulebook();
  private Reader reader = ReaderTest.example();

  @BeforeAll
  void load() throws Exception {
    rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    reader = Reader.of(rulebook);
  }

  /** Members in the singular, or those that have a plural in it. */
  private static List<String> forms(WordSet set, boolean plural) {
    return set.words().stream()
        .map(Sample::text)
        .filter(word -> !plural || word.endsWith("~"))
        .map(word -> word.replace("~", ""))
        .map(word -> plural ? plural(word) : word)
        .toList();
  }

  private static String plural(String word) {
    return Inflections.of(word).stream().filter(f -> f.endsWith("s")).findFirst().orElseThrow();
  }

  private void readAlike(List<String> alike) {
    Reading first = read(alike.getFirst());
    for (String text : alike) {
      Reading reading = read(text);
      assertThat(Told.of(reading)).as(text).isEqualTo(Told.of(first));
      assertThat(Told.rules(reading)).as(text).isEqualTo(Told.rules(first));
    }
  }

  private Reading read(String text) {
    return reader.read(Narrative.of("s", text).withVictimAge(14));
  }

  @Test
  void notes_areReadAlike() {
    for (String note : NOTES) {
      for (WordSet set : rulebook.wordSets()) {
        String one = "{" + set.id() + "}";
        if (note.contains(one)) {
          boolean plural = note.contains(one + "s");
          readAlike(
              forms(set, plural).stream()
                  .map(word -> note.replace(plural ? one + "s" : one, word))
                  .toList());
        }
      }
    }
  }

  @Test
  void everySet_isInANote() {
    assertThat(rulebook.wordSets()).isNotEmpty();
    for (WordSet set : rulebook.wordSets()) {
      assertThat(NOTES).anyMatch(note -> note.contains("{" + set.id() + "}"));
      assertThat(set.words()).as(set.id()).hasSizeGreaterThan(1);
    }
  }

  private List<String> examples() {
    return Stream.of(
            rulebook.concepts().stream()
                .flatMap(c -> Stream.concat(c.match().stream(), c.noMatch().stream()))
                .map(Sample::text),
            rulebook.context().examples().stream().map(ContextSample::text),
            rulebook.prompts().examples().stream().map(PromptSample::text))
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  @Test
  void examplesOfTheRulebook_areReadAlike() {
    int told = 0;
    for (String text : examples()) {
      for (WordSet set : rulebook.wordSets()) {
        for (boolean plural : new boolean[] {false, true}) {
          List<String> forms = forms(set, plural);
          Matcher member =
              Pattern.compile(
                      forms.stream().collect(Collectors.joining("|", "\\b(", ")\\b")),
                      Pattern.CASE_INSENSITIVE)
                  .matcher(text);
          if (member.find()) {
            told++;
            List<String> alike = new ArrayList<>(List.of(text));
            forms.forEach(word -> alike.add(member.replaceAll(word.toUpperCase(Locale.ROOT))));
            readAlike(alike);
          }
        }
      }
    }
    assertThat(told).isGreaterThan(10);
  }
}
