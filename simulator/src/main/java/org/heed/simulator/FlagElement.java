package org.heed.simulator;

import java.util.List;

/**
 * One element of the 2017 definition of child sexual exploitation (Department for Education) as
 * decided on a flag.
 *
 * @param name one of {@link #NAMES}
 */
public record FlagElement(String name, State state) {

  /** The elements, in the order of the definition. */
  public static final List<String> NAMES =
      List.of(
          "under-18",
          "power-imbalance",
          "coercion-manipulation-or-deception",
          "exchange-for-need-or-want",
          "advantage-to-perpetrator-or-facilitator");

  /** Whether the element was found. */
  public enum State {
    /** Shown by the record. */
    PRESENT("present"),
    /** Shown not to be so. */
    ABSENT("absent"),
    /** The record does not say. */
    NOT_KNOWN("not-known");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /** The name used in files. */
    public String id() {
      return id;
    }
  }

  /** Refuses unknown names. */
  public FlagElement {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("Not an element of the definition: " + name);
    }
  }
}
