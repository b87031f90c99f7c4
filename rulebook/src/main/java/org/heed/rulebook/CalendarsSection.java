package org.heed.rulebook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads calendars.yaml. */
final class CalendarsSection {
  private CalendarsSection() {}

  static List<HolidayCalendar> read(NodeReader section) {
    List<HolidayCalendar> calendars = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("calendar", repeated);
    for (NodeReader item : section.someItems("calendars", "the calendar")) {
      HolidayCalendar calendar = calendar(item);
      ids.add(calendar.id(), calendar.at());
      calendars.add(calendar);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return calendars;
  }

  private static HolidayCalendar calendar(NodeReader item) {
    String id = item.id();
    LocalDate from = day(item, "from", LocalDate.MIN);
    LocalDate to = day(item, "to", LocalDate.MAX);
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    for (NodeReader holiday : item.items("holidays", "the holiday")) {
      LocalDate day = day(holiday, "day", from);
      String name = holiday.text("name");
      if (day.isBefore(from) || day.isAfter(to)) {
        holiday.problem(
            holiday.at("day"),
            day + " is not between the calendar's from and to",
            "Give a day from " + from + " to " + to);
      } else if (day.getDayOfWeek() == DayOfWeek.SATURDAY
          || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        holiday.problem(
            holiday.at("day"), day + " is a weekend", "Give the day that is off in its place");
      } else if (holidays.putIfAbsent(day, name) != null) {
        holiday.problem(holiday.at("day"), day + " is a holiday already", "Keep one of them");
      }
      holiday.finish();
    }
    HolidayCalendar calendar =
        new HolidayCalendar(
            id, item.text("title"), zone(item), from, to, holidays, item.text("source"), item.at());
    item.finish();
    return calendar;
  }

  private static LocalDate day(NodeReader item, String key, LocalDate otherwise) {
    if (!item.has(key)) {
      item.problem(item.at(), "there is no " + key, "Add " + key + ": 2026-01-01");
    }
    return item.date(key).orElse(otherwise);
  }

  private static ZoneId zone(NodeReader item) {
    String zone = item.text("zone");
    try {
      return zone.isEmpty() ? ZoneId.of("Europe/London") : ZoneId.of(zone);
    } catch (DateTimeException e) {
      item.problem(
          item.at("zone"), "there is no time zone “" + zone + "”", "Write one as Europe/London");
      return ZoneId.of("Europe/London");
    }
  }
}
