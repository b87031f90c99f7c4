package org.heed.server.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Follows each referral until its outcome, as whoever asks and whoever was asked say it. Steps and
 * contacts are facts; none is undone.
 */
@org.springframework.stereotype.Service
public class ReferralSteps {
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Acts acts;
  private final ReferralStore store;
  private final Clock clock;

  public ReferralSteps(Acts acts, ReferralStore store, Clock clock) {
    this.acts = acts;
    this.store = store;
    this.clock = clock;
  }

  /** Records what happened to one. Whoever was asked answers; they do not send or take back. */
  public void step(Caller caller, UUID id, Step step, Instant at, @Nullable String says) {
    step(caller, id, step, null, at, says);
  }

  /** Records what came of one for the child, which ends it. */
  public void outcome(Caller caller, UUID id, Outcome outcome, Instant at, @Nullable String says) {
    step(caller, id, Step.OUTCOME, outcome, at, says);
  }

  private void step(
      Caller caller,
      UUID id,
      Step step,
      @Nullable Outcome outcome,
      Instant at,
      @Nullable String says) {
    if (!(step.isAnswer() && caller.may(Right.REFERRED))) {
      caller.require(Right.PEOPLE);
    }
    if (step.asksForWords() && (says == null || says.isBlank())) {
      throw Referrals.invalid("Say why, or what came of it for the child.");
    }
    if (step == Step.OUTCOME && outcome == null) {
      throw Referrals.invalid("Choose what came of it for the child, and say it in words.");
    }
    changing(
        caller,
        id,
        "referral." + step.code(),
        at,
        (act, referral) -> {
          if (!step.mayFollow(referral.last())) {
            throw Referrals.invalid("That does not follow what happened to this referral.");
          }
          if (outcome != null && !outcome.isOf(referral.content().service())) {
            throw Referrals.invalid("That cannot come of a referral to this service.");
          }
          if (before(at, referral.latest())) {
            throw Referrals.invalid(
                referral.steps().isEmpty()
                    ? "It cannot have been sent before it was written. What was told by telephone"
                        + " before is recorded in the child’s case."
                    : "It cannot have happened before what happened to this referral last.");
          }
          act.add(
              Tables.REFERRAL_STEP,
              id,
              store.lastStep(id) + 1,
              step.code(),
              at.truncatedTo(ChronoUnit.MICROS),
              says,
              caller.account(),
              outcome == null ? null : outcome.code());
        });
  }

  /** Records that whoever was asked was in touch, or tried. */
  public void contact(Caller caller, UUID id, Contact.Kind kind, Instant at, String says) {
    if (!caller.may(Right.REFERRED)) {
      caller.require(Right.PEOPLE);
    }
    if (says.isBlank() || says.length() > Referrals.LONGEST) {
      throw Referrals.invalid("Say what was agreed or tried, in 10,000 characters or fewer.");
    }
    changing(
        caller,
        id,
        "referral.contact",
        at,
        (act, referral) -> {
          Instant sent =
              referral
                  .sentAt()
                  .orElseThrow(() -> Referrals.invalid("The referral is not sent yet."));
          if (before(at, sent)) {
            throw Referrals.invalid("A contact cannot lie before the referral was sent.");
          }
          act.add(
              Tables.REFERRAL_CONTACT,
              id,
              store.lastContact(id) + 1,
              kind.code(),
              at.truncatedTo(ChronoUnit.MICROS),
              says,
              caller.account());
        });
  }

  /**
   * Says again how to reach the child safely and what is dangerous: whoever was asked reads it
   * first, with what was said before.
   */
  public void safety(Caller caller, UUID id, String safeContact, String danger, String reason) {
    caller.require(Right.PEOPLE);
    for (String text : List.of(safeContact, danger, reason)) {
      if (text.isBlank() || text.length() > Referrals.LONGEST) {
        throw Referrals.invalid("Fill in each, in 10,000 characters or fewer.");
      }
    }
    changing(
        caller,
        id,
        "referral.safety-changed",
        clock.instant(),
        (act, referral) -> {
          if (!referral.isOpen()) {
            throw Referrals.invalid("The referral has ended.");
          }
          act.add(
              Tables.REFERRAL_SAFETY,
              id,
              store.lastSafety(id) + 1,
              safeContact.strip(),
              danger.strip(),
              reason.strip(),
              caller.account(),
              act.at());
        });
  }

  /** Whether a moment lies before another, to the minute, as moments are typed. */
  private static boolean before(Instant at, Instant other) {
    return at.isBefore(other.truncatedTo(ChronoUnit.MINUTES));
  }

  private void changing(
      Caller caller, UUID id, String kind, Instant at, BiConsumer<Act, Referral> work) {
    if (at.isAfter(clock.instant().plus(AHEAD))) {
      throw Referrals.invalid("The moment lies in the future.");
    }
    try {
      acts.changing(
          caller,
          kind,
          act -> {
            Referral referral = store.find(id).orElseThrow(Referrals::none);
            act.concerns(id);
            act.concerns(referral.person());
            work.accept(act, referral);
          });
    } catch (DuplicateKeyException raced) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody else was at this referral just now: open it again.");
    }
  }
}
