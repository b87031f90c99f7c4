package org.heed.linkage;

import java.util.Set;

/**
 * Reads dates as people type them: year first, or day first (month first where the column itself
 * shows it), with any mark between the numbers or none. A date that no calendar has, such as the
 * 77th of June, is kept, since it is mostly one digit away from the right one.
 */
final class DateReader {
  /** No date, or one that is put where nothing is known. */
  static final int NONE = -1;

  private static final Set<Integer> PLACEHOLDERS =
      Set.of(
          1_01_01,
          1800_01_01,
          1899_12_30,
          1899_12_31,
          1900_01_01,
          1901_01_01,
          1970_01_01,
          1111_11_11,
          2099_12_31,
          2999_12_31,
          9999_12_31,
          9999_09_09);
  private static final int PIVOT = 30;

  private final boolean monthFirst;

  DateReader(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /** Whether the values of a column show that the month is written before the day. */
  static boolean monthFirst(String[] column) {
    int dayFirst = 0;
    int monthFirst = 0;
    int[] parts = new int[3];
    for (String value : column) {
      if (parts(value, parts) == 3 && parts[0] <= 31) {
        dayFirst += parts[0] > 12 && parts[1] <= 12 ? 1 : 0;
        monthFirst += parts[1] > 12 && parts[1] <= 31 && parts[0] <= 12 ? 1 : 0;
      }
    }
    return monthFirst > dayFirst;
  }

  /** Year, month and day as the digits of one number, or {@link #NONE}. */
  int read(String value) {
    int[] parts = new int[3];
    int count = parts(value, parts);
    int date = NONE;
    if (count == 1 && digitsIn(value) == 8) {
      date = parts[0];
    } else if (count == 1 && digitsIn(value) == 4) {
      date = parts[0] * 10_000 + 1_01;
    } else if (count == 3 && parts[0] > 31) {
      date = date(parts[0], parts[1], parts[2]);
    } else if (count == 3) {
      int year = parts[2] >= 100 ? parts[2] : parts[2] > PIVOT ? 1900 + parts[2] : 2000 + parts[2];
      date = monthFirst ? date(year, parts[0], parts[1]) : date(year, parts[1], parts[0]);
    }
    return date <= 0 || PLACEHOLDERS.contains(date) ? NONE : date;
  }

  private static int date(int year, int month, int day) {
    return year > 9999 || month > 99 || day > 99 ? NONE : year * 10_000 + month * 100 + day;
  }

  /** The first three numbers of a text, and how many there are; a time of day is left out. */
  private static int parts(String value, int[] parts) {
    int count = 0;
    int i = 0;
    while (i < value.length() && count < 3) {
      int digit = Character.digit(value.charAt(i), 10);
      if (digit < 0) {
        i++;
        continue;
      }
      int number = 0;
      for (int taken = 0; digit >= 0 && taken < 9; taken++) {
        number = number * 10 + digit;
        i++;
        digit = i < value.length() ? Character.digit(value.charAt(i), 10) : -1;
      }
      parts[count++] = number;
    }
    return count;
  }

  private static int digitsIn(String value) {
    return (int) value.chars().filter(c -> Character.digit(c, 10) >= 0).count();
  }
}
