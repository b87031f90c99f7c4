package org.heed.server.missing;

import java.time.Instant;
import java.util.Optional;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the two interviews after a child was found.
 *
 * @param interviewer who held or offered it
 * @param independent of the return interview: whether of police and of whoever cares for the child
 * @param tried what was tried, where the child declined or nobody was reached
 * @param result what came of it
 * @param by who recorded it
 */
public record Interview(
    Kind kind,
    Outcome outcome,
    Instant at,
    @Nullable String interviewer,
    @Nullable Boolean independent,
    @Nullable String tried,
    @Nullable String result,
    String by) {

  /** Which of the two. */
  public enum Kind implements Coded {
    /** The police see the child in person. */
    PREVENTION("Police prevention interview"),
    /** Somebody independent listens to the child. */
    RETURN("Independent return interview");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** The kind with that code. */
    public static Optional<Kind> find(String code) {
      return Coded.find(values(), code);
    }
  }

  /** What became of it. */
  public enum Outcome implements Coded {
    OFFERED("Offered to the child"),
    HELD("Held"),
    DECLINED("Declined by the child"),
    NOT_HELD("Not held or not offered"),
    UNAVAILABLE("The child cannot be reached for now"),
    AVAILABLE("The child can be reached again");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** The outcome with that code. */
    public static Optional<Outcome> find(String code) {
      return Coded.find(values(), code);
    }
  }

  /** Whether it is what it is called: whom the police listened to was not listened to by others. */
  public boolean counts() {
    return kind != Kind.RETURN || outcome != Outcome.HELD || Boolean.TRUE.equals(independent);
  }

  /** The kind of fact that standards know it by. */
  String fact() {
    String what = kind == Kind.PREVENTION ? "prevention-interview-" : "return-interview-";
    return switch (outcome) {
      case OFFERED -> what + "offered";
      case HELD -> what + "held";
      case DECLINED -> what + "declined";
      case NOT_HELD -> what + (kind == Kind.PREVENTION ? "not-held" : "not-offered");
      case UNAVAILABLE -> "child-unavailable";
      case AVAILABLE -> "child-available";
    };
  }

  /** Which and what became of it; the rest may be personal. */
  @Override
  public String toString() {
    return kind + " " + outcome;
  }
}
