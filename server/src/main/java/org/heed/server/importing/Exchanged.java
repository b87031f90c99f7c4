package org.heed.server.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heed.server.person.Ties;
import org.jspecify.annotations.Nullable;

/**
 * What a network file of another program holds: entities, and links between them. Every event
 * becomes a row, with the people and things that links join it with, and every link of two people
 * one after these; what becomes part of no row is told as a fault, so that nothing is lost unseen.
 */
final class Exchanged {
  static final String EVENT = "event";
  static final String PERSON = "person";

  private static final Set<String> KINDS =
      Set.of(EVENT, PERSON, "place", "vehicle", "phone", "account");

  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Refusal> faults = new ArrayList<>();

  private record Entity(long line, String where, String kind, String name, String at) {}

  private record Link(
      long line, String where, String from, String to, String says, String at, boolean confirmed) {}

  /**
   * Adds an entity; the same again is the same.
   *
   * @param where in the file, such as {@code entities[3]}
   * @param kind null where the file's own word for it is not known
   * @param word that word
   */
  void entity(
      long line,
      String where,
      String id,
      @Nullable String kind,
      String word,
      String name,
      String at) {
    if (id.isEmpty()) {
      fault(line, where, name, "it has no identifier, so that no link can name it");
    } else if (kind == null || !KINDS.contains(kind)) {
      fault(line, where, word, "it is no event, person, place, vehicle, phone or account");
    } else if (name.isEmpty() && !kind.equals(EVENT)) {
      fault(line, where, id, "it has no name");
    } else {
      Entity before = entities.get(id);
      if (before == null || (before.at.isEmpty() && before.name.equals(name))) {
        entities.put(id, new Entity(line, where, kind, name, at));
      } else if (!before.kind.equals(kind) || !before.name.equals(name)) {
        fault(line, where, id, "the identifier is that of " + before.where + ", which is another");
      }
    }
  }

  /** Adds a link. */
  void link(
      long line, String where, String from, String to, String says, String at, boolean confirmed) {
    links.add(new Link(line, where, from, to, says, at, confirmed));
  }

  void fault(long line, String where, String value, String reason) {
    faults.add(new Refusal(line, where, value, reason));
  }

  /** A row for each event, in their order, then what is part of none. */
  List<SourceRow> rows() {
    Map<String, List<Map<String, String>>> people = new HashMap<>();
    Map<String, List<Map<String, String>>> things = new HashMap<>();
    Map<String, String> times = new HashMap<>();
    Set<String> joined = new HashSet<>();
    List<Link> ties = new ArrayList<>();
    for (Link link : links) {
      Entity from = entities.get(link.from);
      Entity to = entities.get(link.to);
      if (from == null || to == null) {
        fault(
            link.line,
            link.where,
            from == null ? link.from : link.to,
            "it names what the file does not hold");
        continue;
      }
      if (from.kind.equals(PERSON) && to.kind.equals(PERSON) && !link.from.equals(link.to)) {
        ties.add(link);
        continue;
      }
      boolean turned = from.kind.equals(EVENT) && !to.kind.equals(EVENT);
      String event = turned ? link.from : link.to;
      String other = turned ? link.to : link.from;
      Entity spoken = turned ? to : from;
      if (!(turned ? from : to).kind.equals(EVENT) || spoken.kind.equals(EVENT)) {
        fault(link.line, link.where, link.says, "it joins no event with anybody or anything");
        continue;
      }
      joined.add(other);
      times.putIfAbsent(event, link.at);
      (spoken.kind.equals(PERSON) ? people : things)
          .computeIfAbsent(event, _ -> new ArrayList<>())
          .add(
              spoken.kind.equals(PERSON)
                  ? person(other, spoken, link)
                  : thing(other, spoken, link));
    }
    List<SourceRow> rows = new ArrayList<>();
    entities.forEach((id, entity) -> {
      if (entity.kind.equals(EVENT)) {
        Map<String, String> cells = new HashMap<>();
        cells.put("id", id);
        cells.put("reference", entity.name.isEmpty() ? id : entity.name);
        cells.put("at", entity.at.isEmpty() ? times.getOrDefault(id, "") : entity.at);
        rows.add(
            new SourceRow(
                entity.line,
                cells,
                Map.of(
                    "people", people.getOrDefault(id, List.of()),
                    "things", things.getOrDefault(id, List.of())),
                null));
      } else if (!joined.contains(id)) {
        fault(entity.line, entity.where, entity.name, "no event speaks of it");
      }
    });
    Set<List<String>> said = new HashSet<>();
    for (Link link : ties) {
      if (!said.add(List.of(link.from, link.to, link.says))) {
        continue;
      }
      if (joined.contains(link.from) && joined.contains(link.to)) {
        rows.add(
            SourceRow.tied(
                link.line, new Ties.Said(link.from, link.to, link.says, link.confirmed)));
      } else {
        fault(link.line, link.where, link.says, "no event speaks of both, so that no report does");
      }
    }
    faults.forEach(fault -> rows.add(SourceRow.broken(fault)));
    return rows;
  }

  private static Map<String, String> person(String id, Entity entity, Link link) {
    Map<String, String> cells = said(id, entity, link);
    String[] words = entity.name.strip().split("\\s+");
    cells.put("role", link.says.toLowerCase(Locale.ROOT));
    cells.put("given_name", words[0]);
    cells.put("family_name", String.join(" ", List.of(words).subList(1, words.length)));
    return cells;
  }

  private static Map<String, String> thing(String id, Entity entity, Link link) {
    Map<String, String> cells = said(id, entity, link);
    cells.put("kind", entity.kind);
    cells.put("written", entity.name);
    return cells;
  }

  private static Map<String, String> said(String id, Entity entity, Link link) {
    Map<String, String> cells = new HashMap<>();
    cells.put("id", id);
    cells.put("name", entity.name);
    cells.put("says", link.says);
    cells.put("confirmed", link.confirmed ? "yes" : "no");
    return cells;
  }
}
