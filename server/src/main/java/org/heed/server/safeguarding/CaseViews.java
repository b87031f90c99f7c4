package org.heed.server.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases with all that belongs to them; each look is one entry of the ledger. */
@Service
public class CaseViews {
  private final Acts acts;
  private final KnownPositions positions;
  private final CaseFiles files;
  private final CaseStore store;
  private final PlanStore plans;
  private final MeetingStore meetings;
  private final CaseClocks clocks;
  private final Clock clock;

  public CaseViews(
      Acts acts,
      KnownPositions positions,
      CaseFiles files,
      CaseStore store,
      PlanStore plans,
      MeetingStore meetings,
      CaseClocks clocks,
      Clock clock) {
    this.acts = acts;
    this.positions = positions;
    this.files = files;
    this.store = store;
    this.plans = plans;
    this.meetings = meetings;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Opens a case as it was known; null: now. */
  public CaseView open(Caller caller, UUID id, @Nullable Instant moment) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "case.read",
        "read-case",
        () -> {
          KnownAt known = positions.at(moment);
          CaseFile file = files.get(id, known);
          return new Acts.Seen<>(
              view(file, known, Optional.ofNullable(moment).orElseGet(clock::instant)),
              file.subjects());
        });
  }

  /**
   * As the other, as it is now, with what another module keeps of the case, read in the same look.
   *
   * @param kind of the look
   * @param purpose of the look
   * @param and what is shown besides, with the records that it names
   */
  public <T> T open(
      Caller caller, UUID id, String kind, String purpose, Function<CaseView, Acts.Seen<T>> and) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        kind,
        purpose,
        () -> {
          CaseFile file = files.get(id, KnownAt.NOW);
          Acts.Seen<T> more = and.apply(view(file, KnownAt.NOW, clock.instant()));
          Set<UUID> shown = new HashSet<>(file.subjects());
          shown.addAll(more.subjects());
          return new Acts.Seen<>(more.value(), shown);
        });
  }

  /** A case as known. Only inside {@link Acts}, by whoever names the look. */
  public CaseView known(UUID id, KnownAt known) {
    return view(
        files.get(id, known), known, Optional.ofNullable(known.moment()).orElseGet(clock::instant));
  }

  /** Whether a case is open to the asker. Only inside {@link Acts}. */
  public boolean isOpen(UUID id) {
    return !store.list(List.of(id), KnownAt.NOW).isEmpty();
  }

  /** The clocks of those of many cases that are open to the asker. Only inside {@link Acts}. */
  public Map<UUID, List<CaseClock>> clocks(List<UUID> ids, KnownAt known) {
    return clocks.of(store.list(ids, known).stream().map(CaseFile::scope).toList(), known);
  }

  private CaseView view(CaseFile file, KnownAt known, Instant asOf) {
    UUID id = file.id();
    CasePlan plan = plans.list(List.of(id), known).getOrDefault(id, CasePlan.EMPTY);
    List<CaseMeeting> held = meetings.list(id, known);
    return new CaseView(
        file,
        plan,
        held,
        clocks.of(List.of(file.scope()), known).getOrDefault(id, List.of()),
        clocks.open(file.scope(), known, asOf),
        clocks.cameBack(List.of(file.scope()), known).getOrDefault(id, List.of()),
        names(file, plan, held),
        asOf);
  }

  private Map<UUID, String> names(CaseFile file, CasePlan plan, List<CaseMeeting> held) {
    Set<UUID> accounts = new HashSet<>();
    plan.actions()
        .forEach(one -> {
          accounts.add(one.by());
          one.states()
              .forEach(state -> {
                accounts.add(state.by());
                Optional.ofNullable(state.owner()).ifPresent(accounts::add);
              });
        });
    plan.decisions().forEach(one -> accounts.add(one.by()));
    plan.words().forEach(one -> accounts.add(one.by()));
    plan.lines().forEach(one -> one.states().forEach(state -> accounts.add(state.by())));
    plan.grades().forEach(one -> accounts.add(one.by()));
    held.forEach(one -> one.states().forEach(state -> accounts.add(state.by())));
    Map<UUID, String> names = new HashMap<>(store.names(accounts));
    names.putAll(file.names());
    return names;
  }
}
