package org.heed.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Spans;
import org.heed.server.web.Words;

/**
 * The records behind a count, from memory: one that another rulebook makes, or a part of one. A
 * crime that it makes of several goes by the first of them, and those of one that it makes of the
 * same by theirs.
 */
final class MemoryLineage {
  private final CountedRecord record;
  private final Question question;
  private final long position;
  private final Slices slices;
  private final int clock;
  private final Map<Integer, Lineage.Row> rows = new HashMap<>();

  MemoryLineage(CountedRecord record, Question question, long position) {
    this.record = record;
    this.question = question;
    this.position = position;
    this.slices = Slices.of(question);
    this.clock = Clocks.of(question.clock().code());
  }

  /**
   * Those of a part that are not closed, each once, by day.
   *
   * @param having labels of which they have one besides, by dimension
   * @param closed reports that are
   */
  Lineage records(
      Part part, Map<String, Set<String>> having, Set<UUID> closed, long skip, int most) {
    Map<String, Set<String>> wanted = new HashMap<>(Wanted.of(record, question));
    wanted.putAll(having);
    wanted.put(Dimension.STANDING.code(), Set.of("counted"));
    if (part.area() != null) {
      wanted.put(Dimension.AREA.code(), Set.of(part.area()));
    }
    Filter filter = new Filter(record, wanted);
    CountedRecord.Visitor visitor =
        (spans, span) -> {
          if (spans.unit(span) >= 0 && filter.keeps(spans, span) && in(part, spans, span)) {
            rows.merge(spans.unit(span), row(spans, span), MemoryLineage::earlier);
          }
        };
    switch (question.unit()) {
      case REPORTS -> record.reports(position, visitor);
      case CRIMES -> record.crimes(position, visitor);
      case CHILDREN -> record.people(true, position, visitor);
      case SUSPECTS -> record.people(false, position, visitor);
    }
    List<Lineage.Row> named = new ArrayList<>();
    rows.forEach((unit, row) -> {
      if (!closed.contains(row.report())) {
        named.add(named(unit, row));
      }
    });
    named.sort(MemoryLineage.ORDER);
    return new Lineage(named.size(), named.stream().skip(skip).limit(most).toList());
  }

  private static final Comparator<Lineage.Row> ORDER =
      Comparator.comparing(Lineage.Row::at, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Lineage.Row::id);

  private boolean in(Part part, Spans spans, int span) {
    int slice = slices.period(spans.day(clock, span));
    return part.slot() == Part.Slot.NOT_KNOWN
        ? slice == Slices.NO_DAY
        : slice >= 0 && slices.slots().get(slice) == part.slot();
  }

  private Lineage.Row row(Spans spans, int span) {
    char day = spans.day(clock, span);
    Instant at =
        day == Clocks.NONE ? null : Clocks.date(day).atStartOfDay(Words.LONDON).toInstant();
    UUID report = record.report(spans.report(span));
    return new Lineage.Row(
        report,
        report,
        record.labels(Dimension.AREA).get(spans.code(Dimension.AREA, span)),
        at,
        question.unit() == Unit.CRIMES
            ? record.labels(Dimension.WHAT).get(spans.code(Dimension.WHAT, span))
            : null);
  }

  private static Lineage.Row earlier(Lineage.Row one, Lineage.Row other) {
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  /** Looked up when the visit is over, which holds the record. */
  private Lineage.Row named(int unit, Lineage.Row row) {
    UUID id =
        switch (question.unit()) {
          case REPORTS -> row.report();
          case CRIMES -> record.crime(unit).getFirst();
          case CHILDREN, SUSPECTS -> record.people(new int[] {unit}).getFirst();
        };
    return new Lineage.Row(id, row.report(), row.area(), row.at(), row.offence());
  }
}
