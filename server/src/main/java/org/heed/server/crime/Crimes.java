package org.heed.server.crime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records crimes from reports and what becomes of them. Each change is a dated fact with a reason.
 */
@Service
public class Crimes {
  private final Acts acts;
  private final CrimeStore store;
  private final CountingRules rules;

  public Crimes(Acts acts, CrimeStore store, CountingRules rules) {
    this.acts = acts;
    this.store = store;
    this.rules = rules;
  }

  /**
   * Records the crimes of a report: one for each victim named, the principal one of the offences
   * where several were committed against that victim in the incident.
   *
   * @param victims mentions of the report; empty where there is no known victim: one crime
   * @return the crimes made, one for each victim that had none yet
   */
  public List<UUID> record(
      Caller caller, UUID report, List<UUID> victims, List<String> offences, String reason) {
    caller.require(Right.CRIME);
    requireReason(reason);
    String principal = rules.principal(offences.stream().map(o -> rules.get(o).code()).toList());
    return acts.change(
        caller,
        "crime.recorded",
        act -> {
          List<Optional<UUID>> counted = store.victimsToCount(report, victims);
          if (counted.isEmpty()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "A crime is recorded already for each of these victims: reclassify it instead.");
          }
          List<UUID> made = new ArrayList<>();
          for (Optional<UUID> victim : counted) {
            made.add(add(act, report, victim.orElse(null), principal, reason, act.at()));
          }
          return made;
        });
  }

  /** Adds one crime to an act that is open. */
  public UUID add(
      Act act,
      UUID report,
      @Nullable UUID victim,
      String offence,
      String reason,
      Instant effectiveAt) {
    UUID crime = act.newId();
    act.concerns(report);
    act.concerns(crime);
    act.add(Tables.CRIME, crime, report, victim, CrimeNumber.of(crime, effectiveAt));
    addState(act, crime, report, 1, CrimeAct.RECORDED, offence, reason, effectiveAt);
    return crime;
  }

  /** Adds a crime's {@code seq}-th state to an act that is open. */
  public void addState(
      Act act,
      UUID crime,
      UUID report,
      int seq,
      CrimeAct what,
      String offence,
      String reason,
      Instant effectiveAt) {
    act.concerns(crime);
    act.add(
        Tables.CRIME_STATE,
        crime,
        report,
        seq,
        what.code(),
        offence,
        what != CrimeAct.CANCELLED && rules.counts(offence),
        rules.rule(),
        reason,
        effectiveAt.truncatedTo(ChronoUnit.MICROS));
  }

  /** Moves a crime to another class. */
  public void reclassify(Caller caller, UUID crime, String offence, String reason) {
    String code = rules.get(offence).code();
    change(caller, crime, CrimeAct.RECLASSIFIED, code, reason);
  }

  /** Cancels a crime: it stays on the record and counts no longer. A rape: the registrar alone. */
  public void cancel(Caller caller, UUID crime, String reason) {
    change(caller, crime, CrimeAct.CANCELLED, null, reason);
  }

  /** Makes a cancelled crime count again. */
  public void reinstate(Caller caller, UUID crime, String reason) {
    change(caller, crime, CrimeAct.REINSTATED, null, reason);
  }

  /** The crimes of a report as they stood. Only inside {@link Acts}. */
  public List<CrimeStanding> list(UUID report, KnownAt known) {
    return store.list(report, known);
  }

  /**
   * The mentions of a report, of every version, whose person a crime of it counts already. Only
   * inside {@link Acts}.
   */
  public Set<UUID> counted(UUID report) {
    return store.victims(report).counted();
  }

  private void change(
      Caller caller, UUID crime, CrimeAct what, @Nullable String offence, String reason) {
    caller.require(Right.CRIME);
    requireReason(reason);
    acts.changing(
        caller,
        "crime." + what.code(),
        act -> {
          CrimeStore.Now now = store.now(crime);
          boolean cancelled = now.act() == CrimeAct.CANCELLED;
          if (cancelled != (what == CrimeAct.REINSTATED)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                cancelled
                    ? "The crime is cancelled: reinstate it first."
                    : "The crime is not cancelled.");
          }
          if (offence != null && offence.equals(now.offence())) {
            throw new Refused(Refused.Code.CONFLICT, "The crime has that class already.");
          }
          requireRegistrar(caller, what, now.offence(), offence);
          addState(
              act,
              crime,
              now.report(),
              now.seq() + 1,
              what,
              offence == null ? now.offence() : offence,
              reason,
              act.at());
        });
  }

  /** A rape stops counting only by the registrar: cancelled, or moved to a class kept apart. */
  private void requireRegistrar(
      Caller caller, CrimeAct what, String offence, @Nullable String wanted) {
    boolean uncounted = what == CrimeAct.CANCELLED || (wanted != null && !rules.counts(wanted));
    if (uncounted && rules.isRape(offence) && !caller.may(Right.REGISTER)) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED,
          "Only the crime registrar cancels a rape or moves it to a class that does not count.");
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }
}
