package org.heed.server.inspection.web;

import java.util.List;
import java.util.Map;
import org.heed.server.inspection.Grades;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.web.Page;

/** The model of {@code inspection/force.jte}: what is graded once, for the force. */
public record ForcePage(
    Page page, Gradings.Progress progress, Grades grades, Map<String, String> typed) {

  public Inspection inspection() {
    return progress.inspection();
  }

  public String address() {
    return "/inspections/" + inspection().id() + "/force";
  }

  /** Whether the asker is to grade it now. */
  public boolean isMine() {
    return progress.mine().filter(part -> !progress.isGraded(null, part)).isPresent();
  }

  public List<GradeRow> rows() {
    return inspection().ofTheForce().stream()
        .map(one -> new GradeRow(inspection(), null, one, grades, typed))
        .toList();
  }
}
