package org.heed.server.pattern;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Groups that named people said are groups, and what they rest on: whoever is told that something
 * connects two of them is told of both, and so must be allowed to see those reports too.
 */
final class SaidGroups {
  private final Map<UUID, Set<String>> suspects = new LinkedHashMap<>();
  private final Map<UUID, Set<UUID>> reports = new LinkedHashMap<>();

  void suspect(UUID decision, String entity) {
    suspects.computeIfAbsent(decision, _ -> new LinkedHashSet<>()).add(entity);
  }

  void report(UUID decision, UUID report) {
    reports.computeIfAbsent(decision, _ -> new LinkedHashSet<>()).add(report);
  }

  /** The suspects of each. */
  List<Set<String>> all() {
    return List.copyOf(suspects.values());
  }

  /** The reports that the groups of any of these people rest on. */
  Set<UUID> reportsOf(Collection<String> people) {
    Set<UUID> rest = new LinkedHashSet<>();
    suspects.forEach((decision, of) -> {
      if (people.stream().anyMatch(of::contains)) {
        rest.addAll(reports.getOrDefault(decision, Set.of()));
      }
    });
    return rest;
  }
}
