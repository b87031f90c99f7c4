package org.heed.text;

/**
 * What the automaton cannot tell, since all digits are one class to it: one word of a hit must be
 * exactly this, or begin with a number in this range.
 *
 * @param word counted from the first word of the hit
 * @param exact the folded word, or empty where a number is meant
 */
record WordCheck(int word, String exact, int low, int high) {

  boolean holds(byte[] folded, int from, int to) {
    return exact.isEmpty() ? numberHolds(folded, from, to) : equalsExact(folded, from, to);
  }

  private boolean numberHolds(byte[] folded, int from, int to) {
    int value = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      byte b = folded[i];
      if (b >= '0' && b <= '9') {
        digits++;
        value = value * 10 + b - '0';
        if (digits > 6) {
          return false;
        }
      } else if (Classes.OF[b & 0xff] != Classes.SKIP) {
        break;
      }
    }
    return digits > 0 && value >= low && value <= high;
  }

  private boolean equalsExact(byte[] folded, int from, int to) {
    int k = 0;
    for (int i = from; i < to; i++) {
      byte b = org.heed.rulebook.Folding.lower(folded[i]);
      if (Classes.OF[b & 0xff] == Classes.SKIP) {
        continue;
      }
      if (k == exact.length() || exact.charAt(k) != b) {
        return false;
      }
      k++;
    }
    return k == exact.length();
  }
}
