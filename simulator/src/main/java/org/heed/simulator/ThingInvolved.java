package org.heed.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A place, vehicle, telephone or online account as one report mentions it.
 *
 * @param thingKey the force's own number; null where it was only written in the narrative
 * @param label as written: name and street, registration or part of it, number, account name
 * @param detail kind of place, make and colour; null when not given
 */
public record ThingInvolved(
    Kind kind, @Nullable String thingKey, String label, @Nullable String detail) {

  /** Sort of thing. */
  public enum Kind {
    /** A premises or a public place. */
    PLACE("place"),
    /** A vehicle. */
    VEHICLE("vehicle"),
    /** A telephone number. */
    PHONE("phone"),
    /** An online account. */
    ACCOUNT("account");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name used in files. */
    public String id() {
      return id;
    }
  }

  /** The kind only; the rest can be personal. */
  @Override
  public String toString() {
    return "ThingInvolved[" + kind.id() + "]";
  }
}
