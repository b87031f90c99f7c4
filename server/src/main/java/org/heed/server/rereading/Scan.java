package org.heed.server.rereading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.heed.server.archive.Snapshot;
import org.heed.text.Reader;

/**
 * Reads an archive by as many threads as there are processors, and takes what they find in the
 * archive's order, so that a scan that was interrupted goes on where it stopped and comes to the
 * same.
 */
public final class Scan {
  private static final int AHEAD = 4;

  private final Snapshot archive;
  private final Scope scope;
  private final Reader reader;
  private final int threads;

  Scan(Snapshot archive, Scope scope, Reader reader, int threads) {
    this.archive = archive;
    this.scope = scope;
    this.reader = reader;
    this.threads = threads;
  }

  /** Everything in an archive, for measurements: by nobody in particular, showing nothing. */
  public static Scan ofAll(Snapshot archive, Reader reader, int threads) {
    return new Scan(
        archive,
        new Scope(null, null, null, java.util.Set.of(), java.util.Map.of()),
        reader,
        threads);
  }

  /**
   * Reads what the progress has not, and adds it there.
   *
   * @param told how many narratives are done
   */
  public void run(ScanProgress progress, LongConsumer told) {
    Queue<BlockScan> idle = new ConcurrentLinkedQueue<>();
    Deque<Future<BlockResult>> ahead = new ArrayDeque<>();
    long done = narrativesBefore(progress.next());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        int next = progress.next();
        while (next < archive.blocks() || !ahead.isEmpty()) {
          while (next < archive.blocks() && ahead.size() < threads * AHEAD) {
            int block = next++;
            ahead.add(workers.submit(() -> scan(idle, block)));
          }
          BlockResult result = ahead.remove().get();
          progress.add(result);
          done += result.narratives();
          told.accept(done);
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
          throw known;
        }
        throw new IllegalStateException("a block could not be read", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RereadingFailure("The re-read was interrupted: run it again, and it goes on.", e);
      } finally {
        // Without interrupting any: an interrupted thread closes the file that it reads.
        ahead.forEach(one -> one.cancel(false));
      }
    } finally {
      idle.forEach(BlockScan::close);
    }
  }

  private long narrativesBefore(int block) {
    long narratives = 0;
    for (int i = 0; i < block; i++) {
      narratives += archive.size(i);
    }
    return narratives;
  }

  private BlockResult scan(Queue<BlockScan> idle, int block) {
    BlockScan known = idle.poll();
    BlockScan scan = known == null ? new BlockScan(archive, scope, reader) : known;
    try {
      return scan.scan(block);
    } finally {
      idle.add(scan);
    }
  }
}
