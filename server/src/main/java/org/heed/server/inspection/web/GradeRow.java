package org.heed.server.inspection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.inspection.Grades;
import org.heed.server.inspection.Grading;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.Scale;
import org.heed.server.web.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A criterion with its form and, once they are open, what each part gave.
 *
 * @param caseFile null: the force
 * @param typed the form as typed
 */
public record GradeRow(
    Inspection inspection,
    @Nullable UUID caseFile,
    Inspection.Criterion criterion,
    Grades grades,
    Map<String, String> typed) {

  /** What a part gave, in words. */
  public record Said(String who, String grade, String reason) {
    @Override
    public String toString() {
      return "Said[" + who + "]";
    }
  }

  public String field() {
    return "grade-" + criterion.id();
  }

  public String reasonField() {
    return "reason-" + criterion.id();
  }

  public String reason() {
    return typed.getOrDefault(reasonField(), "");
  }

  public List<Choice> choices() {
    return choices(inspection.scale(), typed.getOrDefault(field(), ""));
  }

  /** The grades of a scale, the best first, as radios. */
  static List<Choice> choices(Scale scale, String chosen) {
    List<Choice> choices = new ArrayList<>();
    for (Scale.Step step : scale.steps().reversed()) {
      choices.add(Choice.of(step.id(), step.title()).chosen(chosen));
    }
    choices.add(
        Choice.of(Scale.CANNOT_TELL, scale.title(Scale.CANNOT_TELL))
            .hint("Say in the reason what is missing")
            .chosen(chosen));
    return choices;
  }

  /** What each part gave that is open to the asker, and how it was settled. */
  public List<Said> said() {
    List<Said> said = new ArrayList<>();
    for (Part part : Part.values()) {
      Optional<Grading> grading = grades.grading(caseFile, part);
      grading.ifPresent(one ->
          grades
              .given(caseFile, part, criterion.id())
              .ifPresent(given ->
                  said.add(
                      new Said(
                          part.title() + ", " + one.by(),
                          inspection.scale().title(given.grade()),
                          given.reason()))));
    }
    grades
        .resolution(caseFile, criterion.id())
        .ifPresent(one ->
            said.add(
                new Said(
                    "Resolved by " + one.by(),
                    inspection.scale().title(one.grade()),
                    one.reason())));
    return said;
  }

  /** Whether the inspectors differ and nobody has resolved it. */
  public boolean differs() {
    return grades.isOpenDisagreement(caseFile, criterion.id());
  }
}
