package org.heed.server.recording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.sampling.Days;
import org.heed.server.sampling.Naming;
import org.heed.server.sampling.Redrawn;
import org.heed.server.sampling.Sampling;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Plans and draws recording audits, names who audits, and reads what came of them. */
@Service
public class RecordingAudits {
  private static final int MOST = 2_000;

  private final Acts acts;
  private final KnownPositions positions;
  private final RecordingAuditStore store;
  private final RulebookInForce rulebook;
  private final Clock clock;

  public RecordingAudits(
      Acts acts,
      KnownPositions positions,
      RecordingAuditStore store,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.positions = positions;
    this.store = store;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** How many reports each stratum has, as known now. */
  public SortedMap<String, Integer> strata(
      Caller caller, @Nullable String area, LocalDate since, LocalDate until, AuditStrata by) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(
        caller,
        () -> {
          SortedMap<String, Integer> sizes = new TreeMap<>();
          store
              .frame(question(caller, area, since, until, by))
              .forEach(one -> sizes.merge(one.stratum(), 1, Integer::sum));
          return sizes;
        });
  }

  private AuditFrame question(
      Caller caller, @Nullable String area, LocalDate since, LocalDate until, AuditStrata by) {
    Days days = Days.of(since, until);
    return new AuditFrame(
        area, caller.areas(), days.since(), days.until(), by, positions.at(clock.instant()));
  }

  /** Draws a sample; the seed is Heed's, so that nobody draws until they like it. */
  public UUID draw(Caller caller, NewRecordingAudit wanted) {
    caller.require(Right.AUDIT_RECORDING);
    Sampling.check(wanted.title(), wanted.sizes(), MOST);
    return acts.change(
        caller,
        "recording.audit-drawn",
        act ->
            add(
                act,
                wanted,
                question(caller, wanted.area(), wanted.since(), wanted.until(), wanted.by())));
  }

  private UUID add(Act act, NewRecordingAudit wanted, AuditFrame question) {
    List<RecordingAuditStore.Framed> framed = store.frame(question);
    Frame frame = frame(framed);
    UUID id = act.newId();
    act.concerns(id);
    Draw draw = Draw.of(frame, act.newId().toString(), wanted.sizes());
    List<Draw.Drawn> drawn = Sampling.draw(draw, frame);
    List<String> areas = question.areas();
    act.add(
        Tables.RECORDING_AUDIT,
        id,
        wanted.title().strip(),
        rulebook.name(),
        question.area(),
        areas == null ? null : String.join(",", areas),
        question.since(),
        question.until(),
        question.by().code(),
        question.known().moment(),
        question.known().position(),
        draw.frameHash(),
        draw.seed(),
        act.caller().account(),
        act.at(),
        frame.lines());
    frame
        .strata()
        .forEach((name, units) ->
            act.add(
                Tables.RECORDING_AUDIT_STRATUM,
                id,
                name,
                units.size(),
                draw.sizes().getOrDefault(name, 0),
                framed.stream()
                    .filter(one -> one.stratum().equals(name))
                    .mapToInt(RecordingAuditStore.Framed::crimes)
                    .sum()));
    int place = 0;
    for (Draw.Drawn one : drawn) {
      act.add(Tables.RECORDING_AUDIT_REPORT, id, UUID.fromString(one.id()), one.stratum(), ++place);
    }
    return id;
  }

  private static Frame frame(List<RecordingAuditStore.Framed> framed) {
    return new Frame(
        framed.stream()
            .map(one -> new Frame.Unit(one.report().toString(), one.stratum()))
            .toList());
  }

