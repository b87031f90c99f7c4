package org.heed.server.crime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crime as it was known, with what happened to it, newest first.
 *
 * @param victim the mention counted as victim; null where there is none
 * @param suspects how many suspects are named as those whose crime it is
 * @param offences the codes it was counted from; none where that was not kept
 * @param reportedAt when it was reported; null: not known
 * @param names who is behind the authors' identifiers
 */
public record CrimeFile(
    UUID id,
    String number,
    UUID report,
    @Nullable UUID victim,
    int suspects,
    List<String> offences,
    @Nullable Instant reportedAt,
    List<State> states,
    Map<UUID, String> names) {

  public CrimeFile {
    offences = List.copyOf(offences);
    states = List.copyOf(states);
    names = Map.copyOf(names);
  }

  /**
   * One dated act.
   *
   * @param because the rules that took part in it
   * @param ground on what ground it was done
   */
  public record State(
      CrimeAct act,
      String offence,
      boolean counted,
      String rule,
      String reason,
      Instant effectiveAt,
      Optional<UUID> author,
      List<RuleSaid> because,
      Grounded ground) {
    public State {
      because = List.copyOf(because);
    }

    /** Without the reason, which is personal. */
    @Override
    public String toString() {
      return "State[" + act + " " + offence + "]";
    }
  }

  /** As it stood. */
  public State now() {
    return states.getFirst();
  }

  /** When it was recorded; null where that act was not known. */
  public @Nullable Instant recordedAt() {
    State first = states.getLast();
    return first.act() == CrimeAct.RECORDED ? first.effectiveAt() : null;
  }

  /** The rules that made it the crime it is: those of its newest class. */
  public List<RuleSaid> because() {
    return states.stream()
        .map(State::because)
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "CrimeFile[" + id + "]";
  }
}
