package org.heed.server.inspection.web;

import java.util.List;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.Flattery;
import org.heed.server.inspection.InspectionResult;
import org.heed.server.inspection.Population;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/result.jte}. */
public record ResultPage(Page page, InspectionResult result) {
  private static final String ALIKE = "Not told: alike in each stratum";

  public String address() {
    return "/inspections/" + result.inspection().id();
  }

  public List<Link> tabs() {
    return InspectionTabs.links(result.inspection().id());
  }

  /** How many cases have no grade that counts yet. */
  public long unsettled() {
    return result.inspection().cases().size() - result.settled();
  }

  /** How many cases are restricted to others, and what of these is left out, in a sentence. */
  public String closed() {
    String closed =
        Words.count(result.closed(), "case is", "cases are") + " restricted and closed to you";
    return result.leftOut() == 0
        ? closed + "."
        : closed
            + "; "
            + Words.number(result.leftOut())
            + (result.closed() == 1
                ? " is graded"
                : " of these " + (result.leftOut() == 1 ? "is" : "are") + " graded")
            + " and left out of every figure here.";
  }

  /** Those that not both inspectors graded, or nobody did. */
  public boolean hasAgreement() {
    return result.criteria().stream().anyMatch(one -> one.agreement().isPresent());
  }

  /** Whether more than two grade each case, so that kappa is Fleiss'. */
  public boolean isOfMany() {
    return result.criteria().stream()
        .flatMap(one -> one.agreement().stream())
        .anyMatch(one -> one.graders() > 2);
  }

  public boolean hasSelf() {
    return result.criteria().stream().anyMatch(one -> one.self().isPresent());
  }

  /** Whether the cases were chosen elsewhere, so that limits would claim what nothing bears out. */
  public boolean isBrought() {
    return result.inspection().isBrought();
  }

  /** What cases are called. */
  public String cases() {
    return isBrought() ? "Cases of the list" : "Cases drawn";
  }

  /** What a share is of. */
  public String shareOf() {
    return isBrought() ? "Share of the list" : "Share of the frame";
  }

  /** A share, with limits where these say something. */
  public String share(Estimate share) {
    boolean exact = share.interval().lower() == share.interval().upper();
    return isBrought() && exact ? Intervals.percent(share.value()) : Intervals.share(share);
  }

  /** A share of cases like these, with limits where the cases were drawn. */
  public String told(Estimate share) {
    return isBrought() && !Double.isNaN(share.value())
        ? Intervals.percent(share.value())
        : Intervals.share(share);
  }

  /** The same of a percentage. */
  public String percentage(Estimate told) {
    return isBrought() && !Double.isNaN(told.value())
        ? Intervals.percent(told.value() / 100)
        : Intervals.percentage(told);
  }

  /** How far people agreed, with limits where the cases were drawn. */
  public String coefficient(Estimate told) {
    return isBrought() && !Double.isNaN(told.value())
        ? Intervals.two(told.value())
        : Intervals.coefficient(told);
  }

  /** Cases with a grade that are not good enough, in words. */
  public static String counted(InspectionResult.OfCriterion one) {
    return Words.number(one.wanting()) + " of " + Words.number(one.settled());
  }

  /** The standard error by design, in points, where it is told. */
  public static String error(InspectionResult.OfCriterion one) {
    return Double.isNaN(one.standardError())
        ? "Cannot be told"
        : one.isAlike()
            ? ALIKE
            : String.format(java.util.Locale.UK, "%.1f points", 100 * one.standardError());
  }

  /** Where self-grades lie, in words. */
  public static String self(Flattery flattery) {
    return Words.number(flattery.higher())
        + " better, "
        + Words.number(flattery.same())
        + " alike, "
        + Words.number(flattery.lower())
        + " worse";
  }

  /** A part of a count, in words. */
  public static String part(int some, int all) {
    return all == 0 ? "None graded" : Words.number(some) + " of " + Words.number(all);
  }

  /** How much more often the grade is not good enough where a standard was missed, in points. */
  public String difference(Population.OfStandard one) {
    return isBrought() ? "Not told of a list" : TrendsPage.points(one.difference());
  }

  /** What people and clocks say of a case, in words. */
  public static String disagrees(Population.Disagrees one) {
    return one.wanting()
        ? "People graded it not good enough; no clock is past with nothing on record."
        : "People graded it good enough; nothing on record shows: "
            + String.join(", ", one.missed())
            + ".";
  }
}
