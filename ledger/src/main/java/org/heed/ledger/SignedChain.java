package org.heed.ledger;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints that the key signed, smallest first, with one kept elsewhere in its place among
 * them. A note that the key did not sign, or that is out of order, is reported and passed over; two
 * of one size with different roots are reported.
 */
final class SignedChain implements AutoCloseable {

  private final Stream<String> stream;
  private final Iterator<String> notes;
  private final VerifyKey key;
  private final long from;
  private final Faults faults;
  private @Nullable Checkpoint kept;
  private @Nullable Checkpoint held;
  private @Nullable Checkpoint last;

  /**
   * @param from checkpoints up to this size are passed over, having been looked at before
   */
  SignedChain(Source source, VerifyKey key, @Nullable Checkpoint kept, long from, Faults faults) {
    this.stream = source.checkpoints();
    this.notes = stream.iterator();
    this.key = key;
    this.from = from;
    this.kept = kept;
    this.faults = faults;
  }

  /** The next checkpoint, or null after the last. */
  @Nullable Checkpoint next() {
    if (held == null) {
      held = nextSigned();
    }
    Checkpoint mine = held;
    Checkpoint elsewhere = kept;
    if (elsewhere != null && (mine == null || elsewhere.size() <= mine.size())) {
      kept = null;
      return taken(elsewhere);
    }
    held = null;
    return mine == null ? null : taken(mine);
  }

  private Checkpoint taken(Checkpoint checkpoint) {
    Checkpoint before = last;
    if (before != null
        && before.size() == checkpoint.size()
        && !before.root().equals(checkpoint.root())) {
      faults.changed(
          top(checkpoint.size()),
          "the tree: two checkpoints of " + checkpoint.size() + " entries have different roots");
    }
    last = checkpoint;
    return checkpoint;
  }

  private @Nullable Checkpoint nextSigned() {
    long size = last == null ? 0 : last.size();
    while (notes.hasNext()) {
      String note = notes.next();
      if (from > 0 && Checkpoint.sizeOf(note) <= from) {
        continue;
      }
      try {
        Checkpoint checkpoint = key.open(note);
        if (checkpoint.size() >= size) {
          return checkpoint;
        }
        faults.reordered(
            top(checkpoint.size()), "the checkpoint of " + checkpoint.size() + " entries");
      } catch (NoteException e) {
        faults.changed(top(size), "a checkpoint after this entry: " + e.getMessage());
      }
    }
    return null;
  }

  private static long top(long size) {
    return Math.max(0, size - 1);
  }

  @Override
  public void close() {
    stream.close();
  }
}
