package org.heed.text;

import java.util.Arrays;
import org.heed.rulebook.Folding;

/** A set of words of up to eight letters, each packed into one number. */
final class ShortWords {
  private static final int LONGEST = Long.BYTES;

  private final long[] packed;

  private ShortWords(long[] packed) {
    this.packed = packed;
  }

  /** The set of these words, lower case. */
  static ShortWords of(String... words) {
    return new ShortWords(
        Arrays.stream(words)
            .map(Utf8::bytes)
            .mapToLong(word -> pack(word, 0, word.length))
            .sorted()
            .toArray());
  }

  /** Whether the set holds a folded text's word. */
  boolean contain(byte[] folded, int from, int to) {
    return to - from <= LONGEST && Arrays.binarySearch(packed, pack(folded, from, to)) >= 0;
  }

  private static long pack(byte[] folded, int from, int to) {
    if (to - from > LONGEST) {
      throw new IllegalArgumentException("longer than " + LONGEST + " letters");
    }
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << 8 | (Folding.lower(folded[i]) & 0xff);
    }
    return packed;
  }
}
