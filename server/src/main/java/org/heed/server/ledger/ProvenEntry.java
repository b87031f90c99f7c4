package org.heed.server.ledger;

import java.util.List;
import java.util.UUID;
import org.heed.ledger.Digest;

/**
 * What shows that one entry is in the signed tree: anyone can hash the leaf, fold the proof into it
 * (RFC 9162, 2.1.3.2) and compare with the checkpoint's root.
 *
 * @param position the index of its leaf
 * @param leaf the entry's bytes as text, as {@code docs/ledger.md} says
 * @param leafHash as stored in the tree
 * @param proof hashes from the leaf's neighbour upwards
 * @param checkpoint the signed note of the tree it is proven in
 * @param size of that tree
 * @param asRecorded whether the entry's own fields have the leaf's hash
 * @param inTree whether the proof leads to the root that was signed
 */
public record ProvenEntry(
    UUID entry,
    long position,
    String leaf,
    Digest leafHash,
    List<Digest> proof,
    String checkpoint,
    long size,
    boolean asRecorded,
    boolean inTree) {

  public ProvenEntry {
    proof = List.copyOf(proof);
  }

  /** Whether all of it holds. */
  public boolean holds() {
    return asRecorded && inTree;
  }
}
