package org.heed.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads areas.yaml. */
final class AreasSection {
  private static final Map<String, String> KINDS = kinds();

  private AreasSection() {}

  /**
   * The areas, each with what it takes from the one that holds it.
   *
   * @param calendars the ids of the rulebook's
   */
  static List<Area> read(NodeReader section, Set<String> calendars) {
    List<Area> areas = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("area", repeated);
    Map<String, Area> known = new LinkedHashMap<>();
    for (NodeReader item : section.someItems("areas", "the area")) {
      String id = item.id();
      Optional<String> in = item.optionalText("in");
      Optional<Area> holds = in.map(known::get);
      Area area =
          new Area(
              id,
              item.text("title"),
              item.word("kind", KINDS, null),
              item.optionalText("code"),
              in,
              nation(item).or(() -> holds.flatMap(Area::nation)),
              item.optionalText("calendar").or(() -> holds.flatMap(Area::calendar)),
              item.at());
      requireCalendar(area, item, calendars);
      item.finish();
      ids.add(area.id(), area.at());
      if (in.isPresent() && holds.isEmpty()) {
        item.problem(
            item.at("in"),
            "there is no area “" + in.get() + "” further up",
            DidYouMean.cure(in.get(), known.keySet(), "List an area after the one that holds it"));
      }
      known.putIfAbsent(id, area);
      areas.add(area);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return areas;
  }

  private static Optional<String> nation(NodeReader item) {
    return item.has("nation")
        ? Optional.of(item.word("nation", StandardSection.NATIONS, null))
        : Optional.empty();
  }

  private static void requireCalendar(Area area, NodeReader item, Set<String> calendars) {
    if (item.has("calendar")) {
      String named = area.calendar().orElse("");
      if (!calendars.contains(named)) {
        item.problem(
            item.at("calendar"),
            "there is no calendar “" + named + "”",
            DidYouMean.cure(named, calendars, "Name one of calendars.yaml"));
      }
    }
  }

  private static Map<String, String> kinds() {
    Map<String, String> words = new LinkedHashMap<>();
    for (String kind : List.of("nation", "force", "borough", "district", "other")) {
      words.put(kind, kind);
    }
    return words;
  }
}
