package org.heed.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.heed.server.paper.Text;
import org.heed.server.sharing.Offered;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static Redactor of(String... phrases) {
    return new Redactor(
        java.util.stream.Stream.of(phrases)
            .map(one -> Redactor.Phrase.of(one, GapReason.THIRD_PARTY))
            .toList());
  }

  private static final String GONE = "[redacted: somebody else’s details]";

  @Test
  void words_goWhereverTheyStand_butNotWithinLongerWords() {
    assertThat(of("Marsh").of("MARSH, marsh’s and Marshall; (Marsh)").words())
        .isEqualTo(GONE + ", " + GONE + "’s and Marshall; (" + GONE + ")");
  }

  @Test
  void words_goAcrossLineEnds_andHoweverTheApostropheIsWritten() {
    assertThat(of("Dr O'Hara Lane").of("Told Dr\nO’Hara   Lane.").words())
        .isEqualTo("Told " + GONE + ".");
  }

  @Test
  void words_goHoweverTheirAccentsAreWritten_andWithSignsOfPatternsInThem() {
    assertThat(of("Zoe\u0308").of("Zoë, ZOË and Zoe\u0308").words())
        .isEqualTo(GONE + ", " + GONE + " and " + GONE);
    assertThat(of("(07) .*").of("Ring (07) .* now").words()).isEqualTo("Ring " + GONE + " now");
  }

  @Test
  void words_goWhateverBlankOrDashStandsBetweenThem() {
    for (String between :
        List.of(
            "\u00A0",
            "\u2007",
            "\u202F",
            "\u2009",
            "\u3000",
            "\u2028",
            "\u0085",
            "-",
            "\u2010",
            "\u2011",
            "\u2013",
            "\u2212",
            " \u2013 ",
            "\u200B",
            "\u00A0\n",
            "")) {
      assertThat(of("Amy Marsh").of("With Amy" + between + "Marsh.").words())
          .as(between)
          .isEqualTo("With " + GONE + ".");
    }
    assertThat(of("Amy\u2011Jane\u00A0Marsh").of("With Amy-Jane Marsh.").words())
        .isEqualTo("With " + GONE + ".");
  }

  @Test
  void words_goWithSignsInThemThatNobodySees_andBesideThem() {
    assertThat(of("Marsh").of("Mar\u00ADsh, M\u200Darsh, \uFEFFMarsh, Amy\u200BMarsh").words())
        .isEqualTo(GONE + ", " + GONE + ", \uFEFF" + GONE + ", Amy\u200B" + GONE);
    assertThat(of("Mar\u00ADsh").of("Marsh").words()).isEqualTo(GONE);
  }

  @Test
  void words_goInOtherFormsOfTheSameLetters_andWhatStandsAroundThemStays() {
    assertThat(of("O\u02BCHara").of("O'Hara, O\u2019Hara, O\uFF07Hara, O`Hara").words())
        .isEqualTo(String.join(", ", GONE, GONE, GONE, GONE));
    assertThat(
            of("Fiona Strauss").of("\u2460 \uFB01ona STRAUSS \u2026 \uD835\uDC00 \u00BD").words())
        .isEqualTo("\u2460 " + GONE + " \u2026 \uD835\uDC00 \u00BD");
    assertThat(of("Strau\u00DF").of("Strauss and Straussmann").words())
        .isEqualTo(GONE + " and Straussmann");
    assertThat(of("Zoe").of("Zo\u00EB").words()).isEqualTo("Zo\u00EB");
  }

  @Test
  void aPhrase_ofSignsAlone_isTakenAsWritten_andOfNothingTakesNothing() {
    assertThat(of("--").of("a -- b").words()).isEqualTo("a " + GONE + " b");
    assertThat(of("\u200B").of("a \u200B b").words()).isEqualTo("a \u200B b");
  }

  @Test
  void sentences_goWhole_andWordsThatReachAcrossThemGoToo() {
    Offered item =
        new Offered(Instant.EPOCH, "She saw Mr. Ash Marsh. A car waited.\nHe went off.", "A visit");
    Text text = of("Mr. Ash").of(item.text(), item.sentences(), Set.of(), GapReason.SOURCE);
    assertThat(text.words()).doesNotContain("Ash").contains("A car waited.");
    Text without =
        of().of(
                item.text(),
                item.sentences(),
                Set.of(item.sentences().size() - 1),
                GapReason.SOURCE);
    assertThat(without.words()).endsWith("[redacted: who told]").doesNotContain("went off");
  }

  /** Whatever goes: none of the words is left, and all others are. */
  @Test
  void anythingRedacted_isGone_andTheRestStays() {
    Random random = new Random(5);
    List<String> vocabulary =
        List.of("car", "gate", "school", "Ash", "Marsh", "phone", "hotel", "tired", "aunt", "14");
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(30); word >= 0; word--) {
        String next = vocabulary.get(random.nextInt(vocabulary.size()));
        text.append(random.nextBoolean() ? next : next.toUpperCase(Locale.ROOT))
            .append(List.of(" ", ". ", ", ", "\n", "! ").get(random.nextInt(5)));
      }
      String first = vocabulary.get(random.nextInt(vocabulary.size()));
      String second = vocabulary.get(random.nextInt(vocabulary.size()));
      String redacted = of(first, second).of(text.toString()).words();
      String slow = text.toString();
      for (String phrase : List.of(first, second)) {
        slow = slow.replaceAll("(?i)\\b" + phrase + "\\b", "\u0000");
      }
      assertThat(redacted.replace(GONE, "\u0000")).isEqualTo(slow);
    }
  }
}
