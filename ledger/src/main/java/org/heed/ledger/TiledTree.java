package org.heed.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of one size, read from stored tiles: its root and its proofs (RFC 9162, 2.1.3.1 and
 * 2.1.4.1). Remembers every tile it read, some two megabytes at worst, so make one for a question
 * and let it go. Not safe for use by several threads.
 */
public final class TiledTree {

  private final TileSource source;
  private final long size;
  private final Map<Tag, List<Digest>> tiles = new HashMap<>();

  private record Tag(int level, long index) {}

  /**
   * @param source of tiles, for at least this many leaves
   * @param size number of leaves, which may be fewer than the source holds
   */
  public TiledTree(TileSource source, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
    }
    this.source = source;
    this.size = size;
  }

  /** The tree's root. */
  public Digest root() {
    return size == 0 ? MerkleTree.emptyRoot() : range(0, size);
  }

  /** The same tree, ready to be appended to. */
  public CompactRange compact() {
    List<Digest> peaks = new ArrayList<>();
    long start = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if (((size >>> level) & 1) == 1) {
        peaks.add(node(level, start >>> level));
        start += 1L << level;
      }
    }
    return new CompactRange(size, peaks);
  }

  /** Hashes that show the leaf to be in this tree, for {@link MerkleTree#verifyInclusion}. */
  public List<Digest> inclusionProof(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "leaf " + index + " is not in a tree of " + size + " leaves");
    }
    List<Digest> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return proof;
  }

  /**
   * Hashes that show an older tree to be the beginning of this one, for {@link
   * MerkleTree#verifyConsistency}.
   *
   * @param oldSize from 1 to this tree's size
   */
  public List<Digest> consistencyProof(long oldSize) {
    if (oldSize < 1 || oldSize > size) {
      throw new IllegalArgumentException(
          "no proof from a tree of " + oldSize + " leaves to one of " + size);
    }
    List<Digest> proof = new ArrayList<>();
    if (oldSize < size) {
      subproof(oldSize, 0, size, true, proof);
    }
    return proof;
  }

  private void path(long index, long start, long end, List<Digest> proof) {
    if (end - start == 1) {
      return;
    }
    long middle = start + Long.highestOneBit(end - start - 1);
    if (index < middle) {
      path(index, start, middle, proof);
      proof.add(range(middle, end));
    } else {
      path(index, middle, end, proof);
      proof.add(range(start, middle));
    }
  }

  private void subproof(long old, long start, long end, boolean whole, List<Digest> proof) {
    if (old == end) {
      if (!whole) {
        proof.add(range(start, end));
      }
      return;
    }
    long middle = start + Long.highestOneBit(end - start - 1);
    if (old <= middle) {
      subproof(old, start, middle, whole, proof);
      proof.add(range(middle, end));
    } else {
      subproof(old, middle, end, false, proof);
      proof.add(range(start, middle));
    }
  }

  private Digest range(long start, long end) {
    long count = end - start;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return node(level, start >>> level);
    }
    long middle = start + Long.highestOneBit(count);
    return MerkleTree.nodeHash(range(start, middle), range(middle, end));
  }

  /** The root of the perfect subtree of 2^level leaves that begins at leaf index × 2^level. */
  Digest node(int level, long index) {
    int tileLevel = level / Tile.HEIGHT;
    int within = level % Tile.HEIGHT;
    long first = index << within;
    long tile = first / Tile.WIDTH;
    int offset = (int) (first % Tile.WIDTH);
    if (tile < size >>> (Tile.HEIGHT * (tileLevel + 1))) {
      return Tile.rootOf(tile(tileLevel, tile).subList(offset, offset + (1 << within)));
    }
    if (tileLevel == 0) {
      return Tile.rootOf(lastLeaves(tile).subList(offset, offset + (1 << within)));
    }
    return within == 0
        ? Tile.rootOf(tile(tileLevel - 1, index))
        : MerkleTree.nodeHash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
  }

  private List<Digest> tile(int level, long index) {
    return tiles.computeIfAbsent(
        new Tag(level, index), tag -> read(source.tile(level, index), Tile.WIDTH));
  }

  private List<Digest> lastLeaves(long tile) {
    int count = (int) (size % Tile.WIDTH);
    return tiles.computeIfAbsent(
        new Tag(0, tile), tag -> read(source.leaves(tile * Tile.WIDTH, count), count));
  }

  private static List<Digest> read(byte[] bytes, int count) {
    if (bytes.length != count * Digest.LENGTH) {
      throw new IllegalStateException(
          "a stored tile has " + bytes.length + " bytes, not " + count * Digest.LENGTH);
    }
    return Tile.split(bytes);
  }
}
