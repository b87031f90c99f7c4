package org.heed.server.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Keeps how every case stands, so that nobody who lists cases has to work it out. A case is worked
 * out again when a fact of it comes, which the database notes in the same transaction; when a
 * moment passes at which it stands otherwise by itself; and under another rulebook. What is kept
 * can be made anew from the record at any time, and is the same then.
 */
@Service
public class Standings {
  /** Cases of one step. */
  static final int STEP = 100;

  /** Reports and people whose cases are found in one step. */
  private static final int FOUND = 1_000;

  /** No more of those that wait are counted. */
  public static final int COUNTED = 10_000;

  private final Acts acts;
  private final StandingStore store;
  private final CaseStore cases;
  private final PlanStore plans;
  private final CaseClocks clocks;
  private final RulebookInForce rulebook;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Clock clock;
  private @Nullable Caller program;

  public Standings(
      Acts acts,
      StandingStore store,
      CaseStore cases,
      PlanStore plans,
      CaseClocks clocks,
      RulebookInForce rulebook,
      Accounts accounts,
      Sessions sessions,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.cases = cases;
    this.plans = plans;
    this.clocks = clocks;
    this.rulebook = rulebook;
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Works out whatever asks for it; how many cases that were. */
  public long settle() {
    long all = 0;
    for (List<UUID> step = wanting(); !step.isEmpty(); step = wanting()) {
      workOut(step);
      all += step.size();
    }
    return all;
  }

  /**
   * Works out, before somebody reads a list, what just came and what of their own asks for it: one
   * step, so that nobody waits for what a new rulebook asks of everybody's cases.
   *
   * @return how many cases wait still, counted up to {@link #COUNTED}
   */
  long settleFor(UUID account) {
    if (acts.isInside()) {
      return 0;
    }
    Caller caller = program();
    find();
    List<UUID> step =
        acts.plain(
            caller,
            () -> {
              Set<UUID> some = new TreeSet<>(store.wanting(now(), name(), STEP));
              some.addAll(store.wanting(account, now(), name(), STEP));
              return List.copyOf(some);
            });
    if (step.isEmpty()) {
      return 0;
    }
    workOut(step);
    return step.size() < STEP ? 0 : acts.plain(caller, () -> store.waiting(now(), name(), COUNTED));
  }

  /** Asks for every case to be worked out anew. */
  public void rebuild() {
    acts.plain(
        program(),
        () -> {
          store.all();
          return true;
        });
  }

  private List<UUID> wanting() {
    long found = FOUND;
    while (found == FOUND) {
      found = find();
    }
    return acts.plain(program(), () -> store.wanting(now(), name(), STEP));
  }

  /** In a transaction of its own, so that nobody waits for it longer. */
  private long find() {
    return acts.plain(program(), () -> store.find(FOUND));
  }

  private void workOut(List<UUID> some) {
    UUID[] ids = some.toArray(UUID[]::new);
    acts.plain(
        program(),
        () -> {
          store.hold(ids);
          List<Long> asked = store.asked(ids);
          Instant now = now();
          String by = name();
          List<Standing> standings = of(some, now);
          store.remove(ids);
          store.add(standings, by, now);
          store.answered(asked);
          return true;
        });
  }

  /** How cases stand by the record alone. Only inside {@link Acts}, as the program. */
  List<Standing> of(List<UUID> ids, Instant now) {
    List<CaseFile> files = cases.list(ids, KnownAt.NOW);
    Map<UUID, CasePlan> planned = plans.list(ids, KnownAt.NOW);
    Map<UUID, List<CaseFact>> cameBack =
        clocks.cameBack(
            files.stream().filter(one -> !one.isOpen()).map(CaseFile::scope).toList(), KnownAt.NOW);
    Map<UUID, CaseClocks.Told> told =
        new HashMap<>(
            clocks.told(
                files.stream()
                    .filter(one -> one.isOpen() || cameBack.containsKey(one.id()))
                    .map(CaseFile::scope)
                    .toList(),
                KnownAt.NOW,
                now));
    cameBack.forEach((id, facts) -> told.computeIfPresent(id, (_, all) -> all.startedBy(facts)));
    Set<UUID> unopened = store.unopened(ids.toArray(UUID[]::new));
    List<Standing> standings = new ArrayList<>();
    for (CaseFile file : files) {
      Standing standing =
          Standing.of(
              file,
              planned.getOrDefault(file.id(), CasePlan.EMPTY),
              told.getOrDefault(file.id(), CaseClocks.Told.NOTHING),
              file.isOpen() && unopened.contains(file.id()),
              rulebook.rulebook(),
              now);
      if (standing.open() || standing.early() != null || !standing.parts().isEmpty()) {
        standings.add(standing);
      }
    }
    return standings;
  }

  private Instant now() {
    return acts.now();
  }

  private String name() {
    return rulebook.name();
  }

  /** The session of the program that keeps standings: it sees every case, and shows none. */
  synchronized Caller program() {
    Caller now = program;
    if (now == null || !now.expiresAt().isAfter(clock.instant().plusSeconds(3600))) {
      now =
          sessions.openService(
              accounts.service("standings", "Heed’s standings of cases"),
              EnumSet.of(
                  Right.CASES,
                  Right.READ,
                  Right.PEOPLE,
                  Right.SUPERVISE,
                  Right.NOTIFY,
                  Right.STANDINGS));
      program = now;
    }
    return now;
  }
}
