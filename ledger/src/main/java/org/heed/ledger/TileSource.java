package org.heed.ledger;

/**
 * Where the stored hashes of the tree are read from. What it answers is checked, never trusted; for
 * what is not there it gives fewer bytes or none.
 */
public interface TileSource {

  /**
   * A full tile's 256 hashes, 8,192 bytes; asked only for tiles that the tree's size fills.
   *
   * @param level 0 for leaves
   * @param index of the tile within its level
   */
  byte[] tile(int level, long index);

  /**
   * Hashes of leaves that fill no tile yet, 32 bytes each.
   *
   * @param first index of the first leaf
   * @param count how many, below 256
   */
  byte[] leaves(long first, int count);
}
