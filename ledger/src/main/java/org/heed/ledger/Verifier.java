package org.heed.ledger;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a ledger from its stored rows up: re-hashes every row and entry, rebuilds the tree and
 * compares with what was signed. Trusts the public key and the checkpoint it is given, nothing
 * else. Needs memory for the rows of two entries, for the destroyed rows whose decision is still to
 * come, and for the first thousand faults.
 */
public final class Verifier {

  private final VerifyKey key;

  /**
   * A verifier of one log.
   *
   * @param key of the log, from elsewhere than the source
   */
  public Verifier(VerifyKey key) {
    this.key = key;
  }

  /**
   * Checks everything.
   *
   * @param kept a checkpoint kept elsewhere, opened with the same key, which shows a log that was
   *     rolled back or rewritten; or null
   */
  public Verification verify(Source source, @Nullable Checkpoint kept) {
    return new Run(source, kept).verify();
  }

  private static boolean isSize(long claimed) {
    return claimed < Long.MAX_VALUE;
  }

  /** The state of one check. */
  private final class Run {

    private final Source source;
    private final @Nullable Checkpoint kept;
    private final Faults faults = new Faults();
    private final ContentCheck contents = new ContentCheck(faults);
    private final DestructionCheck destructions = new DestructionCheck();
    private long goodSize;
    private long signedSize;
    private boolean rootsFit = true;

    Run(Source source, @Nullable Checkpoint kept) {
      this.source = source;
      this.kept = kept;
    }

    Verification verify() {
      TreeCheck tree = readTree();
      goodSize = tree.trusted().size();
      SequenceCheck sequence = new SequenceCheck(faults, tree);
      long pending = 0;
      try {
        readEntries(tree, sequence);
        compareEnds(tree, sequence);
        destructions.finish(faults);
        pending = readUnplaced();
      } catch (UnreadableException e) {
        faults.changed(e.entry(), e.says() + "; what follows was not checked");
      }
      sequence.finish();
      return new Verification(
          sequence.size(), sequence.root(), faults.first(), faults.count(), pending);
    }

    private TreeCheck readTree() {
      Optional<TileSource> tiles = source.tiles();
      long largest = 0;
      if (tiles.isPresent()) {
        try (Stream<String> notes = source.checkpoints()) {
          largest = notes.mapToLong(Checkpoint::sizeOf).filter(Verifier::isSize).max().orElse(0);
        }
      }
      TreeCheck tree = new TreeCheck(tiles, largest);
      try (SignedChain chain = new SignedChain(source, key, kept, 0, faults)) {
        for (Checkpoint at = chain.next(); at != null; at = chain.next()) {
          signedSize = Math.max(signedSize, at.size());
          tree.accept(at);
        }
      }
      return tree;
    }

    private void readEntries(TreeCheck tree, SequenceCheck sequence) {
      long trusted = tree.trusted().size();
      try (SignedChain chain = new SignedChain(source, key, kept, trusted, new Faults());
          Stream<StoredEntry> stream = source.entries()) {
        Checkpoint due = chain.next();
        Iterator<StoredEntry> entries = stream.iterator();
        StoredEntry entry = entries.hasNext() ? entries.next() : null;
        Digest leaf = entry == null ? null : entry.entry().leafHash();
        while (entry != null && leaf != null) {
          StoredEntry following = entries.hasNext() ? entries.next() : null;
          Digest followingLeaf = following == null ? null : following.entry().leafHash();
          destructions.accept(entry, contents.check(entry));
          sequence.accept(entry, leaf, followingLeaf);
          while (due != null && due.size() <= sequence.size()) {
            compare(due, trusted, sequence);
            due = chain.next();
          }
          entry = following;
          leaf = followingLeaf;
        }
      }
    }

    private void compare(Checkpoint checkpoint, long trusted, SequenceCheck sequence) {
      long size = checkpoint.size();
      if (size <= trusted || !rootsFit || !sequence.comparable()) {
        return;
      }
      if (sequence.has(checkpoint) || sequence.keptHas(checkpoint)) {
        goodSize = size;
        return;
      }
      rootsFit = false;
      faults.changed(
          goodSize,
          "or reordered, somewhere in entries "
              + goodSize
              + " to "
              + (size - 1)
              + ": they do not have the root that was signed for "
              + size
              + " entries");
    }

    private void compareEnds(TreeCheck tree, SequenceCheck sequence) {
      long size = sequence.size();
      if (size < signedSize) {
        faults.removed(
            size, "all entries from here to " + (signedSize - 1) + ", which a checkpoint covers");
      } else if (rootsFit && sequence.comparable() && tree.damaged()) {
        faults.changed(
            tree.trusted().size(), "the stored tree from here on; the entries are as signed");
      }
      if (size > signedSize) {
        faults.inserted(
            signedSize,
            "the whole entries from here to " + (size - 1) + ": no checkpoint covers them");
      }
    }

    private long readUnplaced() {
      AtomicLong pending = new AtomicLong();
      try (Stream<Unplaced> unplaced = source.unplaced()) {
        unplaced.forEach(left -> {
          switch (left) {
            case Unplaced.Pending waiting -> pending.incrementAndGet();
            case Unplaced.Skipped skipped ->
                faults.inserted(skipped.entry(), "the whole entry: the log went on without it");
            case Unplaced.Row row ->
                faults.inserted(
                    row.entry(),
                    "row " + row.ordinal() + " of " + row.table() + ": it has no such entry");
          }
        });
      }
      return pending.get();
    }
  }
}
