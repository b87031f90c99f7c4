package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.StratifiedShare;

/**
 * Shares of a frame's cases, from those drawn of each stratum; of a list that was brought, shares
 * of its own cases, whose limits are what the ungraded ones leave open. A case drawn that is not
 * settled, or of which the record cannot tell, may have any grade: it widens the interval and
 * lowers nothing.
 */
final class Shares {
  private static final double LEVEL = Interval.USUAL_LEVEL;

  private final Inspection inspection;
  private final Grades grades;

  Shares(Inspection inspection, Grades grades) {
    this.inspection = inspection;
    this.grades = grades;
  }

  /**
   * A share.
   *
   * @param cases drawn that have it
   * @param settled drawn cases that have a grade at all
   * @param estimate of the whole frame; not a number where a stratum has no grade
   * @param standardError by design; not a number where it cannot be told
   */
  record Share(long cases, long settled, Estimate estimate, double standardError) {}

  /** The share of cases whose grade by a criterion is such a one. */
  Share of(String criterion, Predicate<String> such) {
    return inspection.isBrought() ? ofList(criterion, such) : ofFrame(criterion, such);
  }

  /** Of a list that was brought: its own cases, as they are, and nothing beyond them. */
  private Share ofList(String criterion, Predicate<String> such) {
    List<String> graded =
        inspection.cases().stream().flatMap(one -> grade(one, criterion).stream()).toList();
    long found = graded.stream().filter(such).count();
    double all = inspection.cases().size();
    double open = all - graded.size();
    return new Share(
        found,
        graded.size(),
        new Estimate(
            graded.isEmpty() ? Double.NaN : (double) found / graded.size(),
            new Interval(found / all, (found + open) / all, LEVEL)),
        Double.NaN);
  }

  private Share ofFrame(String criterion, Predicate<String> such) {
    List<StratifiedShare.Stratum> told = new ArrayList<>();
    List<StratifiedShare.Stratum> least = new ArrayList<>();
    List<StratifiedShare.Stratum> most = new ArrayList<>();
    long all = 0;
    long settled = 0;
    for (Inspection.Stratum stratum : inspection.strata()) {
      long drawn = 0;
      long graded = 0;
      long found = 0;
      for (Inspection.Drawn one : inspection.cases()) {
        if (one.stratum().equals(stratum.name())) {
          drawn++;
          Optional<String> grade = grade(one, criterion);
          graded += grade.isPresent() ? 1 : 0;
          found += grade.filter(such).isPresent() ? 1 : 0;
        }
      }
      told.add(new StratifiedShare.Stratum(stratum.population(), graded, found));
      least.add(new StratifiedShare.Stratum(stratum.population(), drawn, found));
      most.add(new StratifiedShare.Stratum(stratum.population(), drawn, found + drawn - graded));
      all += found;
      settled += graded;
    }
    StratifiedShare share = StratifiedShare.of(told, LEVEL);
    Interval between =
        new Interval(
            StratifiedShare.of(least, LEVEL).share().interval().lower(),
            StratifiedShare.of(most, LEVEL).share().interval().upper(),
            LEVEL);
    return new Share(
        all, settled, new Estimate(share.share().value(), between), share.standardError());
  }

  private Optional<String> grade(Inspection.Drawn one, String criterion) {
    return grades
        .settled(inspection, one.caseFile(), criterion)
        .filter(grade -> !grade.equals(Scale.CANNOT_TELL));
  }
}
