package org.heed.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of numbers over periods or categories, with the table that says the same.
 *
 * @param id letters, digits and hyphens, unique on the page
 * @param says the drawing in a sentence or two, for those who do not see it
 * @param measure what is counted, in words: "Recorded crimes"
 * @param across what the labels are: "Year to March"
 * @param csv the address of the numbers as a file
 */
public record Chart(
    String id,
    Shape shape,
    String title,
    String says,
    String measure,
    String across,
    List<String> labels,
    List<Series> series,
    List<Break> breaks,
    String csv) {

  /** How it is drawn. */
  public enum Shape {
    LINE,
    BAR
  }

  /**
   * One set of numbers, one point for each label.
   *
   * @param guide whether it is a line to read others by, such as a limit: drawn thin, without dots,
   *     and cut at every break
   */
  public record Series(String name, List<Point> points, boolean guide) {
    /** Copies. */
    public Series {
      points = List.copyOf(points);
    }

    /** What is counted itself. */
    public Series(String name, List<Point> points) {
      this(name, points, false);
    }
  }

  /**
   * One number.
   *
   * @param value null where it is missing or withheld, which leaves a gap
   * @param lower the lower end of its interval, or null
   * @param upper the upper end of its interval, or null
   * @param mark why it stands out, or empty
   */
  public record Point(
      @Nullable Double value, @Nullable Double lower, @Nullable Double upper, String mark) {

    /** A number without interval. */
    public static Point of(double value) {
      return new Point(value, null, null, "");
    }

    /** A number with its interval. */
    public static Point of(double value, double lower, double upper) {
      return new Point(value, lower, upper, "");
    }

    /** The same, standing out. */
    public Point marked(String why) {
      return new Point(value, lower, upper, why);
    }

    /** A gap. */
    public static Point missing() {
      return new Point(null, null, null, "");
    }

    /** The number as the table shows it. */
    public String words() {
      return value == null ? "Not known" : figure(value);
    }

    /** The interval as the table shows it, or empty. */
    public String interval() {
      return lower == null || upper == null ? "" : figure(lower) + " to " + figure(upper);
    }

    private static String figure(double number) {
      return number == Math.rint(number)
          ? Words.number((long) number)
          : String.format(java.util.Locale.UK, "%,.1f", number);
    }
  }

  /**
   * A place where counting changed.
   *
   * @param before the index of the first label after the change
   * @param compares whether numbers on its two sides still mean the same, as after a new name;
   *     where they do not, the line is cut
   */
  public record Break(int before, String what, boolean compares) {

    /** Says whether its two sides compare. */
    public String warning() {
      return compares
          ? "Numbers on its two sides still compare."
          : "Numbers on its two sides do not compare.";
    }
  }

  /** Checks and copies. */
  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    breaks = List.copyOf(breaks);
    for (Series one : series) {
      if (one.points().size() != labels.size()) {
        throw new IllegalArgumentException(one.name() + " has not one point for each label");
      }
    }
  }

  /** Whether any number has an interval. */
  public boolean hasIntervals() {
    return series.stream()
        .flatMap(one -> one.points().stream())
        .anyMatch(point -> point.lower() != null);
  }

  /** Whether any number stands out. */
  public boolean hasMarks() {
    return series.stream()
        .flatMap(one -> one.points().stream())
        .anyMatch(point -> !point.mark().isEmpty());
  }

  /** Why numbers at a label stand out, or empty. */
  public String marks(int label) {
    return String.join(
        "; ",
        series.stream()
            .map(one -> one.points().get(label).mark())
            .filter(mark -> !mark.isEmpty())
            .toList());
  }

  /** A drawing for a laptop. */
  public ChartDrawing wide() {
    return new ChartDrawing(this, 760, 380, "wide");
  }

  /** A drawing for a telephone. */
  public ChartDrawing narrow() {
    return new ChartDrawing(this, 360, 320, "narrow");
  }
}
