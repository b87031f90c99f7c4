package org.heed.server.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.rulebook.Standard;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.safeguarding.CaseDeadline;
import org.heed.server.safeguarding.CaseDeadlines;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells people what is due: whoever answers for it when it nears and at its moment; those who
 * supervise the area too once the standard says so, and from the first where nobody answers for it.
 * Of what has to change after an inspection those who supervise its areas, and who set it, are told
 * once its day is over. Of the last day to answer somebody who asks what is held about them, all
 * who answer such requests are told. Each is told once of each stage of each deadline.
 */
@Service
public class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final Duration WHOLE = Duration.ofHours(12);
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Acts acts;
  private final NoticeStore store;
  private final CaseDeadlines deadlines;
  private final List<DeadlineSource> others;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Clock clock;
  private @Nullable Caller program;
  private @Nullable Instant since;
  private @Nullable Instant whole;

  public Notices(
      Acts acts,
      NoticeStore store,
      CaseDeadlines deadlines,
      List<DeadlineSource> others,
      Accounts accounts,
      Sessions sessions,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.deadlines = deadlines;
    this.others = List.copyOf(others);
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Gives the notices that are wanting; how many that were. One entry, with what was given: nobody
   * is shown a case by it.
   */
  public synchronized int give() {
    deadlines.settle();
    for (DeadlineSource one : others) {
      try {
        one.settle();
      } catch (RuntimeException e) {
        // What one source cannot work out is no reason to tell nobody of anything else.
        LOG.warn(
            "{} could not settle. ({})",
            one.getClass().getSimpleName(),
            e.getClass().getSimpleName());
      }
    }
    Instant began = clock.instant();
    Instant from = since(began);
    int given = give(from);
    since = began;
    whole = from == null ? began : whole;
    return given;
  }

  /**
   * What was worked out before was told of then. Once in a while all is looked at, since others may
   * supervise an area by then.
   */
  private @Nullable Instant since(Instant now) {
    Instant last = since;
    Instant all = whole;
    return last == null || all == null || now.isAfter(all.plus(WHOLE)) || now.isBefore(last)
        ? null
        : last.minus(MARGIN);
  }

  private int give(@Nullable Instant from) {
    return acts.change(
        program(),
        "notices.given",
        act -> {
          act.purpose("give-notices");
          int given = ofRequests(act) + ofOthers(act);
          UUID last = null;
          do {
            CaseDeadlines.Step step = deadlines.after(act.caller(), last, from);
            given += add(act, step);
            last = step.last();
          } while (last != null);
          return given;
        });
  }

  private int add(Act act, CaseDeadlines.Step step) {
    Set<NoticeStore.Key> given = store.given(Notice.Of.CASE, step.cases());
    Map<String, List<UUID>> supervisors = new HashMap<>();
    int before = given.size();
    for (CaseDeadline one : step.deadlines()) {
      stage(one, act.at())
          .ifPresent(stage ->
              told(one, stage, supervisors).stream()
                  .map(account ->
                      new NoticeStore.Key(
                          Notice.Of.CASE, one.caseFile(), one.about(), one.due(), stage, account))
                  .filter(given::add)
                  .forEach(key -> add(act, one.number(), key)));
    }
    return given.size() - before;
  }

  private int ofRequests(Act act) {
    List<RequestDeadline> waiting = store.requests();
    if (waiting.isEmpty()) {
      return 0;
    }
    List<UUID> told = store.answering();
    Set<NoticeStore.Key> given =
        store.given(Notice.Of.REQUEST, waiting.stream().map(RequestDeadline::request).toList());
    int before = given.size();
    for (RequestDeadline one : waiting) {
      one.stage(act.at())
          .ifPresent(stage ->
              told.stream()
                  .map(account ->
                      new NoticeStore.Key(
                          Notice.Of.REQUEST,
                          one.request(),
                          "request:" + one.request(),
                          one.due(),
                          stage,
                          account))
                  .filter(given::add)
                  .forEach(key -> add(act, one.number(), key)));
    }
    return given.size() - before;
  }

  private int ofOthers(Act act) {
    List<OtherDeadline> asking = new ArrayList<>();
    others.forEach(source -> asking.addAll(source.deadlines(act.caller(), act.at())));
    if (asking.isEmpty()) {
      return 0;
    }
    Set<NoticeStore.Key> given = new HashSet<>();
    asking.stream()
        .collect(Collectors.groupingBy(OtherDeadline::kind))
        .forEach((kind, ones) ->
            given.addAll(
                store.given(of(kind), ones.stream().map(OtherDeadline::id).distinct().toList())));
    int before = given.size();
    for (OtherDeadline one : asking) {
      stage(one.nowFrom(), one.nearsFrom(), one.pastFrom(), act.at())
          .ifPresent(stage ->
              told(one, act.at()).stream()
                  .map(account ->
                      new NoticeStore.Key(
                          of(one.kind()), one.id(), one.about(), one.due(), stage, account))
                  .filter(given::add)
                  .forEach(key -> add(act, one.number(), key)));
    }
    return given.size() - before;
  }

  private static Set<UUID> told(OtherDeadline one, Instant now) {
    Set<UUID> told = new LinkedHashSet<>();
    if (one.owner() != null) {
      told.add(one.owner());
    }
    if (one.owner() == null || !now.isBefore(one.othersFrom())) {
      told.addAll(one.others());
    }
    return told;
  }

  private static Notice.Of of(OtherDeadline.Kind kind) {
    return switch (kind) {
      case MESSAGE -> Notice.Of.MESSAGE;
      case EPISODE -> Notice.Of.EPISODE;
      case INSPECTION_ACTION -> Notice.Of.INSPECTION_ACTION;
    };
  }

  private static void add(Act act, String number, NoticeStore.Key key) {
    UUID id = act.newId();
    act.concerns(id);
    act.add(
        Tables.NOTICE,
        id,
        key.as(Notice.Of.CASE),
        number,
        key.about(),
        key.stage().code(),
        key.dueAt(),
        key.account(),
        act.at(),
        key.as(Notice.Of.REQUEST),
        key.as(Notice.Of.MESSAGE),
        key.as(Notice.Of.EPISODE),
        key.as(Notice.Of.INSPECTION_ACTION));
  }

  /** How a deadline stands at a moment; empty while it does not near. */
  static Optional<Stage> stage(CaseDeadline one, Instant now) {
    return stage(one.due(), one.nearsFrom(), one.pastFrom(), now);
  }

  private static Optional<Stage> stage(Instant due, Instant nears, Instant past, Instant now) {
    if (!now.isBefore(due)) {
      return Optional.of(now.isBefore(past) ? Stage.NOW : Stage.PAST);
    }
    return now.isBefore(nears) ? Optional.empty() : Optional.of(Stage.NEARS);
  }

  private Set<UUID> told(CaseDeadline one, Stage stage, Map<String, List<UUID>> supervisors) {
    Set<UUID> told = new LinkedHashSet<>();
    if (one.owner() != null) {
      told.add(one.owner());
    }
    boolean escalates = stage == Stage.PAST && one.to() == Standard.To.SUPERVISORS;
    if (one.owner() == null || escalates) {
      told.addAll(supervisors.computeIfAbsent(one.area(), store::supervisors));
    }
    return told;
  }

  /** The caller's, the newest first. */
  public List<Notice> mine(Caller caller) {
    return acts.plain(caller, () -> store.of(caller.account()));
  }

  /** How many of the caller's they have not opened. */
  public long unopened(Caller caller) {
    return acts.plain(caller, () -> store.unopened(caller.account()));
  }

  /** Keeps that the caller opened one of theirs, and tells the way to what it is of. */
  public String way(Caller caller, UUID id) {
    Notice notice = open(caller, id);
    UUID of = notice.ofId();
    return switch (notice.of()) {
      case CASE -> "/cases/" + of + "/clocks";
      case MESSAGE -> "/inbox/" + of;
      case EPISODE -> "/missing/" + of;
      case INSPECTION_ACTION -> "/inspections/actions#" + of;
      case REQUEST ->
          "/people/"
              + acts.plain(caller, () -> store.person(of))
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such request open to you."))
              + "/held";
    };
  }

  /** Keeps that the caller opened one of theirs, and tells which it is. */
  public Notice open(Caller caller, UUID id) {
    return acts.plain(
        caller,
        () -> {
          Notice notice =
              store
                  .find(caller.account(), id)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such notice of yours."));
          store.opened(caller.account(), id);
          return notice;
        });
  }

  /** The session of the program that gives notices. */
  synchronized Caller program() {
    Caller now = program;
    if (now == null || !now.expiresAt().isAfter(clock.instant().plusSeconds(3600))) {
      now =
          sessions.openService(
              accounts.service("notices", "Heed’s notices"),
              EnumSet.of(Right.CASES, Right.READ, Right.PEOPLE, Right.NOTIFY));
      program = now;
    }
    return now;
  }
}
