package org.heed.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the areas of child protection of inspection.yaml, in the order in which they apply. */
final class ProtectionAreasSection {
  private final NodeReader section;
  private final Set<String> measures;
  private final List<Problem> repeated = new ArrayList<>();
  private final Map<ProtectionArea.Shown, Where> first = new HashMap<>();

  /**
   * A section.
   *
   * @param measures the ids that areas may name
   */
  ProtectionAreasSection(NodeReader section, Set<String> measures) {
    this.section = section;
    this.measures = Set.copyOf(measures);
  }

  List<ProtectionArea> read() {
    List<ProtectionArea> all = new ArrayList<>();
    Uniqueness ids = new Uniqueness("area of protection", repeated);
    for (NodeReader item : section.items("protection_areas", "the area of protection")) {
      ProtectionArea one =
          new ProtectionArea(
              item.id(), item.text("title"), item.text("source"), shown(item), item.at());
      item.finish();
      if (one.id().equals("not-known")) {
        item.problem(
            item.at("id"),
            "“not-known” is the stratum of cases that nothing shows an area of",
            "Give the area another id");
      }
      ids.add(one.id(), one.at());
      all.add(one);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    return all;
  }

  private List<ProtectionArea.Shown> shown(NodeReader item) {
    List<ProtectionArea.Shown> shown = new ArrayList<>();
    boolean any = false;
    for (ProtectionArea.Kind kind : ProtectionArea.Kind.values()) {
      any |= item.has(kind.word());
      Set<String> codes = kind == ProtectionArea.Kind.MEASURES ? measures : kind.codes();
      for (Sample code : item.texts(kind.word())) {
        if (!codes.contains(code.text())) {
          item.problem(
              code.at(),
              kind.word() + " cannot be “" + code.text() + "”",
              DidYouMean.cure(code.text(), codes, otherwise(kind, codes)));
        }
        ProtectionArea.Shown one = new ProtectionArea.Shown(kind, code.text());
        Where before = first.putIfAbsent(one, code.at());
        if (before != null && shown.stream().noneMatch(one::equals)) {
          item.problem(
              code.at(),
              "“" + code.text() + "” shows an earlier area already, at " + before,
              "Leave it with one of them: a case counts in the first");
        }
        shown.add(one);
      }
    }
    if (!any) {
      item.problem(
          item.at(),
          "nothing shows the area of protection",
          "Add measures, routes, kinds, flags or missing");
    }
    return shown;
  }

  private static String otherwise(ProtectionArea.Kind kind, Set<String> codes) {
    return kind == ProtectionArea.Kind.MEASURES
        ? "Name measures of outcomes.yaml"
        : "Write some of " + String.join(", ", codes.stream().sorted().toList());
  }
}
