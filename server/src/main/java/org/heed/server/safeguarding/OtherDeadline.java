package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done and is no case's, without a word of what.
 *
 * @param number for people
 * @param about which clock, by identifiers alone
 * @param nearsFrom from when on it nears
 * @param nowFrom from when on it is due now
 * @param pastFrom from when on it is past its time
 * @param owner who answers for it; null: nobody yet
 * @param others who is told too from a moment on, and from the first where nobody answers for it
 * @param othersFrom that moment
 */
public record OtherDeadline(
    Kind kind,
    UUID id,
    String number,
    String about,
    Instant due,
    Instant nearsFrom,
    Instant nowFrom,
    Instant pastFrom,
    @Nullable UUID owner,
    List<UUID> others,
    Instant othersFrom) {

  public OtherDeadline {
    others = List.copyOf(others);
  }

  /** One that is due now from the moment on at which it is due. */
  public OtherDeadline(
      Kind kind,
      UUID id,
      String number,
      String about,
      Instant due,
      Instant nearsFrom,
      Instant pastFrom,
      @Nullable UUID owner,
      List<UUID> others,
      Instant othersFrom) {
    this(kind, id, number, about, due, nearsFrom, due, pastFrom, owner, others, othersFrom);
  }

  /** What it is of. */
  public enum Kind {
    MESSAGE,
    EPISODE,
    INSPECTION_ACTION
  }
}
