package org.heed.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a case or a report, without its bytes.
 *
 * @param says what it is
 * @param account who attached it, called {@code by}
 * @param scans the newest first
 * @param states the newest first
 */
public record Document(
    UUID id,
    DocumentHolder of,
    String name,
    FileType type,
    long size,
    String sha256,
    int parts,
    String says,
    UUID account,
    String by,
    Instant at,
    List<Scanned> scans,
    List<State> states) {
  public Document {
    scans = List.copyOf(scans);
    states = List.copyOf(states);
  }

  /** What a scanner said of it, when. */
  public record Scanned(
      int seq, Scan outcome, @Nullable String scanner, @Nullable String signature, Instant at) {}

  /** What was done with one as a whole. */
  public enum StateAct implements Coded {
    WITHDRAWN("Withdrawn"),
    RESTORED("Put in again");

    private final String title;

    StateAct(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** What was done with it, why and by whom. */
  public record State(int seq, StateAct act, String reason, String by, Instant at) {
    /** The act only. */
    @Override
    public String toString() {
      return "State[" + act + "]";
    }
  }

  /** What a scanner last said. */
  public Scanned scanned() {
    return scans.getFirst();
  }

  /** Why it does not belong here, where somebody took it back. */
  public Optional<State> withdrawn() {
    return states.stream().findFirst().filter(one -> one.act() == StateAct.WITHDRAWN);
  }

  /** Whether somebody who sees it may take it back, or put it in again. */
  public boolean isTakenBackBy(Caller caller) {
    return of.isTakenBackBy(caller, account);
  }

  /** Whether its bytes may be given out. */
  public boolean isServed() {
    return withdrawn().isEmpty()
        && switch (scanned().outcome()) {
          case CLEAN, NOT_SCANNED -> true;
          case INFECTED, WAITING -> false;
        };
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Document[" + id + "]";
  }
}
