package org.heed.server.referral;

import java.time.Instant;
import java.util.Optional;
import org.heed.server.store.Coded;

/**
 * That whoever was asked was in touch, or tried. What is said in confidence stays in their own
 * service's notes.
 *
 * @param says what was agreed or what has to be known, for the safety of the child
 * @param by who recorded it
 */
public record Contact(Kind kind, Instant at, String says, String by) {
  /** How. */
  public enum Kind implements Coded {
    SEEN("The child was seen"),
    SPOKEN("The child was spoken to, by telephone or message"),
    TRIED("Tried, without reaching the child"),
    WITH_CARER("With a parent or carer"),
    WITH_PROFESSIONAL("With another professional");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** Whether the child was reached. */
    public boolean reachedTheChild() {
      return this == SEEN || this == SPOKEN;
    }

    /** The kind with that code. */
    public static Optional<Kind> find(String code) {
      return Coded.find(values(), code);
    }
  }

  /** Kind and time; the rest is personal. */
  @Override
  public String toString() {
    return "Contact[" + kind + " " + at + "]";
  }
}
