package org.heed.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dates of birth. */
final class Dates implements Comparison {
  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.75),
          new Level("day and month swapped", false, 0.01),
          new Level("one digit", false, 0.08),
          new Level("two digits swapped", false, 0.01),
          new Level("same year, one known to the year alone", true, 0.02),
          new Level("same year and month", false, 0.02),
          new Level("same day and month", false, 0.02),
          new Level("within a year", false, 0.03),
          new Level("within five years", false, 0.02),
          new Level("within ten years", false, 0.01),
          new Level("different", false, 0.03));
  private static final int FIRST_OF_JANUARY = 1_01;
  private static final int OVER_CHANCE = 3;
  private static final int ENOUGH = 10;

  /** The digits of numbers below ten thousand, four bits for each. */
  private static final int[] FOUR = new int[10_000];

  static {
    for (int i = 0; i < FOUR.length; i++) {
      FOUR[i] = ((i / 1000) << 12) | ((i / 100 % 10) << 8) | ((i / 10 % 10) << 4) | (i % 10);
    }
  }

  private final int[] terms;
  private final int[] dates;
  private final boolean[] yearOnly;

  private Dates(int[] terms, int[] dates, boolean[] yearOnly) {
    this.terms = terms;
    this.dates = dates;
    this.yearOnly = yearOnly;
  }

  static Dates of(int[] column, String[] values, Habits habits) {
    DateReader reader = new DateReader(habits.monthFirst());
    Map<Integer, Integer> codes = new HashMap<>();
    int[] byValue = new int[values.length];
    for (int value = 0; value < values.length; value++) {
      int date = reader.read(values[value]);
      byValue[value] =
          date == DateReader.NONE
              ? Records.MISSING
              : codes.computeIfAbsent(date, unknown -> codes.size());
    }
    int[] terms = new int[column.length];
    Arrays.setAll(terms, i -> column[i] < 0 ? Records.MISSING : byValue[column[i]]);
    int[] dates = new int[codes.size()];
    codes.forEach((date, code) -> dates[code] = date);
    boolean[] yearOnly = new boolean[dates.length];
    for (int code = 0; code < dates.length; code++) {
      yearOnly[code] = habits.yearsAlone() && dates[code] % 10_000 == FIRST_OF_JANUARY;
    }
    return new Dates(terms, dates, yearOnly);
  }

  /** The first of January stands for a year alone where it comes more often than birthdays do. */
  static boolean yearsAlone(int[] column, String[] values, DateReader reader) {
    int[] dates = Arrays.stream(values).mapToInt(reader::read).toArray();
    int known = 0;
    int firsts = 0;
    for (int value : column) {
      if (value >= 0 && dates[value] != DateReader.NONE) {
        known++;
        firsts += dates[value] % 10_000 == FIRST_OF_JANUARY ? 1 : 0;
      }
    }
    return firsts >= ENOUGH && (long) firsts * 365 > (long) OVER_CHANCE * known;
  }

  @Override
  public String name() {
    return Kind.DATE_OF_BIRTH.word();
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int[] terms() {
    return terms;
  }

  @Override
  public int distinct() {
    return dates.length;
  }

  /** Year, month and day as the digits of one number. */
  int date(int code) {
    return dates[code];
  }

  boolean isYearOnly(int code) {
    return yearOnly[code];
  }

  @Override
  public String text(int term) {
    return Integer.toString(dates[term]);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    return different(dates[x], dates[y], yearOnly[x] || yearOnly[y]);
  }

  private static int different(int x, int y, boolean yearOnly) {
    int yearX = x / 10_000;
    int yearY = y / 10_000;
    int dayX = x % 10_000;
    int dayY = y % 10_000;
    boolean sameYear = yearX == yearY;
    if (sameYear && dayX / 100 == dayY % 100 && dayX % 100 == dayY / 100) {
      return 1;
    }
    if (sameYear && yearOnly) {
      return 4;
    }
    int slip = slip(x, y);
    if (slip > 0) {
      return slip;
    }
    if (sameYear && dayX / 100 == dayY / 100) {
      return 5;
    }
    if (dayX == dayY && !yearOnly) {
      return 6;
    }
    int months = Math.abs(yearX * 12 + dayX / 100 - yearY * 12 - dayY / 100);
    return months <= 12 ? 7 : months <= 60 ? 8 : months <= 120 ? 9 : 10;
  }

  /** 2 where one digit differs, 3 where two neighbours are swapped, else 0. */
  private static int slip(int x, int y) {
    int apart = decimal(x) ^ decimal(y);
    int places = (apart | (apart >>> 1) | (apart >>> 2) | (apart >>> 3)) & 0x11111111;
    int differing = Integer.bitCount(places);
    if (differing == 1) {
      return 2;
    }
    int first = Integer.numberOfTrailingZeros(places);
    if (differing != 2 || places >>> first != 0x11) {
      return 0;
    }
    int swapped = apart >>> first;
    int endX = decimal(x) >>> first;
    int endY = decimal(y) >>> first;
    return (swapped & 0xF) == ((swapped >>> 4) & 0xF) && (endX & 0xF) == ((endY >>> 4) & 0xF)
        ? 3
        : 0;
  }

  /** The digits of a number below a hundred million, four bits for each. */
  private static int decimal(int number) {
    int high = number / 10_000;
    int low = number % 10_000;
    return (FOUR[high] << 16) | FOUR[low];
  }
}
