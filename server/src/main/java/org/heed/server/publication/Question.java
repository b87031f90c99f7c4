package org.heed.server.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A figure is the answer to this.
 *
 * @param area one area; null for all that the asker may count
 * @param from first day, in London
 * @param to last day, in London
 * @param knownAt as known then; null: as known now
 * @param rulebook crimes are counted by its counting rules, and what is prompted is what it asks
 *     about; null: as recorded, and asked about by any that has read it
 */
public record Question(
    Unit unit,
    Definition definition,
    @Nullable String area,
    By by,
    Dated clock,
    LocalDate from,
    LocalDate to,
    @Nullable Instant knownAt,
    @Nullable String rulebook) {

  private static final int MOST_YEARS = 60;

  /**
   * Checks.
   *
   * @throws Refused where the question makes no sense
   */
  public Question {
    if (to.isBefore(from)) {
      throw invalid("The last day must not be before the first.");
    }
    if (ChronoUnit.YEARS.between(from, to) >= MOST_YEARS) {
      throw invalid("Ask about at most " + MOST_YEARS + " years.");
    }
    if (clock == Dated.FLAGGED && definition != Definition.CSE_FLAGGED) {
      throw invalid(
          "Only what is flagged has a day on which it was flagged: count what is flagged.");
    }
  }

  /** By any rulebook's readings. */
  public Question(
      Unit unit,
      Definition definition,
      @Nullable String area,
      By by,
      Dated clock,
      LocalDate from,
      LocalDate to,
      @Nullable Instant knownAt) {
    this(unit, definition, area, by, clock, from, to, knownAt, null);
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  /** The last day of the period before. */
  public LocalDate lastDayBefore() {
    return from.minusDays(1);
  }

  /**
   * The first day of the period before, as long as this one: in months where this one is whole
   * months, else in days.
   */
  public LocalDate firstDayBefore() {
    LocalDate end = to.plusDays(1);
    if (from.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
      return from.minusMonths(ChronoUnit.MONTHS.between(from, end));
    }
    return from.minusDays(ChronoUnit.DAYS.between(from, end));
  }

  /** The same question as known at another moment. */
  public Question knownAt(@Nullable Instant moment) {
    return new Question(unit, definition, area, by, clock, from, to, moment, rulebook);
  }

  /** The same question set out otherwise. */
  public Question by(By other) {
    return new Question(unit, definition, area, other, clock, from, to, knownAt, rulebook);
  }

  /** The same question of another period. */
  public Question between(LocalDate first, LocalDate last) {
    return new Question(unit, definition, area, by, clock, first, last, knownAt, rulebook);
  }

  /** The same question of another unit. */
  public Question of(Unit other) {
    return new Question(other, definition, area, by, clock, from, to, knownAt, rulebook);
  }

  /** The same question by another clock. */
  public Question on(Dated other) {
    return new Question(unit, definition, area, by, other, from, to, knownAt, rulebook);
  }
}
