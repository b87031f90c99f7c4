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

    /** Whether it is a segment of a phrase with gaps. */
    boolean isPart(int payload);

    /** Whether that segment is its phrase's rarest. */
    boolean isKey(int payload);

    /** The rarest of the other segments, by its number in {@link Neighbours}. */
    int neighbour(int payload);
  }

  private final Payloads of;
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private final List<List<Integer>> rows = new ArrayList<>();

  OutputsBuilder(Payloads of) {
    this.of = of;
  }

  /** All rows asked for. */
  Outputs build() {
    int[] index = new int[rows.size() * Outputs.KINDS + 1];
    IntStream.Builder items = IntStream.builder();
    int n = 0;
    for (int row = 0; row < rows.size(); row++) {
      for (int kind = 0; kind < Outputs.KINDS; kind++) {
        for (int item : entries(rows.get(row), kind)) {
          items.add(item);
          n++;
        }
        index[row * Outputs.KINDS + kind + 1] = n;
      }
    }
    return new Outputs(index, items.build().toArray());
  }

  /** The row of payloads that end in one place; -1 if there are none. */
  int row(int[] ends) {
    if (ends.length == 0) {
      return NONE;
    }
    List<Integer> row = Arrays.stream(ends).boxed().toList();
    Integer number = known.putIfAbsent(row, rows.size());
    if (number == null) {
      rows.add(row);
    }
    return number == null ? rows.size() - 1 : number;
  }

  private int[] entries(List<Integer> payloads, int kind) {
    return payloads.stream()
        .mapToInt(Integer::intValue)
        .filter(p -> belongs(p, kind))
        .map(p -> kind == Outputs.KEYS ? of.neighbour(p) : p)
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
