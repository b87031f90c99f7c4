package org.heed.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.rulebook.Standard;

/**
 * Counts what has to come together to start a clock, each child for themselves. What names no child
 * may be any child's and counts with each, so that nothing is missed for want of a name.
 */
final class Together {
  private final Standard.Start start;
  private final List<LocalDate> anybodys = new ArrayList<>();
  private final Map<String, List<LocalDate>> byChild = new HashMap<>();

  Together(Standard.Start start) {
    this.start = start;
  }

  /** Counts one more, in order of time; whether it is one by which enough have come together. */
  boolean add(Optional<String> child, LocalDate day) {
    if (start.times() == 1) {
      return true;
    }
    if (child.isPresent()) {
      List<LocalDate> theirs = byChild.computeIfAbsent(child.get(), _ -> new ArrayList<>(anybodys));
      theirs.add(day);
      return isEnough(theirs);
    }
    anybodys.add(day);
    boolean enough = isEnough(anybodys);
    for (List<LocalDate> theirs : byChild.values()) {
      theirs.add(day);
      enough |= isEnough(theirs);
    }
    return enough;
  }

  private boolean isEnough(List<LocalDate> days) {
    int earliest = days.size() - start.times();
    return earliest >= 0
        && !days.get(earliest).isBefore(days.getLast().minusDays(start.withinDays() - 1L));
  }
}
