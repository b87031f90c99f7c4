package org.heed.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small ledger that can be written as it should be and then tampered with. */
final class MemoryLedger implements Source {

  static final String ORIGIN = "norchester.example/heed";
  static final FactTable REPORT =
      FactTable.of(
          "report", "source text, victim_age int, recorded timestamp, occurred_on date, open bool");
  static final FactTable NARRATIVE =
      FactTable.of("narrative", "text text, sha bytes, weight double, length long, author uuid");

  final RandomGenerator random;
  final SigningKey key;
  final boolean keepTiles;
  final boolean keepCommitments;
  final List<StoredEntry> entries = new ArrayList<>();
  final List<Unplaced> unplaced = new ArrayList<>();
  final List<String> checkpoints = new ArrayList<>();
  final Map<String, byte[]> tiles = new HashMap<>();
  List<Digest> leaves = new ArrayList<>();
  private final TileWriter writer = TileWriter.empty();

  MemoryLedger(long seed, boolean keepTiles, boolean keepCommitments) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.key = Keys.of(ORIGIN, seed);
    this.keepTiles = keepTiles;
    this.keepCommitments = keepCommitments;
  }

  /** Entries with two rows each, every fourth a read without rows, a checkpoint every few. */
  static MemoryLedger of(int size, boolean keepTiles, boolean keepCommitments) {
    MemoryLedger ledger = new MemoryLedger(size, keepTiles, keepCommitments);
    for (int i = 0; i < size; i++) {
      if (i % 4 == 3) {
        ledger.append("report.read", List.of());
      } else {
        ledger.append("report.recorded", ledger.facts(i));
      }
      if (i % 5 == 4) {
        ledger.sign();
      }
    }
    if (size % 5 != 0) {
      ledger.sign();
    }
    return ledger;
  }

  List<Fact> facts(int i) {
    return List.of(
        Fact.of(
            REPORT,
            "school",
            14,
            Instant.ofEpochSecond(1_700_000_000L + i, 123_456_000),
            null,
            true),
        Fact.of(
            NARRATIVE,
            "Missing overnight, \"back\" by 6\n\u00e9\ud83d\ude42",
            new byte[] {1, 2},
            0.1,
            7L * i,
            null));
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  StoredEntry append(String kind, List<Fact> facts) {
    StoredEntry stored = make(entries.size(), kind, facts);
    entries.add(stored);
    Digest leaf = stored.entry().leafHash();
    leaves.add(leaf);
    for (Tile tile : writer.append(leaf)) {
      tiles.put(tile.level() + "/" + tile.index(), tile.bytes());
    }
    return stored;
  }

  StoredEntry make(long position, String kind, List<Fact> facts) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    Salt salt = Salt.of(bytes);
    Commitment commitment = Commitment.of(salt, facts);
    Entry entry =
        new Entry(
            uuid(),
            kind,
            uuid(),
            Instant.ofEpochSecond(1_700_000_000L + position),
            commitment.content(),
            List.of(uuid()),
            kind.endsWith("read") ? "review" : null);
    List<StoredRow> rows = new ArrayList<>();
    for (int ordinal = 0; ordinal < facts.size(); ordinal++) {
      rows.add(new StoredRow.Present(ordinal, facts.get(ordinal), null));
    }
    return new StoredEntry(
        position,
        entry,
        entry.leafHash(),
        facts.isEmpty() ? null : salt,
        rows,
        keepCommitments ? commitment.rows() : List.of());
  }

  void sign() {
    checkpoints.add(key.sign(writer.size(), writer.root()));
  }

  /** Destroys a row as it should be done: content and salts gone, the decision recorded. */
  void destroy(int position, int ordinal) {
    StoredEntry old = entries.get(position);
    StoredEntry decision =
        append("content.destroyed", List.of(Destruction.of(old.entry().id(), ordinal)));
    sign();
    wipe(position, ordinal, decision.entry().id());
  }

  void wipe(int position, int ordinal, UUID by) {
    StoredEntry old = entries.get(position);
    List<StoredRow> rows = new ArrayList<>();
    for (StoredRow row : old.rows()) {
      if (row instanceof StoredRow.Present present) {
        Salt salt = saltOf(old, present);
        rows.add(
            row.ordinal() == ordinal
                ? new StoredRow.Destroyed(
                    new RowCommitment(ordinal, row.table(), Commitment.ofRow(salt, present.fact())),
                    by)
                : new StoredRow.Present(row.ordinal(), present.fact(), salt));
      } else {
        rows.add(row);
      }
    }
    entries.set(
        position,
        new StoredEntry(
            old.position(), old.entry(), old.leafHash(), null, rows, old.commitments()));
  }

  private static Salt saltOf(StoredEntry entry, StoredRow.Present row) {
    Salt own = row.salt();
    return own != null ? own : Objects.requireNonNull(entry.salt()).ofRow(row.ordinal());
  }

  void rows(int position, List<StoredRow> rows) {
    StoredEntry old = entries.get(position);
    entries.set(
        position,
        new StoredEntry(
            old.position(), old.entry(), old.leafHash(), old.salt(), rows, old.commitments()));
  }

  /** The same entry at another position. */
  static StoredEntry at(long position, StoredEntry old) {
    return new StoredEntry(
        position, old.entry(), old.leafHash(), old.salt(), old.rows(), old.commitments());
  }

  /** Gives every entry the position of its place in the list. */
  void renumber() {
    for (int i = 0; i < entries.size(); i++) {
      entries.set(i, at(i, entries.get(i)));
    }
  }

  /** Rewrites leaf hashes, commitments and tree so that they fit the entries as they are now. */
  void recompute() {
    leaves = new ArrayList<>();
    tiles.clear();
    TileWriter again = TileWriter.empty();
    for (int i = 0; i < entries.size(); i++) {
      StoredEntry old = entries.get(i);
      List<Fact> facts = new ArrayList<>();
      for (StoredRow row : old.rows()) {
        facts.add(((StoredRow.Present) row).fact());
      }
      Salt salt = old.salt();
      Commitment commitment = Commitment.of(salt == null ? Salt.of(new byte[16]) : salt, facts);
      Entry e = old.entry();
      Entry entry =
          new Entry(
              e.id(), e.kind(), e.actor(), e.at(), commitment.content(), e.subjects(), e.purpose());
      entries.set(
          i,
          new StoredEntry(
              i,
              entry,
              entry.leafHash(),
              salt,
              old.rows(),
              keepCommitments ? commitment.rows() : List.of()));
      leaves.add(entry.leafHash());
      for (Tile tile : again.append(entry.leafHash())) {
        tiles.put(tile.level() + "/" + tile.index(), tile.bytes());
      }
    }
  }

  Verification verify() {
    return verify(null);
  }

  Verification verify(@Nullable Checkpoint kept) {
    return new Verifier(key.verifyKey()).verify(this, kept);
  }

  @Override
  public Stream<StoredEntry> entries() {
    return entries.stream();
  }

  @Override
  public Stream<Unplaced> unplaced() {
    return unplaced.stream();
  }

  @Override
  public Stream<String> checkpoints() {
    return checkpoints.stream();
  }

  @Override
  public Optional<TileSource> tiles() {
    return keepTiles ? Optional.of(tileSource()) : Optional.empty();
  }

  TileSource tileSource() {
    return new TileSource() {
      @Override
      public byte[] tile(int level, long index) {
        return tiles.getOrDefault(level + "/" + index, new byte[0]);
      }

      @Override
      public byte[] leaves(long first, int count) {
        int end = (int) Math.min(leaves.size(), first + count);
        return Tile.join(leaves.subList((int) Math.min(first, end), end));
      }
    };
  }
}
