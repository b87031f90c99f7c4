package org.heed.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the archive comes out as it was, and nothing else does. */
class NarrativeArchiveTest {
  private static final Digest LEAF = Digest.of(new byte[Digest.LENGTH]);

  private static final List<Asked> ASKED = List.of(Asked.NOTHING, Asked.LOOK, Asked.DECISION);

  @TempDir private Path folder;
  private final Random random = new Random(4);

  private Kept narrative(long position) {
    StringBuilder text = new StringBuilder("Note ").append(position).append(": ");
    for (int words = random.nextInt(60); words > 0; words--) {
      text.append(List.of("missing ", "hotel ", "phoned ", "école ", "\n").get(random.nextInt(5)));
    }
    return new Kept(
        new UUID(random.nextLong(), random.nextLong()),
        1,
        position,
        "home-" + random.nextInt(3),
        "area-" + random.nextInt(5),
        20_000 + random.nextInt(700),
        random.nextBoolean() ? random.nextInt(18) : Kept.NO_AGE,
        random.nextBoolean() ? 19_000 : Kept.NO_DAY,
        random.nextBoolean() ? "88A" : null,
        ASKED.get(random.nextInt(ASKED.size())),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<Kept> fill(long from, long to) {
    List<Kept> all = new ArrayList<>();
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      for (long position = from; position < to; position++) {
        Kept one = narrative(position);
        all.add(one);
        archive.add(one);
      }
      archive.commit(to - 1, LEAF);
    }
    return all;
  }

  private List<Kept> readAll() {
    List<Kept> all = new ArrayList<>();
    try (NarrativeArchive archive = NarrativeArchive.open(folder);
        Snapshot snapshot = archive.snapshot();
        BlockReader reader = snapshot.reader()) {
      for (int number = 0; number < snapshot.blocks(); number++) {
        Block block = reader.read(number);
        for (int i = 0; i < block.size(); i++) {
          if (!snapshot.isSuperseded(block, i)) {
            all.add(block.kept(i));
          }
        }
      }
    }
    return all;
  }

  private static void same(List<Kept> found, List<Kept> expected) {
    assertThat(found.stream().map(NarrativeArchiveTest::told).toList())
        .isEqualTo(expected.stream().map(NarrativeArchiveTest::told).toList());
  }

  private static List<Object> told(Kept one) {
    return List.of(
        one.report(),
        one.version(),
        one.position(),
        one.home(),
        one.area(),
        one.recordedDay(),
        one.age(),
        one.occurredDay(),
        String.valueOf(one.offence()),
        one.ask(),
        new String(one.text(), StandardCharsets.UTF_8));
  }

  @Test
  void whatWentIn_comesOutInOrder_alsoAfterMoreWentIn() {
    List<Kept> all = fill(0, 9_000);
    same(readAll(), all);
    all.addAll(fill(9_000, 9_500));
    same(readAll(), all);
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      assertThat(archive.settled()).isEqualTo(9_499);
      assertThat(archive.leaf()).isEqualTo(LEAF);
    }
  }

  @Test
  void whatAKillLeftBehindTheLastCommit_countsForNothing() throws IOException {
    List<Kept> all = fill(0, 100);
    Files.write(blocks().getFirst(), new byte[777], StandardOpenOption.APPEND);
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      archive.add(narrative(100));
    }
    same(readAll(), all);
    all.addAll(fill(100, 200));
    same(readAll(), all);
  }

  @Test
  void earlierVersions_arePassedOver() {
    Kept first = narrative(0);
    Kept other = narrative(1);
    Kept second =
        new Kept(
            first.report(),
            2,
            2,
            "home-1",
            "area-1",
            20_000,
            14,
            19_000,
            null,
            Asked.LOOK,
            "Corrected.".getBytes(StandardCharsets.UTF_8));
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      List.of(first, other, second).forEach(archive::add);
      archive.commit(2, LEAF);
    }
    same(readAll(), List.of(other, second));
  }

  @Test
  void whatIsPurged_isInNoFileAnyLonger_andTheRestIsAsItWas() throws IOException {
    List<Kept> all = fill(0, 9_000);
    Set<Long> gone = Set.of(5L, 4_500L, 8_999L);
    List<Path> before = blocks();
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      archive.purge(gone);
      assertThat(archive.purged()).isEqualTo(gone);
      assertThat(archive.settled()).isEqualTo(8_999);
    }
    assertThat(before).allSatisfy(file -> assertThat(file).doesNotExist());
    all.removeIf(one -> gone.contains(one.position()));
    same(readAll(), all);
    all.addAll(fill(9_000, 9_100));
    same(readAll(), all);
  }

  @Test
  void changedByte_isNoticed() throws IOException {
    fill(0, 3_000);
    Path file = blocks().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    for (int at : List.of(1, 30, BlockCodec.HEADER + 5, bytes.length - 1)) {
      byte[] changed = bytes.clone();
      changed[at] ^= 4;
      Files.write(file, changed);
      assertThatThrownBy(this::readAll).as("byte " + at).isInstanceOf(DamagedArchive.class);
    }
    Files.write(file, bytes);
    assertThat(readAll()).hasSize(3_000);
  }

  @Test
  void archive_isForItsOwnerAlone_andClearedLeavesNothing() throws IOException {
    fill(0, 10);
    for (Path file : blocks()) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      archive.clear();
    }
    assertThat(blocks()).isEmpty();
    assertThat(readAll()).isEmpty();
  }

  private List<Path> blocks() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> String.valueOf(path.getFileName()).startsWith("narratives-"))
          .sorted()
          .toList();
    }
  }
}