  /** All of them, the newest first. */
  public List<RecordingAudit> list(Caller caller) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(caller, store::list);
  }

  /** One of them. */
  public RecordingAudit get(Caller caller, UUID id) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(caller, () -> find(id));
  }

  RecordingAudit find(UUID id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such audit open to you."));
  }

  /** The frame that an audit was drawn from. */
  public Frame frame(Caller caller, UUID id) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.look(
        caller, "recording.frame-taken", "audit", () -> Acts.Seen.one(frame(find(id)), id));
  }

  /** As kept with the draw; of one drawn before frames were, put together again as known then. */
  private Frame frame(RecordingAudit audit) {
    return store.kept(audit.id()).orElseGet(() -> frame(store.frame(audit.frame())));
  }

  /**
   * An audit and how far it is.
   *
   * @param latest what counts of each report that somebody said something of
   * @param mine whether the asker audits
   */
  public record Progress(RecordingAudit audit, Map<UUID, Audited> latest, boolean mine) {
    public Progress {
      latest = Map.copyOf(latest);
    }

    /** The first report that nobody has said anything of. */
    public Optional<RecordingAudit.Drawn> next() {
      return audit.reports().stream()
          .filter(one -> mine && !latest.containsKey(one.report()))
          .findFirst();
    }

    /** What it shows. */
    public RecordingRates rates() {
      return RecordingRates.of(audit, latest);
    }
  }

  /** How far an audit is. It tells numbers and identifiers alone, and is a look all the same. */
  public Progress progress(Caller caller, UUID id) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.look(
        caller,
        "recording.audit-opened",
        "audit",
        () -> {
          RecordingAudit audit = find(id);
          Map<UUID, Audited> latest = new HashMap<>();
          store.said(id).forEach((report, said) -> latest.put(report, said.getLast()));
          Set<UUID> shown = new LinkedHashSet<>(Set.of(id));
          audit.reports().forEach(one -> shown.add(one.report()));
          return new Acts.Seen<>(
              new Progress(audit, latest, audit.isAuditor(caller.account(), acts.now())), shown);
        });
  }

  /** Draws again from the record. */
  public Redrawn redraw(Caller caller, UUID id) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(
        caller,
        () -> {
          RecordingAudit audit = find(id);
          return Redrawn.of(
              caller.areas() == null || store.kept(id).isPresent(),
              audit.draw(),
              frame(audit),
              audit.reports().stream().map(RecordingAudit.Drawn::report).toList());
        });
  }

  /** Those whom the asker may name as auditors, by name; nobody where that is for others to do. */
  public Map<UUID, String> others(Caller caller, UUID id) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(
        caller,
        () -> {
          if (!mayName(caller, find(id))) {
            return Map.of();
          }
          Map<UUID, String> others = new LinkedHashMap<>(store.auditors());
          others.remove(caller.account());
          return others;
        });
  }

  private static boolean mayName(Caller caller, RecordingAudit audit) {
    return (caller.may(Right.SUPERVISE) || caller.may(Right.REGISTER))
        && Naming.covers(caller, audit.frame().area(), audit.frame().areas());
  }

  /** How many reports the caller has still to audit, in all audits. */
  public long waiting(Caller caller) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.plain(caller, () -> store.waiting());
  }

  /**
   * Names somebody else who audits until the end of a day, or until another day than they were
   * named for; whoever answers for counting or supervises every area of the frame does.
   */
  public void name(Caller caller, UUID id, UUID account, LocalDate until) {
    naming(
        caller,
        id,
        account,
        "recording.auditor-named",
        (act, _) -> {
          if (!store.auditors().containsKey(account)) {
            throw invalid("Choose somebody who audits recording.");
          }
          return Naming.until(until, act.at(), rulebook.rulebook().namedForDays());
        });
  }

  /** Ends somebody's time to audit at once. */
  public void end(Caller caller, UUID id, UUID account) {
    naming(
        caller,
        id,
        account,
        "recording.auditor-ended",
        (act, audit) -> {
          if (!audit.isAuditor(account, act.at())) {
            throw new Refused(Refused.Code.CONFLICT, "They do not audit in it any more.");
          }
          return act.at();
        });
  }

  private void naming(
      Caller caller,
      UUID id,
      UUID account,
      String kind,
      BiFunction<Act, RecordingAudit, Instant> until) {
    caller.require(Right.AUDIT_RECORDING);
    acts.changing(
        caller,
        kind,
        act -> {
          RecordingAudit audit = find(id);
          if (!mayName(caller, audit)) {
            throw new Refused(
                Refused.Code.NOT_ALLOWED,
                "The registrar, or somebody who supervises every area of the frame, names who"
                    + " audits.");
          }
          if (account.equals(caller.account())) {
            throw invalid("Nobody names themselves to audit: ask somebody else.");
          }
          act.concerns(id);
          Instant end = until.apply(act, audit);
          act.add(Tables.RECORDING_AUDITOR, id, account, end, caller.account(), act.at());
        });
  }

  static Refused invalid(String says) {
    return new Refused(Refused.Code.INVALID, says);
  }
}
