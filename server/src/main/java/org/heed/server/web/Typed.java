package org.heed.server.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form as typed, by field. */
public record Typed(Map<String, String> fields) {
  /** As much as a text holds. */
  public static final int LONGEST = 10_000;

  private static final int LONGEST_LINE = 300;

  public Typed {
    fields = Map.copyOf(fields);
  }

  /** What was typed into a field; empty where nothing was. */
  public String get(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** The same; null where nothing was typed. */
  public @Nullable String text(String field) {
    return get(field).isEmpty() ? null : get(field);
  }

  /** The day of a field; empty where it is none, or none that anything was recorded on. */
  public Optional<LocalDate> day(String field) {
    try {
      return Optional.of(LocalDate.parse(get(field)))
          .filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The whole number of a field, of at most four digits; empty where it is none, or not within. */
  public Optional<Integer> number(String field, int least, int most) {
    return get(field).matches("[0-9]{1,4}")
        ? Optional.of(Integer.parseInt(get(field))).filter(n -> n >= least && n <= most)
        : Optional.empty();
  }

  /** The identifier of a field; empty where it is none. */
  public Optional<UUID> id(String field) {
    try {
      return get(field).length() == 36
          ? Optional.of(UUID.fromString(get(field)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The moment of the fields {@code name} and {@code name-time}, by the wall clock in London. */
  public Optional<Instant> at(String name) {
    try {
      LocalDate day = LocalDate.parse(get(name));
      LocalTime time = LocalTime.parse(get(name + "-time"));
      return day.getYear() < 1990
          ? Optional.empty()
          : Optional.of(day.atTime(time).atZone(Words.LONDON).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** With an error where a moment is missing, makes no sense or lies ahead. */
  public FormErrors moment(FormErrors errors, String name, String what, Instant now) {
    Optional<Instant> at = at(name);
    if (at.isEmpty()) {
      return errors.and(name, "Enter the day and the time " + what);
    }
    return at.get().isAfter(now)
        ? errors.and(name, "Enter a day and a time " + what + " that are not in the future")
        : errors;
  }

  /** With an error where a text is missing or too long. */
  public FormErrors required(FormErrors errors, String field, String message) {
    return get(field).isEmpty() ? errors.and(field, message) : longest(errors, field);
  }

  /** With an error where a text is too long. */
  public FormErrors longest(FormErrors errors, String field) {
    return get(field).length() > LONGEST
        ? errors.and(field, "Make it 10,000 characters or fewer")
        : errors;
  }

  /** With an error where a line is too long. */
  public FormErrors line(FormErrors errors, String field) {
    return get(field).length() > LONGEST_LINE
        ? errors.and(field, "Make it 300 characters or fewer")
        : errors;
  }

  /** The names of the fields. */
  @Override
  public String toString() {
    return "Typed" + fields.keySet();
  }
}
