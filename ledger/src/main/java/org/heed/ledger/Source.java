package org.heed.ledger;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ledger to be checked, in a database or an export. Nothing it answers is trusted. Every call
 * opens a stream of its own, which is read lazily, once, and closed. What cannot be read as an
 * entry at all is thrown as an {@link UnreadableException} where it stands.
 */
public interface Source {

  /** All placed entries in the order of their positions. */
  Stream<StoredEntry> entries();

  /** What has no place. */
  Stream<Unplaced> unplaced();

  /** All signed checkpoints, as notes, smallest first. */
  Stream<String> checkpoints();

  /** Whom the actors stand for, as far as that is known; no part of the check. */
  default Stream<Actor> actors() {
    return Stream.of();
  }

  /** When positions were settled, smallest size first; no part of the check. */
  default Stream<Settled> settled() {
    return Stream.of();
  }

  /**
   * The stored tree, if it is kept apart from the entries. With it faults are named exactly even
   * where whole entries were removed, swapped or renumbered.
   */
  default Optional<TileSource> tiles() {
    return Optional.empty();
  }
}
