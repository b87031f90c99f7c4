package org.heed.server.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heed.figures.disclosure.Rule;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.figures.disclosure.Suppression;
import org.heed.figures.disclosure.Table;
import org.heed.figures.release.Release;
import org.heed.figures.release.ReleaseTable;
import org.heed.figures.release.ReleaseTable.Status;
import org.heed.server.access.Refused;
import org.heed.server.publication.Contributions.Frozen;
import org.heed.server.publication.Contributions.FrozenCell;

/**
 * Hides small counts over all tables of a release together. Tables of the same count (unit,
 * definition, clock and period) are one system: areas asked about apart, what is elsewhere, and the
 * whole. Every total is taken to be known, though none is printed. Sets of tables whose equations
 * this cannot see, such as months beside quarters, are refused.
 */
final class Disclosure {
  private static final String ELSEWHERE = "elsewhere";

  /** Where a printed cell lies in the system. */
  private record Place(int table, Map<String, String> at) {}

  private final Contributions from;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Map<String, Place>> places = new HashMap<>();
  private final SuppressedTables answer;

  Disclosure(Contributions from) {
    this.from = from;
    Map<String, List<Frozen>> groups = new LinkedHashMap<>();
    for (Frozen table : from.tables()) {
      groups.computeIfAbsent(count(table) + period(table), _ -> new ArrayList<>()).add(table);
    }
    requireApart();
    int number = 0;
    for (List<Frozen> group : groups.values()) {
      number++;
      addAreas(group, number);
      addPeriods(group, number);
    }
    answer = Suppression.of(tables, new Rule(from.hideBelow(), false));
    answer.leaks().stream()
        .findFirst()
        .ifPresent(leak -> {
          throw new Refused(
              Refused.Code.INVALID,
              "This release would give a hidden count away, at "
                  + String.join(", ", new TreeMap<>(leak.at()).values())
                  + ": totals leave it only one value. Ask for longer periods, more areas together,"
                  + " or leave the table out.");
        });
  }

  /** The audit: what could be worked out about each hidden cell. Not for publication. */
  List<SuppressedTables.Audited> audit() {
    return answer.audit();
  }

  /** Whether a cell is hidden. */
  boolean hidden(String table, String key) {
    Place place = place(table, key);
    return answer.hidden(place.table(), place.at());
  }

  Release release() {
    List<ReleaseTable> published = new ArrayList<>();
    for (Frozen table : from.tables()) {
      List<ReleaseTable.Row> rows = new ArrayList<>();
      for (FrozenCell cell : table.cells()) {
        boolean hidden = hidden(table.name(), cell.key());
        rows.add(
            new ReleaseTable.Row(
                List.of(cell.key(), cell.label()),
                hidden ? null : cell.count(),
                hidden ? Status.CONFIDENTIAL : Status.PUBLISHED));
      }
      String by = table.of("by");
      published.add(
          new ReleaseTable(
              table.name(),
              table.scope(),
              table.of("unit"),
              notes(table),
              List.of(by, "label"),
              rows));
    }
    return new Release(
        from.id(),
        from.title(),
        from.publisher(),
        from.knownAt(),
        from.entries(),
        from.rulebook(),
        "counts from 1 to "
            + (from.hideBelow() - 1)
            + " are hidden, and others with them where totals would give them away",
        published);
  }

  private List<String> notes(Frozen table) {
    boolean few = table.notKnown() > 0 && table.notKnown() < from.hideBelow();
    return List.of(
        "Counted: " + table.of("unit") + ", " + table.of("definition") + ".",
        "From "
            + table.of("from")
            + " to "
            + table.of("to")
            + ", by when "
            + table.of("clock")
            + ".",
        "Not placed, because that day is not known: "
            + (few ? "fewer than " + from.hideBelow() : Long.toString(table.notKnown()))
            + ".");
  }

  private void addAreas(List<Frozen> group, int number) {
    for (Frozen table : group) {
      if (byArea(table)) {
        Map<Map<String, String>, Long> counts = new HashMap<>();
        List<String> labels = new ArrayList<>();
        String dimension = table.of("area").isEmpty() ? "area " + number : table.name();
        for (FrozenCell cell : table.cells()) {
          Map<String, String> at = Map.of(dimension, cell.key());
          counts.put(at, cell.count());
          labels.add(cell.key());
          remember(table, cell, at);
        }
        tables.add(new Table(Map.of(dimension, labels), counts));
      }
    }
  }

