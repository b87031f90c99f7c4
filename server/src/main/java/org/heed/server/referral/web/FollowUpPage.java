package org.heed.server.referral.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.heed.server.referral.FollowUp;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code referral/followUp.jte}. */
public record FollowUpPage(Page page, String from, String to, List<FollowUp> rows) {
  public FollowUpPage {
    rows = List.copyOf(rows);
  }

  /** A share in words: “6 of 12, 50% (21% to 79%)”, or that it is kept back. */
  public static String share(FollowUp row, long some) {
    return share(some, row.sent());
  }

  private static String share(long some, long all) {
    String counts = Words.number(some) + " of " + Words.number(all);
    return FollowUp.share(some, all)
        .map(interval ->
            counts
                + ", "
                + percent((double) some / all)
                + " ("
                + percent(interval.lower())
                + " to "
                + percent(interval.upper())
                + ")")
        .orElse("Too few to say");
  }

  /** The middle time in words, with its interval. */
  public static String time(FollowUp row) {
    return row.middleTime()
        .map(median ->
            length(median.time())
                + " ("
                + length(median.interval().lower())
                + " to "
                + (Double.isInfinite(median.interval().upper())
                    ? "longer than is known yet"
                    : length(median.interval().upper()))
                + ")")
        .orElse("Too few to say");
  }

  /**
   * What came of those with an outcome, each with its share of them and its interval; one of nobody
   * is left out, and all where how many have one is kept back, since their parts would tell it.
   */
  public static List<String> outcomes(FollowUp row) {
    if (row.withOutcome() != row.sent() && row.share(row.withOutcome()).isEmpty()) {
      return List.of();
    }
    return row.outcomes().stream()
        .filter(one -> one.count().orElse(0) > 0)
        .map(one -> one.title() + ": " + share(one.count().getAsLong(), row.withOutcome()))
        .toList();
  }

  /** The parts of the referrals that were told, in words; a part of nobody is left out. */
  public static List<String> parts(List<FollowUp.Part> parts) {
    return parts.stream()
        .filter(one -> one.count().orElse(0) > 0)
        .map(one -> one.title() + ": " + Words.number(one.count().getAsLong()))
        .toList();
  }

  private static String length(double seconds) {
    Duration time = Duration.ofSeconds((long) seconds);
    return time.toHours() < 48
        ? Words.count(time.toHours(), "hour", "hours")
        : Words.count(time.toDays(), "day", "days");
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.0f%%", share * 100);
  }
}
