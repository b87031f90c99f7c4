package org.heed.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Schema;

/**
 * Ten years of a force's crimes as changes of one, made from a seed: recorded, in part flagged
 * later or cancelled. The same rows go into Heed's log and into a CSV file for the peer.
 *
 * @param log the changes
 * @param csv the same: position, change, month of occurrence, area, offence, flag
 * @param monthEnds the last position of each month, by which successive vintages are asked for
 */
record Changes(EventLog log, Path csv, List<Long> monthEnds) {
  static final YearMonth FIRST = YearMonth.of(2016, 1);
  static final YearMonth LAST = YearMonth.of(2025, 12);
  static final int AREAS = 33;
  static final int OFFENCES = 24;
  static final Schema SCHEMA =
      new Schema(List.of("occurred", "recorded"), List.of("area", "offence", "flag"));

  private static final LocalDate START = FIRST.atDay(1);
  private static final int LONGEST_WAIT = 400;

  /** A crime that was recorded. */
  private record Crime(LocalDate occurred, LocalDate recorded, char area, char offence) {}

  static Changes make(int rows, Path folder) throws IOException {
    Path csv = folder.resolve("changes.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
      Maker maker = new Maker(rows, out);
      maker.run();
      return new Changes(maker.builder.freeze(), csv, maker.monthEnds);
    }
  }

  /** Writes both at once, a day after the other. */
  private static final class Maker {
    private final Random random = new Random(22);
    private final EventLog.Builder builder = EventLog.builder(SCHEMA);
    private final List<Long> monthEnds = new ArrayList<>();
    private final List<Deque<Crime>> waiting = new ArrayList<>();
    private final int rows;
    private final OutputStream out;
    private final char[] areas = new char[AREAS];
    private final char[] offences = new char[OFFENCES];
    private final char plain;
    private final char flagged;
    private long position;

    Maker(int rows, OutputStream out) {
      this.rows = rows;
      this.out = out;
      for (int i = 0; i < AREAS; i++) {
        areas[i] = builder.code("area", "a" + i);
      }
      for (int i = 0; i < OFFENCES; i++) {
        offences[i] = builder.code("offence", "o" + i);
      }
      plain = builder.code("flag", "no");
      flagged = builder.code("flag", "yes");
      for (int i = 0; i <= LONGEST_WAIT; i++) {
        waiting.add(new ArrayDeque<>());
      }
    }

    void run() throws IOException {
      long days = ChronoUnit.DAYS.between(START, LAST.plusMonths(1).atDay(1));
      for (long day = 0; day < days; day++) {
        LocalDate date = START.plusDays(day);
        long until = rows * (day + 1) / days;
        Deque<Crime> due = waiting.get((int) (day % waiting.size()));
        while (position < until && !due.isEmpty()) {
          later(due.removeFirst());
        }
        due.clear();
        while (position < until) {
          record(date, day);
        }
        if (date.plusDays(1).getDayOfMonth() == 1) {
          monthEnds.add(position - 1);
        }
      }
    }

    private void record(LocalDate date, long day) throws IOException {
      int delay = (int) Math.min(3000, -30 * Math.log(1 - random.nextDouble()));
      LocalDate occurred = date.minusDays(delay);
      occurred = occurred.isBefore(START) ? START : occurred;
      double share = random.nextDouble();
      char area = areas[(int) (share * share * AREAS)];
      Crime crime = new Crime(occurred, date, area, offences[random.nextInt(OFFENCES)]);
      change(1, crime, plain);
      if (random.nextInt(5) < 2) {
        int wait = 1 + random.nextInt(LONGEST_WAIT);
        waiting.get((int) ((day + wait) % waiting.size())).add(crime);
      }
    }

    /** Flagged, which moves it from one cell to another, or cancelled. */
    private void later(Crime crime) throws IOException {
      change(-1, crime, plain);
      if (random.nextInt(10) < 7) {
        change(1, crime, flagged);
      }
    }

    private void change(int by, Crime crime, char flag) throws IOException {
      char[] day = {EventLog.Builder.day(crime.occurred()), EventLog.Builder.day(crime.recorded())};
      char[] code = {crime.area(), crime.offence(), flag};
      builder.add(position, by, day, code);
      long month = ChronoUnit.MONTHS.between(FIRST, YearMonth.from(crime.occurred()));
      String line =
          position
              + ","
              + by
              + ","
              + month
              + ","
              + (int) crime.area()
              + ","
              + (int) crime.offence()
              + ","
              + (int) flag
              + "\n";
      out.write(line.getBytes(StandardCharsets.US_ASCII));
      position++;
    }
  }
}
