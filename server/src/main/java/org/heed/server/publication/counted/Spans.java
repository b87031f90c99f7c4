package org.heed.server.publication.counted;

import java.util.Arrays;

/**
 * What is counted by who or what it is, in flat columns: one row for each stretch of positions over
 * which it stood in one place. Different people are counted from these, and what belongs to one
 * report or person together.
 */
public final class Spans {
  private static final int FIRST_SIZE = 1024;

  private long[] from = new long[FIRST_SIZE];
  private long[] to = new long[FIRST_SIZE];
  private int[] unit = new int[FIRST_SIZE];
  private int[] report = new int[FIRST_SIZE];
  private boolean[] victim = new boolean[FIRST_SIZE];
  private char[][] days = new char[Clocks.NAMES.size()][FIRST_SIZE];
  private char[][] codes = new char[Dimension.COUNT][FIRST_SIZE];
  private int size;

  Spans() {}

  int open(long position, int what, int inReport, Row row, boolean isVictim) {
    if (size == from.length) {
      grow();
    }
    from[size] = position;
    to[size] = Long.MAX_VALUE;
    unit[size] = what;
    report[size] = inReport;
    victim[size] = isVictim;
    for (int i = 0; i < days.length; i++) {
      days[i][size] = row.days()[i];
    }
    for (int i = 0; i < codes.length; i++) {
      codes[i][size] = row.codes()[i];
    }
    return size++;
  }

  void close(int span, long position) {
    to[span] = position;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** Whether a span was so as known at a position. */
  boolean knownAt(int span, long position) {
    return from[span] <= position && position < to[span];
  }

  /** Which person or crime; less than nought where a mention is linked to nobody. */
  public int unit(int span) {
    return unit[span];
  }

  /** Of which report. */
  public int report(int span) {
    return report[span];
  }

  /** Of a mention, whether it is of a victim or a child that the report is about. */
  boolean victim(int span) {
    return victim[span];
  }

  /** Its day on a clock. */
  public char day(int clock, int span) {
    return days[clock][span];
  }

  /** Its label's number in a dimension. */
  public char code(Dimension dimension, int span) {
    return codes[dimension.column()][span];
  }

  private void grow() {
    int length = size * 2;
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    unit = Arrays.copyOf(unit, length);
    report = Arrays.copyOf(report, length);
    victim = Arrays.copyOf(victim, length);
    for (int i = 0; i < days.length; i++) {
      days[i] = Arrays.copyOf(days[i], length);
    }
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Arrays.copyOf(codes[i], length);
    }
  }
}
