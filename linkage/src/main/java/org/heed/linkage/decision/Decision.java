package org.heed.linkage.decision;

import java.time.Instant;
import java.util.Objects;

/**
 * One decision of one person about two records.
 *
 * @param verdict what was decided
 * @param a a record's id
 * @param b another record's id
 * @param actor who decided; never a program
 * @param at when
 * @param reason why, in the actor's words
 * @param evidence the explanation that lay before the actor, as it was
 * @param model the model that it was made with
 */
public record Decision(
    Verdict verdict,
    String a,
    String b,
    String actor,
    Instant at,
    String reason,
    String evidence,
    String model) {
  public Decision {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(at);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(model);
    if (a.equals(b)) {
      throw new IllegalArgumentException("a decision is about two records");
    }
    if (actor.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a decision has an actor and a reason");
    }
  }

  /** The two records, whichever was named first. */
  Together together() {
    return a.compareTo(b) < 0 ? new Together(a, b) : new Together(b, a);
  }

  record Together(String first, String second) {}

  /** Says who and what, not why: a reason may name people. */
  @Override
  public String toString() {
    return "Decision[" + verdict + " on " + a + " and " + b + " by " + actor + " at " + at + "]";
  }
}
