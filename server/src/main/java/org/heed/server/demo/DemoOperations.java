package org.heed.server.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations of a simulated force: from a day on, one is opened on each of the first suspects whom
 * several reports name by then, and later reports that name them belong to it.
 */
final class DemoOperations {
  private static final int REPORTS_TO_OPEN = 3;

  private final Iterator<String> names =
      List.of("Larkspur", "Tern", "Millrace", "Cobalt", "Harrow Lane").iterator();
  private final Map<String, Integer> reports = new HashMap<>();
  private final Map<String, String> opened = new HashMap<>();

  private final Instant from;

  DemoOperations(Instant from) {
    this.from = from;
  }

  /** The operation that a report belongs to which names these suspects. */
  Optional<String> of(List<String> suspects, Instant recorded) {
    Optional<String> operation = Optional.empty();
    for (String suspect : suspects) {
      int named = reports.merge(suspect, 1, Integer::sum);
      boolean opens = named >= REPORTS_TO_OPEN && !recorded.isBefore(from);
      if (opens && !opened.containsKey(suspect) && names.hasNext()) {
        opened.put(suspect, names.next());
      }
      operation = operation.or(() -> Optional.ofNullable(opened.get(suspect)));
    }
    return operation;
  }
}
