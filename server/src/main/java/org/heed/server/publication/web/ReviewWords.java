package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.figures.Interval;
import org.heed.figures.inference.AdjustedChange;
import org.heed.figures.review.Estimate;
import org.heed.server.publication.BlindReview;
import org.heed.server.web.Fact;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;

/** What blind review says, in words. It stands apart from what the records say. */
public record ReviewWords(BlindReview review) {

  /** What it comes to, in a sentence. */
  public String says() {
    AdjustedChange adjusted = review.adjusted();
    if (review.drawn() == 0) {
      return "Cannot tell: no report of either period was drawn at random to be read blind.";
    }
    if (review.unequal()) {
      return "Cannot tell: the share of reports drawn at random changed within a period. Ask for"
          + " periods with one share each.";
    }
    if (adjusted == null) {
      return "Cannot tell: "
          + Words.count(review.drawn(), "report was", "reports were")
          + " drawn at random, and none has been read.";
    }
    Interval change = adjusted.change().interval();
    String range = signed(change.lower()) + " to " + signed(change.upper()) + level(change) + ".";
    if (Double.isNaN(adjusted.change().value())) {
      return "Recorded exploitation, flagged or not, changed by " + range + " No one number.";
    }
    return (adjusted.couldBeNone()
            ? "Cannot tell a change: recorded exploitation, flagged or not, changed by "
            : "Recorded exploitation, flagged or not, changed by ")
        + signed(adjusted.change().value())
        + ", "
        + range;
  }

  /** The two periods and their ratio. */
  public List<Fact> facts() {
    AdjustedChange adjusted = review.adjusted();
    if (adjusted == null) {
      return List.of();
    }
    return List.of(
        Fact.of("Period before", period(adjusted.before())),
        Fact.of("This period", period(adjusted.after())),
        Fact.of("This period over the one before", share(adjusted.ratio(), "%,.2f", 1)),
        Fact.of(
            "Read",
            Words.number(review.read())
                + " of "
                + Words.count(review.drawn(), "report", "reports")
                + " drawn at random"));
  }

  private static String period(AdjustedChange.Period period) {
    return Words.number(period.flagged())
        + " flagged; exploitation in all "
        + share(period.exploitation(), "%,.0f", 1)
        + "; flagged of that "
        + share(period.recognition(), "%.0f%%", 100)
        + "; flagged wrongly "
        + share(period.wronglyFlagged(), "%.0f%%", 100);
  }

  private static String share(Estimate estimate, String format, double times) {
    Interval interval = estimate.interval();
    String range =
        figure(format, interval.lower() * times)
            + " to "
            + figure(format, interval.upper() * times);
    return Double.isNaN(estimate.value())
        ? "between " + range.replace(" to ", " and ")
        : figure(format, estimate.value() * times) + " (" + range + ")";
  }

  private static String figure(String format, double value) {
    return Double.isInfinite(value) ? "no limit" : String.format(Locale.UK, format, value);
  }

  private static String level(Interval interval) {
    return interval.level() >= 1 ? " whatever the unread hold" : " (95% interval)";
  }

  private static String signed(double value) {
    return Double.isInfinite(value) ? "no limit" : Waterfall.signed(Math.round(value));
  }

  /** What it rests on. */
  public List<String> assumptions() {
    List<String> all = new ArrayList<>();
    AdjustedChange adjusted = review.adjusted();
    if (adjusted != null) {
      all.addAll(adjusted.assumptions());
      all.add("A reviewer who answered a prompt with no was right.");
    }
    if (review.waiting() > 0) {
      all.add(
          "Nothing is assumed of "
              + Words.count(review.waiting(), "prompted report", "prompted reports")
              + " whose prompt nobody has answered: all or none may be exploitation.");
    }
    return all;
  }

  /** What no record can tell. */
  public List<String> cannotTell() {
    AdjustedChange adjusted = review.adjusted();
    return adjusted == null ? List.of() : adjusted.cannotTell();
  }
}
