package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where everything of a {@link Waterfall} goes, in SVG units: a row for each number with its words
 * above its bar, so that long words fit a telephone. The axis holds zero.
 */
public final class WaterfallDrawing {
  private static final int ROW = 46;
  private static final int BAR_TOP = 21;
  private static final int BAR_HEIGHT = 16;
  private static final int VALUE_ROOM = 66;
  private static final double LETTER_WIDTH = 7.2;

  private final Waterfall waterfall;
  private final int width;
  private final String name;
  private final double low;
  private final double high;

  WaterfallDrawing(Waterfall waterfall, int width, String name) {
    this.waterfall = waterfall;
    this.width = width;
    this.name = name;
    double least = 0;
    double most = 1;
    for (int taken = 0; taken <= waterfall.steps().size(); taken++) {
      least = Math.min(least, (double) waterfall.after(taken));
      most = Math.max(most, (double) waterfall.after(taken));
    }
    this.low = least;
    this.high = most;
  }

  /**
   * A row.
   *
   * @param style total, more, less or none
   * @param words above the bar
   * @param value beside it
   * @param join where the line to the next row stands, or empty for the last
   */
  public record Row(
      String style,
      String words,
      String wordsY,
      String x,
      String y,
      String width,
      String value,
      String valueX,
      String valueY,
      String join,
      String joinFrom,
      String joinTo) {}

  /** The ending of its style class. */
  public String name() {
    return name;
  }

  /** The view box. */
  public String viewBox() {
    return "0 0 " + width + " " + (waterfall.steps().size() + 2) * ROW;
  }

  /** How high a bar is. */
  public String barHeight() {
    return number(BAR_HEIGHT);
  }

  /** The rows from the first number to the last. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    long at = waterfall.from().value();
    rows.add(row(0, "total", waterfall.from().label(), 0, at, waterfall.words(at), at));
    for (Waterfall.Step step : waterfall.steps()) {
      long next = at + step.change();
      String style = step.change() > 0 ? "more" : step.change() < 0 ? "less" : "none";
      rows.add(
          row(rows.size(), style, step.label(), at, next, waterfall.change(step.change()), next));
      at = next;
    }
    rows.add(
        row(
            rows.size(),
            "total",
            waterfall.to().label(),
            0,
            at,
            waterfall.words(at),
            Long.MIN_VALUE));
    return rows;
  }

  private Row row(
      int index, String style, String words, long from, long to, String value, long join) {
    double top = (double) index * ROW;
    double left = x(Math.min(from, to));
    double right = Math.max(x(Math.max(from, to)), left + 2);
    boolean last = join == Long.MIN_VALUE;
    return new Row(
        style,
        shortened(words),
        number(top + 14),
        number(left),
        number(top + BAR_TOP),
        number(right - left),
        value,
        number(right + 6),
        number(top + BAR_TOP + 13),
        last ? "" : number(x(join)),
        number(top + BAR_TOP + BAR_HEIGHT),
        number(top + ROW + BAR_TOP));
  }

  private String shortened(String words) {
    int room = (int) (width / LETTER_WIDTH);
    return words.length() <= room ? words : words.substring(0, room - 1).strip() + "…";
  }

  private double x(long value) {
    return 1 + (width - VALUE_ROOM - 1) * (value - low) / (high - low);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
