package org.heed.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** English number words from nought to ninety-nine. */
public final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final Map<String, Integer> VALUES = values();

  private NumberWords() {}

  /** The words for numbers in this range: all of them up to a hundred, else the round ones. */
  public static List<String> between(int low, int high) {
    List<String> words = new ArrayList<>();
    for (int n = low; n <= Math.min(high, 99); n++) {
      if (high <= 120 || n <= 20 || n % 10 == 0) {
        words.add(word(n));
      }
    }
    return words;
  }

  /** The value of a number word without its tens, such as "fifteen" or "thirty"; -1 if none. */
  public static int valueOf(String word) {
    return VALUES.getOrDefault(word, -1);
  }

  private static String word(int n) {
    if (n < 20) {
      return SMALL[n];
    }
    String tens = TENS[n / 10 - 2];
    return n % 10 == 0 ? tens : tens + " " + SMALL[n % 10];
  }

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    for (int n = 0; n < 100; n++) {
      values.put(word(n), n);
    }
    return Map.copyOf(values);
  }
}
