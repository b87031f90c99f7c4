package org.heed.server.rereading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.archive.Asked;
import org.heed.server.archive.Kept;
import org.heed.server.archive.NarrativeArchive;
import org.heed.server.archive.Snapshot;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading blocks by many threads comes to what reading one narrative after another does. */
class ScanTest {
  private static final int NARRATIVES = 40_000;
  private static final List<String> TEXTS =
      List.of(
          "She stayed out all night.",
          "She stayed out all night and was found at a hotel with two older men.",
          "He went to school as usual.",
          "A 14 year old girl disclosed that she had been exploited.",
          "Guidance on a 14 year old who is being groomed.");

  private static final List<Asked> ASKED = List.of(Asked.NOTHING, Asked.LOOK, Asked.DECISION);

  @TempDir private Path folder;
  private final Random random = new Random(11);
  private final List<Kept> all = new ArrayList<>();
  private Reader reader;
  private Snapshot archive;

  @BeforeEach
  void fill() throws Exception {
    reader = Reader.of(RulebookLoader.load(Path.of("../rulebook/src/test/resources/example")));
    try (NarrativeArchive kept = NarrativeArchive.open(folder.resolve("archive"))) {
      for (int position = 0; position < NARRATIVES; position++) {
        Kept one =
            new Kept(
                new UUID(7, position),
                1,
                position,
                "area-" + random.nextInt(3),
                "area-" + random.nextInt(3),
                Math.toIntExact(LocalDate.of(2024, 6, 1).toEpochDay()) + random.nextInt(800),
                10 + random.nextInt(12),
                Kept.NO_DAY,
                random.nextInt(9) == 0 ? "71" : null,
                ASKED.get(random.nextInt(ASKED.size())),
                TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8));
        all.add(one);
        kept.add(one);
      }
      kept.commit(NARRATIVES - 1, Digest.of(new byte[Digest.LENGTH]));
      archive = kept.snapshot();
    }
  }

  @AfterEach
  void close() {
    archive.close();
  }

  /** One after another, without blocks, threads or files. */
  private ScanProgress twin(Scope scope) {
    ScanProgress twin = ScanProgress.inMemory();
    List<Candidate> candidates = new ArrayList<>();
    Map<Place, Tally> tallies = new TreeMap<>();
    for (Kept one : all) {
      LocalDate day = LocalDate.ofEpochDay(one.recordedDay());
      if ((scope.from() != null && day.isBefore(scope.from()))
          || (scope.to() != null && day.isAfter(scope.to()))
          || (scope.areas() != null && !scope.areas().contains(one.home()))
          || scope.closed().contains(one.report())) {
        continue;
      }
      Asked after =
          Asked.of(
              reader
                  .read(
                      new Narrative(
                          "",
                          one.text(),
                          OptionalInt.of(one.age()),
                          Optional.empty(),
                          Optional.ofNullable(one.offence())))
                  .ask());
      Place place = new Place(one.area(), day.getYear());
      tallies.merge(
          place,
          new Tally(1, one.ask() == Asked.NOTHING ? 0 : 1, after == Asked.NOTHING ? 0 : 1, 0, 0, 0),
          Tally::plus);
      if (after != one.ask()) {
        candidates.add(new Candidate(one.report(), 1, place, one.ask(), after));
      }
    }
    twin.add(new BlockResult(all.size(), tallies, candidates));
    return twin;
  }

  private static void same(ScanProgress found, ScanProgress twin) {
    assertThat(found.tallies()).isEqualTo(twin.tallies());
    assertThat(found.candidates()).isEqualTo(twin.candidates());
  }

  private static Scope scope(Set<UUID> closed) {
    return new Scope(
        LocalDate.of(2024, 12, 1),
        LocalDate.of(2026, 2, 28),
        List.of("area-0", "area-2"),
        closed,
        Map.of());
  }

  @Test
  void threadsAndBlocks_comeToWhatOneAfterAnotherDoes() {
    Scope some = scope(Set.of(new UUID(7, 3), new UUID(7, 30_000)));
    ScanProgress found = ScanProgress.inMemory();
    new Scan(archive, some, reader, 3).run(found, _ -> {});
    same(found, twin(some));
    assertThat(found.changes()).isPositive();
    ScanProgress everything = ScanProgress.inMemory();
    Scan.ofAll(archive, reader, 2).run(everything, _ -> {});
    same(everything, twin(new Scope(null, null, null, Set.of(), Map.of())));
  }

  /** Stopped wherever, and with its file cut short as by a kill, it goes on to the same. */
  @Test
  void interruptedScan_goesOnToTheSame() throws Exception {
    Scope scope = scope(Set.of());
    ScanProgress twin = twin(scope);
    Path file = folder.resolve("job.progress");
    for (int round = 0; round < 6; round++) {
      long stop = random.nextInt(NARRATIVES);
      try (ScanProgress progress = ScanProgress.in(file, "job")) {
        assertThatThrownBy(() ->
                new Scan(archive, scope, reader, 2)
                    .run(
                        progress,
                        done -> {
                          if (done >= stop) {
                            throw new IllegalStateException("stopped");
                          }
                        }))
            .hasMessage("stopped");
      } catch (AssertionError nothingLeftToRead) {
        break;
      }
      long size = Files.size(file);
      try (var cut = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
        cut.truncate(size - random.nextLong(Math.min(size, 200)));
      }
    }
    try (ScanProgress progress = ScanProgress.in(file, "job")) {
      new Scan(archive, scope, reader, 2).run(progress, _ -> {});
      same(progress, twin);
    }
  }

  @Test
  void otherJob_beginsAnew_andTheSameTwiceAtOnceIsRefused() {
    Path file = folder.resolve("job.progress");
    Scope scope = scope(Set.of());
    try (ScanProgress progress = ScanProgress.in(file, "job")) {
      new Scan(archive, scope, reader, 2).run(progress, _ -> {});
      assertThatThrownBy(() -> ScanProgress.in(file, "job"))
          .isInstanceOf(RereadingFailure.class)
          .hasMessageContaining("runs already");
    }
    try (ScanProgress progress = ScanProgress.in(file, "job")) {
      assertThat(progress.next()).isEqualTo(archive.blocks());
    }
    try (ScanProgress progress = ScanProgress.in(file, "another job")) {
      assertThat(progress.next()).isZero();
      assertThat(progress.candidates()).isEmpty();
    }
  }
}
