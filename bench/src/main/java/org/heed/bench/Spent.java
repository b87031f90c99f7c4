package org.heed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Processor time spent since some moment, in nanoseconds: what a figure costs whatever else the
 * machine does meanwhile.
 *
 * @param heed by the program that was measured
 * @param postgres by its PostgreSQL, all processes together
 * @param load by this program, which sends the load or copies the rows
 */
record Spent(long heed, long postgres, long load) {
  /** Linux counts processor time in hundredths of a second, on every machine it runs on. */
  private static final long TICK_NANOS = 10_000_000;

  private static final int USER_TIME = 11;

  /** By a Heed that runs its own PostgreSQL, and by this program, so far. */
  static Spent by(ProcessHandle heed) {
    long postgres = heed.descendants().mapToLong(process -> of(process.pid(), true)).sum();
    return new Spent(of(heed.pid(), false), postgres, of(ProcessHandle.current().pid(), false));
  }

  /** By one process so far; 0 once it has ended, or where there is no {@code /proc}. */
  static long of(long pid) {
    return of(pid, false);
  }

  private static long of(long pid, boolean andOfThoseItWaitedFor) {
    Path stat = Path.of("/proc/" + pid + "/stat");
    try {
      if (!Files.isReadable(stat)) {
        return 0;
      }
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = USER_TIME; i < USER_TIME + (andOfThoseItWaitedFor ? 4 : 2); i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks * TICK_NANOS;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** What was spent since an earlier moment. */
  Spent since(Spent before) {
    return new Spent(heed - before.heed, postgres - before.postgres, load - before.load);
  }

  /** Of one of so many, each part by its name. */
  String words(int count, String program) {
    return String.format(
        Locale.ROOT,
        "%s %s, PostgreSQL %s, load %s",
        program,
        Table.fineMillis(heed / count),
        Table.fineMillis(postgres / count),
        Table.fineMillis(load / count));
  }
}