  private void addPeriods(List<Frozen> group, int number) {
    List<Frozen> apart = group.stream().filter(table -> !byArea(table)).toList();
    if (apart.isEmpty()) {
      return;
    }
    Frozen whole = apart.stream().filter(t -> t.of("area").isEmpty()).findFirst().orElse(null);
    List<Frozen> areas = apart.stream().filter(t -> !t.of("area").isEmpty()).toList();
    boolean people = people(apart.getFirst());
    if (people && whole != null && !areas.isEmpty()) {
      throw new Refused(
          Refused.Code.INVALID,
          "People are counted in every area they belong to, so that areas beside the whole cannot"
              + " be audited together: make two releases.");
    }
    String period = apart.getFirst().of("by") + " " + number;
    if (areas.isEmpty() && whole != null) {
      Map<Map<String, String>, Long> counts = new HashMap<>();
      List<String> labels = new ArrayList<>();
      for (FrozenCell cell : whole.cells()) {
        counts.put(Map.of(period, cell.key()), cell.count());
        labels.add(cell.key());
        remember(whole, cell, Map.of(period, cell.key()));
      }
      tables.add(new Table(Map.of(period, labels), counts));
      return;
    }
    addWide(areas, whole, "area " + number, period);
  }

  private void addWide(
      List<Frozen> areas,
      @org.jspecify.annotations.Nullable Frozen whole,
      String area,
      String period) {
    Map<Map<String, String>, Long> counts = new HashMap<>();
    Map<String, Long> elsewhere = new LinkedHashMap<>();
    Set<String> rows = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    if (whole != null) {
      whole.cells().forEach(cell -> elsewhere.put(cell.key(), cell.count()));
    }
    for (Frozen table : areas) {
      rows.add(table.of("area"));
      for (FrozenCell cell : table.cells()) {
        Map<String, String> at = Map.of(area, table.of("area"), period, cell.key());
        counts.put(at, cell.count());
        columns.add(cell.key());
        remember(table, cell, at);
        elsewhere.merge(cell.key(), -cell.count(), Long::sum);
      }
    }
    Map<Map<String, String>, Long> sums = new HashMap<>();
    if (whole != null) {
      rows.add(ELSEWHERE);
      columns.forEach(
          key -> counts.put(Map.of(area, ELSEWHERE, period, key), elsewhere.getOrDefault(key, 0L)));
      for (FrozenCell cell : whole.cells()) {
        sums.put(Map.of(period, cell.key()), cell.count());
      }
    }
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put(area, List.copyOf(rows));
    dimensions.put(period, List.copyOf(columns));
    tables.add(new Table(dimensions, counts));
    if (whole != null) {
      for (FrozenCell cell : whole.cells()) {
        places
            .computeIfAbsent(whole.name(), _ -> new HashMap<>())
            .put(cell.key(), new Place(tables.size(), Map.of(period, cell.key())));
      }
      tables.add(new Table(Map.of(period, List.copyOf(columns)), sums));
    }
  }

  private void remember(Frozen table, FrozenCell cell, Map<String, String> at) {
    places
        .computeIfAbsent(table.name(), _ -> new HashMap<>())
        .put(cell.key(), new Place(tables.size(), at));
  }

  private Place place(String table, String key) {
    Place place = places.getOrDefault(table, Map.of()).get(key);
    if (place == null) {
      throw new IllegalArgumentException("no cell " + key + " in " + table);
    }
    return place;
  }

  /**
   * Refuses tables of one count whose periods overlap without being the same, or differ in kind.
   */
  private void requireApart() {
    for (Frozen a : from.tables()) {
      for (Frozen b : from.tables()) {
        boolean same = !a.name().equals(b.name()) && count(a).equals(count(b));
        boolean overlap =
            !LocalDate.parse(a.of("from")).isAfter(LocalDate.parse(b.of("to")))
                && !LocalDate.parse(b.of("from")).isAfter(LocalDate.parse(a.of("to")));
        boolean kinds = !byArea(a) && !byArea(b) && !a.of("by").equals(b.of("by"));
        boolean twice = a.of("area").equals(b.of("area")) && a.of("by").equals(b.of("by"));
        if (same && overlap && (!period(a).equals(period(b)) || kinds || twice)) {
          throw new Refused(
              Refused.Code.INVALID,
              a.name()
                  + " and "
                  + b.name()
                  + " count the same over periods that overlap: their difference could give a hidden"
                  + " count away. Keep one, or make the periods alike.");
        }
      }
    }
  }

  private static String count(Frozen table) {
    return String.join(
        "/", table.of("unit"), table.of("definition"), table.of("clock"), table.of("rulebook"), "");
  }

  private static String period(Frozen table) {
    return table.of("from") + "/" + table.of("to");
  }

  private static boolean byArea(Frozen table) {
    return table.of("by").equals(By.AREA.code());
  }

  private static boolean people(Frozen table) {
    return table.of("unit").equals(Unit.CHILDREN.code())
        || table.of("unit").equals(Unit.SUSPECTS.code());
  }
}
