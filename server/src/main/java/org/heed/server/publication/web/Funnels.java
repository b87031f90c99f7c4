package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heed.figures.Interval;
import org.heed.figures.chart.Funnel;
import org.heed.server.web.FunnelChart;
import org.heed.server.web.Words;

/** Funnels of areas, drawn. */
final class Funnels {
  private static final double THOUSAND = 1000;
  private static final int STEPS = 60;

  /** From here on areas vary so much more than chance that it has to be said. */
  private static final double OVERDISPERSED = 1.5;

  private Funnels() {}

  /** An area's name and letters. */
  record Named(String name, String letters) {}

  /**
   * Draws areas in the order given.
   *
   * @param measure what is counted for each thousand
   * @param across what it is counted of
   */
  static FunnelChart chart(
      String id,
      String title,
      String measure,
      String across,
      List<Funnel.Given> given,
      Map<String, Named> names,
      String more,
      String csv) {
    Funnel funnel = Funnel.of(given);
    List<FunnelChart.Dot> dots = new ArrayList<>();
    int outside = 0;
    for (Funnel.Area area : funnel.areas()) {
      Named named = names.getOrDefault(area.given().id(), new Named(area.given().id(), "?"));
      boolean out = !area.position().equals("within");
      outside += out ? 1 : 0;
      dots.add(
          new FunnelChart.Dot(
              named.letters(),
              named.name(),
              area.given().events(),
              area.given().population(),
              area.rate() * THOUSAND,
              lies(area.position()),
              out));
    }
    double most = given.stream().mapToDouble(Funnel.Given::population).max().orElse(1);
    List<FunnelChart.Limit> limits = new ArrayList<>();
    // Below one event expected the limits say nothing.
    double least = Math.min(most, 1 / funnel.rate());
    for (int i = 0; i <= STEPS; i++) {
      // Closer together where the limits bend most.
      double size = least + (most * 1.02 - least) * i * i / (STEPS * STEPS);
      Interval usual = funnel.limits(size, Interval.USUAL_LEVEL);
      Interval outer = funnel.limits(size, Interval.OUTER_LEVEL);
      limits.add(
          new FunnelChart.Limit(
              size,
              usual.lower() * THOUSAND,
              usual.upper() * THOUSAND,
              outer.lower() * THOUSAND,
              outer.upper() * THOUSAND));
    }
    return new FunnelChart(
        id,
        title,
        says(funnel, outside) + more,
        measure,
        across,
        funnel.rate() * THOUSAND,
        dots,
        limits,
        csv);
  }

  private static String says(Funnel funnel, int outside) {
    String says =
        (outside == 0
                ? "Every area lies within"
                : Words.count(outside, "area lies", "areas lie") + " outside")
            + " what chance alone would do at the overall rate (95% limits, exact Poisson)."
            + " This is no ranking.";
    if (funnel.overdispersion() > OVERDISPERSED) {
      says +=
          String.format(
              Locale.UK,
              " Areas vary %.1f times as much as chance: more fall outside than chance explains,"
                  + " without any of them being special.",
              funnel.overdispersion());
    }
    return says;
  }

  private static String lies(String position) {
    return switch (position) {
      case "above-95" -> "Above the 95% limits";
      case "below-95" -> "Below the 95% limits";
      case "above-99.8" -> "Above the 99.8% limits";
      case "below-99.8" -> "Below the 99.8% limits";
      default -> "Within the limits";
    };
  }
}
