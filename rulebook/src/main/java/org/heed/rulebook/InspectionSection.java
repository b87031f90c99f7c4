package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sets of criteria of inspection.yaml, each with its scale. */
final class InspectionSection {
  private static final int FEWEST_GRADES = 2;

  private final NodeReader section;
  private final Set<String> standards;
  private final List<Problem> repeated = new ArrayList<>();

  /**
   * A section.
   *
   * @param standards the ids that criteria may name as evidence
   */
  InspectionSection(NodeReader section, Set<String> standards) {
    this.section = section;
    this.standards = Set.copyOf(standards);
  }

  List<InspectionCriteria> read() {
    List<InspectionCriteria> all = new ArrayList<>();
    Uniqueness ids = new Uniqueness("set of criteria", repeated);
    for (NodeReader item : section.someItems("inspections", "the set of criteria")) {
      InspectionCriteria one = criteria(item);
      ids.add(one.id(), one.at());
      all.add(one);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    return all;
  }

  private InspectionCriteria criteria(NodeReader item) {
    List<InspectionCriteria.Grade> scale = scale(item);
    Set<String> grades = new HashSet<>();
    scale.forEach(grade -> grades.add(grade.id()));
    String goodEnough = item.text("good_enough");
    if (!goodEnough.isEmpty() && !grades.contains(goodEnough)) {
      item.problem(
          item.at("good_enough"),
          "“" + goodEnough + "” is no grade of the scale",
          DidYouMean.cure(goodEnough, grades, "Write one of " + String.join(", ", ids(scale))));
    }
    InspectionCriteria read =
        new InspectionCriteria(
            item.id(),
            item.text("version"),
            inForce(item),
            item.text("title"),
            item.text("source"),
            scale,
            goodEnough,
            list(item),
            item.at());
    item.finish();
    return read;
  }

  private static LocalDate inForce(NodeReader item) {
    return item.date("in_force")
        .orElseGet(() -> {
          if (!item.has("in_force")) {
            item.problem(
                item.at(), "the set of criteria has no in_force", "Add in_force: 2024-04-16");
          }
          return LocalDate.MAX;
        });
  }

  private List<InspectionCriteria.Grade> scale(NodeReader item) {
    List<InspectionCriteria.Grade> scale = new ArrayList<>();
    Uniqueness grades = new Uniqueness("grade", repeated);
    for (NodeReader grade : item.someItems("scale", "the grade")) {
      scale.add(new InspectionCriteria.Grade(grade.id(), grade.text("title")));
      grades.add(scale.getLast().id(), grade.at());
      grade.finish();
    }
    if (scale.size() == 1) {
      item.problem(
          item.at("scale"),
          "a scale of one grade tells nothing apart",
          "List " + FEWEST_GRADES + " grades or more, the worst first");
    }
    return scale;
  }

  private static List<String> ids(List<InspectionCriteria.Grade> scale) {
    return scale.stream().map(InspectionCriteria.Grade::id).toList();
  }

  private List<InspectionCriteria.Criterion> list(NodeReader item) {
    List<InspectionCriteria.Criterion> all = new ArrayList<>();
    Uniqueness ids = new Uniqueness("criterion", repeated);
    for (NodeReader one : item.someItems("criteria", "the criterion")) {
      InspectionCriteria.Criterion criterion =
          new InspectionCriteria.Criterion(
              one.id(),
              one.text("title"),
              one.text("says"),
              one.word("unit", units(), null),
              named(one),
              one.at());
      one.finish();
      ids.add(criterion.id(), criterion.at());
      all.add(criterion);
    }
    return all;
  }

  private Set<String> named(NodeReader criterion) {
    Set<String> named = new HashSet<>();
    for (Sample standard : criterion.texts("standards")) {
      if (!standards.contains(standard.text())) {
        criterion.problem(
            standard.at(),
            "there is no standard “" + standard.text() + "”",
            DidYouMean.cure(standard.text(), standards, "Name files of standards/"));
      }
      named.add(standard.text());
    }
    return named;
  }

  private static Map<String, InspectionCriteria.Unit> units() {
    Map<String, InspectionCriteria.Unit> units = new LinkedHashMap<>();
    Arrays.stream(InspectionCriteria.Unit.values()).forEach(unit -> units.put(unit.word(), unit));
    return units;
  }
}
