package org.heed.server.pattern;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.network.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with the reports that it rests on, all of them open to the asker.
 *
 * @param label whose it is, in words
 * @param centre the record to show the network around: a person, a thing, or else its first report
 * @param confirmed false: that the reports write of one thing is by its key alone
 * @param unconfirmed what it rests on that nobody confirmed of its children
 * @param endedAt when a later look did not find it any more; null while it is found
 * @param says what was counted, in the rulebook's words
 * @param rulebook whose thresholds it was found by
 * @param falseShare the share of wrong ones to be expected among those told up to this one
 */
public record FoundPattern(
    UUID id,
    Pattern pattern,
    String label,
    UUID centre,
    boolean confirmed,
    @Nullable Unconfirmed unconfirmed,
    @Nullable Instant endedAt,
    int count,
    int degree,
    long asMany,
    long shuffled,
    double falseShare,
    Instant foundAt,
    String says,
    String rulebook,
    List<Told> reports,
    List<Decided> decisions) {
  public FoundPattern {
    reports = List.copyOf(reports);
    decisions = List.copyOf(decisions);
  }

  /** A report that it rests on. */
  public record Told(UUID report, String reference, Instant at) {}

  /** What somebody decided about it, the newest first. */
  public record Decided(Instant at, String by, boolean lookInto, String reason) {
    @Override
    public String toString() {
      return "Decided[" + at + "]";
    }
  }

  /** The decision that holds; null while nobody has decided. */
  public @Nullable Decided decided() {
    return decisions.isEmpty() ? null : decisions.getFirst();
  }

  /** The identifier only; the rest can be personal. */
  @Override
  public String toString() {
    return "FoundPattern[" + id + "]";
  }
}
