package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reader finds what its slow twin finds, on random texts made of the rulebook's own words. */
class TwinTest {
  private static final String[] WORDS = {
    "missing",
    "misper",
    "from",
    "home",
    "care",
    "overnight",
    "bag",
    "stayed",
    "stay",
    "out",
    "all",
    "night",
    "not",
    "returned",
    "until",
    "the",
    "next",
    "day",
    "morning",
    "new",
    "phone",
    "cannot",
    "explain",
    "say",
    "unexplained",
    "gifts",
    "money",
    "hotel",
    "flat",
    "with",
    "two",
    "adult",
    "older",
    "unknown",
    "men",
    "man",
    "male",
    "people",
    "disclosed",
    "was",
    "groomed",
    "exploited",
    "being",
    "dog",
    "15",
    "9",
    "17",
    "18",
    "fifteen",
    "five",
    "yo",
    "yrs",
    "old",
    "year",
    "of",
    "age",
    "years",
    "aged",
    "girl",
    "boy",
    "she",
    "in",
    "a",
    "at",
    "x"
  };
  private static final String[] JOINTS = {" ", " ", " ", " ", " ", "  ", "-", ". ", ", "};

  /** What is read as nothing, as a space, or as a letter or sign that no phrase has. */
  private static final String[] FOREIGN = {
    "\u0301",
    "\u200d",
    "\u00ad",
    "\u00a0",
    "\u2010",
    "\u0436",
    "\ud83d\ude00",
    "\u201c",
    "\u201d",
    "\u5973"
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(24);
    for (int i = 0; i < length; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      text.append(random.nextInt(8) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word);
      text.append(JOINTS[random.nextInt(JOINTS.length)]);
    }
    return text.toString().strip();
  }

  /** The same text with signs of other scripts, and what the twin is to read in their place. */
  private record Foreign(String text, String plain) {}

  private static Foreign foreign(String plain, Random random) {
    StringBuilder text = new StringBuilder();
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      text.append(plain.charAt(i));
      read.append(plain.charAt(i));
      boolean beforeWord = i + 1 < plain.length() && Character.isLetterOrDigit(plain.charAt(i + 1));
      boolean place = Character.isLetterOrDigit(plain.charAt(i)) || plain.charAt(i) == ' ';
      if (beforeWord && place && random.nextInt(25) == 0) {
        int sign = FOREIGN[random.nextInt(FOREIGN.length)].codePointAt(0);
        text.appendCodePoint(sign);
        read.append(
            switch (sign) {
              case 0x301, 0x200d, 0xad -> SlowReader.NOTHING;
              case 0xa0 -> ' ';
              case 0x2010 -> '-';
              case 0x436 -> SlowReader.STRANGE_LETTER;
              default -> ',';
            });
      }
    }
    return new Foreign(text.toString(), read.toString());
  }

  private static void agreeOnForeign(long seed, int texts) {
    Reader reader = ReaderTest.example();
    SlowReader slow = new SlowReader(reader.rulebook());
    Random random = new Random(seed);
    for (int i = 0; i < texts; i++) {
      Foreign text = foreign(text(random), random);
      assertThat(found(reader, text.text()))
          .as("text %d of seed %d: %s", i, seed, text.text())
          .isEqualTo(slow.read(text.plain()));
    }
  }

  private static List<SlowReader.Found> found(Reader reader, String text) {
    return reader.read(Narrative.of("t", text)).findings().stream()
        .map(f -> new SlowReader.Found(f.concept(), f.start(), f.end()))
        .sorted(
            java.util.Comparator.comparingInt(SlowReader.Found::start)
                .thenComparingInt(SlowReader.Found::end)
                .thenComparing(SlowReader.Found::concept))
        .toList();
  }

  private static void agree(long seed, int texts) {
    Reader reader = ReaderTest.example();
    SlowReader slow = new SlowReader(reader.rulebook());
    Random random = new Random(seed);
    for (int i = 0; i < texts; i++) {
      String text = text(random);
      List<SlowReader.Found> fast = found(reader, text);
      assertThat(fast).as("text %d of seed %d: %s", i, seed, text).isEqualTo(slow.read(text));
    }
  }

  @Test
  void readerAndTwin_agree() {
    agree(20260101, 20_000);
  }

  @Test
  void readerAndTwin_agreeOnOtherScriptsAndSigns() {
    agreeOnForeign(11, 10_000);
  }

  @Test
  @Tag("long")
  void readerAndTwin_agreeOnMillionsOfTexts() {
    agree(7, 2_000_000);
    agreeOnForeign(12, 500_000);
  }
}
