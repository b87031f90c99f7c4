package org.heed.figures.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event log's slow twin: a list of changes, read one by one for every question. */
final class SlowLog {
  private record Change(
      long position, int change, List<@Nullable LocalDate> dates, List<String> at) {}

  private final List<Change> changes = new ArrayList<>();

  static SlowLog random(long seed, int size, Schema schema) {
    Random random = new Random(seed);
    SlowLog log = new SlowLog();
    long position = 0;
    LocalDate start = LocalDate.of(2016, 1, 1);
    for (int i = 0; i < size; i++) {
      position += random.nextInt(3) == 0 ? random.nextInt(50) : 0;
      if (i == size / 2) {
        position += 5_000_000_000L;
      }
      LocalDate occurred = random.nextInt(20) == 0 ? null : start.plusDays(random.nextInt(1096));
      LocalDate recorded = start.plusDays(random.nextInt(1096));
      log.changes.add(
          new Change(
              position,
              random.nextInt(4) == 0 ? -1 : 1,
              Arrays.asList(occurred, recorded),
              List.of("a" + random.nextInt(6), random.nextBoolean() ? "cse" : "csa")));
    }
    return log;
  }

  EventLog freezeInBatches(Schema schema, int batches) {
    EventLog log = EventLog.builder(schema).freeze();
    for (int batch = 0; batch < batches; batch++) {
      EventLog.Builder builder = log.append();
      int from = (int) ((long) changes.size() * batch / batches);
      int to = (int) ((long) changes.size() * (batch + 1) / batches);
      for (Change each : changes.subList(from, to)) {
        builder.add(each.position, each.change, each.dates, each.at);
      }
      log = builder.freeze();
    }
    return log;
  }

  Counts count(Question question, Schema schema, EventLog shape) {
    int cells = question.periods().size();
    List<List<String>> labels = new ArrayList<>();
    for (String name : question.groupBy()) {
      labels.add(shape.labels().all(schema.dimension(name)));
      cells *= labels.getLast().size();
    }
    int[] counts = new int[cells];
    for (Change each : changes) {
      int period = period(question.periods(), each.dates.get(schema.clock(question.clock())));
      if (each.position <= question.knownAt()
          && period >= 0
          && kept(question.only(), each, schema)) {
        int cell = period;
        for (int i = 0; i < labels.size(); i++) {
          int code =
              labels.get(i).indexOf(each.at.get(schema.dimension(question.groupBy().get(i))));
          cell = cell * labels.get(i).size() + code;
        }
        counts[cell] += each.change;
      }
    }
    return new Counts(question, labels, counts);
  }

  private static boolean kept(Map<String, Set<String>> only, Change each, Schema schema) {
    return only.entrySet().stream()
        .allMatch(e -> e.getValue().contains(each.at.get(schema.dimension(e.getKey()))));
  }

  private static int period(Periods periods, @Nullable LocalDate date) {
    if (date == null || !date.isBefore(periods.end())) {
      return -1;
    }
    int period = -1;
    for (int i = 0; i < periods.size(); i++) {
      period = date.isBefore(periods.starts().get(i)) ? period : i;
    }
    return period;
  }
}
