package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long something may take, or reaches, that is no case's standard: in days or months of the
 * calendar.
 *
 * @param inForce the day from which it holds, for what begins from then on
 * @param basis what it rests on
 * @param checked the day on which it was last held against the primary text, if it was
 * @param warn how long before the last day it nears
 */
public record Limit(
    Of of,
    LocalDate inForce,
    String says,
    String source,
    Standard.Basis basis,
    Optional<LocalDate> checked,
    Period within,
    Optional<Period> warn,
    List<Example> examples,
    Where at) {
  public Limit {
    examples = List.copyOf(examples);
  }

  /** What is limited. A rulebook's limits.yaml has each of them. */
  public enum Of {
    /** Until when somebody is answered who asks what is held about them under the UK GDPR. */
    ACCESS_GENERAL("access-general"),
    /** The same under the law on processing for law enforcement. */
    ACCESS_LAW_ENFORCEMENT("access-law-enforcement"),
    /**
     * Until when somebody decides whether a report is still held, where its source does not say.
     */
    RETENTION_REVIEW("retention-review"),
    /** How long a report of somebody missing is listed while nobody has opened an episode of it. */
    MISSING_LISTED("missing-listed"),
    /** How long people are told of what is open in an episode that no case is about. */
    EPISODE_TOLD("episode-told");

    private final String word;

    Of(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A sample.
   *
   * @param from the day on which it begins
   * @param last the last day
   */
  public record Example(LocalDate from, LocalDate last, Where at) {}

  /** The last day of it; the day on which it begins is not counted. */
  public LocalDate lastDay(LocalDate from) {
    return within.unit() == Period.Unit.MONTHS
        ? from.plusMonths(within.amount())
        : from.plusDays(within.amount());
  }

  /** The first day of what still lies within it. */
  public LocalDate firstDay(LocalDate today) {
    return within.unit() == Period.Unit.MONTHS
        ? today.minusMonths(within.amount())
        : today.minusDays(within.amount());
  }

  /** The day from which on a last day nears; that day itself where it does not say. */
  public LocalDate nearsFrom(LocalDate last) {
    return warn.map(period ->
            period.unit() == Period.Unit.MONTHS
                ? last.minusMonths(period.amount())
                : last.minusDays(period.amount()))
        .orElse(last);
  }
}
