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
import org.heed.server.web.Words;
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

  /**
   * What a part gave, in words.
   *
   * @param passages that it rests on
   * @param before what it was before it was corrected, and why
   */
  public record Said(
      String who,
      String grade,
      String reason,
      List<Grading.Passage> passages,
      List<String> before) {
    public Said {
      passages = List.copyOf(passages);
      before = List.copyOf(before);
    }

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
                          given.reason(),
                          one.passages().stream()
                              .filter(each -> each.criterion().equals(criterion.id()))
                              .toList(),
                          before(one)))));
    }
    grades
        .resolution(caseFile, criterion.id())
        .ifPresent(one ->
            said.add(
                new Said(
                    "Resolved by " + one.by(),
                    inspection.scale().title(one.grade()),
                    one.reason(),
                    List.of(),
                    List.of())));
    return said;
  }

  private List<String> before(Grading grading) {
    List<String> before = new ArrayList<>();
    Optional<Grading.Given> earlier = Optional.ofNullable(grading.grades().get(criterion.id()));
    for (Grading.Correction one : grading.corrections()) {
      if (one.criterion().equals(criterion.id()) && earlier.isPresent()) {
        before.add(
            "Corrected on "
                + Words.dateTime(one.at())
                + " from “"
                + inspection.scale().title(earlier.get().grade())
                + "” ("
                + earlier.get().reason()
                + "): "
                + one.why());
        earlier = Optional.of(new Grading.Given(one.grade(), one.reason()));
      }
    }
    return before;
  }

  /** The grade that an account gave and may correct. */
  public Optional<Grading.Given> own(Optional<Part> part) {
    return part.flatMap(one -> grades.given(caseFile, one, criterion.id()));
  }

  public String passagesField() {
    return "passages-" + criterion.id();
  }

  public String passages() {
    return typed.getOrDefault(passagesField(), "");
  }

  /** The grades with one chosen. */
  public List<Choice> choices(String chosen) {
    return choices(inspection.scale(), chosen);
  }

  /** Whether the inspectors differ and nobody has resolved it. */
  public boolean differs() {
    return grades.isOpenDisagreement(caseFile, criterion.id());
  }
}
