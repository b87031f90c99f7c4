package org.heed.server.publication.counted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.figures.counting.Unions;
import org.heed.figures.recount.RecountedCrime;
import org.heed.figures.recount.Told;
import org.heed.rulebook.Counting;
import org.heed.rulebook.OffenceClass;

/**
 * The crimes that a rulebook's counting rules make of all that was recorded, across reports, as
 * facts come in. What shares a victim, a suspect or a report is counted together, anew with every
 * fact that touches any of it; the rest stays as it is.
 */
final class CrimesByRules {
  private final Counting counting;
  private final Set<String> victimless;
  private final Unions unions = new Unions();
  private final Map<String, Together> groups = new HashMap<>();

  /** Whose offences are counted together, and what they came to. */
  private static final class Together {
    private final Map<UUID, Integer> crimes = new LinkedHashMap<>();
    private Map<String, Row> rows = Map.of();
  }

  CrimesByRules(Counting counting) {
    this.counting = counting;
    this.victimless =
        counting.classes().stream()
            .filter(OffenceClass::victimless)
            .map(OffenceClass::code)
            .collect(Collectors.toSet());
  }

  /** Told what comes to count, and what no longer does. */
  interface Listener {
    void leave(String key, Row row);

    void enter(String key, Row row, RecountedCrime crime);
  }

  /**
   * Counts again what these reports touch.
   *
   * @param reports all that are known, by number
   */
  void settle(
      Collection<Integer> touched,
      Map<Integer, CountedReport> reports,
      long position,
      Codes codes,
      Listener listener) {
    Set<String> tops = new LinkedHashSet<>();
    for (int number : touched) {
      CountedReport report = reports.get(number);
      if (report != null) {
        for (UUID crime : report.crimes()) {
          Told told = report.told(crime, position, victimless);
          if (told != null) {
            tops.add(join(number, crime, told));
          }
        }
      }
    }
    // One that was joined to another since is counted there.
    Set<Together> again = new LinkedHashSet<>();
    tops.forEach(top -> again.add(group(unions.top(top))));
    again.forEach(group -> count(group, reports, position, codes, listener));
  }

  /** Puts a crime with all that names any of its people, or its report. */
  private String join(int report, UUID crime, Told told) {
    String top = unions.top("report " + report);
    for (String person : told.crime().children()) {
      top = join(top, unions.top(person));
    }
    for (String person : told.crime().suspects()) {
      top = join(top, unions.top(person));
    }
    group(top).crimes.put(crime, report);
    return top;
  }

  private String join(String a, String b) {
    if (a.equals(b)) {
      return a;
    }
    Together one = group(a);
    Together other = group(b);
    boolean keep = one.crimes.size() >= other.crimes.size();
    String top = keep ? a : b;
    String under = keep ? b : a;
    Together into = keep ? one : other;
    Together from = keep ? other : one;
    unions.join(under, top);
    groups.remove(under);
    into.crimes.putAll(from.crimes);
    if (!from.rows.isEmpty()) {
      into.rows = new LinkedHashMap<>(into.rows);
      into.rows.putAll(from.rows);
    }
    return top;
  }

  private Together group(String top) {
    return groups.computeIfAbsent(top, _ -> new Together());
  }

  private void count(
      Together group,
      Map<Integer, CountedReport> reports,
      long position,
      Codes codes,
      Listener listener) {
    List<Told> told = new ArrayList<>();
    group.crimes.forEach((crime, number) -> {
      CountedReport report = reports.get(number);
      Told one = report == null ? null : report.told(crime, position, victimless);
      if (one != null) {
        told.add(one);
      }
    });
    Map<String, RecountedCrime> made = new LinkedHashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (RecountedCrime crime : RecountedCrime.of(told, counting, position)) {
      UUID first = UUID.fromString(crime.of().getFirst());
      CountedReport report = reports.get(group.crimes.get(first));
      Row row = report == null ? null : report.row(first, crime, codes);
      if (row != null) {
        String key = (crime.cancelled() ? "cancelled " : "") + crime.crime().crime();
        made.put(key, crime);
        rows.put(key, row);
      }
    }
    group.rows.forEach((key, row) -> {
      Row now = rows.get(key);
      if (now == null || !now.sameAs(row)) {
        listener.leave(key, row);
      }
    });
    rows.forEach((key, row) -> {
      Row before = group.rows.get(key);
      RecountedCrime crime = made.get(key);
      if (crime != null && (before == null || !before.sameAs(row))) {
        listener.enter(key, row, crime);
      }
    });
    group.rows = rows;
  }
}
