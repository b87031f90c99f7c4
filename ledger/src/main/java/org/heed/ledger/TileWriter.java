package org.heed.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing end of the tree: takes leaf hashes, gives back the tiles they fill and knows the root
 * to sign. Holds at most 255 hashes a level. Not safe for use by several threads.
 */
public final class TileWriter {

  private final List<List<Digest>> open = new ArrayList<>();
  private final CompactRange range;

  private TileWriter(CompactRange range) {
    this.range = range;
  }

  /** The end of a tree without leaves. */
  public static TileWriter empty() {
    return new TileWriter(new CompactRange());
  }

  /** The end of a stored tree of this many leaves. */
  public static TileWriter resume(TileSource source, long size) {
    TiledTree tree = new TiledTree(source, size);
    TileWriter writer = new TileWriter(tree.compact());
    for (int level = 0; size >>> (Tile.HEIGHT * level) > 0; level++) {
      long hashes = size >>> (Tile.HEIGHT * level);
      List<Digest> last = writer.open(level);
      for (long i = hashes - hashes % Tile.WIDTH; i < hashes; i++) {
        last.add(tree.node(Tile.HEIGHT * level, i));
      }
    }
    return writer;
  }

  /** Adds one leaf; gives the tiles that it filled, lowest level first, mostly none. */
  public List<Tile> append(Digest leafHash) {
    range.append(leafHash);
    List<Tile> filled = new ArrayList<>();
    Digest hash = leafHash;
    for (int level = 0; ; level++) {
      List<Digest> tile = open(level);
      tile.add(hash);
      if (tile.size() < Tile.WIDTH) {
        return filled;
      }
      filled.add(new Tile(level, (size() >>> (Tile.HEIGHT * (level + 1))) - 1, tile));
      hash = Tile.rootOf(tile);
      tile.clear();
    }
  }

  /** Number of leaves. */
  public long size() {
    return range.size();
  }

  /** The root over all leaves. */
  public Digest root() {
    return range.root();
  }

  private List<Digest> open(int level) {
    while (open.size() <= level) {
      open.add(new ArrayList<>(Tile.WIDTH));
    }
    return open.get(level);
  }
}
