package org.heed.server.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody was told of a deadline. It says no more than may be read over a shoulder.
 *
 * @param of what it is of
 * @param ofId which of these
 * @param number its number, for people
 * @param account to whom
 * @param at when they were told
 * @param opened whether they have opened it
 */
public record Notice(
    UUID id,
    Of of,
    UUID ofId,
    String number,
    Stage stage,
    Instant dueAt,
    UUID account,
    Instant at,
    boolean opened) {

  /** What a notice is of. */
  public enum Of {
    CASE,
    REQUEST,
    MESSAGE,
    EPISODE,
    INSPECTION_ACTION
  }

  /** In words that tell nobody anything: “Due soon: C2026/0012ABCD”. */
  public String says() {
    return stage.title() + ": " + number;
  }
}
