package org.heed.ledger;

import java.util.List;

/**
 * The hashes and proof checks of a Merkle tree (RFC 9162, section 2.1; the same as RFC 6962). Sizes
 * and indexes are unsigned 64-bit numbers, so that no number from outside can wrap around.
 */
public final class MerkleTree {

  private static final byte[] LEAF_PREFIX = {0};
  private static final byte[] NODE_PREFIX = {1};

  private MerkleTree() {}

  /** SHA-256 of a zero byte and the leaf. */
  public static Digest leafHash(byte[] leaf) {
    return Digest.sha256(LEAF_PREFIX, leaf);
  }

  /** SHA-256 of a one byte and the two hashes below. */
  public static Digest nodeHash(Digest left, Digest right) {
    byte[] both = new byte[2 * Digest.LENGTH];
    left.writeTo(both, 0);
    right.writeTo(both, Digest.LENGTH);
    return Digest.sha256(NODE_PREFIX, both);
  }

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static Digest emptyRoot() {
    return Digest.sha256();
  }

  /**
   * Whether the proof shows the leaf to be at this index of the tree of this size and root (RFC
   * 9162, 2.1.3.2).
   */
  public static boolean verifyInclusion(
      long index, long size, Digest leafHash, List<Digest> proof, Digest root) {
    if (Long.compareUnsigned(index, size) >= 0) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    Digest hash = leafHash;
    for (Digest step : proof) {
      if (sn == 0) {
        return false;
      }
      if (isOdd(fn) || fn == sn) {
        hash = nodeHash(step, hash);
        while (!isOdd(fn) && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        hash = nodeHash(hash, step);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && hash.equals(root);
  }

  /**
   * Whether the proof shows the older tree to be the beginning of the newer (RFC 9162, 2.1.4.2).
   * Nothing can be shown of an older tree without leaves, so size 0 is refused.
   */
  public static boolean verifyConsistency(
      long oldSize, long newSize, Digest oldRoot, Digest newRoot, List<Digest> proof) {
    if (oldSize == 0 || Long.compareUnsigned(oldSize, newSize) > 0) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    if (proof.isEmpty()) {
      return false;
    }
    long fn = oldSize - 1;
    long sn = newSize - 1;
    while (isOdd(fn)) {
      fn >>>= 1;
      sn >>>= 1;
    }
    boolean whole = fn == 0;
    Digest oldHash = whole ? oldRoot : proof.getFirst();
    Digest newHash = oldHash;
    for (Digest step : whole ? proof : proof.subList(1, proof.size())) {
      if (sn == 0) {
        return false;
      }
      if (isOdd(fn) || fn == sn) {
        oldHash = nodeHash(step, oldHash);
        newHash = nodeHash(step, newHash);
        while (!isOdd(fn) && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        newHash = nodeHash(newHash, step);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
  }

  private static boolean isOdd(long number) {
    return (number & 1) == 1;
  }
}
