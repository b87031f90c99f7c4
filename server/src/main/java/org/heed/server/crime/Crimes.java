package org.heed.server.crime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.rulebook.CrimeGround;
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

  /** What was committed by whom against whom, as somebody says of a report, and why. */
  public record Committed(
      List<UUID> victims,
      List<UUID> suspects,
      List<String> offences,
      String reason,
      Grounded ground) {
    public Committed {
      victims = victims.stream().distinct().toList();
      suspects = suspects.stream().distinct().toList();
      offences = offences.stream().distinct().toList();
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Committed[hidden]";
    }
  }

  /** The crimes that the counting rules make of what is said, beside those the report has. */
  public List<ProposedCrime> propose(Caller caller, UUID report, Committed said) {
    caller.require(Right.CRIME);
    return acts.plain(caller, () -> proposed(report, said));
  }

  /**
   * Records the crimes of a report, by suspects who are not told apart.
   *
   * @param victims mentions of the report; empty where there is no known victim: one crime
   */
  public List<UUID> record(
      Caller caller, UUID report, List<UUID> victims, List<String> offences, String reason) {
    return record(
        caller, report, new Committed(victims, List.of(), offences, reason, Grounded.NONE));
  }

  /**
   * Records the crimes that the counting rules make of what is said of a report.
   *
   * @return the crimes made, beside those the report had
   */
  public List<UUID> record(Caller caller, UUID report, Committed said) {
    caller.require(Right.CRIME);
    requireReason(said.reason());
    return acts.change(
        caller,
        "crime.recorded",
        act -> {
          List<ProposedCrime> crimes = proposed(report, said);
          if (crimes.isEmpty()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "A crime is recorded already for each of these victims: reclassify it instead.");
          }
          List<UUID> made = new ArrayList<>();
          for (ProposedCrime crime : crimes) {
            Grounded ground = rules.counts(crime.code()) ? Grounded.NONE : said.ground();
            requireApart(crime.code(), ground);
            made.add(add(act, report, crime, said.reason(), ground));
          }
          return made;
        });
  }

  private List<ProposedCrime> proposed(UUID report, Committed said) {
    store.requireOpen(report);
    if (said.offences().isEmpty()) {
      throw new Refused(Refused.Code.INVALID, "Name the offence that was committed.");
    }
    said.offences().forEach(rules::get);
    Victims people = store.victims(report);
    for (List<UUID> mentions : List.of(said.victims(), said.suspects())) {
      if (!mentions.stream().allMatch(people::has)) {
        throw new Refused(Refused.Code.INVALID, "Choose people whom the report names.");
      }
    }
    return new ReportCrimes(rules, people, store.recorded(report))
        .propose(said.victims(), said.suspects(), said.offences());
  }

  private UUID add(Act act, UUID report, ProposedCrime made, String reason, Grounded ground) {
    UUID crime = act.newId();
    act.concerns(report);
    act.add(
        Tables.CRIME,
        crime,
        report,
        made.victim(),
        CrimeNumber.of(crime, act.at()),
        joined(made.suspects()),
        String.join(",", made.offences()),
        joined(made.others()));
    state(
        act,
        crime,
        report,
        1,
        CrimeAct.RECORDED,
        made.code(),
        reason,
        act.at(),
        made.because(),
        ground);
    return crime;
  }

  private static @Nullable String joined(List<UUID> ids) {
    return ids.isEmpty() ? null : ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** Adds one crime to an act that is open. */
  public UUID add(
      Act act,
      UUID report,
      @Nullable UUID victim,
      List<UUID> suspects,
      String offence,
      String reason,
      Instant effectiveAt) {
    UUID crime = act.newId();
    act.concerns(report);
    String number = CrimeNumber.of(crime, effectiveAt);
    act.add(Tables.CRIME, crime, report, victim, number, joined(suspects), offence, null);
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
    List<RuleSaid> said = what == CrimeAct.RECORDED ? rules.alone(offence) : List.of();
    state(act, crime, report, seq, what, offence, reason, effectiveAt, said, Grounded.NONE);
  }

  private void state(
      Act act,
      UUID crime,
      UUID report,
      int seq,
      CrimeAct what,
      String offence,
      String reason,
      Instant effectiveAt,
      List<RuleSaid> said,
      Grounded ground) {
    act.concerns(crime);
    act.add(
        Tables.CRIME_STATE,
        crime,
        report,
        seq,
        what.code(),
        offence,
        !what.takesOut() && rules.counts(offence),
        rules.rule(said),
        reason,
        effectiveAt.truncatedTo(ChronoUnit.MICROS),
        said.isEmpty() ? null : RuleSaid.text(said),
        ground.ground().isEmpty() ? null : ground.ground(),
        ground.reference().isEmpty() ? null : ground.reference(),
        ground.victimToldOn());
  }

  /** Moves a crime to another class. */
  public void reclassify(Caller caller, UUID crime, String offence, String reason) {
    reclassify(caller, crime, offence, Grounded.NONE, reason);
  }

  /**
   * Moves a crime to another class.
   *
   * @param ground why it is kept apart from then on, where the class is
   */
  public void reclassify(
      Caller caller, UUID crime, String offence, Grounded ground, String reason) {
    String code = rules.get(offence).code();
    change(caller, crime, CrimeAct.RECLASSIFIED, code, ground, reason);
  }

  /** Cancels a crime on a ground of the rulebook: it stays on the record and counts no longer. */
  public void cancel(Caller caller, UUID crime, Grounded ground, String reason) {
    change(caller, crime, CrimeAct.CANCELLED, null, ground, reason);
  }

  /** Makes a cancelled crime count again. */
  public void reinstate(Caller caller, UUID crime, String reason) {
    change(caller, crime, CrimeAct.REINSTATED, null, Grounded.NONE, reason);
  }

  /** The crimes of a report as they stood. Only inside {@link Acts}. */
  public List<CrimeStanding> list(UUID report, KnownAt known) {
    return store.list(report, known);
  }

  /** When each crime of a report was recorded. Only inside {@link Acts}. */
  public Map<UUID, Instant> recordedAt(UUID report, KnownAt known) {
    return store.recordedAt(report, known);
  }

  /**
   * The mentions of a report, of every version, whose person a crime of it counts already. Only
   * inside {@link Acts}.
   */
  public Set<UUID> counted(UUID report) {
    return store.victims(report).counted();
  }

  private void change(
      Caller caller,
      UUID crime,
      CrimeAct what,
      @Nullable String offence,
      Grounded ground,
      String reason) {
    caller.require(Right.CRIME);
    requireReason(reason);
    acts.changing(
        caller,
        "crime." + what.code(),
        act -> {
          CrimeStore.Now now = store.now(crime);
          requireIn(now, what == CrimeAct.REINSTATED);
          if (offence != null && offence.equals(now.offence())) {
            throw new Refused(Refused.Code.CONFLICT, "The crime has that class already.");
          }
          requireRegistrar(caller, what, now.offence(), offence);
          String becomes = offence == null ? now.offence() : offence;
          if (what == CrimeAct.CANCELLED) {
            requireGround(caller, now.offence(), ground);
          } else if (offence != null) {
            requireApart(becomes, ground);
          }
          state(
              act,
              crime,
              now.report(),
              now.seq() + 1,
              what,
              becomes,
              reason,
              act.at(),
              what == CrimeAct.RECLASSIFIED ? rules.alone(becomes) : List.of(),
              ground);
        });
  }

  private static void requireIn(CrimeStore.Now now, boolean out) {
    if (now.act().takesOut() != out) {
      throw new Refused(
          Refused.Code.CONFLICT,
          !now.act().takesOut()
              ? "The crime is not cancelled, nor counted in another."
              : now.act() == CrimeAct.CANCELLED
                  ? "The crime is cancelled: reinstate it first."
                  : "The crime is counted in another: reinstate it first.");
    }
  }

  /**
   * Decides whether a crime is of one incident with a crime from another report.
   *
   * @param into the crime that it would be counted in
   * @param one whether it is; else it is a crime of its own, which is remembered
   * @param code the class that both make as one
   */
  void decideIncident(
      Caller caller,
      UUID crime,
      UUID into,
      String number,
      boolean one,
      String code,
      List<RuleSaid> because,
      String reason) {
    caller.require(Right.CRIME);
    requireReason(reason);
    CrimeAct what = one ? CrimeAct.MERGED : CrimeAct.SEVERAL;
    acts.changing(
        caller,
        "crime." + what.code(),
        act -> {
          CrimeStore.Now now = store.now(crime);
          CrimeStore.Now first = store.now(into);
          requireIn(now, false);
          requireIn(first, false);
          if (one && rules.isRape(now.offence()) && !caller.may(Right.REGISTER)) {
            throw new Refused(
                Refused.Code.NOT_ALLOWED,
                "Only the crime registrar counts a crime of rape in another.");
          }
          state(
              act,
              crime,
              now.report(),
              now.seq() + 1,
              what,
              now.offence(),
              reason,
              act.at(),
              because,
              new Grounded("", number, null));
          if (one && !code.equals(first.offence()) && rules.find(code).isPresent()) {
            state(
                act,
                into,
                first.report(),
                first.seq() + 1,
                CrimeAct.RECLASSIFIED,
                code,
                reason,
                act.at(),
                because,
                Grounded.NONE);
          }
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

  /**
   * A crime is cancelled on a ground that the rulebook has for its class, with what belongs to it.
   */
  private void requireGround(Caller caller, String offence, Grounded given) {
    List<CrimeGround> grounds = rules.removing(offence);
    if (grounds.isEmpty()) {
      return;
    }
    CrimeGround ground =
        choose(grounds, given, "Choose the ground on which the crime is cancelled");
    if (ground.registrar().contains(offence) && !caller.may(Right.REGISTER)) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED, "Only the crime registrar cancels a crime of this class.");
    }
    if (ground.reference() && given.reference().isBlank()) {
      throw new Refused(
          Refused.Code.INVALID,
          "Give the number of the other record: " + ground.code() + " needs it.");
    }
    if (ground.victimTold() && given.victimToldOn() == null) {
      throw new Refused(
          Refused.Code.INVALID,
          "Say on which day the victim was told: it comes before " + ground.code() + ".");
    }
  }

  /** What is kept apart has one of the rulebook's reasons. */
  private void requireApart(String offence, Grounded given) {
    List<CrimeGround> grounds = rules.keepingApart(offence);
    if (!grounds.isEmpty()) {
      choose(grounds, given, "Choose why it is recorded as " + offence);
    }
  }

  private static CrimeGround choose(List<CrimeGround> grounds, Grounded given, String cure) {
    return grounds.stream()
        .filter(one -> one.code().equals(given.ground()))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Code.INVALID,
                cure
                    + ": one of "
                    + grounds.stream().map(CrimeGround::code).collect(Collectors.joining(", "))
                    + "."));
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }
}
