package org.heed.server.inspection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.inspection.Grading.Given;
import org.heed.server.inspection.Grading.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * All grades of an inspection that are open to whoever asks, and what became of disagreements.
 *
 * @param gradings those of others only where every part has graded
 */
public record Grades(List<Grading> gradings, List<Resolution> resolutions) {
  public Grades {
    gradings = List.copyOf(gradings);
    resolutions = List.copyOf(resolutions);
  }

  /** What a part gives, as it stands. */
  public Optional<Given> given(@Nullable UUID caseFile, Part part, String criterion) {
    return grading(caseFile, part).flatMap(one -> one.current(criterion));
  }

  /**
   * What a part gave before it saw the others: without what was corrected after the last part had
   * graded, when grades open.
   */
  Optional<Given> blind(@Nullable UUID caseFile, Part part, String criterion) {
    Instant opened =
        gradings.stream()
            .filter(one -> Objects.equals(one.caseFile(), caseFile))
            .map(Grading::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return grading(caseFile, part).flatMap(one -> one.at(criterion, opened));
  }

  /** A part's grading. */
  public Optional<Grading> grading(@Nullable UUID caseFile, Part part) {
    return gradings.stream()
        .filter(one -> one.part() == part && Objects.equals(one.caseFile(), caseFile))
        .findFirst();
  }

  /** How a disagreement was resolved last; what was said where there was none resolves nothing. */
  public Optional<Resolution> resolution(@Nullable UUID caseFile, String criterion) {
    List<Resolution> said =
        resolutions.stream()
            .filter(one ->
                Objects.equals(one.caseFile(), caseFile) && one.criterion().equals(criterion))
            .sorted(Comparator.comparingInt(Resolution::seq))
            .toList();
    return said.stream().anyMatch(one -> differ(caseFile, criterion, one.at()))
        ? Optional.of(said.getLast())
        : Optional.empty();
  }

  /** Whether the independent parts differ and nobody has resolved it. */
  public boolean isOpenDisagreement(@Nullable UUID caseFile, String criterion) {
    return resolution(caseFile, criterion).isEmpty() && differ(caseFile, criterion, Instant.MAX);
  }

  /** Whether the independent parts differ, or did until somebody resolved it. */
  boolean isApart(@Nullable UUID caseFile, String criterion) {
    return resolution(caseFile, criterion).isPresent() || isOpenDisagreement(caseFile, criterion);
  }

  private boolean differ(@Nullable UUID caseFile, String criterion, Instant then) {
    return Part.INDEPENDENT.stream()
            .flatMap(
                part -> grading(caseFile, part).flatMap(one -> one.at(criterion, then)).stream())
            .map(Given::grade)
            .distinct()
            .count()
        > 1;
  }

  /**
   * The grade that counts: as resolved, else what the independent parts agree on, else, where an
   * inspection has none of these, the self-grade. None while parts differ.
   */
  public Optional<String> settled(Inspection of, @Nullable UUID caseFile, String criterion) {
    Optional<Resolution> resolved = resolution(caseFile, criterion);
    if (resolved.isPresent()) {
      return resolved.map(Resolution::grade);
    }
    List<Part> asked = Part.INDEPENDENT.stream().filter(of.parts()::contains).toList();
    List<Part> counting = asked.isEmpty() ? List.of(Part.SELF) : asked;
    List<String> grades =
        counting.stream()
            .flatMap(part -> given(caseFile, part, criterion).stream())
            .map(Given::grade)
            .toList();
    return grades.size() == counting.size() && grades.stream().distinct().count() == 1
        ? Optional.of(grades.getFirst())
        : Optional.empty();
  }
}
