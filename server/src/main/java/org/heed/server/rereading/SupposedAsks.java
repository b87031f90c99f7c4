package org.heed.server.rereading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.heed.server.archive.Asked;
import org.heed.server.archive.Block;
import org.heed.server.archive.BlockReader;
import org.heed.server.archive.Snapshot;
import org.heed.text.Reader;
import org.heed.text.Skim;
import org.jspecify.annotations.Nullable;

/**
 * About which versions of which reports a rulebook would ask somebody: every narrative of an
 * archive, read once. Holds identifiers and no words; tells nobody and puts nothing before anybody.
 */
public final class SupposedAsks {
  /** For each report, version and answer: the version doubled, one more where it asks. */
  private final Map<UUID, int[]> answers;

  private final long settled;

  private SupposedAsks(Map<UUID, int[]> answers, long settled) {
    this.answers = answers;
    this.settled = settled;
  }

  /**
   * Reads an archive.
   *
   * @param told how many narratives are done
   */
  public static SupposedAsks of(Snapshot archive, Reader reader, LongConsumer told) {
    Map<UUID, int[]> answers = new HashMap<>();
    Skim skim = reader.skim();
    long done = 0;
    try (BlockReader blocks = archive.reader()) {
      for (int number = 0; number < archive.blocks(); number++) {
        Block block = blocks.read(number);
        for (int i = 0; i < block.size(); i++) {
          skim.read(BlockScan.narrative(block, i));
          boolean asks = Asked.of(skim.ask()) != Asked.NOTHING;
          int answer = 2 * block.version(i) + (asks ? 1 : 0);
          answers.merge(block.report(i), new int[] {answer}, SupposedAsks::both);
        }
        done += block.size();
        told.accept(done);
      }
    }
    return new SupposedAsks(answers, archive.settled());
  }

  private static int[] both(int[] known, int[] more) {
    int[] all = Arrays.copyOf(known, known.length + more.length);
    System.arraycopy(more, 0, all, known.length, more.length);
    return all;
  }

  /** Whether it asks about a version; null where the archive does not hold that. */
  public @Nullable Boolean of(UUID report, int version) {
    for (int answer : answers.getOrDefault(report, new int[0])) {
      if (answer / 2 == version) {
        return answer % 2 == 1;
      }
    }
    return null;
  }

  /** The last position of the ledger whose narratives it knows. */
  public long settled() {
    return settled;
  }
}
