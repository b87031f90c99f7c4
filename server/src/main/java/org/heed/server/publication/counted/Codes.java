package org.heed.server.publication.counted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.log.EventLog;

/** The labels of each dimension, numbered as they were first met. */
final class Codes {
  private final List<Map<String, Character>> codes = new ArrayList<>();
  private final List<List<String>> labels = new ArrayList<>();

  Codes() {
    for (int i = 0; i < Dimension.COUNT; i++) {
      codes.add(new HashMap<>());
      labels.add(new ArrayList<>());
    }
  }

  char of(Dimension dimension, String label) {
    Map<String, Character> known = codes.get(dimension.column());
    Character code = known.get(label);
    if (code != null) {
      return code;
    }
    if (known.size() >= Character.MAX_VALUE) {
      throw new IllegalStateException("too many labels in " + dimension);
    }
    char next = (char) known.size();
    known.put(label, next);
    labels.get(dimension.column()).add(label);
    return next;
  }

  String label(Dimension dimension, char code) {
    return labels.get(dimension.column()).get(code);
  }

  List<String> labels(Dimension dimension) {
    return List.copyOf(labels.get(dimension.column()));
  }

  /** Makes a log's builder number its labels likewise. */
  void teach(EventLog.Builder builder) {
    for (Dimension dimension : Dimension.values()) {
      labels.get(dimension.column()).forEach(label -> builder.code(dimension.code(), label));
    }
  }
}
