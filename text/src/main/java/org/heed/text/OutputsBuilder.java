package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lays out what accepting states mean as {@link Outputs}, each row once. */
final class OutputsBuilder {
  private static final int NONE = -1;

  /** What is to be known of a payload. */
  interface Payloads {
    int phrase(int payload);

    int words(int payload);

    /** Whether it is a segment of a phrase with gaps. */
    boolean isPart(int payload);

    /** Whether that segment is its phrase's rarest. */
    boolean isKey(int payload);
  }

  private record Row(List<Integer> payloads, int next) {
    Row {
      payloads = List.copyOf(payloads);
    }
  }

  private final Payloads of;
  private final Map<Row, Integer> known = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  OutputsBuilder(Payloads of) {
    this.of = of;
  }

  /** All rows asked for. */
  Outputs build() {
    int[] next = new int[rows.size()];
    int[] index = new int[rows.size() * Outputs.KINDS + 1];
    IntStream.Builder items = IntStream.builder();
    int n = 0;
    for (int row = 0; row < next.length; row++) {
      next[row] = rows.get(row).next();
      for (int kind = 0; kind < Outputs.KINDS; kind++) {
        for (int item : entries(rows.get(row).payloads(), kind)) {
          items.add(item);
          n++;
        }
        index[row * Outputs.KINDS + kind + 1] = n;
      }
    }
    return new Outputs(next, index, items.build().toArray());
  }

  /**
   * The row of payloads that end in one place: of those with the most words, going on with those of
   * fewer; -1 if there are none.
   */
  int row(int[] ends) {
    int next = NONE;
    int[] lengths = Arrays.stream(ends).map(of::words).sorted().distinct().toArray();
    for (int length : lengths) {
      List<Integer> same = Arrays.stream(ends).filter(p -> of.words(p) == length).boxed().toList();
      Row row = new Row(same, next);
      Integer number = known.get(row);
      if (number == null) {
        number = rows.size();
        rows.add(row);
        known.put(row, number);
      }
      next = number;
    }
    return next;
  }

  private int[] entries(List<Integer> payloads, int kind) {
    return payloads.stream()
        .mapToInt(Integer::intValue)
        .filter(p -> belongs(p, kind))
        .map(p -> kind == Outputs.KEYS ? of.phrase(p) : p)
        .distinct()
        .toArray();
  }

  private boolean belongs(int payload, int kind) {
    return switch (kind) {
      case Outputs.KEYS -> of.isPart(payload) && of.isKey(payload);
      case Outputs.WHOLES -> !of.isPart(payload);
      default -> of.isPart(payload);
    };
  }
}
