package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.uncertainty.ProportionInterval;
import org.jspecify.annotations.Nullable;

/**
 * Every case of the frame against every standard, beside the grades that people gave the sample:
 * which standards go with a poor grade, and in which cases people and clocks say different things.
 *
 * @param frame how many cases the frame has
 * @param open how many of them are open to the asker, and were held against standards
 * @param standards each standard that was asked for
 * @param disagree cases drawn where people and clocks say different things, in the order drawn
 */
public record Population(
    int frame, int open, List<OfStandard> standards, List<Disagrees> disagree) {
  public Population {
    standards = List.copyOf(standards);
    disagree = List.copyOf(disagree);
  }

  /**
   * One standard over the frame and the sample.
   *
   * @param asked cases in which it ran out or was done
   * @param missed cases of those in which it is not evidenced or breached at least once
   * @param late cases of those in which it was done late
   * @param wanting of the missed cases that were graded, those whose grade is wanting
   * @param gradedMissed of the missed cases, those that were graded
   * @param otherWanting of the graded cases where it was asked for and not missed, the wanting ones
   * @param gradedOther how many those are
   */
  public record OfStandard(
      String id,
      String title,
      int asked,
      int missed,
      int late,
      int wanting,
      int gradedMissed,
      int otherWanting,
      int gradedOther) {

    /**
     * How much more often the grade is not good enough where it was missed, in shares of the cases
     * graded, by Wilson limits joined (Newcombe 1998); not a number where either has no case.
     */
    public Estimate difference() {
      return GradeTrend.change(share(otherWanting, gradedOther), share(wanting, gradedMissed));
    }

    private static Estimate share(int some, int all) {
      return all == 0
          ? new Estimate(Double.NaN, new Interval(0, 1, Interval.USUAL_LEVEL))
          : new Estimate(
              (double) some / all, ProportionInterval.wilson(some, all, Interval.USUAL_LEVEL));
    }
  }

  /**
   * A case in which people and clocks say different things.
   *
   * @param missed standards not evidenced or breached
   */
  public record Disagrees(
      Inspection.Drawn drawn, String grade, boolean wanting, List<String> missed) {
    public Disagrees {
      missed = List.copyOf(missed);
    }
  }

  static Population of(
      Inspection inspection, Grades grades, int frame, Map<UUID, CaseEvidence> evidence) {
    Map<UUID, Boolean> wanting = new HashMap<>();
    List<Disagrees> disagree = new ArrayList<>();
    for (Inspection.Drawn drawn : inspection.cases()) {
      Optional<String> grade =
          grades
              .settled(inspection, drawn.caseFile(), Inspection.OVERALL)
              .filter(one -> !one.equals(Scale.CANNOT_TELL));
      if (grade.isPresent()) {
        boolean poor = inspection.scale().isWanting(grade.get());
        wanting.put(drawn.caseFile(), poor);
        CaseEvidence of = evidence.get(drawn.caseFile());
        if (of != null && poor == of.missed().isEmpty()) {
          disagree.add(new Disagrees(drawn, grade.get(), poor, of.missed()));
        }
      }
    }
    return new Population(frame, evidence.size(), standards(evidence, wanting), disagree);
  }

  private static List<OfStandard> standards(
      Map<UUID, CaseEvidence> evidence, Map<UUID, Boolean> wanting) {
    Map<String, Counter> counters = new TreeMap<>();
    evidence.forEach((caseFile, of) ->
        of.standards()
            .forEach((id, one) -> {
              if (one.isAsked()) {
                counters
                    .computeIfAbsent(id, _ -> new Counter(one.title()))
                    .add(one, wanting.get(caseFile));
              }
            }));
    List<OfStandard> standards = new ArrayList<>();
    counters.forEach((id, counter) -> standards.add(counter.of(id)));
    standards.sort(Comparator.comparing(OfStandard::title).thenComparing(OfStandard::id));
    return standards;
  }

  /** Counts one standard. */
  private static final class Counter {
    private final String title;
    private int asked;
    private int missed;
    private int late;
    private int wanting;
    private int gradedMissed;
    private int otherWanting;
    private int gradedOther;

    Counter(String title) {
      this.title = title;
    }

    void add(CaseEvidence.OfStandard of, @Nullable Boolean poor) {
      asked++;
      missed += of.missed() ? 1 : 0;
      late += of.late() ? 1 : 0;
      if (poor != null) {
        gradedMissed += of.missed() ? 1 : 0;
        wanting += of.missed() && poor ? 1 : 0;
        gradedOther += of.missed() ? 0 : 1;
        otherWanting += !of.missed() && poor ? 1 : 0;
      }
    }

    OfStandard of(String id) {
      return new OfStandard(
          id, title, asked, missed, late, wanting, gradedMissed, otherWanting, gradedOther);
    }
  }
}
