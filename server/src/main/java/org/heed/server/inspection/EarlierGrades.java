package org.heed.server.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.heed.figures.Interval;
import org.heed.figures.sampling.Allocation;
import org.heed.figures.sampling.StratifiedShare;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/** What earlier grades tell of strata, for sharing out the next sample. */
@Service
public class EarlierGrades {
  private final Acts acts;
  private final InspectionStore inspections;
  private final GradingStore gradings;

  public EarlierGrades(Acts acts, InspectionStore inspections, GradingStore gradings) {
    this.acts = acts;
    this.inspections = inspections;
    this.gradings = gradings;
  }

  /**
   * What the last inspection by the same criteria and strata told of each stratum.
   *
   * @param of that inspection's title
   * @param leftOut graded cases of it, and of later ones that nothing else is graded of, that are
   *     restricted to others than the asker
   * @param graded cases with a grade overall, by stratum
   * @param wanting those of them that are not good enough
   */
  public record Told(
      String of, int leftOut, Map<String, Integer> graded, Map<String, Integer> wanting) {
    public Told {
      graded = Map.copyOf(graded);
      wanting = Map.copyOf(wanting);
    }

    /**
     * The share expected of a stratum: towards a half, the fewer were graded, so that one whose few
     * cases were alike is not left out (one success and one failure added, Agresti and Coull 1998).
     */
    public double share(String stratum) {
      return (wanting.getOrDefault(stratum, 0) + 1.0) / (graded.getOrDefault(stratum, 0) + 2.0);
    }

    /** A sample shared out by size and by how much cases are expected to differ. */
    public Map<String, Integer> neyman(int size, SortedMap<String, Integer> strata) {
      List<Double> spreads =
          strata.keySet().stream().map(name -> Math.sqrt(share(name) * (1 - share(name)))).toList();
      return Allocation.named(
          strata, Allocation.neyman(size, List.copyOf(strata.values()), spreads));
    }

    /** To within how much a sample would tell the share of the frame, were cases as before. */
    public double halfWidth(SortedMap<String, Integer> strata, Map<String, Integer> sizes) {
      return StratifiedShare.expectedHalfWidth(
          List.copyOf(strata.values()),
          strata.keySet().stream().map(name -> sizes.getOrDefault(name, 0)).toList(),
          strata.keySet().stream().map(this::share).toList(),
          Interval.USUAL_LEVEL);
    }
  }

  /** The latest that has any; empty where nothing was graded so before. */
  public Optional<Told> find(Caller caller, String criteria, StrataBy strata) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          int leftOut = 0;
          for (Inspection one : inspections.list()) {
            if (!one.isBrought()
                && one.criteria().equals(criteria)
                && one.frame().strata() == strata) {
              leftOut += gradings.leftOut(one.id());
              Told told = told(one, gradings.grades(one.id()), leftOut);
              if (!told.graded().isEmpty()) {
                return Optional.of(told);
              }
            }
          }
          return Optional.empty();
        });
  }

  private static Told told(Inspection one, Grades grades, int leftOut) {
    Map<String, Integer> graded = new LinkedHashMap<>();
    Map<String, Integer> wanting = new LinkedHashMap<>();
    for (Inspection.Drawn drawn : one.cases()) {
      grades
          .settled(one, drawn.caseFile(), Inspection.OVERALL)
          .filter(grade -> !grade.equals(Scale.CANNOT_TELL))
          .ifPresent(grade -> {
            graded.merge(drawn.stratum(), 1, Integer::sum);
            wanting.merge(drawn.stratum(), one.scale().isWanting(grade) ? 1 : 0, Integer::sum);
          });
    }
    return new Told(one.title(), leftOut, graded, wanting);
  }
}
