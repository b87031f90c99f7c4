package org.heed.server.missing;

import java.time.Instant;
import java.util.Optional;
import org.heed.server.store.Coded;

/**
 * What was recorded wrongly of an episode, and why. It stays to be read and counts nowhere.
 *
 * @param by who withdrew it
 */
public record Withdrawal(What what, String reason, String by, Instant at) {

  /** What was recorded wrongly: of interviews the last entry that holds. */
  public enum What implements Coded {
    EPISODE("The episode"),
    FOUND("That they are found"),
    PREVENTION("What became of the police prevention interview"),
    RETURN("What became of the independent return interview");

    private final String title;

    What(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** That of an interview. */
    public static What of(Interview.Kind kind) {
      return switch (kind) {
        case PREVENTION -> PREVENTION;
        case RETURN -> RETURN;
      };
    }

    /** That with the code. */
    public static Optional<What> find(String code) {
      return Coded.find(values(), code);
    }
  }

  /** What only; the reason is personal. */
  @Override
  public String toString() {
    return "Withdrawal[" + what + "]";
  }
}
