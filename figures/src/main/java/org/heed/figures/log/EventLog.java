package org.heed.figures.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one, in the order in which they became known, frozen into flat columns. Appending
 * makes a new log that shares the old columns.
 */
public final class EventLog {
  private final Schema schema;
  private final Labels labels;
  private final List<Segment> segments;

  private EventLog(Schema schema, Labels labels, List<Segment> segments) {
    this.schema = schema;
    this.labels = labels;
    this.segments = List.copyOf(segments);
  }

  public static Builder builder(Schema schema) {
    return new Builder(new EventLog(schema, Labels.none(schema), List.of()));
  }

  /** A builder that goes on from this log, which stays as it is. */
  public Builder append() {
    return new Builder(this);
  }

  public Schema schema() {
    return schema;
  }

  /** How many changes it holds. */
  public long size() {
    return segments.stream().mapToLong(Segment::size).sum();
  }

  /** What its columns occupy, in bytes. */
  public long bytes() {
    return segments.stream().mapToLong(Segment::bytes).sum();
  }

  /** The last position that it holds, the data horizon; the lowest long where it is empty. */
  public long horizon() {
    return segments.isEmpty() ? Long.MIN_VALUE : segments.getLast().last();
  }

  /** Counts, by reading every change known at the question's position. */
  public Counts count(Question question) {
    Plan plan = Plan.of(question, schema, labels);
    int[] cells = new int[plan.cells()];
    for (Segment segment : segments) {
      segment.add(plan, 0, segment.rowsKnownAt(question.knownAt()), cells);
    }
    return counts(question, cells);
  }

  /** An index of the question's cells, for asking it as known at many positions. */
  public CellIndex index(Question question) {
    return CellIndex.of(this, question);
  }

  Counts counts(Question question, int[] cells) {
    List<List<String>> named =
        question.groupBy().stream().map(name -> labels.all(schema.dimension(name))).toList();
    return new Counts(question, named, cells);
  }

  Labels labels() {
    return labels;
  }

  long rowsKnownAt(long position) {
    return segments.stream().mapToLong(segment -> segment.rowsKnownAt(position)).sum();
  }

  /** Adds rows, numbered through the whole log, to the cells they fall in. */
  void add(Plan plan, long from, long to, int[] cells) {
    long start = 0;
    for (Segment segment : segments) {
      int first = (int) Math.clamp(from - start, 0L, (long) segment.size());
      int last = (int) Math.clamp(to - start, 0L, (long) segment.size());
      if (first < last) {
        segment.add(plan, first, last, cells);
      }
      start += segment.size();
    }
  }

  /** Gathers changes in the order in which they became known. Not for several threads at once. */
  public static final class Builder {
    private static final int MOST_ROWS = 1 << 20;

    private final Schema schema;
    private final Labels.Growing labels;
    private final List<Segment> segments;
    private final char[][] days;
    private final char[][] codes;
    private long first;
    private long last;
    private int[] known = new int[1024];
    private byte[] sign = new byte[1024];
    private int rows;

    private Builder(EventLog from) {
      schema = from.schema;
      labels = new Labels.Growing(from.labels);
      segments = new ArrayList<>(from.segments);
      days = new char[schema.clocks().size()][1024];
      codes = new char[schema.dimensions().size()][1024];
      last = from.horizon();
    }

    /**
     * Adds one change.
     *
     * @param position where it became known; not below the one before
     * @param change 1 or -1
     * @param dates for each clock, the day, or null where it is unknown or does not apply
     * @param at for each dimension, the label
     */
    public Builder add(
        long position, int change, List<@Nullable LocalDate> dates, List<String> at) {
      char[] day = new char[dates.size()];
      char[] code = new char[at.size()];
      for (int i = 0; i < day.length; i++) {
        day[i] = Days.of(dates.get(i));
      }
      for (int i = 0; i < code.length; i++) {
        code[i] = labels.code(i, at.get(i));
      }
      return add(position, change, day, code);
    }

    /** The number that stands for a label, for adding many changes fast. */
    public char code(String dimension, String label) {
      return labels.code(schema.dimension(dimension), label);
    }

    /** The number that stands for a date, for adding many changes fast. */
    public static char day(@Nullable LocalDate date) {
      return Days.of(date);
    }

    /** Adds one change by its numbers. */
    public Builder add(long position, int change, char[] day, char[] code) {
      if (position < last) {
        throw new IllegalArgumentException("position " + position + " after " + last);
      }
      if (change != 1 && change != -1) {
        throw new IllegalArgumentException("a change is 1 or -1, not " + change);
      }
      if (day.length != days.length || code.length != codes.length) {
        throw new IllegalArgumentException("one date a clock and one label a dimension");
      }
      if (rows == MOST_ROWS || (rows > 0 && position - first > Integer.MAX_VALUE)) {
        seal();
      }
      if (rows == known.length) {
        grow();
      }
      if (rows == 0) {
        first = position;
      }
      known[rows] = (int) (position - first);
      sign[rows] = (byte) change;
      for (int i = 0; i < day.length; i++) {
        days[i][rows] = day[i];
      }
      for (int i = 0; i < code.length; i++) {
        codes[i][rows] = code[i];
      }
      rows++;
      last = position;
      return this;
    }

    public EventLog freeze() {
      seal();
      return new EventLog(schema, labels.freeze(), segments);
    }

    private void grow() {
      int length = known.length * 2;
      known = Arrays.copyOf(known, length);
      sign = Arrays.copyOf(sign, length);
      for (int i = 0; i < days.length; i++) {
        days[i] = Arrays.copyOf(days[i], length);
      }
      for (int i = 0; i < codes.length; i++) {
        codes[i] = Arrays.copyOf(codes[i], length);
      }
    }

    private void seal() {
      if (rows > 0) {
        segments.add(Segment.of(first, rows, known, sign, days, codes));
        rows = 0;
      }
    }
  }
}
