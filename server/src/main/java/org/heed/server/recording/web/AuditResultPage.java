package org.heed.server.recording.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.GrossedUp;
import org.heed.server.recording.RecordingAudit;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.recording.RecordingRates;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code recording/result.jte}. */
public record AuditResultPage(
    Page page, RecordingAudits.Progress progress, RecordingRates rates, Optional<Integer> days) {

  public RecordingAudit audit() {
    return progress.audit();
  }

  public String address() {
    return AuditTabs.address(audit().id());
  }

  public List<Link> tabs() {
    return AuditTabs.links(audit().id());
  }

  /** Reports drawn that tell nothing yet, or cannot. */
  public int untold() {
    return audit().reports().size() - rates.told();
  }

  /** “89.5% (87.7% to 91.1%)”. */
  public static String share(Estimate share) {
    String range = percent(share.interval().lower()) + " to " + percent(share.interval().upper());
    return Double.isNaN(share.value()) ? range : percent(share.value()) + " (" + range + ")";
  }

  /** “± 1.6 points”; of those that are all alike it would be none, whatever the interval says. */
  public static String halfWidth(RecordingRates.Rate rate) {
    Interval between = rate.share().interval();
    return Double.isNaN(rate.halfWidth())
        ? "Cannot be told"
        : rate.halfWidth() == 0 && between.lower() < between.upper()
            ? "Not told: all alike"
            : String.format(Locale.UK, "± %.2f points", 100 * rate.halfWidth());
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.1f%%", 100 * share);
  }

  /** “12 of 14”. */
  public static String counted(RecordingRates.Rate rate) {
    return Words.number(rate.has()) + " of " + Words.number(rate.should());
  }

  /** “about 120 (90 to 160)”. */
  public static String about(Estimate number) {
    return "about "
        + Words.number(Math.round(number.value()))
        + " ("
        + Words.number(Math.round(number.interval().lower()))
        + " to "
        + Words.number(Math.round(number.interval().upper()))
        + ")";
  }

  /**
   * What the audit would mean for as many days as asked, were these like those sampled: how many
   * crimes should be on record, and how many would not be. Empty where nothing was asked or told.
   */
  public Optional<GrossedUp> period() {
    return days.flatMap(asked ->
        rates
            .should()
            .map(told ->
                new GrossedUp(
                    times(told.should(), asked / (double) sampled()),
                    times(told.missing(), asked / (double) sampled()))));
  }

  /** How many days were sampled from. */
  public long sampled() {
    return Math.max(
        1,
        Duration.between(audit().frame().since(), audit().frame().until()).plusHours(2).toDays());
  }

  private static Estimate times(Estimate one, double times) {
    Interval limits = one.interval();
    return new Estimate(
        one.value() * times,
        new Interval(limits.lower() * times, limits.upper() * times, limits.level()));
  }

  /** The days typed, or nothing. */
  public String typedDays() {
    return days.map(String::valueOf).orElse("");
  }

  /** How many crimes are on record that should not be, in a sentence. */
  public static String over(RecordingRates.Over over) {
    return Double.isNaN(over.crimes().value())
        ? "No report drawn tells of a crime that is on record."
        : "Of the crimes that are on record from these reports "
            + about(over.crimes())
            + " should not be.";
  }

  /** A stratum in words. */
  public String route(String stratum) {
    return audit().frame().by().titleOf(stratum);
  }

  /** Routes that were left out. */
  public List<String> left() {
    return audit().strata().stream()
        .filter(one -> one.drawn() == 0)
        .map(one -> route(one.name()))
        .toList();
  }
}
