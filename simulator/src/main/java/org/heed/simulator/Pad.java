package org.heed.simulator;

/** Whole numbers with leading zeros, the same in every locale. */
final class Pad {

  private Pad() {}

  static String zeros(long number, int width) {
    String digits = Long.toString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }
}
