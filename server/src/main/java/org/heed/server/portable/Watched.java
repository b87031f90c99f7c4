package org.heed.server.portable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.heed.ledger.Source;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.TileSource;
import org.heed.ledger.Unplaced;

/** An export that tells how far its check has come. */
record Watched(Source source, TakingListener listener) implements Source {
  @Override
  public Stream<StoredEntry> entries() {
    AtomicLong entries = new AtomicLong();
    return source.entries().peek(_ -> listener.proven(entries.incrementAndGet()));
  }

  @Override
  public Stream<Unplaced> unplaced() {
    return source.unplaced();
  }

  @Override
  public Stream<String> checkpoints() {
    return source.checkpoints();
  }

  @Override
  public Optional<TileSource> tiles() {
    return source.tiles();
  }
}
