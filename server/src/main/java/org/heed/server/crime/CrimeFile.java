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
 * @param names who is behind the authors' identifiers
 */
public record CrimeFile(
    UUID id,
    String number,
    UUID report,
    @Nullable UUID victim,
    List<State> states,
    Map<UUID, String> names) {

  public CrimeFile {
    states = List.copyOf(states);
    names = Map.copyOf(names);
  }

  /** One dated act. */
  public record State(
      CrimeAct act,
      String offence,
      boolean counted,
      String rule,
      String reason,
      Instant effectiveAt,
      Optional<UUID> author) {

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

  /** The identifier only. */
  @Override
  public String toString() {
    return "CrimeFile[" + id + "]";
  }
}
