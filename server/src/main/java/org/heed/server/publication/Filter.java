package org.heed.server.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Spans;

/** Which spans a question keeps, as a table of labels for each dimension that it limits. */
final class Filter {
  private final Dimension[] dimensions;
  private final boolean[][] kept;

  Filter(CountedRecord record, Map<String, Set<String>> wanted) {
    List<Dimension> limited =
        List.of(Dimension.values()).stream()
            .filter(dimension -> wanted.containsKey(dimension.code()))
            .toList();
    dimensions = limited.toArray(Dimension[]::new);
    kept = new boolean[dimensions.length][];
    for (int i = 0; i < dimensions.length; i++) {
      Set<String> labels = wanted.getOrDefault(dimensions[i].code(), Set.of());
      List<String> all = record.labels(dimensions[i]);
      kept[i] = new boolean[all.size()];
      for (int code = 0; code < kept[i].length; code++) {
        kept[i][code] = labels.contains(all.get(code));
      }
    }
  }

  boolean keeps(Spans spans, int span) {
    for (int i = 0; i < dimensions.length; i++) {
      int code = spans.code(dimensions[i], span);
      if (code >= kept[i].length || !kept[i][code]) {
        return false;
      }
    }
    return true;
  }
}
