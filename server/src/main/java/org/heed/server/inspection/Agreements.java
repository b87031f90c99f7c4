package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.Flattery;
import org.jspecify.annotations.Nullable;

/**
 * How far the parts of an inspection agree, and where self-grades lie beside the grades that count.
 */
final class Agreements {
  private final Inspection inspection;
  private final Grades grades;

  Agreements(Inspection inspection, Grades grades) {
    this.inspection = inspection;
    this.grades = grades;
  }

  /** Of the independent parts, before anything was settled; none where no case has all of them. */
  Optional<InspectorAgreement> ofInspectors(String criterion) {
    List<Part> parts = Part.INDEPENDENT.stream().filter(inspection.parts()::contains).toList();
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Inspection.Drawn one : inspection.cases()) {
      List<@Nullable String> row = new ArrayList<>();
      parts.forEach(part -> given(one, part, criterion).ifPresent(row::add));
      if (row.size() == parts.size()) {
        rows.add(row);
      }
    }
    return rows.isEmpty() || parts.size() < 2
        ? Optional.empty()
        : Optional.of(InspectorAgreement.of(rows, inspection.scale().ids()));
  }

  /**
   * Of self-grades with the grades that count; none where no case has both. Counts are of the cases
   * that have both; the share is of the frame, each stratum by its size, and a case without both
   * may have been graded better or not.
   */
  Optional<Flattery> ofSelf(String criterion) {
    int size = inspection.scale().steps().size();
    int[][] table = new int[size][size];
    int both = 0;
    for (Inspection.Drawn one : inspection.cases()) {
      Optional<Pair> pair = pair(one, criterion);
      if (pair.isPresent()) {
        table[pair.get().counts()][pair.get().self()]++;
        both++;
      }
    }
    boolean independent = Part.INDEPENDENT.stream().anyMatch(inspection.parts()::contains);
    if (both == 0 || !independent) {
      return Optional.empty();
    }
    Flattery counted = Flattery.of(table, Interval.USUAL_LEVEL);
    Estimate share =
        new Shares(inspection, grades)
            .of(one -> pair(one, criterion).map(pair -> pair.self() > pair.counts()))
            .estimate();
    return Optional.of(new Flattery(counted.higher(), counted.same(), counted.lower(), share));
  }

  /** Both grades of a case, by their places on the scale. */
  private record Pair(int self, int counts) {}

  private Optional<Pair> pair(Inspection.Drawn one, String criterion) {
    return given(one, Part.SELF, criterion)
        .flatMap(self ->
            grades
                .settled(inspection, one.caseFile(), criterion)
                .filter(grade -> !grade.equals(Scale.CANNOT_TELL))
                .map(counts ->
                    new Pair(inspection.scale().place(self), inspection.scale().place(counts))));
  }

  private Optional<String> given(Inspection.Drawn one, Part part, String criterion) {
    return grades
        .blind(one.caseFile(), part, criterion)
        .map(Grading.Given::grade)
        .filter(grade -> !grade.equals(Scale.CANNOT_TELL));
  }
}
