package org.heed.server.portable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.Commitment;
import org.heed.ledger.Digest;
import org.heed.ledger.Entry;
import org.heed.ledger.Fact;
import org.heed.ledger.Salt;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.StoredRow;
import org.heed.ledger.VerifyKey;
import org.heed.server.store.Tables;

/**
 * The act of taking one export back: its entry says whose signed log it was, and how far.
 *
 * @param id the same for the same export, so that taking it again is the same act
 */
record Taking(UUID id, VerifyKey key, Checkpoint checkpoint, String note) {
  private static final String KIND = "export.taken-back";

  static Taking of(VerifyKey key, Checkpoint checkpoint, String note) {
    ByteBuffer hash = ByteBuffer.wrap(Digest.sha256(note.getBytes(StandardCharsets.UTF_8)).bytes());
    // Version 8 of RFC 9562: an identifier of one's own making.
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new Taking(new UUID(high, low), key, checkpoint, note);
  }

  /** What tells the key from others of its name. */
  String keyHash() {
    return key.text().split("\\+", 3)[1];
  }

  /** Its entry, with the one row that it has. */
  StoredEntry entry(UUID actor, Instant at, Salt salt, boolean placesKept) {
    Fact fact =
        Fact.of(
            Tables.TAKEN_BACK,
            key.name(),
            key.text(),
            checkpoint.size(),
            checkpoint.root().bytes(),
            note,
            placesKept);
    Entry entry =
        new Entry(
            id, KIND, actor, at, Commitment.of(salt, List.of(fact)).content(), List.of(), null);
    return new StoredEntry(
        -1, entry, null, salt, List.of(new StoredRow.Present(0, fact, null)), List.of());
  }
}
