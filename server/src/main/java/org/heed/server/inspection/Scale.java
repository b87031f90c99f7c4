package org.heed.server.inspection;

import java.util.List;
import java.util.stream.Collectors;
import org.heed.rulebook.InspectionCriteria;

/**
 * The grades that an inspection gives, from the worst to the best, and from which on they are good
 * enough.
 */
public record Scale(List<Step> steps, String goodEnough) {
  /** A person may always say that the record does not tell. */
  public static final String CANNOT_TELL = "cannot-tell";

  public Scale {
    steps = List.copyOf(steps);
  }

  /** A grade. */
  public record Step(String id, String title) {}

  static Scale of(InspectionCriteria criteria) {
    return new Scale(
        criteria.scale().stream().map(one -> new Step(one.id(), one.title())).toList(),
        criteria.goodEnough());
  }

  static Scale parse(String lines, String goodEnough) {
    return new Scale(
        lines
            .lines()
            .map(line -> line.split("\t", 2))
            .map(parts -> new Step(parts[0], parts[1]))
            .toList(),
        goodEnough);
  }

  /** As the record keeps it. */
  String lines() {
    return steps.stream()
        .map(step -> step.id() + "\t" + step.title() + "\n")
        .collect(Collectors.joining());
  }

  /** The grades' codes. */
  public List<String> ids() {
    return steps.stream().map(Step::id).toList();
  }

  /** From 0 for the worst; -1 for none of it. */
  public int place(String grade) {
    return ids().indexOf(grade);
  }

  /** Whether a grade is on the scale and below what is good enough. */
  public boolean isWanting(String grade) {
    return place(grade) >= 0 && place(grade) < place(goodEnough);
  }

  /** Whether somebody may give it. */
  public boolean allows(String grade) {
    return grade.equals(CANNOT_TELL) || place(grade) >= 0;
  }

  /** A grade in words. */
  public String title(String grade) {
    return grade.equals(CANNOT_TELL)
        ? "Cannot tell from the record"
        : steps.stream()
            .filter(step -> step.id().equals(grade))
            .map(Step::title)
            .findFirst()
            .orElse(grade);
  }
}
