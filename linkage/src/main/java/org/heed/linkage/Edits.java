package org.heed.linkage;

/** Single slips of the hand: a letter more, less, another, or two neighbours swapped. */
final class Edits {
  private Edits() {}

  /**
   * Whether two different texts are one slip apart: one letter for another changes which letters
   * there are by two at most.
   */
  static boolean isOne(Values values, int a, int b) {
    int m = values.length(a);
    int n = values.length(b);
    if (m < n) {
      return isOne(values, b, a);
    }
    if (m - n > 1 || Long.bitCount(values.present(a) ^ values.present(b)) > 2) {
      return false;
    }
    byte[] letters = values.letters();
    int x = values.start(a);
    int y = values.start(b);
    int i = 0;
    while (i < n && letters[x + i] == letters[y + i]) {
      i++;
    }
    if (m > n) {
      return same(letters, x + i + 1, y + i, n - i);
    }
    if (i == n || same(letters, x + i + 1, y + i + 1, n - i - 1)) {
      return true;
    }
    return i + 1 < n
        && letters[x + i] == letters[y + i + 1]
        && letters[x + i + 1] == letters[y + i]
        && same(letters, x + i + 2, y + i + 2, n - i - 2);
  }

  private static boolean same(byte[] letters, int x, int y, int length) {
    for (int i = 0; i < length; i++) {
      if (letters[x + i] != letters[y + i]) {
        return false;
      }
    }
    return true;
  }
}
