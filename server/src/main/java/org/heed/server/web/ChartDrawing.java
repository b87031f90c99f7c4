package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a {@link Chart} goes, in SVG units. The value axis always holds zero, so that
 * a rise looks as large as it is; it begins there unless something is below.
 */
public final class ChartDrawing {

  private static final int TOP = 28;
  private static final int BOTTOM = 60;
  private static final int RIGHT = 16;
  private static final int LEFT = 58;
  private static final double LETTER_WIDTH = 7.6;

  private final Chart chart;
  private final int width;
  private final int height;
  private final String name;
  private final double step;
  private final double top;
  private final double bottom;

  ChartDrawing(Chart chart, int width, int height, String name) {
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.name = name;
    double largest = 0;
    double smallest = 0;
    for (var series : chart.series()) {
      for (var point : series.points()) {
        largest = Math.max(largest, Math.max(or(point.value()), or(point.upper())));
        smallest = Math.min(smallest, Math.min(or(point.value()), or(point.lower())));
      }
    }
    this.step = niceStep((largest - smallest) / 4);
    this.bottom = Math.floor(smallest / step) * step;
    this.top = Math.max(bottom + step, Math.ceil(largest / step) * step);
  }

  /** A line, or the trunk of a whisker. */
  public record Line(String x1, String y1, String x2, String y2) {}

  /** Words at a place. */
  public record Label(String x, String y, String text) {}

  /** A bar. */
  public record Bar(String x, String y, String width, String height) {}

  /** A dot. */
  public record Dot(String x, String y) {}

  /**
   * What is drawn of one series: style classes are numbered from 1.
   *
   * @param marks diamonds around the dots that stand out
   */
  public record Ink(
      int style,
      boolean guide,
      List<String> paths,
      List<Dot> dots,
      List<Bar> bars,
      List<Line> whiskers,
      List<String> marks) {}

  /** The ending of its ids and style class. */
  public String name() {
    return name;
  }

  /** The view box. */
  public String viewBox() {
    return "0 0 " + width + " " + height;
  }

  /** Where the plot ends below. */
  public String floor() {
    return number(y(bottom));
  }

  /** The horizontal lines with their numbers. */
  public List<Label> ticks() {
    var ticks = new ArrayList<Label>();
    for (int i = 0; bottom + i * step <= top + step / 2; i++) {
      double value = bottom + i * step;
      String text =
          step < 1 ? String.format(Locale.UK, "%,.1f", value) : Words.number(Math.round(value));
      ticks.add(new Label(number(LEFT - 8), number(y(value)), text));
    }
    return ticks;
  }

  /** Where the plot begins on the left. */
  public String left() {
    return number(LEFT);
  }

  /** Where it ends on the right. */
  public String right() {
    return number(width - RIGHT);
  }

  /**
   * The words under the plot. Where they would meet, a bar chart sets every other one lower, since
   * each names a thing of its own; a line chart leaves some out, since they follow one another.
   */
  public List<Label> labels() {
    int count = chart.labels().size();
    int longest = chart.labels().stream().mapToInt(String::length).max().orElse(0);
    int every = Math.max(1, (int) Math.ceil((longest * LETTER_WIDTH + 8) / slot()));
    boolean staggered = every == 2 && chart.shape() == Chart.Shape.BAR;
    if (staggered) {
      every = 1;
    }
    var labels = new ArrayList<Label>();
    for (int i = (count - 1) % every; i < count; i += every) {
      double down = staggered && i % 2 == 1 ? 34 : 18;
      String text = chart.labels().get(i);
      double furthest = width - text.length() * LETTER_WIDTH / 2;
      labels.add(new Label(number(Math.min(x(i), furthest)), number(y(bottom) + down), text));
    }
    return labels;
  }

  /** The name of the value axis, above it. */
  public Label measure() {
    return new Label("0", "14", chart.measure());
  }

  /** The name of the other axis, below the middle of it. */
  public Label across() {
    return new Label(number((LEFT + width - RIGHT) / 2.0), number(height - 6), chart.across());
  }

  /** The breaks, lettered as in the list under the drawing. */
  public List<Label> breaks() {
    var breaks = new ArrayList<Label>();
    for (int i = 0; i < chart.breaks().size(); i++) {
      double at = x(chart.breaks().get(i).before()) - slot() / 2;
      breaks.add(new Label(number(at), number(TOP + 4), letter(i)));
    }
    return breaks;
  }

  /** The letter of a break. */
  public static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /** What is drawn, series by series. */
  public List<Ink> inks() {
    var inks = new ArrayList<Ink>();
    for (int s = 0; s < chart.series().size(); s++) {
      inks.add(ink(s));
    }
    return inks;
  }

  private Ink ink(int s) {
    boolean bar = chart.shape() == Chart.Shape.BAR;
    var paths = new ArrayList<String>();
    var dots = new ArrayList<Dot>();
    var bars = new ArrayList<Bar>();
    var whiskers = new ArrayList<Line>();
    var marks = new ArrayList<String>();
    boolean guide = chart.series().get(s).guide();
    var path = new StringBuilder();
    int count = chart.series().size();
    double barWidth = slot() * 0.7 / count;
    var points = chart.series().get(s).points();
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      int here = i;
      boolean broken =
          chart.breaks().stream().anyMatch(b -> b.before() == here && (guide || !b.compares()));
      if (point.value() == null || broken) {
        finish(path, paths);
      }
      if (point.value() == null) {
        continue;
      }
      double middle = bar ? x(i) + (s - (count - 1) / 2.0) * barWidth : x(i);
      double y = y(point.value());
      if (bar) {
        bars.add(
            new Bar(
                number(middle - barWidth / 2 + 1),
                number(Math.min(y, y(0))),
                number(Math.max(1, barWidth - 2)),
                number(Math.abs(y(0) - y))));
      } else {
        path.append(path.isEmpty() ? "M" : "L")
            .append(number(middle))
            .append(' ')
            .append(number(y));
        if (!guide) {
          dots.add(new Dot(number(middle), number(y)));
        }
      }
      if (!point.mark().isEmpty()) {
        marks.add(diamond(middle, y));
      }
      if (point.lower() != null && point.upper() != null) {
        whiskers.add(
            new Line(
                number(middle),
                number(y(point.lower())),
                number(middle),
                number(y(point.upper()))));
      }
    }
    finish(path, paths);
    return new Ink(s + 1, guide, paths, dots, bars, whiskers, marks);
  }

  private static String diamond(double x, double y) {
    return "M" + number(x) + " " + number(y - 9) + "l9 9l-9 9l-9 -9Z";
  }

  private static void finish(StringBuilder path, List<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path.toString());
      path.setLength(0);
    }
  }

  private double slot() {
    return (width - LEFT - RIGHT) / (double) Math.max(1, chart.labels().size());
  }

  private double x(int index) {
    return LEFT + slot() * (index + 0.5);
  }

  private double y(double value) {
    return TOP + (height - TOP - BOTTOM) * (top - value) / (top - bottom);
  }

  private static double or(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** 1, 2 or 5 times a power of ten, at least as large as asked. */
  static double niceStep(double asked) {
    if (asked <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(asked)));
    for (double nice : new double[] {1, 2, 5}) {
      if (nice * power >= asked * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
