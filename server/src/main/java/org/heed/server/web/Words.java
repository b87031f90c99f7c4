package org.heed.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;

/** Dates, times and numbers as Heed writes them: 23 November 2026, 14:05, 1,200. */
public final class Words {

  /** The zone in which times are shown. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

  private Words() {}

  /** 23 November 2026. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** 23 November 2026, in London. */
  public static String date(Instant at) {
    return DATE.format(at.atZone(LONDON));
  }

  /** 23 November 2026, 14:05, in London. */
  public static String dateTime(Instant at) {
    return DATE_TIME.format(at.atZone(LONDON));
  }

  /** The machine's form for a time element. */
  public static String machine(Temporal at) {
    return at.toString();
  }

  /** 1,200. */
  public static String number(long n) {
    return String.format(Locale.UK, "%,d", n);
  }

  /** 1 report, 2 reports. */
  public static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  /** How long ago something was, in whole days, hours or minutes: 14 hours. */
  public static String age(Instant from, Instant now) {
    Duration age = Duration.between(from, now);
    if (age.toHours() >= 48) {
      return count(age.toDays(), "day", "days");
    }
    return age.toMinutes() >= 60
        ? count(age.toHours(), "hour", "hours")
        : count(Math.max(0, age.toMinutes()), "minute", "minutes");
  }

  /** How far a moment lies ahead or behind: “5 hours left”, “3 days past”. */
  public static String away(Instant moment, Instant now) {
    Duration between = Duration.between(now, moment);
    boolean past = between.isNegative();
    Duration length = between.abs();
    String words =
        length.toDays() >= 2
            ? count(length.toDays(), "day", "days")
            : length.toHours() >= 1
                ? count(length.toHours(), "hour", "hours")
                : count(length.toMinutes(), "minute", "minutes");
    return words + (past ? " past" : " left");
  }

  /** Alder Vale for the code alder-vale. */
  public static String title(String code) {
    StringBuilder title = new StringBuilder();
    for (String word : code.split("-", -1)) {
      title.append(title.isEmpty() ? "" : " ");
      if (!word.isEmpty()) {
        title.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return title.toString();
  }
}
