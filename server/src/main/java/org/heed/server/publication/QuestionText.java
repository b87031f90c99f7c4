package org.heed.server.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.heed.server.access.Refused;
import org.heed.server.store.Coded;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A question as the parameters of an address: {@code unit}, {@code definition}, {@code area},
 * {@code by}, {@code clock}, {@code from}, {@code to}, {@code known-at} and {@code rulebook}. What
 * is left out is everything recorded in the twelve whole months before today, by month.
 */
public final class QuestionText {
  private static final int USUAL_MONTHS = 12;

  private QuestionText() {}

  /**
   * Reads a question.
   *
   * @throws Refused naming the parameter that cannot be read
   */
  public static Question parse(Map<String, String> given, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    String area = given.getOrDefault("area", "").strip();
    String rulebook = given.getOrDefault("rulebook", "").strip();
    return new Question(
        one("unit", given, Unit.values(), Unit.REPORTS),
        one("definition", given, Definition.values(), Definition.ALL),
        area.isEmpty() ? null : area,
        one("by", given, By.values(), By.MONTH),
        one("clock", given, Dated.values(), Dated.RECORDED),
        day("from", given, month.minusMonths(USUAL_MONTHS)),
        day("to", given, month.minusDays(1)),
        moment(given.getOrDefault("known-at", "").strip()),
        rulebook.isEmpty() ? null : rulebook);
  }

  /** The parameters of a question, as {@link #parse} reads them. */
  public static Map<String, String> of(Question question) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("unit", question.unit().code());
    all.put("definition", question.definition().code());
    if (question.area() != null) {
      all.put("area", question.area());
    }
    all.put("by", question.by().code());
    all.put("clock", question.clock().code());
    all.put("from", question.from().toString());
    all.put("to", question.to().toString());
    if (question.knownAt() != null) {
      all.put("known-at", question.knownAt().toString());
    }
    if (question.rulebook() != null) {
      all.put("rulebook", question.rulebook());
    }
    return all;
  }

  /** The parameters as an address has them, after its question mark. */
  public static String query(Question question) {
    return of(question).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A value as an address has it. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static <T extends Coded> T one(
      String name, Map<String, String> given, T[] all, T otherwise) {
    String code = given.getOrDefault(name, "").strip();
    if (code.isEmpty()) {
      return otherwise;
    }
    return Coded.find(all, code).orElseThrow(() -> refused(Coded.oneOf(name, all) + "."));
  }

  private static LocalDate day(String name, Map<String, String> given, LocalDate otherwise) {
    String text = given.getOrDefault(name, "").strip();
    try {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refused(name + " is a date like 2026-11-23.");
    }
  }

  /** A moment, or a day: then as known at its end. */
  private static @Nullable Instant moment(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(Words.LONDON).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw refused("known-at is a date like 2026-11-23 or a moment like 2026-11-23T14:05:00Z.");
    }
  }

  private static Refused refused(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }
}
