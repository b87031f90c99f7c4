package org.heed.figures.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of each dimension, numbered as they were first met; a number never changes. */
final class Labels {
  private final List<List<String>> byCode;

  private Labels(List<List<String>> byCode) {
    this.byCode = byCode;
  }

  static Labels none(Schema schema) {
    return new Labels(schema.dimensions().stream().map(_ -> List.<String>of()).toList());
  }

  int size(int dimension) {
    return byCode.get(dimension).size();
  }

  String of(int dimension, int code) {
    return byCode.get(dimension).get(code);
  }

  List<String> all(int dimension) {
    return byCode.get(dimension);
  }

  boolean sameSizes(Labels other) {
    for (int i = 0; i < byCode.size(); i++) {
      if (size(i) != other.size(i)) {
        return false;
      }
    }
    return true;
  }

  /** Labels still being gathered. */
  static final class Growing {
    private final List<List<String>> byCode = new ArrayList<>();
    private final List<Map<String, Character>> codes = new ArrayList<>();

    Growing(Labels from) {
      for (List<String> labels : from.byCode) {
        Map<String, Character> known = new HashMap<>();
        labels.forEach(label -> known.put(label, (char) known.size()));
        byCode.add(new ArrayList<>(labels));
        codes.add(known);
      }
    }

    char code(int dimension, String label) {
      Map<String, Character> known = codes.get(dimension);
      Character code = known.get(label);
      if (code != null) {
        return code;
      }
      if (known.size() > Character.MAX_VALUE) {
        throw new IllegalStateException("over 65,536 labels in one dimension");
      }
      char next = (char) known.size();
      known.put(label, next);
      byCode.get(dimension).add(label);
      return next;
    }

    Labels freeze() {
      return new Labels(byCode.stream().map(List::copyOf).toList());
    }
  }
}
