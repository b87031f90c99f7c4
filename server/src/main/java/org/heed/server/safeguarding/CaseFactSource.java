package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.KnownAt;

/**
 * Supplies dated facts to the clocks of cases, and what is not finished. Every bean of this type is
 * asked, many cases at a time, inside {@link org.heed.server.store.Acts} and as whoever asks.
 */
public interface CaseFactSource {
  /**
   * What is known of these cases.
   *
   * @param cases whose facts are wanted
   * @param known as of when; what was withdrawn by then is left out
   * @return facts by case, none for a case of which nothing is known
   */
  Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known);

  /** What a chronology of a case tells besides its plan and its meetings. */
  default List<Told> told(CaseScope of, KnownAt known) {
    return List.of();
  }

  /** A dated line of a chronology. */
  record Told(Instant at, String what) {
    /** When; the rest is personal. */
    @Override
    public String toString() {
      return "Told[" + at + "]";
    }
  }

  /**
   * What is not finished of a case at a moment: shown to whoever closes it.
   *
   * @param known as of when
   */
  default List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
    return List.of();
  }

  /** Whether its facts are asked of closed cases too: what they start is to be answered there. */
  default boolean isOfClosedCases() {
    return false;
  }
}
