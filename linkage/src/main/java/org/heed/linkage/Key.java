package org.heed.linkage;

/** A number that records share when they may be of one person; 0 where a record says nothing. */
@FunctionalInterface
interface Key {
  /** Where a record has no value for the key. */
  long NONE = 0;

  long of(int record);

  /** A value's code. */
  static Key code(int[] codes) {
    return record -> mixed(codes[record]);
  }

  /** What the value's code stands for. */
  static Key mapped(int[] codes, int[] map) {
    return record -> codes[record] < 0 ? NONE : mixed(map[codes[record]]);
  }

  /** Two values, whichever comes first. */
  static Key either(int[] codes, int[] others) {
    return record -> {
      int x = codes[record];
      int y = others[record];
      return (x | y) < 0 ? NONE : mixed(Math.min(x, y)) * 31 + mixed(Math.max(x, y));
    };
  }

  /** All of several keys. */
  static Key all(Key... keys) {
    return record -> {
      long together = 1;
      for (Key key : keys) {
        long one = key.of(record);
        if (one == NONE) {
          return NONE;
        }
        together = mixed(together ^ one);
      }
      return together;
    };
  }

  private static long mixed(int code) {
    return code < 0 ? NONE : mixed(code + 1L);
  }

  /** Stafford's mixing of 64 bits (variant 13), which is never nought but for nought. */
  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
