package org.heed.server.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.heed.server.recognition.Recogniser;
import org.heed.server.report.NewReport;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows from a file, converts and reads them, on a thread of its own and a little ahead of the
 * one that writes.
 */
final class BatchReader implements AutoCloseable {
  private static final int ROWS = 500;
  private static final int CHARACTERS = 4_000_000;
  private static final int AHEAD = 2;

  private sealed interface Message {}

  private record Ready(Batch batch) implements Message {}

  private record Ended() implements Message {}

  private record Failed(Exception why) implements Message {}

  private final RowSource source;
  private final RowConverter converter;
  private final Recogniser recogniser;
  private final AtomicLong taken;
  private final long size;
  private final long known;
  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /**
   * @param taken bytes read of {@code size}
   * @param known rows at the beginning that are in the record already
   */
  BatchReader(
      RowSource source,
      RowConverter converter,
      Recogniser recogniser,
      AtomicLong taken,
      long size,
      long known) {
    this.source = source;
    this.converter = converter;
    this.recogniser = recogniser;
    this.taken = taken;
    this.size = size;
    this.known = known;
    this.thread = Thread.ofPlatform().daemon().name("heed-import-read").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The next batch, null at the end. */
  @Nullable Batch next() throws IOException {
    try {
      return switch (queue.take()) {
        case Ready ready -> ready.batch();
        case Ended _ -> null;
        case Failed failed -> throw rethrown(failed.why());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportFailure("The import was interrupted: run it again to go on.", e);
    }
  }

  private static RuntimeException rethrown(Exception why) throws IOException {
    if (why instanceof IOException io) {
      throw io;
    }
    throw why instanceof RuntimeException known ? known : new IllegalStateException(why);
  }

  private void run() {
    try {
      readAll();
      queue.put(new Ended());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      fail(e);
    } catch (OutOfMemoryError e) {
      fail(
          new ImportFailure(
              "There is not enough memory for this file's longest row: raise it with"
                  + " HEED_JAVA_OPTIONS=-Xmx….",
              e));
    }
  }

  private void fail(Exception why) {
    try {
      queue.put(new Failed(why));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() throws IOException, InterruptedException {
    List<Prepared> rows = new ArrayList<>(ROWS);
    long characters = 0;
    long index = 0;
    for (SourceRow row = source.next(); row != null; row = source.next()) {
      Prepared prepared = prepare(index++, row);
      rows.add(prepared);
      characters += prepared.report() == null ? 0 : prepared.report().narrative().length();
      if (rows.size() == ROWS || characters >= CHARACTERS) {
        queue.put(new Ready(new Batch(rows, share())));
        rows.clear();
        characters = 0;
      }
    }
    if (!rows.isEmpty()) {
      queue.put(new Ready(new Batch(rows, share())));
    }
  }

  private double share() {
    return size > 0 ? Math.min(1, (double) taken.get() / size) : -1;
  }

  private Prepared prepare(long index, SourceRow row) {
    if (row.fault() != null) {
      return Prepared.refused(index, row.line(), "", row.fault(), false);
    }
    String reference = converter.reference(row);
    try {
      if (row.tie() != null) {
        return Prepared.tie(index, row.line(), row.tie(), converter.source(row));
      }
      NewReport report = converter.convert(row);
      var reading = index < known ? null : recogniser.readAhead(report);
      return Prepared.report(
          index, row.line(), reference, report, converter.operation(row), reading);
    } catch (RowRefused e) {
      return Prepared.refused(index, row.line(), reference, e.at(row.line()), e.byClock());
    }
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      queue.clear();
      try {
        thread.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    source.close();
  }
}
