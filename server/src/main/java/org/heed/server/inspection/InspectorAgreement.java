package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.review.Agreement;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.FleissKappa;
import org.heed.figures.review.Ratings;
import org.heed.figures.uncertainty.ProportionInterval;
import org.jspecify.annotations.Nullable;

/**
 * How far inspectors agree beyond chance, with limits that hold for few cases too.
 *
 * @param graders how many grade each case
 * @param same the percentage of cases that all graded alike
 * @param kappa Cohen's of two, Fleiss' of more
 * @param weighted by steps; not a number of more than two
 * @param alpha Krippendorff's, on the scale's order
 */
public record InspectorAgreement(
    int graders, Estimate same, Estimate kappa, Estimate weighted, Estimate alpha) {
  private static final double LEVEL = Interval.USUAL_LEVEL;

  /** Of rows that each have the grades of all of them. */
  static InspectorAgreement of(List<List<@Nullable String>> rows, List<String> scale) {
    Agreement agreement = Agreement.ofFew(Ratings.of(rows, scale), LEVEL);
    int graders = rows.getFirst().size();
    if (graders == 2) {
      return new InspectorAgreement(
          graders, agreement.percent(), agreement.kappa(), agreement.linear(), agreement.ordinal());
    }
    long alike = rows.stream().filter(row -> row.stream().distinct().count() == 1).count();
    Interval share = ProportionInterval.exact(alike, rows.size(), LEVEL);
    return new InspectorAgreement(
        graders,
        new Estimate(
            100.0 * alike / rows.size(),
            new Interval(100 * share.lower(), 100 * share.upper(), LEVEL)),
        FleissKappa.ofFew(counts(rows, scale), LEVEL),
        new Estimate(Double.NaN, new Interval(-1, 1, LEVEL)),
        agreement.ordinal());
  }

  private static int[][] counts(List<List<@Nullable String>> rows, List<String> scale) {
    List<int[]> counts = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      int[] count = new int[scale.size()];
      for (@Nullable String grade : row) {
        if (grade != null) {
          count[scale.indexOf(grade)]++;
        }
      }
      counts.add(count);
    }
    return counts.toArray(int[][]::new);
  }
}
