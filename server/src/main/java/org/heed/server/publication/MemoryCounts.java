package org.heed.server.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.heed.figures.log.Counts;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Spans;
import org.jspecify.annotations.Nullable;

/**
 * Counts from memory, for whoever may count every area: the same answers as {@link FigureStore}
 * gives by statement, without one.
 */
final class MemoryCounts {
  private final CountedRecord record;

  MemoryCounts(CountedRecord record) {
    this.record = record;
  }

  /** Counts as known at a position. */
  List<Group> count(Question question, long position) {
    return switch (question.unit()) {
      case REPORTS -> changes(CountedRecord.Unit.REPORTS, question, position);
      case CRIMES -> changes(CountedRecord.Unit.CRIMES, question, position);
      case CHILDREN -> people(true, question, position);
      case SUSPECTS -> people(false, question, position);
    };
  }

  /**
   * Each period as known at each of several positions.
   *
   * @param cells the periods
   * @param known the days that the positions stand for
   */
  KnownThen vintages(
      Question question, List<Cell> cells, List<LocalDate> known, List<Long> positions) {
    Question asked =
        question.between(
            Objects.requireNonNull(cells.getFirst().first()),
            Objects.requireNonNull(cells.getLast().last()));
    List<long[]> columns =
        switch (question.unit()) {
          case REPORTS -> columns(CountedRecord.Unit.REPORTS, asked, positions);
          case CRIMES -> columns(CountedRecord.Unit.CRIMES, asked, positions);
          case CHILDREN, SUSPECTS -> {
            List<long[]> all = new ArrayList<>();
            positions.forEach(position -> all.add(people(asked, cells, position)));
            yield all;
          }
        };
    List<KnownThen.Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      LocalDate last = Objects.requireNonNull(cells.get(i).last());
      List<@Nullable Long> counts = new ArrayList<>();
      for (int at = 0; at < positions.size(); at++) {
        boolean over = at == positions.size() - 1 || !known.get(at).isBefore(last);
        counts.add(over ? columns.get(at)[i] : null);
      }
      rows.add(new KnownThen.Row(cells.get(i).label(), last, counts));
    }
    return new KnownThen(known, rows);
  }

  /** By period, from one index over the log. */
  private List<long[]> columns(CountedRecord.Unit unit, Question question, List<Long> positions) {
    Map<String, Set<String>> wanted = new HashMap<>(Wanted.of(record, question));
    wanted.put(Dimension.STANDING.code(), Set.of("counted"));
    org.heed.figures.log.Question asked =
        Slices.of(question).asked(Long.MAX_VALUE, question.clock(), wanted);
    return record.count(unit, asked, positions).stream()
        .map(Counts::byPeriod)
        // The first is the period before.
        .map(sums -> java.util.Arrays.copyOfRange(sums, 1, sums.length))
        .toList();
  }

  private long[] people(Question question, List<Cell> cells, long position) {
    Map<LocalDate, Long> found = new HashMap<>();
    for (Group group : count(question, position)) {
      if (group.slot() == Slot.ASKED && group.period() != null) {
        found.put(group.period(), group.tally().count());
      }
    }
    return cells.stream()
        .mapToLong(cell -> found.getOrDefault(LocalDate.parse(cell.key()), 0L))
        .toArray();
  }

  /** Where a count stands among the groups. */
  private record Place(Slot slot, @Nullable LocalDate period, @Nullable String area) {}

  private List<Group> changes(CountedRecord.Unit unit, Question question, long position) {
    Map<Place, long[]> sums = new LinkedHashMap<>();
    Slices slices = Slices.of(question);
    Map<String, Set<String>> wanted = Wanted.of(record, question);
    add(sums, slices, unit, ask(position, question.clock(), slices, wanted));
    if (question.clock() == Dated.OCCURRED || question.clock() == Dated.REPORTED) {
      Map<String, Set<String>> undated = new HashMap<>(wanted);
      undated.put(Dimension.UNDATED.code(), Wanted.undated(record, question.clock()));
      add(sums, Slices.NOT_KNOWN, unit, ask(position, Dated.RECORDED, Slices.NOT_KNOWN, undated));
    }
    List<Group> groups = new ArrayList<>();
    sums.forEach((place, sum) ->
        groups.add(
            new Group(place.slot, place.period, place.area, new Tally(sum[0], 0, sum[1], sum[2]))));
    return groups;
  }

  /** Each area's, and how many of it stand how. */
  private static org.heed.figures.log.Question ask(
      long position, Dated clock, Slices slices, Map<String, Set<String>> wanted) {
    return slices.asked(position, clock, wanted, Dimension.AREA, Dimension.STANDING);
  }

  private void add(
      Map<Place, long[]> sums,
      Slices slices,
      CountedRecord.Unit unit,
      org.heed.figures.log.Question asked) {
    Counts counts = record.count(unit, asked);
    List<String> areas = counts.labels().get(0);
    List<String> standings = counts.labels().get(1);
    int[] cells = counts.cells();
    int cell = 0;
    for (int period = 0; period < slices.slots().size(); period++) {
      Slot slot = slices.slots().get(period);
      LocalDate bucket = slices.buckets().get(period);
      for (String area : areas) {
        for (String standing : standings) {
          int count = cells[cell++];
          int kind = Wanted.STANDINGS.indexOf(standing);
          // What is counted in another crime stands nowhere by itself.
          if (count != 0 && kind >= 0) {
            for (Place place : places(slot, bucket, area)) {
              sums.computeIfAbsent(place, _ -> new long[Wanted.STANDINGS.size()])[kind] += count;
            }
          }
        }
      }
    }
  }

  private static List<Place> places(Slot slot, @Nullable LocalDate bucket, String area) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(slot, null, null));
    places.add(new Place(slot, null, area));
    if (bucket != null) {
      places.add(new Place(slot, bucket, null));
    }
    return places;
  }

  /** Different people, and mentions linked to nobody. */
  private static final class Bag {
    private final BitSet people = new BitSet();
    private long notLinked;

    private void add(int person) {
      if (person < 0) {
        notLinked++;
      } else {
        people.set(person);
      }
    }
  }

  private List<Group> people(boolean victims, Question question, long position) {
    Map<Place, Bag> bags = new LinkedHashMap<>();
    Slices slices = Slices.of(question);
    Filter filter = new Filter(record, Wanted.of(record, question));
    int clock = Clocks.of(question.clock().code());
    List<String> areas = record.labels(Dimension.AREA);
    record.people(
        victims,
        position,
        (spans, span) -> {
          if (filter.keeps(spans, span)) {
            int period = slices.period(spans.day(clock, span));
            if (period >= 0) {
              add(
                  bags,
                  spans,
                  span,
                  slices.slots().get(period),
                  slices.buckets().get(period),
                  areas);
            } else if (period == Slices.NO_DAY) {
              add(bags, spans, span, Slot.NOT_KNOWN, null, areas);
            }
          }
        });
    List<Group> groups = new ArrayList<>();
    bags.forEach((place, bag) ->
        groups.add(
            new Group(
                place.slot,
                place.period,
                place.area,
                new Tally(bag.people.cardinality(), bag.notLinked, 0, 0))));
    return groups;
  }

  private static void add(
      Map<Place, Bag> bags,
      Spans spans,
      int span,
      Slot slot,
      @Nullable LocalDate bucket,
      List<String> areas) {
    String area = areas.get(spans.code(Dimension.AREA, span));
    for (Place place : places(slot, bucket, area)) {
      bags.computeIfAbsent(place, _ -> new Bag()).add(spans.unit(span));
    }
  }
}
