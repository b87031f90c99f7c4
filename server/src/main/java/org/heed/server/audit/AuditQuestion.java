package org.heed.server.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are asked for; what is null is not asked about.
 *
 * @param people the accounts who acted
 * @param record an identifier that the entry names: a report, a person, a crime
 * @param kind a kind of entry, or the beginning of one up to a dot, such as {@code report}
 * @param day the day it happened, in London
 * @param looksOnly leave out what changed the record
 * @param before only entries older than this one
 * @param most how many at most
 */
public record AuditQuestion(
    @Nullable List<UUID> people,
    @Nullable UUID record,
    @Nullable String kind,
    @Nullable LocalDate day,
    boolean looksOnly,
    @Nullable UUID before,
    int most) {

  /** As many as a page shows. */
  public static final int PAGE = 50;

  /** As many as anyone gets at once. */
  public static final int LARGEST = 1_000;

  public AuditQuestion {
    people = people == null ? null : List.copyOf(people);
    if (most < 1 || most > LARGEST) {
      throw new IllegalArgumentException("from 1 to " + LARGEST + " entries at once");
    }
  }
}
