package org.heed.server.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownPositions;

/**
 * Brings the archive in line with the record: adds what was settled since, takes out what was
 * destroyed, and begins anew where it does not fit. Each step's look at narratives is an entry of
 * the ledger.
 */
public final class ArchiveSync {
  private static final long POSITIONS = 5_000;
  private static final int STEPS_BEFORE_COMMIT = 10;

  private final Acts acts;
  private final ArchiveStore store;
  private final KnownPositions positions;
  private final Path folder;

  /** An archive in the data folder of the record in these databases. */
  public ArchiveSync(Acts acts, Databases databases, KnownPositions positions, Path data) {
    this.acts = acts;
    this.store = new ArchiveStore(databases);
    this.positions = positions;
    this.folder = data.resolve("archive");
  }

  /**
   * Brings it up to what is settled and opens it for reading.
   *
   * @param keeper one of Heed's own programs, which may read every area
   * @param progress told how many positions are done
   */
  public Snapshot sync(Caller keeper, LongConsumer progress) {
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      sync(keeper, archive, progress);
      try {
        return archive.snapshot();
      } catch (DamagedArchive e) {
        archive.clear();
        sync(keeper, archive, progress);
        return archive.snapshot();
      }
    }
  }

  /** Takes out what was destroyed since, where there is an archive. */
  public void forget(Caller keeper) {
    if (Files.isDirectory(folder)) {
      try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
        purge(keeper, archive);
      }
    }
  }

  /** Throws the archive away, to be made again by the next {@link #sync}. */
  public void discard() {
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      archive.clear();
    }
  }

  private void sync(Caller keeper, NarrativeArchive archive, LongConsumer progress) {
    if (!fits(keeper, archive)) {
      archive.clear();
    }
    purge(keeper, archive);
    long end = acts.plain(keeper, positions::horizon).size() - 1;
    long done = archive.settled();
    Set<Withheld> withheld = takeOpened(keeper, archive);
    int steps = 0;
    while (done < end) {
      long after = done;
      long upto = Math.min(end, done + POSITIONS);
      take(keeper, archive, withheld, after, upto);
      done = upto;
      progress.accept(done + 1);
      if (++steps % STEPS_BEFORE_COMMIT == 0 || done == end) {
        commit(keeper, archive, done, withheld);
      }
    }
    if (steps == 0 && !withheld.equals(archive.withheld())) {
      commit(keeper, archive, done, withheld);
    }
  }

  private boolean fits(Caller keeper, NarrativeArchive archive) {
    if (archive.settled() < 0) {
      return true;
    }
    Optional<Digest> leaf = acts.plain(keeper, () -> store.leaf(archive.settled()));
    return leaf.isPresent() && leaf.get().equals(archive.leaf());
  }

  private void purge(Caller keeper, NarrativeArchive archive) {
    Set<Long> gone = new HashSet<>(acts.plain(keeper, () -> store.destroyed(archive.settled())));
    gone.removeAll(archive.purged());
    try {
      archive.purge(gone);
    } catch (DamagedArchive e) {
      archive.clear();
    }
  }

  /** Takes what was closed when its turn came and is open by now; answers what is still closed. */
  private Set<Withheld> takeOpened(Caller keeper, NarrativeArchive archive) {
    Set<Withheld> withheld = new HashSet<>(archive.withheld());
    if (!withheld.isEmpty()) {
      Set<Long> at = withheld.stream().map(Withheld::position).collect(Collectors.toSet());
      List<ArchiveStore.Row> rows = read(keeper, () -> store.at(at));
      for (ArchiveStore.Row row : rows) {
        if (row.kept() != null) {
          archive.add(row.kept());
          withheld.remove(new Withheld(row.report(), row.position()));
        }
      }
    }
    return withheld;
  }

  private void take(
      Caller keeper, NarrativeArchive archive, Set<Withheld> withheld, long after, long upto) {
    for (ArchiveStore.Row row : read(keeper, () -> store.between(after, upto))) {
      if (row.kept() == null) {
        withheld.add(new Withheld(row.report(), row.position()));
      } else {
        archive.add(row.kept());
      }
    }
  }

  private interface Rows {
    List<ArchiveStore.Row> read();
  }

  private List<ArchiveStore.Row> read(Caller keeper, Rows rows) {
    return acts.changeMany(
        keeper,
        begin -> {
          List<ArchiveStore.Row> read = rows.read();
          if (!read.isEmpty()) {
            begin.apply("archive.copied").purpose("keep-archive");
          }
          return read;
        });
  }

  private void commit(Caller keeper, NarrativeArchive archive, long done, Set<Withheld> withheld) {
    Digest leaf = acts.plain(keeper, () -> store.leaf(done)).orElse(null);
    archive.commit(done, leaf, withheld);
  }
}
