package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Areas by their size and rate within the limits of chance, with the table that says the same. It
 * ranks nothing.
 *
 * @param id letters, digits and hyphens, unique on the page
 * @param says the drawing in a sentence or two
 * @param measure what the rate is, in words
 * @param across what the size is, in words
 * @param rate the overall rate
 * @param dots the areas, in the order of their names
 * @param limits the limits of chance by size, from small to large
 * @param csv the address of the numbers as a file
 */
public record FunnelChart(
    String id,
    String title,
    String says,
    String measure,
    String across,
    double rate,
    List<Dot> dots,
    List<Limit> limits,
    String csv) {

  /**
   * An area.
   *
   * @param letters for beside its dot
   * @param lies where it lies, in words
   * @param outside whether it lies outside the 95% limits
   */
  public record Dot(
      String letters,
      String name,
      long events,
      double size,
      double rate,
      String lies,
      boolean outside) {}

  /** The limits at a size: at 95% and at 99.8%. */
  public record Limit(double size, double low, double high, double outerLow, double outerHigh) {}

  /** Copies. */
  public FunnelChart {
    dots = List.copyOf(dots);
    limits = List.copyOf(limits);
  }

  /** A drawing for a laptop. */
  public Drawing wide() {
    return new Drawing(this, 760, 400, "wide");
  }

  /** A drawing for a telephone. */
  public Drawing narrow() {
    return new Drawing(this, 360, 340, "narrow");
  }

  /** Where everything goes, in SVG units. */
  public static final class Drawing {
    /** What the name of a measure ends with that goes no higher than a hundred. */
    private static final String PERCENT = "%";

    private static final int TOP = 28;
    private static final int BOTTOM = 60;
    private static final int LEFT = 58;
    private static final int RIGHT = 24;
    private static final double LETTERS = 34;
    private static final double LINE = 12;

    private final FunnelChart chart;
    private final int width;
    private final int height;
    private final String name;
    private final double stepX;
    private final double stepY;
    private final double mostX;
    private final double mostY;

    Drawing(FunnelChart chart, int width, int height, String name) {
      this.chart = chart;
      this.width = width;
      this.height = height;
      this.name = name;
      double size = chart.dots.stream().mapToDouble(Dot::size).max().orElse(1);
      double rate =
          Math.max(
              chart.dots.stream().mapToDouble(Dot::rate).max().orElse(1),
              Math.max(chart.rate * 1.5, 1e-9));
      stepX = ChartDrawing.niceStep(size / (width > 500 ? 6 : 3));
      stepY = ChartDrawing.niceStep(rate / 4);
      mostX = Math.ceil(size * 1.02 / stepX) * stepX;
      double most = Math.ceil(rate * 1.05 / stepY) * stepY;
      mostY = chart.measure.endsWith(PERCENT) ? Math.min(most, 100) : most;
    }

    /** The ending of its style class. */
    public String name() {
      return name;
    }

    /** The view box. */
    public String viewBox() {
      return "0 0 " + width + " " + height;
    }

    public String left() {
      return number(LEFT);
    }

    public String right() {
      return number(width - RIGHT);
    }

    /** The height of the overall rate. */
    public String middle() {
      return number(y(chart.rate));
    }

    /** The numbers of the rate. */
    public List<ChartDrawing.Label> ticks() {
      var ticks = new ArrayList<ChartDrawing.Label>();
      for (int i = 0; i * stepY <= mostY + stepY / 2; i++) {
        ticks.add(new ChartDrawing.Label(number(LEFT - 8), number(y(i * stepY)), text(i * stepY)));
      }
      return ticks;
    }

    /** The numbers of the size. */
    public List<ChartDrawing.Label> sizes() {
      var sizes = new ArrayList<ChartDrawing.Label>();
      for (int i = 0; i * stepX <= mostX + stepX / 2; i++) {
        sizes.add(
            new ChartDrawing.Label(
                number(x(i * stepX)), number(height - BOTTOM + 18), text(i * stepX)));
      }
      return sizes;
    }

    /** The name of the rate, above. */
    public ChartDrawing.Label measure() {
      return new ChartDrawing.Label("0", "14", chart.measure);
    }

    /** The name of the size, below. */
    public ChartDrawing.Label across() {
      return new ChartDrawing.Label(
          number((LEFT + width - RIGHT) / 2.0), number(height - 6), chart.across);
    }

    /** The four limits as paths: 95% then 99.8%. */
    public List<String> paths() {
      return List.of(
          path(chart.limits.stream().map(l -> new double[] {l.size, l.low}).toList()),
          path(chart.limits.stream().map(l -> new double[] {l.size, l.high}).toList()),
          path(chart.limits.stream().map(l -> new double[] {l.size, l.outerLow}).toList()),
          path(chart.limits.stream().map(l -> new double[] {l.size, l.outerHigh}).toList()));
    }

    /** A dot with its letters; one that would cover another dot or its letters has none. */
    public record Mark(String x, String y, String letters, boolean outside) {}

    /** The areas. */
    public List<Mark> marks() {
      List<double[]> taken = new ArrayList<>();
      chart.dots.forEach(dot -> taken.add(new double[] {x(dot.size), y(dot.rate)}));
      List<Mark> marks = new ArrayList<>();
      for (Dot dot : chart.dots) {
        double x = x(dot.size);
        double y = y(dot.rate);
        boolean free =
            taken.stream()
                .noneMatch(at -> at[0] > x && at[0] < x + LETTERS && Math.abs(at[1] - y) < LINE);
        if (free) {
          taken.add(new double[] {x + LETTERS / 2, y});
        }
        marks.add(new Mark(number(x), number(y), free ? dot.letters : "", dot.outside));
      }
      return marks;
    }

    private String path(List<double[]> points) {
      var path = new StringBuilder();
      boolean within = false;
      for (double[] point : points) {
        if (point[1] <= mostY) {
          path.append(within ? "L" : "M")
              .append(number(x(point[0])))
              .append(' ')
              .append(number(y(point[1])));
        }
        within = point[1] <= mostY;
      }
      return path.toString();
    }

    private double x(double size) {
      return LEFT + (width - LEFT - RIGHT) * size / mostX;
    }

    private double y(double rate) {
      return TOP + (height - TOP - BOTTOM) * (mostY - rate) / mostY;
    }

    private static String text(double value) {
      return value == Math.rint(value)
          ? Words.number((long) value)
          : String.format(java.util.Locale.UK, value < 0.1 ? "%.2f" : "%.1f", value);
    }

    private static String number(double value) {
      return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
  }
}
