package org.heed.linkage;

import java.util.Arrays;

/** A number that records share when they may be of one person; 0 where a record says nothing. */
@FunctionalInterface
interface Key {
  /** Where a record has no value for the key. */
  long NONE = 0;

  long of(int record);

  /** What the value's code stands for: the same number for the same text in every table. */
  static Key of(int[] codes, long[] numbers) {
    return record -> codes[record] < 0 ? NONE : numbers[codes[record]];
  }

  /** Two values, whichever comes first. */
  static Key either(int[] codes, int[] others, long[] numbers) {
    return record -> {
      int x = codes[record];
      int y = others[record];
      if ((x | y) < 0) {
        return NONE;
      }
      long one = numbers[x];
      long other = numbers[y];
      return Math.min(one, other) * 31 + Math.max(one, other);
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

  /** What a value is known by wherever it stands. */
  @FunctionalInterface
  interface Text {
    String of(int code);
  }

  /** The numbers of so many values; none for an empty text. */
  static long[] numbers(int values, Text text) {
    long[] numbers = new long[values];
    Arrays.setAll(numbers, code -> number(text.of(code)));
    return numbers;
  }

  /** The number of a text: the hash of Fowler, Noll and Vo of 64 bits (FNV-1a), mixed. */
  static long number(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  /** A key and a further one that cuts its block. */
  static long cut(long key, long by) {
    return mixed(key * 31 + by);
  }

  /** Stafford's mixing of 64 bits (variant 13), which is never nought but for nought. */
  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
