package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the definition, followed letter by letter. */
class JaroWinklerTest {
  private static final double EXACT = 1e-12;

  @RegisterExtension final Seeded seeded = new Seeded();

  @Test
  void knownPairs_areAsPublished() {
    assertThat(similarity("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
    assertThat(similarity("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
    assertThat(similarity("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
    assertThat(similarity("abc", "xyz")).isZero();
  }

  @Test
  void randomTexts_areAsByTheDefinition() {
    RandomGenerator random = seeded.random();
    for (int i = 0; i < 20_000; i++) {
      String a = text(random);
      String b = random.nextBoolean() ? text(random) : slipped(a, random);
      if (!a.equals(b)) {
        assertThat(similarity(a, b)).as("%s, %s", a, b).isCloseTo(slow(a, b), within(EXACT));
        assertThat(similarity(b, a)).isCloseTo(similarity(a, b), within(0.0));
      }
    }
  }

  @Test
  void earlyExit_neverHidesASimilarity() {
    RandomGenerator random = seeded.random();
    for (int i = 0; i < 20_000; i++) {
      String a = text(random);
      String b = slipped(a, random);
      if (!a.equals(b) && slow(a, b) >= 0.7 + EXACT) {
        assertThat(similarity(a, b, 0.7)).isCloseTo(slow(a, b), within(EXACT));
      }
    }
  }

  private static double similarity(String a, String b) {
    return similarity(a, b, 0);
  }

  private static double similarity(String a, String b, double least) {
    Values.Builder values = new Values.Builder();
    int x = values.code(a);
    int y = values.code(b);
    return new JaroWinkler().similarity(values.freeze(), x, y, least);
  }

  private static String text(RandomGenerator random) {
    int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 64 : 12);
    StringBuilder text = new StringBuilder();
    int letters = 2 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }

  private static String slipped(String text, RandomGenerator random) {
    StringBuilder slipped = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(slipped.length());
      switch (random.nextInt(3)) {
        case 0 -> slipped.setCharAt(at, (char) ('a' + random.nextInt(20)));
        case 1 -> slipped.insert(at, 'q');
        default -> {
          if (slipped.length() > 1) {
            slipped.deleteCharAt(at);
          }
        }
      }
    }
    return slipped.substring(0, Math.min(64, slipped.length()));
  }

  /** The longer is looked through for each letter of the shorter; of equals, the lesser first. */
  private static double slow(String a, String b) {
    boolean swap = a.length() < b.length() || (a.length() == b.length() && a.compareTo(b) > 0);
    String longer = swap ? b : a;
    String shorter = swap ? a : b;
    int reach = Math.max(0, longer.length() / 2 - 1);
    boolean[] used = new boolean[longer.length()];
    StringBuilder found = new StringBuilder();
    for (int j = 0; j < shorter.length(); j++) {
      for (int i = Math.max(0, j - reach); i <= Math.min(longer.length() - 1, j + reach); i++) {
        if (!used[i] && longer.charAt(i) == shorter.charAt(j)) {
          used[i] = true;
          found.append(shorter.charAt(j));
          break;
        }
      }
    }
    int matched = found.length();
    if (matched == 0) {
      return 0;
    }
    int outOfOrder = 0;
    int k = 0;
    for (int i = 0; i < longer.length(); i++) {
      if (used[i] && longer.charAt(i) != found.charAt(k++)) {
        outOfOrder++;
      }
    }
    double m = matched;
    double jaro =
        (m / longer.length()
                + m / shorter.length()
                + (m - (double) (outOfOrder - outOfOrder % 2) / 2) / m)
            / 3;
    int prefix = 0;
    while (prefix < Math.min(4, shorter.length())
        && longer.charAt(prefix) == shorter.charAt(prefix)) {
      prefix++;
    }
    return jaro > 0.7 ? jaro + 0.1 * prefix * (1 - jaro) : jaro;
  }
}
