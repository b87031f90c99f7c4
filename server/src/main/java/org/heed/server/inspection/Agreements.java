package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.review.Agreement;
import org.heed.figures.review.Flattery;
import org.heed.figures.review.Ratings;
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

  /**
   * Of the two independent parts, before anything was resolved; none where nobody graded in both.
   */
  Optional<Agreement> ofInspectors(String criterion) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Inspection.Drawn one : inspection.cases()) {
      Optional<String> first = given(one, Part.FIRST, criterion);
      Optional<String> second = given(one, Part.SECOND, criterion);
      if (first.isPresent() && second.isPresent()) {
        rows.add(Arrays.asList(first.get(), second.get()));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Agreement.of(Ratings.of(rows, inspection.scale().ids()), Interval.USUAL_LEVEL));
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
    boolean independent =
        inspection.parts().contains(Part.FIRST) || inspection.parts().contains(Part.SECOND);
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
