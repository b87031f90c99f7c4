package org.heed.server.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.person.KeptLinks;
import org.heed.server.person.PersonStore;
import org.heed.server.person.Ties;
import org.heed.server.report.NewReport;
import org.heed.server.report.Operations;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportStore;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.jspecify.annotations.Nullable;

/**
 * Puts batches into the record, each in one transaction together with how far the file is done. A
 * batch that the database does not take is halved until the row that is to blame stands alone.
 */
final class BatchWriter {
  private static final String TAKEN =
      "a restricted report has this source and reference: whoever may open it amends it";

  private static final String NOT_NAMED =
      "no report of the source names both: does the mapping give people their id as key?";

  private final Acts acts;
  private final Caller caller;
  private final ReportDesk desk;
  private final Operations operations;
  private final Ties ties;
  private final ReadAhead ahead;
  private final ProgressStore progress;
  private final Clock clock;
  private final Pauses pauses;
  private final ProgressStore.@Nullable Key key;
  private boolean frozen;
  private long written;

  BatchWriter(Importer.Tools tools, ReadAhead ahead, ProgressStore.@Nullable Key key) {
    this.acts = tools.acts();
    this.caller = tools.caller();
    this.desk =
        new ReportDesk(
            tools.acts(),
            new ReportStore(tools.databases()),
            List.of(ahead, new KeptLinks(new PersonStore(tools.databases()))),
            tools.recogniser());
    this.operations = new Operations(tools.acts(), tools.databases());
    this.ties = new Ties(tools.databases());
    this.ahead = ahead;
    this.progress = new ProgressStore(tools.databases());
    this.clock = tools.clock();
    this.pauses = tools.pauses();
    this.key = key;
  }

  /** What a batch came to. */
  record Written(ImportCounts counts, List<Refusal> refusals) {
    static final Written NOTHING = new Written(ImportCounts.NONE, List.of());

    Written plus(Written other) {
      List<Refusal> both = new ArrayList<>(refusals);
      both.addAll(other.refusals);
      return new Written(counts.plus(other.counts), both);
    }
  }

  /** Rows of the file that are done, as the record knows. */
  long done() {
    ProgressStore.Key known = key;
    return known == null ? 0 : attempted(() -> acts.plain(caller, () -> progress.done(known)));
  }

  Written write(Batch batch) {
    ahead.expect(batch);
    List<Prepared> rows = batch.rows();
    int ties = firstTie(rows);
    Written result = writeRows(rows.subList(0, ties));
    if (ties < rows.size()) {
      result = result.plus(writeRows(rows.subList(ties, rows.size())));
    }
    written += rows.size();
    return result;
  }

  /** Ties follow the reports that they are said of, which stand on the record by then. */
  private static int firstTie(List<Prepared> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).tie() != null) {
        return i;
      }
    }
    return rows.size();
  }

  private Written writeRows(List<Prepared> rows) {
    if (rows.isEmpty()) {
      return Written.NOTHING;
    }
    try {
      return attempted(() -> acts.changeMany(caller, begin -> together(begin, rows)));
    } catch (RuntimeException e) {
      if (Trouble.of(e) != Trouble.ROWS) {
        throw e;
      }
      if (rows.size() > 1) {
        int half = rows.size() / 2;
        Written first = writeRows(rows.subList(0, half));
        return first.plus(writeRows(rows.subList(half, rows.size())));
      }
      frozen = true;
      Prepared row = rows.getFirst();
      Refusal refusal = new Refusal(row.line(), "", row.reference(), reason(e));
      return new Written(new ImportCounts(1, 0, 0, 0, 1), List.of(refusal));
    }
  }

  private static String reason(RuntimeException why) {
    if (Trouble.isTaken(why)) {
      return TAKEN;
    }
    return why instanceof Refused refused
        ? refused.sentence()
        : "the database does not take this row";
  }

  private Written together(Function<String, Act> begin, List<Prepared> rows) {
    long done = key == null ? 0 : progress.lock(key, clock.instant());
    List<Refusal> refusals = new ArrayList<>();
    List<NewReport> reports = new ArrayList<>(rows.size());
    List<@Nullable String> belongsTo = new ArrayList<>(rows.size());
    long known = 0;
    for (Prepared row : rows) {
      if (row.refusal() != null) {
        refusals.add(row.refusal());
      } else if (row.index() < done) {
        known++;
      } else if (row.report() != null) {
        reports.add(row.report());
        belongsTo.add(row.operation());
      }
    }
    long fresh = 0;
    long changed = 0;
    List<Recorded> taken = desk.record(begin, caller, reports);
    operations(begin, reports, belongsTo, taken);
    for (Recorded recorded : taken) {
      switch (recorded.outcome()) {
        case NEW -> fresh++;
        case CHANGED -> changed++;
        case SAME -> known++;
      }
    }
    for (Prepared row : rows) {
      Ties.Said tie = row.tie();
      if (tie != null && row.index() >= done) {
        switch (ties.add(begin, row.source(), tie)) {
          case NEW -> fresh++;
          case SAME -> known++;
          case NOT_NAMED -> refusals.add(new Refusal(row.line(), "", tie.says(), NOT_NAMED));
        }
      }
    }
    advance(rows);
    ImportCounts counts = new ImportCounts(rows.size(), fresh, changed, known, refusals.size());
    return new Written(counts, refusals);
  }

  /** Which operation the source says that reports belong to, where nobody has said anything. */
  private void operations(
      Function<String, Act> begin,
      List<NewReport> reports,
      List<@Nullable String> belongsTo,
      List<Recorded> taken) {
    Map<UUID, Operations.Said> said = new LinkedHashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      String operation = belongsTo.get(i);
      if (operation != null) {
        said.put(taken.get(i).report(), new Operations.Said(operation, reports.get(i).source()));
      }
    }
    operations.bySource(begin, said);
  }

  /**
   * Moves on to behind these rows, but never past a row that another day could take: a later run
   * has to look at it again.
   */
  private void advance(List<Prepared> rows) {
    if (key == null || frozen) {
      return;
    }
    long end = rows.getFirst().index();
    for (Prepared row : rows) {
      if (row.byClock()) {
        frozen = true;
        break;
      }
      end = row.index() + 1;
    }
    progress.advance(key, end);
  }

  private interface Step<T> {
    T run();
  }

  private <T> T attempted(Step<T> step) {
    int tried = 0;
    while (true) {
      try {
        return step.run();
      } catch (RuntimeException e) {
        tried++;
        boolean raced = Trouble.isTaken(e) && tried < 3;
        switch (raced ? Trouble.PASSING : Trouble.of(e)) {
          case PASSING -> pause(tried, e);
          case DISK_FULL -> throw stopped("The database's disk is full: make room", e);
          case ROWS, OTHER -> throw e;
        }
      }
    }
  }

  private void pause(int tried, RuntimeException why) {
    if (tried >= Pauses.MOST) {
      throw stopped("The database does not answer any longer: see that it runs", why);
    }
    try {
      pauses.before(tried);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped("The import was interrupted", e);
    }
  }

  private ImportFailure stopped(String what, Exception why) {
    return new ImportFailure(
        what
            + ", and run the import again; the first "
            + written
            + " rows of this file are done and will not go in twice.",
        why);
  }
}
