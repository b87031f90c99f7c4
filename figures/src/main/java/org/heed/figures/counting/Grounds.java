package org.heed.figures.counting;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CrimeGround;

/** On what grounds a crime may be removed or kept apart, and by when it is to be recorded. */
public final class Grounds {
  private final Rules rules;

  private Grounds(Rules rules) {
    this.rules = rules;
  }

  /** By these rules. */
  public static Grounds of(Counting counting) {
    return new Grounds(new Rules(counting));
  }

  /** The grounds for removing a crime of this class; none: the rulebook names none. */
  public List<CrimeGround> removing(String offence) {
    return rules
        .find(CountingEffect.Removal.class)
        .map(rule -> rule.effect().grounds().stream().filter(g -> g.isFor(offence)).toList())
        .orElse(List.of());
  }

  /** The reasons for keeping something apart under this class. */
  public List<CrimeGround> keepingApart(String offence) {
    return rules
        .find(CountingEffect.Apart.class)
        .filter(_ -> rules.isApart(offence))
        .map(rule -> rule.effect().grounds().stream().filter(g -> g.isFor(offence)).toList())
        .orElse(List.of());
  }

  /**
   * Why a crime may not be removed on a ground, in a sentence; empty: it may.
   *
   * @param registrar whether the force crime registrar decides
   */
  public Optional<String> refusal(String offence, String ground, boolean registrar) {
    Optional<CrimeGround> found =
        removing(offence).stream().filter(one -> one.code().equals(ground)).findFirst();
    if (found.isEmpty()) {
      return Optional.of(
          "A crime of class " + offence + " is not removed on the ground " + ground + ".");
    }
    if (found.get().registrar().contains(offence) && !registrar) {
      return Optional.of("Only the crime registrar removes a crime of class " + offence + ".");
    }
    return Optional.empty();
  }

  /** Whether something reported then was recorded in time; always where no rule says when. */
  public boolean inTime(Temporal reported, Temporal recorded) {
    return rules
        .find(CountingEffect.RecordWithin.class)
        .map(rule ->
            Duration.between(reported, recorded).compareTo(Duration.ofHours(rule.effect().hours()))
                <= 0)
        .orElse(true);
  }
}
