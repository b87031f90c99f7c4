package org.heed.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * Whom an identifier of entries and rows stands for. It is kept beside the log and is not part of
 * what is signed; how somebody signs in is never part of it.
 *
 * @param id as entries name the actor
 * @param name to sign in with
 * @param displayName as people see it
 * @param agency they belong to
 */
public record Actor(UUID id, String name, String displayName, String agency) {

  public Actor {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(agency);
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "Actor[" + id + "]";
  }
}
