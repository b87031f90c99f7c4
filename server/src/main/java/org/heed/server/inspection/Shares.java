package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private final Inspection inspection;
  private final Grades grades;
  private final double level;

  Shares(Inspection inspection, Grades grades) {
    this(inspection, grades, Interval.USUAL_LEVEL);
  }

  Shares(Inspection inspection, Grades grades, double level) {
    this.level = level;
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
    return of(one -> grade(one, criterion).map(such::test));
  }

  /** The share of cases that have something; of those without an answer it is not known. */
  Share of(Function<Inspection.Drawn, Optional<Boolean>> has) {
    return inspection.isBrought() ? ofList(has) : ofFrame(has);
  }

  /** Of a list that was brought: its own cases, as they are, and nothing beyond them. */
  private Share ofList(Function<Inspection.Drawn, Optional<Boolean>> has) {
    List<Boolean> graded =
        inspection.cases().stream().flatMap(one -> has.apply(one).stream()).toList();
    long found = graded.stream().filter(one -> one).count();
    double all = inspection.cases().size();
    double open = all - graded.size();
    return new Share(
        found,
        graded.size(),
        new Estimate(
            graded.isEmpty() ? Double.NaN : (double) found / graded.size(),
            new Interval(found / all, (found + open) / all, level)),
        Double.NaN);
  }

  private Share ofFrame(Function<Inspection.Drawn, Optional<Boolean>> has) {
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
          Optional<Boolean> answer = has.apply(one);
          graded += answer.isPresent() ? 1 : 0;
          found += answer.orElse(false) ? 1 : 0;
        }
      }
      told.add(new StratifiedShare.Stratum(stratum.population(), graded, found));
      least.add(new StratifiedShare.Stratum(stratum.population(), drawn, found));
      most.add(new StratifiedShare.Stratum(stratum.population(), drawn, found + drawn - graded));
      all += found;
      settled += graded;
    }
    StratifiedShare share = StratifiedShare.of(told, level);
    Interval between =
        new Interval(
            StratifiedShare.of(least, level).share().interval().lower(),
            StratifiedShare.of(most, level).share().interval().upper(),
            level);
    return new Share(
        all, settled, new Estimate(share.share().value(), between), share.standardError());
  }

  private Optional<String> grade(Inspection.Drawn one, String criterion) {
    return grades
        .settled(inspection, one.caseFile(), criterion)
        .filter(grade -> !grade.equals(Scale.CANNOT_TELL));
  }
}
