package org.heed.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree that remembers only the roots of its perfect subtrees, largest first: one for each
 * one-bit of its size. Enough to append and to know the root, in at most 63 hashes.
 */
public final class CompactRange {

  private final List<Digest> peaks;
  private long size;

  /** An empty tree. */
  public CompactRange() {
    this(0, List.of());
  }

  /**
   * A tree whose perfect subtrees are known.
   *
   * @param size number of leaves
   * @param peaks their roots, largest first, one for each one-bit of the size
   */
  public CompactRange(long size, List<Digest> peaks) {
    if (size < 0 || peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of " + size + " leaves does not have " + peaks.size() + " perfect subtrees");
    }
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  /** Adds one leaf at the end. */
  public void append(Digest leafHash) {
    Digest hash = leafHash;
    for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
      hash = MerkleTree.nodeHash(peaks.removeLast(), hash);
    }
    peaks.add(hash);
    size++;
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** The tree's root. */
  public Digest root() {
    if (peaks.isEmpty()) {
      return MerkleTree.emptyRoot();
    }
    Digest root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = MerkleTree.nodeHash(peaks.get(i), root);
    }
    return root;
  }

  /** The roots of the perfect subtrees, largest first. */
  public List<Digest> peaks() {
    return List.copyOf(peaks);
  }

  /** A tree of the same leaves that grows on its own. */
  public CompactRange copy() {
    return new CompactRange(size, peaks);
  }
}
