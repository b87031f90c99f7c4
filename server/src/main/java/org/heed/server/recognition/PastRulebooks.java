package org.heed.server.recognition;

import java.time.Instant;
import java.util.List;
import org.heed.rulebook.Rulebook;
import org.heed.server.store.KnownAt;

/** The rulebooks that were in force one after another. Only inside {@code Acts}. */
public interface PastRulebooks {
  /**
   * One of them.
   *
   * @param from when it came into force
   */
  record Term(Instant from, Rulebook rulebook) {}

  /** Those known to have come into force by then, the last one last; there is at least one. */
  List<Term> known(KnownAt known, Instant now);

  /** The one in force alone, where nothing is known of others. */
  static PastRulebooks only(RulebookInForce rulebook) {
    return (_, _) -> List.of(new Term(Instant.MIN, rulebook.rulebook()));
  }
}
