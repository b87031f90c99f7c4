package org.heed.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on the terminal that says how far long work has come, how fast it goes and how long it
 * still takes. Nothing is shown where standard error is no terminal; the launcher knows and says so
 * in the property {@code heed.terminal}.
 */
public final class Progress implements AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000L;
  private static final int BAR = 24;

  private final String what;
  private final long total;
  private final boolean shown;
  private final PrintStream terminal;
  private final LongSupplier nanos;
  private final long started;
  private long drawn;
  private int width;

  Progress(String what, long total, boolean shown, PrintStream terminal, LongSupplier nanos) {
    this.what = what;
    this.total = total;
    this.shown = shown;
    this.terminal = terminal;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.drawn = started;
  }

  /**
   * Starts a line.
   *
   * @param what plural name of what is counted, such as "reports"
   * @param total how many there are, or −1 where that is not known
   */
  public static Progress of(String what, long total) {
    boolean shown = Boolean.getBoolean("heed.terminal");
    return new Progress(what, total, shown, System.err, System::nanoTime);
  }

  /** Says how many are done by now; draws at most five times a second. */
  public void at(long done) {
    if (!shown) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - drawn >= EVERY_NANOS) {
      drawn = now;
      draw(line(done, total, (now - started) / 1e9));
    }
  }

  /** As {@link #at(long)}, where only the share done is known; negative where not even that. */
  public void at(long done, double share) {
    if (!shown) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - drawn >= EVERY_NANOS) {
      drawn = now;
      long guessed = share > 0 ? Math.round(done / share) : -1;
      draw(line(done, guessed, (now - started) / 1e9));
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (width > 0) {
      draw("");
      terminal.print('\r');
      terminal.flush();
    }
  }

  private String line(long done, long of, double seconds) {
    double rate = done / Math.max(seconds, 1e-9);
    String head = String.format(Locale.ROOT, "%,d %s, %,.0f a second", done, what, rate);
    if (of <= 0) {
      return head;
    }
    double share = Math.clamp((double) done / of, 0, 1);
    int full = (int) Math.round(share * BAR);
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    String left = rate > 0 ? ", " + duration((long) ((of - done) / rate)) + " left" : "";
    return String.format(Locale.ROOT, "%s %3.0f%%  %s%s", bar, share * 100, head, left);
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  private void draw(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.flush();
    width = line.length();
  }
}
