package org.heed.server.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was told of a deadline. It says no more than may be read over a shoulder.
 *
 * @param caseFile null where it is of a request
 * @param request what somebody asks to be told of themselves; null where it is of a case
 * @param number the case's or the request's, for people
 * @param account to whom
 * @param at when they were told
 * @param opened whether they have opened it
 */
public record Notice(
    UUID id,
    @Nullable UUID caseFile,
    @Nullable UUID request,
    String number,
    Stage stage,
    Instant dueAt,
    UUID account,
    Instant at,
    boolean opened) {

  /** In words that tell nobody anything: “Due soon: C2026/0012ABCD”. */
  public String says() {
    return stage.title() + ": " + number;
  }
}
