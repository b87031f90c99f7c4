package org.heed.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * 256 neighbouring hashes of the tree (C2SP tlog-tiles): at level 0 of leaves, at level L of the
 * perfect subtrees of 256^L leaves. A full tile never changes.
 *
 * @param level from 0, below 8
 * @param index of the tile within its level; it begins at hash 256 × index
 * @param hashes 256 of them
 */
public record Tile(int level, long index, List<Digest> hashes) {

  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  /** Levels of the tree within a tile. */
  static final int HEIGHT = 8;

  public Tile {
    hashes = List.copyOf(hashes);
    if (level < 0 || level >= 8 || index < 0 || hashes.size() != WIDTH) {
      throw new IllegalArgumentException("a full tile has 256 hashes, not " + hashes.size());
    }
  }

  /** The hashes one after another, 8,192 bytes, as stored. */
  public byte[] bytes() {
    return join(hashes);
  }

  static byte[] join(List<Digest> hashes) {
    byte[] bytes = new byte[hashes.size() * Digest.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).writeTo(bytes, i * Digest.LENGTH);
    }
    return bytes;
  }

  static List<Digest> split(byte[] bytes) {
    List<Digest> hashes = new ArrayList<>(bytes.length / Digest.LENGTH);
    for (int at = 0; at < bytes.length; at += Digest.LENGTH) {
      hashes.add(Digest.of(bytes, at));
    }
    return hashes;
  }

  /** The root over a power of two of hashes. */
  static Digest rootOf(List<Digest> hashes) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    int half = hashes.size() / 2;
    return MerkleTree.nodeHash(
        rootOf(hashes.subList(0, half)), rootOf(hashes.subList(half, hashes.size())));
  }
}
