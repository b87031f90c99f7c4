package org.heed.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored tree read leaf by leaf and held against the signed checkpoints, before any entry is
 * read: up to {@link #trusted} leaves it is what was signed, so each entry can be held against its
 * own leaf.
 */
final class TreeCheck {

  private final @Nullable TileSource tiles;
  private final long available;
  private CompactRange range = new CompactRange();
  private CompactRange trusted = new CompactRange();
  private boolean good = true;
  private long loaded = -1;
  private List<Digest> tile = List.of();

  /**
   * @param available number of leaves to ask the source for at most: the largest signed size
   */
  TreeCheck(Optional<TileSource> tiles, long available) {
    this.tiles = tiles.orElse(null);
    this.available = available;
  }

  /** Takes the next signed checkpoint, smallest first. */
  void accept(Checkpoint checkpoint) {
    while (good && range.size() < checkpoint.size()) {
      Digest leaf = read(range.size());
      if (leaf == null) {
        good = false;
      } else {
        range.append(leaf);
      }
    }
    good = good && range.size() == checkpoint.size() && range.root().equals(checkpoint.root());
    if (good) {
      trusted = range.copy();
    }
  }

  /** The tree of the leaves that are as signed. */
  CompactRange trusted() {
    return trusted.copy();
  }

  /** Whether a tree is stored, but beyond the trusted leaves is not what was signed. */
  boolean damaged() {
    return tiles != null && !good;
  }

  /** The signed leaf at an index, or null at or beyond the trusted size. */
  @Nullable Digest leaf(long index) {
    return index < 0 || index >= trusted.size() ? null : read(index);
  }

  private @Nullable Digest read(long index) {
    if (tiles == null || index >= available) {
      return null;
    }
    long wanted = index / Tile.WIDTH;
    if (wanted != loaded) {
      int count = (int) Math.min(Tile.WIDTH, available - wanted * Tile.WIDTH);
      byte[] bytes =
          count == Tile.WIDTH ? tiles.tile(0, wanted) : tiles.leaves(wanted * Tile.WIDTH, count);
      tile = Tile.split(bytes.length % Digest.LENGTH == 0 ? bytes : new byte[0]);
      loaded = wanted;
    }
    int offset = (int) (index % Tile.WIDTH);
    return offset < tile.size() ? tile.get(offset) : null;
  }
}
