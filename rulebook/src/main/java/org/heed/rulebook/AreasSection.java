package org.heed.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads areas.yaml. */
final class AreasSection {
  private static final Map<String, String> KINDS = kinds();

  private AreasSection() {}

  static List<Area> read(NodeReader section) {
    List<Area> areas = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("area", repeated);
    Set<String> known = new HashSet<>();
    for (NodeReader item : section.someItems("areas", "the area")) {
      Area area =
          new Area(
              item.id(),
              item.text("title"),
              item.word("kind", KINDS, null),
              item.optionalText("code"),
              item.optionalText("in"),
              item.at());
      item.finish();
      ids.add(area.id(), area.at());
      if (area.in().isPresent() && !known.contains(area.in().get())) {
        item.problem(
            item.at("in"),
            "there is no area “" + area.in().get() + "” further up",
            DidYouMean.cure(area.in().get(), known, "List an area after the one that holds it"));
      }
      known.add(area.id());
      areas.add(area);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return areas;
  }

  private static Map<String, String> kinds() {
    Map<String, String> words = new LinkedHashMap<>();
    for (String kind : List.of("nation", "force", "borough", "district", "other")) {
      words.put(kind, kind);
    }
    return words;
  }
}
