package org.heed.server.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.jspecify.annotations.Nullable;

/** The labels that a question's definition and area keep. */
final class Wanted {
  /** What a crime may be, in the order of a tally. */
  static final List<String> STANDINGS = List.of("counted", "apart", "cancelled");

  private static final Set<String> NOT_FLAGGED = Set.of("none", "no", "need-more");

  private Wanted() {}

  static Map<String, Set<String>> of(CountedRecord record, Question question) {
    Map<String, Set<String>> wanted = new HashMap<>();
    String area = question.area();
    if (area != null) {
      wanted.put(Dimension.AREA.code(), Set.of(area));
    }
    switch (question.definition()) {
      case ALL -> {}
      case CSE_FLAGGED -> wanted.put(Dimension.FLAG.code(), flagged(record));
      case PROMPTED -> wanted.put(Dimension.READ.code(), prompting(record, question.rulebook()));
    }
    return wanted;
  }

  /** What led to a yes. */
  static Set<String> flagged(CountedRecord record) {
    return record.labels(Dimension.FLAG).stream()
        .filter(label -> !NOT_FLAGGED.contains(label))
        .collect(Collectors.toSet());
  }

  private static Set<String> prompting(CountedRecord record, @Nullable String rulebook) {
    return record.labels(Dimension.READ).stream()
        .filter(label -> rulebook == null ? label.indexOf('+') >= 0 : has(label, rulebook + "+"))
        .collect(Collectors.toSet());
  }

  /** Whether a rulebook is among those that a label says have read. */
  static boolean readBy(String label, String rulebook) {
    return has(label, rulebook + "+") || has(label, rulebook + "-");
  }

  private static boolean has(String label, String reading) {
    return List.of(label.split("\\|", -1)).contains(reading);
  }

  static Set<String> undated(CountedRecord record, Dated clock) {
    String letter = clock == Dated.OCCURRED ? "o" : "r";
    return record.labels(Dimension.UNDATED).stream()
        .filter(label -> label.contains(letter))
        .collect(Collectors.toSet());
  }
}
