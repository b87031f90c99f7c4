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

  private static void agree(long seed, int texts) {
    Reader reader = ReaderTest.example();
    SlowReader slow = new SlowReader(reader.rulebook());
    Random random = new Random(seed);
    for (int i = 0; i < texts; i++) {
      String text = text(random);
      List<SlowReader.Found> fast =
          reader.read(Narrative.of("t", text)).findings().stream()
              .map(f -> new SlowReader.Found(f.concept(), f.start(), f.end()))
              .sorted(
                  java.util.Comparator.comparingInt(SlowReader.Found::start)
                      .thenComparingInt(SlowReader.Found::end)
                      .thenComparing(SlowReader.Found::concept))
              .toList();
      assertThat(fast).as("text %d of seed %d: %s", i, seed, text).isEqualTo(slow.read(text));
    }
  }

  @Test
  void readerAndTwin_agree() {
    agree(20260101, 20_000);
  }

  @Test
  @Tag("long")
  void readerAndTwin_agreeOnAMillionTexts() {
    agree(7, 1_000_000);
  }
}
