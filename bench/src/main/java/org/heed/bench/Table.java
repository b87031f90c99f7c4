package org.heed.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints figures as a Markdown table, which is how the documentation shows them. */
final class Table {
  private Table() {}

  static void print(PrintWriter out, Machine machine, List<Line> lines) {
    out.println();
    out.println(machine.sentence());
    out.println();
    out.println("| figure | wanted | Heed | beside it | ratio | holds |");
    out.println("|---|---|---|---|---|---|");
    for (Line line : lines) {
      out.println(
          "| "
              + String.join(
                  " | ",
                  line.figure(),
                  line.wanted(),
                  line.ours(),
                  line.beside(),
                  line.ratio(),
                  line.holds() ? "yes" : "**no**")
              + " |");
    }
    out.println();
    out.flush();
  }

  /** Nanoseconds as seconds with two digits. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  /** Nanoseconds as milliseconds with one digit. */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  /** Nanoseconds as milliseconds with three digits. */
  static String fineMillis(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
  }

  /** One number as so many times another. */
  static String times(long one, long other) {
    return String.format(Locale.ROOT, "%.2f", (double) one / other);
  }

  /** A count with its thousands apart. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
