package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.heed.rulebook.Ask;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.TestInstance(org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS)
class ReaderTest {
  private Reader reader = example();

  static Reader example() {
    try {
      return Reader.of(RulebookLoader.load(Path.of("../rulebook/src/test/resources/example")));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  void compile() {
    reader = example();
  }

  private Reading read(String text) {
    return reader.read(Narrative.of("r1", text));
  }

  private Finding only(String text) {
    assertThat(read(text).findings()).as(text).hasSize(1);
    return read(text).findings().getFirst();
  }

  @Test
  void everyExampleOfTheRulebook_comesOut() {
    RulebookExamples.Result result = RulebookExamples.run(reader);
    assertThat(result.failures()).isEmpty();
    assertThat(result.examples()).isGreaterThan(25);
  }

  @Test
  void caseAccentsSpacingAndApostrophes_makeNoDifference() {
    for (String text :
        new String[] {
          "stayed out all night",
          "STAYED OUT ALL NIGHT",
          "stayed  out\tall\nnight",
          "stáyed out all-night",
          "sta\u0301yed out all night",
          "stay'ed out all night"
        }) {
      assertThat(only(text).concept()).as(text).isEqualTo("missing-overnight");
    }
  }

  @Test
  void wordsWithin_longerWords_doNotMatch() {
    assertThat(read("stayed out all nightmare").findings()).isEmpty();
    assertThat(read("overstayed out all night").findings()).isEmpty();
    assertThat(read("stayed out. All night").findings()).isEmpty();
    assertThat(read("stayed out\n\nall night").findings()).isEmpty();
  }

  @Test
  void ages_areReadInFiguresAndWords() {
    for (String text :
        new String[] {
          "15yo",
          "15 yo",
          "15-yo",
          "fifteen year old",
          "15-year-old",
          "aged 9",
          "girl of 14",
          "15YRS"
        }) {
      assertThat(only(text).concept()).as(text).isEqualTo("age-under-18");
    }
    for (String text : new String[] {"24yo", "18 yo", "aged 100", "115yo", "aged twenty"}) {
      assertThat(read(text).findings()).as(text).isEmpty();
    }
  }

  @Test
  void wordingInAQuotation_isQuestionedUnlessSomebodySaysItOfThemselves() {
    for (String own :
        new String[] {
          "She said \"I was putting herself at risk\"",
          "“I know I put, well, put themself at risk.”"
        }) {
      assertThat(read(own).language()).as(own).isEmpty();
    }
    for (String told :
        new String[] {
          "She is putting herself at risk.",
          "The worker said \"she is putting herself at risk\".",
          "The worker said \"I think she is putting herself at risk\".",
          "It is recorded as \"putting herself at risk\".",
          "I was told \"putting herself at risk\"."
        }) {
      assertThat(read(told).language()).as(told).hasSize(1);
    }
  }

  @Test
  void offsets_countCodePoints_alsoAfterEmojiAndMalformedBytes() {
    Finding plain = only("\uD83D\uDE00 é “stayed out all night”");
    assertThat(plain.start()).isEqualTo(5);
    assertThat(plain.end()).isEqualTo(25);
    assertThat(plain.text()).isEqualTo("stayed out all night");
    assertThat(plain.quoted()).isTrue();

    byte[] bytes = "xxx stayed out all night".getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xe2;
    bytes[1] = (byte) 0x82;
    bytes[2] = (byte) 0xff;
    Reading reading =
        reader.read(
            new Narrative("m", bytes, OptionalInt.empty(), Optional.empty(), Optional.empty()));
    assertThat(reading.malformed()).isEqualTo(3);
    assertThat(reading.findings().getFirst().start()).isEqualTo(4);
    assertThat(reading.findings().getFirst().text()).isEqualTo("stayed out all night");
  }

  @Test
  void negation_endsAtConjunctionClauseAndSentence() {
    assertThat(only("She has never stayed out all night").negated()).isTrue();
    assertThat(only("No concerns. She stayed out all night").negated()).isFalse();
    assertThat(only("No concerns but she stayed out all night").negated()).isFalse();
    assertThat(only("No concerns; she stayed out all night").negated()).isFalse();
    assertThat(only("No concerns\n\nShe stayed out all night").negated()).isFalse();
    assertThat(only("Not only has she stayed out all night").negated()).isFalse();
  }

  @Test
  void cuesInsideAConcept_doNotDenyIt() {
    assertThat(only("He did not return home until the next morning").negated()).isFalse();
    assertThat(only("She disclosed that she had not been exploited").negated()).isTrue();
  }

  @Test
  void subject_isTheNearestPersonNamedBefore() {
    assertThat(only("Mum stayed out all night").subject()).isEqualTo(Subject.ADULT);
    assertThat(only("Mum says the girl stayed out all night").subject()).isEqualTo(Subject.CHILD);
    assertThat(only("The girl, with mum, stayed out all night").subject()).isEqualTo(Subject.CHILD);
    assertThat(only("His sister stayed out all night").subject()).isEqualTo(Subject.OTHER_CHILD);
    assertThat(only("Stayed out all night").subject()).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void prompts_sayWhatMadeThemTrue() {
    Reading reading =
        reader.read(
            Narrative.of("r", "Stayed out all night. Found in a flat with an older man.")
                .withVictimAge(14));

    assertThat(reading.ask()).contains(Ask.DECISION);
    Reason reason = reading.reasons().getFirst();
    assertThat(reason.rule()).isEqualTo("pattern-with-adult");
    assertThat(reason.because()).containsExactlyInAnyOrder("fact:victim_age", "f1", "f2");
  }

  @Test
  void toStringOfNarrativeAndReading_holdNoText() {
    Narrative narrative = Narrative.of("r", "Stayed out all night.");
    assertThat(narrative.toString()).doesNotContain("night");
    assertThat(reader.read(narrative).findings().toString()).doesNotContain("all night");
  }
}
