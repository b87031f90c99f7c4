package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
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

  /** Of self-grades with the grades that count; none where no case has both. */
  Optional<Flattery> ofSelf(String criterion) {
    int size = inspection.scale().steps().size();
    int[][] table = new int[size][size];
    int both = 0;
    for (Inspection.Drawn one : inspection.cases()) {
      Optional<String> self = given(one, Part.SELF, criterion);
      Optional<String> counts =
          grades
              .settled(inspection, one.caseFile(), criterion)
              .filter(grade -> !grade.equals(Scale.CANNOT_TELL));
      if (self.isPresent() && counts.isPresent()) {
        table[inspection.scale().place(counts.get())][inspection.scale().place(self.get())]++;
        both++;
      }
    }
    boolean independent = Part.INDEPENDENT.stream().anyMatch(inspection.parts()::contains);
    return both == 0 || !independent
        ? Optional.empty()
        : Optional.of(Flattery.of(table, Interval.USUAL_LEVEL));
  }

  private Optional<String> given(Inspection.Drawn one, Part part, String criterion) {
    return grades
        .blind(one.caseFile(), part, criterion)
        .map(Grading.Given::grade)
        .filter(grade -> !grade.equals(Scale.CANNOT_TELL));
  }
}
