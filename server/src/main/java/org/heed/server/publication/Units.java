package org.heed.server.publication;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Spans;

/** What a question counts, by the report that it is in. */
final class Units {
  private static final List<Slot> SLOTS = List.of(Slot.ASKED, Slot.BEFORE);

  /** For each slot and report, what is counted in it. */
  private final Map<Slot, Map<Integer, Set<Integer>>> byReport = new EnumMap<>(Slot.class);

  private Units() {
    SLOTS.forEach(slot -> byReport.put(slot, new HashMap<>()));
  }

  static Units of(CountedRecord record, Question question, long position) {
    Units units = new Units();
    Slices slices = Slices.of(question);
    Filter filter = new Filter(record, Wanted.of(record, question));
    int clock = Clocks.of(question.clock().code());
    int counted = record.labels(Dimension.STANDING).indexOf("counted");
    CountedRecord.Visitor visitor =
        (spans, span) -> {
          int slice = slices.period(spans.day(clock, span));
          if (slice >= 0
              && filter.keeps(spans, span)
              && spans.code(Dimension.STANDING, span) == counted) {
            units.add(question, slices.slots().get(slice), spans, span);
          }
        };
    switch (question.unit()) {
      case REPORTS -> record.reports(position, visitor);
      case CRIMES -> record.crimes(position, visitor);
      case CHILDREN -> record.people(true, position, visitor);
      case SUSPECTS -> record.people(false, position, visitor);
    }
    return units;
  }

  private void add(Question question, Slot slot, Spans spans, int span) {
    int report = spans.report(span);
    if (question.unit() == Unit.REPORTS) {
      slot(slot).put(report, Set.of(report));
      return;
    }
    int unit = spans.unit(span);
    if (unit >= 0) {
      slot(slot).computeIfAbsent(report, _ -> new HashSet<>()).add(unit);
    }
  }

  private Map<Integer, Set<Integer>> slot(Slot slot) {
    return byReport.getOrDefault(slot, Map.of());
  }

  boolean holds(int report) {
    return SLOTS.stream().anyMatch(slot -> holds(slot, report));
  }

  boolean holds(Slot slot, int report) {
    return slot(slot).containsKey(report);
  }

  /** The reports that hold one and the same, as one person may be in several. */
  Collection<Set<Integer>> shared(Slot slot) {
    Map<Integer, Set<Integer>> reports = new HashMap<>();
    slot(slot)
        .forEach((report, of) ->
            of.forEach(unit -> reports.computeIfAbsent(unit, _ -> new HashSet<>()).add(report)));
    return reports.values();
  }

  /** How many are in any of these reports. */
  long in(Slot slot, BitSet reports) {
    Set<Integer> units = new HashSet<>();
    slot(slot)
        .forEach((report, of) -> {
          if (reports.get(report)) {
            units.addAll(of);
          }
        });
    return units.size();
  }

  /** Sizes of the clusters of all there are; what no report here holds stands for itself. */
  long[] sizes(Slot slot, Forest forest, long total) {
    long[] together =
        clusters(slot, forest).values().stream().mapToLong(Set::size).sorted().toArray();
    int alone = (int) Math.max(0, total - Arrays.stream(together).sum());
    long[] sizes = Arrays.copyOf(together, together.length + alone);
    Arrays.fill(sizes, together.length, sizes.length, 1);
    return sizes;
  }

  private Map<Integer, Set<Integer>> clusters(Slot slot, Forest forest) {
    Map<Integer, Set<Integer>> clusters = new HashMap<>();
    slot(slot)
        .forEach((report, of) ->
            clusters.computeIfAbsent(forest.root(report), _ -> new HashSet<>()).addAll(of));
    return clusters;
  }

  /** The reports of the cluster that holds most of all slots; none where none holds two. */
  BitSet largest(Forest forest) {
    Map<Integer, Set<Integer>> reports = new HashMap<>();
    Map<Integer, Long> sizes = new HashMap<>();
    for (Slot slot : SLOTS) {
      clusters(slot, forest).forEach((root, of) -> sizes.merge(root, (long) of.size(), Long::sum));
      slot(slot)
          .keySet()
          .forEach(report ->
              reports.computeIfAbsent(forest.root(report), _ -> new HashSet<>()).add(report));
    }
    BitSet largest = new BitSet();
    sizes.entrySet().stream()
        .filter(cluster -> cluster.getValue() > 1)
        .max(
            Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .ifPresent(
            cluster -> reports.getOrDefault(cluster.getKey(), Set.of()).forEach(largest::set));
    return largest;
  }
}
