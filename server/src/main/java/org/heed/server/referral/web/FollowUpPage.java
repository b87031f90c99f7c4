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

  /** A share in words: “4 of 12, 33% (10% to 65%)”, or how many of too few. */
  public static String share(FollowUp row, long some) {
    String counts = Words.number(some) + " of " + Words.number(row.sent());
    return row.share(some)
        .map(interval ->
            counts
                + ", "
                + percent((double) some / row.sent())
                + " ("
                + percent(interval.lower())
                + " to "
                + percent(interval.upper())
                + ")")
        .orElse("Too few to say");
  }

  /** The middle time in words. */
  public static String time(FollowUp row) {
    return row.middleTime().map(FollowUpPage::length).orElse("Too few to say");
  }

  private static String length(Duration time) {
    return time.toHours() < 48
        ? Words.count(time.toHours(), "hour", "hours")
        : Words.count(time.toDays(), "day", "days");
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.0f%%", share * 100);
  }
}
