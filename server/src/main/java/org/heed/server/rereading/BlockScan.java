package org.heed.server.rereading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.heed.server.archive.Asked;
import org.heed.server.archive.Block;
import org.heed.server.archive.BlockReader;
import org.heed.server.archive.Kept;
import org.heed.server.archive.Snapshot;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.Skim;

/** Reads blocks, one after another; for one thread at a time. */
final class BlockScan implements AutoCloseable {
  private final Snapshot archive;
  private final Scope scope;
  private final Skim skim;
  private final BlockReader blocks;

  BlockScan(Snapshot archive, Scope scope, Reader reader) {
    this.archive = archive;
    this.scope = scope;
    this.skim = reader.skim();
    this.blocks = archive.reader();
  }

  BlockResult scan(int number) {
    Block block = blocks.read(number);
    Map<Place, long[]> counts = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      if (!scope.covers(archive, block, i)) {
        continue;
      }
      Asked before = scope.before(block, i);
      skim.read(narrative(block, i));
      Asked after = Asked.of(skim.ask());
      Place place = new Place(block.area(i), year(block.recordedDay(i)));
      long[] count = counts.computeIfAbsent(place, _ -> new long[3]);
      count[0]++;
      count[1] += before == Asked.NOTHING ? 0 : 1;
      count[2] += after == Asked.NOTHING ? 0 : 1;
      if (before != after) {
        candidates.add(new Candidate(block.report(i), block.version(i), place, before, after));
      }
    }
    Map<Place, Tally> tallies = new HashMap<>();
    counts.forEach((place, n) -> tallies.put(place, new Tally(n[0], n[1], n[2], 0, 0, 0)));
    return new BlockResult(block.size(), tallies, candidates);
  }

  static Narrative narrative(Block block, int i) {
    return new Narrative(
        "",
        Arrays.copyOfRange(block.text(), block.start(i), block.end(i)),
        block.age(i) == Kept.NO_AGE ? OptionalInt.empty() : OptionalInt.of(block.age(i)),
        block.occurredDay(i) == Kept.NO_DAY
            ? Optional.empty()
            : Optional.of(LocalDate.ofEpochDay(block.occurredDay(i))),
        Optional.ofNullable(block.offence(i)));
  }

  static int year(int day) {
    return day == Kept.NO_DAY ? 0 : LocalDate.ofEpochDay(day).getYear();
  }

  @Override
  public void close() {
    blocks.close();
  }
}
