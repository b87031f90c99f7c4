package org.heed.server.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.ledger.Digest;
import org.heed.rulebook.Limits;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.Recorded.Outcome;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Where reports come in. A report is recorded in one transaction with its people, its reading and
 * its ledger entry; source and reference recorded twice by two people at once is still one report.
 */
@Service
public class ReportDesk {
  private static final String RECORDED = "report.recorded";

  private final Acts acts;
  private final ReportStore store;
  private final RetentionRule retention;
  private final List<WhenReportRecorded> listeners;

  /** By the limits that hold where a rulebook says none. */
  public ReportDesk(Acts acts, ReportStore store, List<WhenReportRecorded> listeners) {
    this(acts, store, listeners, day -> RetentionRule.reviewOn(Limits.usual(), day));
  }

  @Autowired
  public ReportDesk(
      Acts acts, ReportStore store, List<WhenReportRecorded> listeners, RetentionRule retention) {
    this.acts = acts;
    this.retention = retention;
    this.store = store;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Refuses a report that could not be recorded whatever the record holds.
   *
   * @throws Refused naming the field and the cure, never the value
   */
  public static void check(NewReport report, Instant now) {
    ReportChecks.check(report, now);
  }

  /** Records one report: as a new one, which most are, else as what it is. */
  public Recorded record(Caller caller, NewReport report) {
    caller.require(Right.RECORD);
    return recordNew(caller, report)
        .orElseGet(() -> record(acts, caller, List.of(report)).getFirst());
  }

  private Optional<Recorded> recordNew(Caller caller, NewReport report) {
    if (acts.isInside() || !mayRecordIn(caller, report.area())) {
      return Optional.empty();
    }
    return acts.changeWithNew(
        caller,
        RECORDED,
        report.source(),
        report.reference(),
        act -> {
          UUID id = act.newId();
          addVersion(act, id, 1, report);
          return new Recorded(id, 1, Outcome.NEW);
        });
  }

  private static boolean mayRecordIn(Caller caller, String area) {
    return caller.worksIn(area) || caller.may(Right.READ_AGENCY);
  }

  /** Records several in one transaction: all or none. */
  public List<Recorded> record(Caller caller, List<NewReport> reports) {
    return record(acts, caller, reports);
  }

  /** As {@link #record(Caller, List)}, by another clock: for history that is replayed. */
  public List<Recorded> record(Acts acts, Caller caller, List<NewReport> reports) {
    caller.require(Right.RECORD);
    Function<Function<String, Act>, List<Recorded>> work =
        begin -> recordAll(begin, caller, reports);
    try {
      return acts.changeMany(caller, work);
    } catch (DuplicateKeyException raced) {
      if (acts.isInside()) {
        throw raced;
      }
      // Someone recorded the same reference meanwhile: now it is known, and this is a repeat of it.
      return acts.changeMany(caller, work);
    }
  }

  /** Records several within acts that are open: all or none, with whatever else happens there. */
  public List<Recorded> record(
      Function<String, Act> begin, Caller caller, List<NewReport> reports) {
    caller.require(Right.RECORD);
    return recordAll(begin, caller, reports);
  }

  private List<Recorded> recordAll(
      Function<String, Act> begin, Caller caller, List<NewReport> reports) {
    Map<ReportKey, ReportStore.Latest> known = new LinkedHashMap<>(store.latest(reports));
    List<NewReport> fresh =
        reports.stream().filter(one -> !known.containsKey(ReportKey.of(one))).toList();
    Set<ReportKey> destroyed = fresh.isEmpty() ? Set.of() : store.destroyed(fresh);
    List<Recorded> results = new ArrayList<>(reports.size());
    for (NewReport report : reports) {
      ReportKey key = ReportKey.of(report);
      Digest hash = ContentHash.of(report);
      ReportStore.Latest latest = known.get(key);
      if (latest != null && latest.contentHash().equals(hash)) {
        results.add(new Recorded(latest.report(), latest.version(), Outcome.SAME));
        continue;
      }
      if (!mayRecordIn(caller, report.area())) {
        throw new Refused(Refused.Code.NOT_ALLOWED, "You do not work in this area.");
      }
      if (destroyed.contains(key)) {
        throw new Refused(
            Refused.Code.DESTROYED,
            "Two people had the report of this source and reference destroyed: it is not taken"
                + " again.");
      }
      Act act = begin.apply(latest == null ? RECORDED : "report.amended");
      UUID id = latest == null ? act.newId() : latest.report();
      int version = latest == null ? 1 : latest.version() + 1;
      addVersion(act, id, version, report);
      known.put(key, new ReportStore.Latest(id, version, hash));
      results.add(new Recorded(id, version, latest == null ? Outcome.NEW : Outcome.CHANGED));
    }
    return results;
  }

  /**
   * What a version names anew.
   *
   * @param people the identifiers of its mentions of people, in their order
   * @param things those of its mentions of places, vehicles, phones and accounts
   */
  public record Named(List<UUID> people, List<UUID> things) {
    public Named {
      people = List.copyOf(people);
      things = List.copyOf(things);
    }
  }

  /**
   * Adds a report's version to an act that is open, with all that follows from it: its reading and
   * perhaps its draw for review.
   */
  public Named addVersion(Act act, UUID report, int version, NewReport content) {
    return addVersion(act, report, version, content, ContentHash.of(content));
  }

  /** As the other, where the source sent something else: its digest. */
  Named addVersion(Act act, UUID report, int version, NewReport content, Digest sent) {
    ReportChecks.check(content, act.at());
    act.concerns(report);
    Named named = ReportFacts.add(act, report, version, content, sent, retention);
    ReportRecorded event =
        new ReportRecorded(report, version, content, named.people(), named.things());
    listeners.forEach(listener -> listener.recorded(act, event));
    return named;
  }
}
