package org.heed.server.inspection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one part gave one case, or the force, all at once, and what they corrected since.
 *
 * @param caseFile null: the force
 * @param account who gave it, called {@code by}
 * @param grades by criterion, as given first
 * @param corrections the earliest first
 * @param passages of the record that the grades rest on
 */
public record Grading(
    UUID id,
    @Nullable UUID caseFile,
    Part part,
    UUID account,
    String by,
    Instant at,
    Map<String, Given> grades,
    List<Correction> corrections,
    List<Passage> passages) {
  public Grading {
    grades = Map.copyOf(grades);
    corrections = List.copyOf(corrections);
    passages = List.copyOf(passages);
  }

  /** A grade with its reason. */
  public record Given(String grade, String reason) {
    @Override
    public String toString() {
      return "Given[" + grade + "]";
    }
  }

  /**
   * A grade that who gave it corrected.
   *
   * @param why it was corrected
   */
  public record Correction(
      String criterion, int seq, String grade, String reason, String why, Instant at) {
    @Override
    public String toString() {
      return "Correction[" + criterion + ", " + grade + "]";
    }
  }

  /**
   * Words of the record that a grade rests on.
   *
   * @param record the report whose words they are, or the case
   * @param source where in it, in words
   * @param start code points of that text
   */
  public record Passage(
      String criterion, UUID record, String source, int start, int end, String quote) {
    @Override
    public String toString() {
      return "Passage[" + record + ", " + start + " to " + end + "]";
    }
  }

  /** The grade by a criterion as it stands: the latest correction, or what was given first. */
  public Optional<Given> current(String criterion) {
    return corrected(criterion, Instant.MAX).or(() -> Optional.ofNullable(grades.get(criterion)));
  }

  /** The grade as it stood at a moment. */
  Optional<Given> at(String criterion, Instant moment) {
    return corrected(criterion, moment).or(() -> Optional.ofNullable(grades.get(criterion)));
  }

  private Optional<Given> corrected(String criterion, Instant moment) {
    return corrections.stream()
        .filter(one -> one.criterion().equals(criterion) && !one.at().isAfter(moment))
        .max(Comparator.comparingInt(Correction::seq))
        .map(one -> new Given(one.grade(), one.reason()));
  }

  /** What became of a disagreement; the latest counts. */
  public record Resolution(
      @Nullable UUID caseFile,
      String criterion,
      int seq,
      String grade,
      String reason,
      String by,
      Instant at) {
    @Override
    public String toString() {
      return "Resolution[" + criterion + ", " + grade + "]";
    }
  }

  /** The part and the case; reasons are personal. */
  @Override
  public String toString() {
    return "Grading[" + part + ", " + caseFile + "]";
  }
}
