package org.heed.server.linking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a person by: names in any order, and a date of birth or a part of one
 * among them or in a field of its own.
 *
 * @param words of the name
 * @param day of birth, where it was typed in full
 * @param year of birth, where it was typed
 * @param month of birth, where it was typed, or 0
 */
record SearchedFor(List<String> words, @Nullable LocalDate day, int year, int month) {
  private static final Pattern FULL_ISO =
      Pattern.compile("(?<y>(19|20)\\d\\d)[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})");
  private static final Pattern FULL =
      Pattern.compile("(?<d>\\d{1,2})[-/.](?<m>\\d{1,2})[-/.](?<y>(19|20)\\d\\d)");
  private static final Pattern NAMED =
      Pattern.compile("(?:(?<d>\\d{1,2})\\s+)?(?<m>[a-z]{3,9})\\s+(?<y>(19|20)\\d\\d)");
  private static final Pattern MONTH =
      Pattern.compile("(?<m>\\d{1,2})[-/.](?<y>(19|20)\\d\\d)|(?<y2>(19|20)\\d\\d)-(?<m2>\\d\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<y>(19|20)\\d\\d)");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  SearchedFor {
    words = List.copyOf(words);
  }

  static SearchedFor parse(String name, String born) {
    SearchedFor own = dated(born.toLowerCase(Locale.ROOT).strip());
    SearchedFor among = dated(name.toLowerCase(Locale.ROOT).strip());
    SearchedFor date = own.year > 0 ? own : among;
    String rest = among.year == 0 ? name : without(name);
    List<String> words =
        Arrays.stream(rest.strip().split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    return new SearchedFor(words, date.day, date.year, date.month);
  }

  private static String without(String name) {
    String rest = name;
    for (Pattern pattern : List.of(FULL_ISO, FULL, NAMED, MONTH, YEAR)) {
      Matcher matcher = Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE).matcher(rest);
      if (matcher.find() && (pattern != NAMED || month(matcher.group("m")) > 0)) {
        return (rest.substring(0, matcher.start()) + " " + rest.substring(matcher.end())).strip();
      }
    }
    return rest;
  }

  private static SearchedFor dated(String text) {
    for (Pattern pattern : List.of(FULL_ISO, FULL)) {
      Matcher full = pattern.matcher(text);
      if (full.find()) {
        return of(
            Integer.parseInt(full.group("y")),
            Integer.parseInt(full.group("m")),
            Integer.parseInt(full.group("d")));
      }
    }
    Matcher named = NAMED.matcher(text);
    if (named.find() && month(named.group("m")) > 0) {
      String day = named.group("d");
      return of(
          Integer.parseInt(named.group("y")),
          month(named.group("m")),
          day == null ? 0 : Integer.parseInt(day));
    }
    Matcher month = MONTH.matcher(text);
    if (month.find()) {
      boolean first = month.group("y") != null;
      return of(
          Integer.parseInt(first ? month.group("y") : month.group("y2")),
          Integer.parseInt(first ? month.group("m") : month.group("m2")),
          0);
    }
    Matcher year = YEAR.matcher(text);
    return year.find() ? of(Integer.parseInt(year.group("y")), 0, 0) : of(0, 0, 0);
  }

  private static SearchedFor of(int year, int month, int day) {
    boolean isDay = month >= 1 && month <= 12 && day >= 1 && day <= 28 + (month == 2 ? 1 : 2);
    boolean isLast = month >= 1 && month <= 12 && day == 31;
    LocalDate full = null;
    if (year > 0 && (isDay || isLast)) {
      full =
          day > LocalDate.of(year, month, 1).lengthOfMonth()
              ? null
              : LocalDate.of(year, month, day);
    }
    return new SearchedFor(List.of(), full, year, month >= 1 && month <= 12 ? month : 0);
  }

  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  /** Whether there is anything to find somebody by. */
  boolean isEmpty() {
    return words.isEmpty() && year == 0;
  }

  /** Whether only a part of the date of birth is known. */
  boolean isPartOfDate() {
    return day == null && year > 0;
  }

  /** Whether a date of birth has the part that was typed. */
  boolean fits(@Nullable LocalDate born) {
    return born != null && born.getYear() == year && (month == 0 || born.getMonthValue() == month);
  }

  /** The ways in which the words may be first and family name. */
  List<Spoken> ways() {
    String born = day == null ? null : day.toString();
    List<Spoken> ways = new ArrayList<>();
    if (words.size() < 2) {
      String word = words.isEmpty() ? null : words.getFirst();
      ways.add(new Spoken(word, null, born, null));
      ways.add(new Spoken(null, word, born, null));
      return ways;
    }
    for (int cut = 1; cut < words.size(); cut++) {
      String before = String.join(" ", words.subList(0, cut));
      String after = String.join(" ", words.subList(cut, words.size()));
      ways.add(new Spoken(before, after, born, null));
      ways.add(new Spoken(after, before, born, null));
    }
    return ways;
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SearchedFor[hidden]";
  }

  /** What the part of a date that was typed says of somebody, in words. */
  String partWords(@Nullable LocalDate born) {
    String part = month == 0 ? "year" : "month";
    return (fits(born) ? "Born in the " : "Not known to be born in the ") + part + " typed";
  }
}
