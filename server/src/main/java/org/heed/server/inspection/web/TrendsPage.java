package org.heed.server.inspection.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heed.figures.Interval;
import org.heed.figures.chart.ShareFunnel;
import org.heed.figures.review.Estimate;
import org.heed.rulebook.InspectionCriteria;
import org.heed.server.inspection.GradeTrend;
import org.heed.server.inspection.Inspection;
import org.heed.server.web.Chart;
import org.heed.server.web.Choice;
import org.heed.server.web.FunnelChart;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code inspection/trends.jte}.
 *
 * @param criteria the set of criteria
 * @param criterion one of its criteria of cases, or overall
 */
public record TrendsPage(
    Page page,
    List<InspectionCriteria> all,
    InspectionCriteria criteria,
    String criterion,
    boolean byTeam,
    GradeTrend trend) {
  public TrendsPage {
    all = List.copyOf(all);
  }

  /** The pages about all inspections. */
  public static List<Link> tabs() {
    return List.of(
        Link.of("Inspections", "/inspections"),
        Link.of("Open actions", "/inspections/actions"),
        Link.of("Every case now", "/inspections/now"),
        Link.of("Trends", "/inspections/trends"),
        Link.of("Language", "/inspections/language"));
  }

  public List<Choice> criteriaChoices() {
    Map<String, String> titles = new LinkedHashMap<>();
    all.forEach(one -> titles.put(one.id(), one.title() + " (" + one.version() + ")"));
    return Choice.list(titles, Set.of(criteria.id()));
  }

  public List<Choice> criterionChoices() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put(Inspection.OVERALL, "Overall");
    criteria.criteria().stream()
        .filter(one -> one.unit().word().equals("case"))
        .forEach(one -> titles.put(one.id(), one.title()));
    return Choice.list(titles, Set.of(criterion));
  }

  public List<Choice> groupChoices() {
    return List.of(
        Choice.of("area", "Area").chosen(byTeam ? "team" : "area"),
        Choice.of("team", "Team").chosen(byTeam ? "team" : "area"));
  }

  private String csv() {
    return "/inspections/trends.csv?criteria="
        + criteria.id()
        + "&criterion="
        + criterion
        + "&by="
        + (byTeam ? "team" : "area");
  }

  /** The samples as a line; none where there are fewer than two. */
  public Optional<Chart> chart() {
    if (trend.samples().size() < 2) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    List<Chart.Point> points = new ArrayList<>();
    for (GradeTrend.Sample one : trend.samples()) {
      labels.add(Words.date(one.inspection().at()));
      points.add(
          Double.isNaN(one.share().value())
              ? Chart.Point.missing()
              : Chart.Point.of(
                  percent(one.share().value()),
                  percent(one.share().interval().lower()),
                  percent(one.share().interval().upper())));
    }
    return Optional.of(
        new Chart(
            "trend",
            Chart.Shape.LINE,
            "Not good enough, sample by sample",
            "The share of the cases of each frame, with its 95% interval. Where intervals overlap"
                + " much, the samples do not tell a change from chance.",
            "Not good enough, %",
            "Sample drawn",
            labels,
            List.of(new Chart.Series("Not good enough", points)),
            List.of(),
            csv()));
  }

  private static double percent(double share) {
    return 100 * share;
  }

  /** Where groups lie; none where no group has enough cases. */
  public Optional<FunnelChart> funnel() {
    return trend.funnel().map(this::drawn);
  }

  private FunnelChart drawn(ShareFunnel funnel) {
    List<FunnelChart.Dot> dots = new ArrayList<>();
    int most = GradeTrend.FEWEST;
    for (ShareFunnel.Group one : funnel.groups()) {
      most = Math.max(most, one.given().of());
      dots.add(
          new FunnelChart.Dot(
              letters(dots.size()),
              group(one.given().id()),
              one.given().has(),
              one.given().of(),
              percent(one.given().share()),
              lies(one),
              one.isOutside()));
    }
    List<FunnelChart.Limit> limits = new ArrayList<>();
    for (int size = 1; size <= most; size++) {
      Interval usual = funnel.limits(size, Interval.USUAL_LEVEL);
      Interval outer = funnel.limits(size, Interval.OUTER_LEVEL);
      limits.add(
          new FunnelChart.Limit(
              size,
              percent(usual.lower()),
              percent(usual.upper()),
              percent(outer.lower()),
              percent(outer.upper())));
    }
    return new FunnelChart(
        "groups",
        (byTeam ? "By team, " : "By area, ") + "in the latest sample",
        "Cases drawn that have a grade. A group within the limits differs from the others by no"
            + " more than chance; groups of fewer than "
            + GradeTrend.FEWEST
            + " cases are kept back.",
        "Not good enough, %",
        "Cases graded",
        percent(funnel.share()),
        dots,
        limits,
        csv());
  }

  private static String lies(ShareFunnel.Group one) {
    double share = one.given().share();
    return one.isFarOutside()
        ? share > one.outer().upper() ? "Above the 99.8% limit" : "Below the 99.8% limit"
        : one.isOutside()
            ? share > one.usual().upper() ? "Above the 95% limit" : "Below the 95% limit"
            : "Within the limits";
  }

  private static String letters(int at) {
    return String.valueOf((char) ('A' + at / 26)).repeat(at / 26 > 0 ? 1 : 0)
        + (char) ('A' + at % 26);
  }

  /** A group in words. */
  public String group(String name) {
    return name.isBlank() ? "Not known" : byTeam ? name : Words.title(name);
  }

  /** Groups of which too few cases were graded. */
  public List<String> few() {
    return trend.groups().stream()
        .filter(one -> one.place() == null)
        .map(one -> group(one.name()))
        .toList();
  }

  /** “−12 (−25 to +2) since Spring sample”, and whether the two have cases in common. */
  public static String change(GradeTrend.Change change) {
    return points(change.points())
        + " since “"
        + change.since()
        + "”"
        + (change.shared() == 0
            ? ""
            : ", "
                + Words.count(change.shared(), "case is", "cases are")
                + " in both, for which the limits allow");
  }

  static String points(Estimate change) {
    if (Double.isNaN(change.value())) {
      return "Cannot be told";
    }
    return points(change.value())
        + " ("
        + points(change.interval().lower())
        + " to "
        + points(change.interval().upper())
        + ")";
  }

  private static String points(double share) {
    return String.format(Locale.UK, "%+.0f", percent(share)).replace('-', '−');
  }
}
