package org.heed.server.destruction;

import java.time.Instant;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to destroy, and what somebody else decided on it.
 *
 * @param by the name of who proposed it
 * @param decision null while nobody decided
 */
public record Destruction(
    UUID id,
    UUID report,
    String reference,
    String area,
    Basis basis,
    String reason,
    UUID proposedBy,
    String by,
    Instant at,
    @Nullable Decision decision) {

  /** What became of a proposal. */
  public enum Verdict implements Coded {
    APPROVED("Destroyed"),
    REFUSED("Not destroyed"),
    WITHDRAWN("Taken back");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Who decided, when and why. */
  public record Decision(Verdict verdict, String reason, String by, Instant at) {
    @Override
    public String toString() {
      return "Decision[" + verdict + "]";
    }
  }

  /** The identifier only: reasons are typed by people. */
  @Override
  public String toString() {
    return "Destruction[" + id + "]";
  }
}
