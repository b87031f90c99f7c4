package org.heed.server.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one part gave one case, or the force, all at once.
 *
 * @param caseFile null: the force
 * @param grades by criterion
 */
public record Grading(
    UUID id, @Nullable UUID caseFile, Part part, String by, Instant at, Map<String, Given> grades) {
  public Grading {
    grades = Map.copyOf(grades);
  }

  /** A grade with its reason. */
  public record Given(String grade, String reason) {
    @Override
    public String toString() {
      return "Given[" + grade + "]";
    }
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
