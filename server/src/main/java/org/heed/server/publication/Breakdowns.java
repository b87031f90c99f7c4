package org.heed.server.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.log.Counts;
import org.heed.figures.uncertainty.MissingDataBounds;
import org.heed.server.publication.Breakdown.Characteristic;
import org.heed.server.publication.Breakdown.Part;
import org.heed.server.publication.Breakdown.Parting;
import org.heed.server.publication.Breakdown.Value;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;

/** Breaks counts down from memory, and what is recorded of people with full bounds. */
final class Breakdowns {
  private static final String ETHNICITY = "ethnicity";
  private static final String NOT_STATED = "not-stated";

  private final CountedRecord record;
  private final Question question;
  private final long position;
  private final Slices slices;
  private final Map<String, Set<String>> wanted;

  Breakdowns(CountedRecord record, Question question, long position) {
    this.record = record;
    this.question = question;
    this.position = position;
    this.slices = Slices.of(question.by(By.AREA));
    this.wanted = new HashMap<>(Wanted.of(record, question));
    wanted.put(Dimension.STANDING.code(), Set.of("counted"));
  }

  /** By what records say of themselves. */
  List<Parting> parts() {
    List<Dimension> dimensions = new ArrayList<>();
    if (question.definition() == Definition.CSE_FLAGGED) {
      dimensions.add(Dimension.FLAG);
    }
    dimensions.addAll(List.of(Dimension.NOTICE, Dimension.RECENCY, Dimension.WHAT));
    return dimensions.stream()
        .map(dimension -> new Parting(dimension.code(), parts(dimension)))
        .toList();
  }

  private List<Part> parts(Dimension dimension) {
    return switch (question.unit()) {
      case REPORTS -> ofChanges(CountedRecord.Unit.REPORTS, dimension);
      case CRIMES -> ofChanges(CountedRecord.Unit.CRIMES, dimension);
      case CHILDREN -> ofPeople(true, dimension);
      case SUSPECTS -> ofPeople(false, dimension);
    };
  }

  private List<Part> ofChanges(CountedRecord.Unit unit, Dimension dimension) {
    Counts counts = record.count(unit, slices.asked(position, question.clock(), wanted, dimension));
    int before = slices.slots().indexOf(Slot.BEFORE);
    int asked = slices.slots().indexOf(Slot.ASKED);
    List<Part> parts = new ArrayList<>();
    for (String label : counts.labels().getFirst()) {
      long was = counts.of(before, label);
      long is = counts.of(asked, label);
      if (was != 0 || is != 0) {
        parts.add(new Part(label, was, is));
      }
    }
    parts.sort(Comparator.comparing(Part::label));
    return parts;
  }

  /** A person with records of several kinds is in each of their parts. */
  private List<Part> ofPeople(boolean victims, Dimension dimension) {
    List<String> labels = record.labels(dimension);
    Map<String, BitSet> before = new TreeMap<>();
    Map<String, BitSet> asked = new TreeMap<>();
    visit(
        victims,
        (slot, label, person) ->
            (slot == Slot.ASKED ? asked : before)
                .computeIfAbsent(labels.get(label), _ -> new BitSet())
                .set(person),
        dimension);
    Set<String> all = new java.util.TreeSet<>(before.keySet());
    all.addAll(asked.keySet());
    return all.stream()
        .map(label ->
            new Part(
                label,
                before.getOrDefault(label, new BitSet()).cardinality(),
                asked.getOrDefault(label, new BitSet()).cardinality()))
        .toList();
  }

  private interface Seen {
    void person(Slot slot, char label, int person);
  }

  private void visit(boolean victims, Seen seen, Dimension dimension) {
    Filter filter = new Filter(record, wanted);
    int clock = Clocks.of(question.clock().code());
    record.people(
        victims,
        position,
        (spans, span) -> {
          int slice = slices.period(spans.day(clock, span));
          if (slice >= 0 && spans.unit(span) >= 0 && filter.keeps(spans, span)) {
            seen.person(slices.slots().get(slice), spans.code(dimension, span), spans.unit(span));
          }
        });
  }

  /** Who is counted in the period asked about; nobody where no people are. */
  List<UUID> people() {
    boolean people = question.unit() == Unit.CHILDREN || question.unit() == Unit.SUSPECTS;
    BitSet counted = new BitSet();
    if (people) {
      visit(
          question.unit() == Unit.CHILDREN,
          (slot, _, person) -> {
            if (slot == Slot.ASKED) {
              counted.set(person);
            }
          },
          Dimension.AREA);
    }
    return record.people(counted.stream().toArray());
  }

  /** With full bounds: whoever lacks it may have any value. */
  static List<Characteristic> characteristics(long people, List<FigureStore.Recorded> recorded) {
    List<Characteristic> all = new ArrayList<>();
    for (String name : List.of(ETHNICITY, "nationality")) {
      List<FigureStore.Recorded> of =
          recorded.stream().filter(each -> each.characteristic().equals(name)).toList();
      if (!of.isEmpty()) {
        all.add(characteristic(name, people, of));
      }
    }
    return all;
  }

  private static Characteristic characteristic(
      String name, long people, List<FigureStore.Recorded> recorded) {
    Map<String, Long> bases = new TreeMap<>();
    Map<String, Map<String, Long>> values = new TreeMap<>();
    for (FigureStore.Recorded each : recorded) {
      String value = each.value();
      boolean stated = !NOT_STATED.equals(each.basis());
      String label =
          value == null || !stated ? null : name.equals(ETHNICITY) ? EthnicGroups.of(value) : value;
      String basis = each.basis();
      if (label != null) {
        values
            .computeIfAbsent(label, _ -> new TreeMap<>())
            .merge(basis == null ? "" : basis, each.people(), Long::sum);
      }
      if (basis != null && (label != null || !stated)) {
        bases.merge(basis, each.people(), Long::sum);
      }
    }
    long known = values.values().stream().flatMap(of -> of.values().stream()).reduce(0L, Long::sum);
    List<Value> bounded = new ArrayList<>();
    values.forEach((label, of) -> {
      long count = of.values().stream().reduce(0L, Long::sum);
      bounded.add(
          new Value(
              label,
              count,
              of,
              MissingDataBounds.of((double) people, (double) known, (double) count)));
    });
    return new Characteristic(name, people, known, bases, bounded);
  }
}
