package org.heed.server.inspection;

import java.util.List;
import java.util.Optional;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.Flattery;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection shows, with how sure one can be of it.
 *
 * @param settled cases that have a grade overall
 * @param grades the share of the frame that each grade overall has, the worst first
 * @param criteria each criterion of cases, overall last
 * @param force what was settled of the force, by criterion
 * @param open disagreements that nobody has resolved
 * @param population the frame held against standards
 * @param referrals cases referred back
 * @param closed cases drawn that are restricted to others than the asker now
 * @param leftOut of these, cases that are graded: no figure here is of them
 */
public record InspectionResult(
    Inspection inspection,
    long settled,
    List<OfGrade> grades,
    List<OfCriterion> criteria,
    List<OfForce> force,
    List<Open> open,
    Population population,
    int referrals,
    int closed,
    int leftOut) {
  public InspectionResult {
    grades = List.copyOf(grades);
    criteria = List.copyOf(criteria);
    force = List.copyOf(force);
    open = List.copyOf(open);
  }

  /** A grade's share. */
  public record OfGrade(String title, long cases, Estimate share) {}

  /**
   * A criterion.
   *
   * @param wanting cases drawn that are not good enough
   * @param settled cases drawn that have a grade
   * @param share of the frame that is not good enough
   * @param standardError by design; not a number where it cannot be told
   * @param agreement of the inspectors
   * @param self where self-grades lie
   */
  public record OfCriterion(
      Inspection.Criterion criterion,
      long wanting,
      long settled,
      Estimate share,
      double standardError,
      Optional<InspectorAgreement> agreement,
      Optional<Flattery> self) {

    /**
     * Whether the cases of each stratum are alike: the error by design is then none, and would
     * claim what the interval beside it does not.
     */
    public boolean isAlike() {
      return standardError == 0 && share.interval().lower() < share.interval().upper();
    }
  }

  /** What was settled of the force. */
  public record OfForce(Inspection.Criterion criterion, Optional<String> grade) {}

  /**
   * A disagreement that is open.
   *
   * @param drawn null: of the force
   */
  public record Open(Inspection.@Nullable Drawn drawn, Inspection.Criterion criterion) {}

  static InspectionResult of(
      Inspection of, Grades grades, Population population, int referrals, int closed, int leftOut) {
    Shares shares = new Shares(of, grades);
    Agreements agreements = new Agreements(of, grades);
    return new InspectionResult(
        of,
        shares.of(Inspection.OVERALL, _ -> true).settled(),
        of.scale().steps().stream()
            .map(step -> {
              Shares.Share share = shares.of(Inspection.OVERALL, step.id()::equals);
              return new OfGrade(step.title(), share.cases(), share.estimate());
            })
            .toList(),
        of.ofCases().stream().map(one -> criterion(one, of, shares, agreements)).toList(),
        of.ofTheForce().stream()
            .map(one -> new OfForce(one, grades.settled(of, null, one.id())))
            .toList(),
        disagreements(of, grades),
        population,
        referrals,
        closed,
        leftOut);
  }

  private static OfCriterion criterion(
      Inspection.Criterion one, Inspection of, Shares shares, Agreements agreements) {
    Shares.Share wanting = shares.of(one.id(), of.scale()::isWanting);
    return new OfCriterion(
        one,
        wanting.cases(),
        wanting.settled(),
        wanting.estimate(),
        wanting.standardError(),
        agreements.ofInspectors(one.id()),
        agreements.ofSelf(one.id()));
  }

  private static List<Open> disagreements(Inspection of, Grades grades) {
    List<Open> open = new java.util.ArrayList<>();
    for (Inspection.Criterion one : of.ofTheForce()) {
      if (grades.isOpenDisagreement(null, one.id())) {
        open.add(new Open(null, one));
      }
    }
    for (Inspection.Drawn drawn : of.cases()) {
      for (Inspection.Criterion one : of.ofCases()) {
        if (grades.isOpenDisagreement(drawn.caseFile(), one.id())) {
          open.add(new Open(drawn, one));
        }
      }
    }
    return open;
  }
}
