package org.heed.rulebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads grades.yaml. */
final class GradesSection {
  private static final int MOST_HOURS = 720;

  private GradesSection() {}

  static Grades read(NodeReader section) {
    int nears = section.needed("action_nears_hours", 1, MOST_HOURS);
    Grades grades =
        new Grades(
            grades(section, "missing", Grades.MISSING),
            grades(section, "cases", Grades.CASES),
            Duration.ofHours(nears));
    section.finish();
    return grades;
  }

  /** Each of them once, in their order: who reads down the list reads down the urgency. */
  private static List<Grades.Grade> grades(NodeReader section, String key, List<String> ids) {
    List<Grades.Grade> grades = new ArrayList<>();
    for (NodeReader item : section.someItems(key, "the grade")) {
      grades.add(
          new Grades.Grade(
              item.id(), item.text("says"), item.text("asks"), item.text("source"), item.at()));
      item.finish();
    }
    List<String> said = grades.stream().map(Grades.Grade::id).toList();
    if (!said.isEmpty() && !said.equals(ids)) {
      section.problem(
          section.at(key),
          "the grades under " + key + " are " + String.join(", ", said),
          "Write " + String.join(", ", ids) + ", in this order");
    }
    return grades;
  }
}
