package org.heed.server.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param total over the whole period; people are counted once, so cells may add up to more
 * @param before over the period before, as known at the same moment
 * @param notKnown what the clock cannot place, in any period: it is missing
 * @param cells by period, or by area where the question asks so
 * @param areas by area
 * @param position the last position of the ledger that was known; null: everything committed
 * @param entries how many entries the ledger has settled: the data horizon
 * @param settledAt when it last grew; null before anything is settled
 * @param rulebook the rulebook in force
 */
public record Figure(
    Question question,
    Tally total,
    Tally before,
    Tally notKnown,
    List<Cell> cells,
    List<Cell> areas,
    @Nullable Long position,
    long entries,
    @Nullable Instant settledAt,
    Instant askedAt,
    String rulebook) {

  public Figure {
    cells = List.copyOf(cells);
    areas = List.copyOf(areas);
  }

  /** The total against the period before. */
  public Comparison comparison() {
    return Comparison.of(before.count(), total.count());
  }

  /** The moment whose knowledge it rests on. */
  public Instant knownAt() {
    Instant asked = question.knownAt();
    return asked == null ? askedAt : asked;
  }
}
