package org.heed.linkage;

/**
 * Jaro's similarity with Winkler's bonus for a common start, on letters as bits of a word: a letter
 * finds its partner by one mask rather than by a loop (Hyyrö's way with edit distances, applied to
 * Jaro's windows). For one thread.
 */
final class JaroWinkler {
  /** Where names and places are called very similar, similar, and somewhat so. */
  static final double VERY = 0.92;

  static final double SIMILAR = 0.88;
  static final double SOMEWHAT = 0.7;

  private static final double BONUS_FROM = 0.7;
  private static final double BONUS = 0.1;

  /** Letters of the Latin alphabet have the lowest numbers, in its order. */
  private static final int LATIN = 26;

  private final long[] places = new long[64];
  private final byte[] partners = new byte[Values.LETTERS];

  /** The similarity of two different texts, or 0 where it surely lies below {@code least}. */
  double similarity(Values values, int a, int b, double least) {
    int m = values.length(a);
    int n = values.length(b);
    int prefix = values.sameStart(a, b);
    if (most(values, a, b, m, n, prefix) < least) {
      return 0;
    }
    byte[] letters = values.letters();
    int startA = values.start(a);
    int startB = values.start(b);
    return m < n || (m == n && isAfter(values, a, b, prefix))
        ? exact(letters, startB, startA, n, m, prefix)
        : exact(letters, startA, startB, m, n, prefix);
  }

  /** Whether of two texts of one length the first comes after the other. */
  private static boolean isAfter(Values values, int a, int b, int same) {
    if (same < Math.min(Values.BEGINNING, values.length(a))) {
      byte one = values.letters()[values.start(a) + same];
      byte other = values.letters()[values.start(b) + same];
      if (one < LATIN && other < LATIN) {
        return one > other;
      }
    }
    return values.text(a).compareTo(values.text(b)) > 0;
  }

  /** No pair with these lengths and letters can be more similar than this. */
  private static double most(Values values, int a, int b, int m, int n, int prefix) {
    long inA = values.present(a);
    long inB = values.present(b);
    int matched = Math.min(m - Long.bitCount(inA & ~inB), n - Long.bitCount(inB & ~inA));
    if (matched <= 0) {
      return 0;
    }
    return bonus(((double) matched / m + (double) matched / n + 1) / 3, prefix);
  }

  private double exact(byte[] letters, int startLong, int startShort, int m, int n, int prefix) {
    for (int i = 0; i < m; i++) {
      places[letters[startLong + i]] |= 1L << i;
    }
    int window = Math.max(0, m / 2 - 1);
    long used = 0;
    int matched = 0;
    for (int j = 0; j < n; j++) {
      byte letter = letters[startShort + j];
      long free = places[letter] & ~used & window(j, window);
      if (free != 0) {
        used |= Long.lowestOneBit(free);
        partners[matched++] = letter;
      }
    }
    for (int i = 0; i < m; i++) {
      places[letters[startLong + i]] = 0;
    }
    if (matched == 0) {
      return 0;
    }
    int outOfOrder = 0;
    long left = used;
    for (int k = 0; k < matched; k++) {
      if (letters[startLong + Long.numberOfTrailingZeros(left)] != partners[k]) {
        outOfOrder++;
      }
      left &= left - 1;
    }
    int transposed = outOfOrder / 2;
    double jaro =
        ((double) matched / m + (double) matched / n + (double) (matched - transposed) / matched)
            / 3;
    return bonus(jaro, prefix);
  }

  private static long window(int at, int reach) {
    int from = Math.max(0, at - reach);
    int to = Math.min(63, at + reach);
    return from > 63 ? 0 : (-1L << from) & (-1L >>> (63 - to));
  }

  private static double bonus(double jaro, int prefix) {
    return jaro > BONUS_FROM ? jaro + BONUS * prefix * (1 - jaro) : jaro;
  }
}
