package org.heed.server.publication.counted;

import java.util.Arrays;

/** Where something is counted: a day on each clock and a label in each dimension. */
@SuppressWarnings("ArrayRecordComponent") // compared by sameAs; a row is made for each change
record Row(char[] days, char[] codes) {
  boolean sameAs(Row other) {
    return Arrays.equals(days, other.days) && Arrays.equals(codes, other.codes);
  }
}
