package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.heed.rulebook.Ask;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Changes to a text that must not change what is read in it, and changes that must. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetamorphicTest {
  private static final Path RULEBOOK = Path.of("../rulebooks/england-wales");
  private static final List<String> TEXTS =
      List.of(
          "She was reported missing from her placement overnight for the third time. Staff say she"
              + " was collected by an older man in a car and came back with a new phone.",
          "Boy aged 13 found at a hotel with two adult males. He would not say who paid.",
          "Mum denies that her daughter has an older boyfriend, but the school reports that she is"
              + " collected by an unknown adult male.",
          "If she goes missing again officers are to check the flat. On a previous occasion she"
              + " was found there with several older men.");

  private Reader reader = ReaderTest.example();

  @BeforeAll
  void compile() throws Exception {
    assumeThat(Files.isDirectory(RULEBOOK)).as("the England and Wales rulebook is there").isTrue();
    reader = Reader.of(RulebookLoader.load(RULEBOOK));
  }

  /** A finding without its place. */
  private record Told(
      String concept, boolean negated, boolean hypothetical, boolean historical, String subject) {}

  private List<Told> told(String text) {
    return reader.read(Narrative.of("m", text).withVictimAge(14)).findings().stream()
        .map(f ->
            new Told(
                f.concept(), f.negated(), f.hypothetical(), f.historical(), f.subject().word()))
        .toList();
  }

  private List<String> rules(String text) {
    return reader.read(Narrative.of("m", text).withVictimAge(14)).reasons().stream()
        .map(Reason::rule)
        .toList();
  }

  private void same(String text, String other) {
    assertThat(told(other)).as(other).isEqualTo(told(text));
    assertThat(rules(other)).as(other).isEqualTo(rules(text));
  }

  @Test
  void caseAndSpacing_changeNothing() {
    for (String text : TEXTS) {
      assertThat(told(text)).as(text).isNotEmpty();
      same(text, text.toUpperCase(Locale.ROOT));
      same(text, text.toLowerCase(Locale.ROOT));
      same(text, text.replace(" ", "   "));
      same(text, text.replace(" ", "\t"));
      same(text, "  " + text + "\n");
    }
  }

  @Test
  void unrelatedParagraphs_changeNoFinding() {
    String unrelated = "The vehicle was recovered and the owner was told by letter.";
    for (String text : TEXTS) {
      assertThat(told(unrelated + "\n\n" + text)).isEqualTo(told(text));
      assertThat(told(text + "\n\n" + unrelated)).isEqualTo(told(text));
    }
  }

  @Test
  void orderOfParagraphs_changesNoFinding() {
    for (String one : TEXTS) {
      for (String other : TEXTS) {
        assertThat(told(one + "\n\n" + other))
            .containsExactlyInAnyOrderElementsOf(told(other + "\n\n" + one));
      }
    }
  }

  @Test
  void namesNationalitiesFaithsAndPlaces_changeNothing() {
    String text =
        "%s, a %s %s from %s, was found at a hotel with an older man and was given a phone.";
    String first = String.format(text, "Amy Reed", "British", "Christian", "Norchester");
    for (String[] swap :
        new String[][] {
          {"Ivo Lund", "Polish", "Catholic", "Westbrook"},
          {"Sana Mir", "Pakistani", "Muslim", "Eastleigh Park"},
          {"Tobi Ade", "Nigerian", "Sikh", "Harrow Vale"}
        }) {
      same(first, String.format(text, (Object[]) swap));
    }
  }

  @Test
  void denyingOrSupposing_neverRaisesWhatIsAsked() {
    String plain = "The girl was groomed by an older man who gave her a phone.";
    int asked = rank(plain);
    for (String weaker :
        new String[] {
          "It is not true that the girl was groomed by an older man who gave her a phone.",
          "If the girl was groomed by an older man who gave her a phone, call us.",
          "Training scenario: the girl was groomed by an older man who gave her a phone."
        }) {
      assertThat(rank(weaker)).as(weaker).isLessThanOrEqualTo(asked);
    }
  }

  private int rank(String text) {
    return reader
        .read(Narrative.of("m", text).withVictimAge(14))
        .ask()
        .map(a -> a == Ask.DECISION ? 2 : 1)
        .orElse(0);
  }

  @Test
  void fourteenToTwentyFour_neverRaisesWhatIsAsked() {
    for (String text : TEXTS) {
      int child = rank(text);
      int adult =
          reader
              .read(Narrative.of("m", text).withVictimAge(24))
              .ask()
              .map(a -> a == Ask.DECISION ? 2 : 1)
              .orElse(0);
      assertThat(adult).as(text).isLessThanOrEqualTo(child);
    }
  }
}
