package org.heed.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.archive.Asked;
import org.heed.server.archive.Block;
import org.heed.server.archive.BlockReader;
import org.heed.server.archive.Kept;
import org.heed.server.archive.NarrativeArchive;
import org.heed.server.archive.Snapshot;
import org.heed.server.rereading.Scan;
import org.heed.server.rereading.ScanProgress;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.PersonInvolved;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.heed.simulator.SimulatedForce;
import org.heed.text.Narrative;
import org.heed.text.Reader;

/**
 * How long it takes to read a whole archive under a rulebook, from Heed's own files to what would
 * be asked, beside unpacking the same files and reading nothing. Narratives are a simulated
 * force's, each used many times over in a large archive, which changes nothing for a reader that
 * keeps none.
 */
final class RereadBench {
  private static final long WANTED = 10_000_000;
  private static final double WANTED_SECONDS = 40;
  private static final int DIFFERENT = 50_000;
  private static final int WARM = 20_000;

  private final Settings settings;
  private final int narratives;
  private final int threads;

  RereadBench(Settings settings, int narratives, int threads) {
    this.settings = settings;
    this.narratives = narratives;
    this.threads = threads;
  }

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    try {
      Reader reader = reader();
      List<Kept> force = force(reader);
      settings.say("packing " + Table.count(narratives) + " narratives");
      fill(folder, force);
      try (NarrativeArchive archive = NarrativeArchive.open(folder);
          Snapshot snapshot = archive.snapshot()) {
        return lines(snapshot, reader, force);
      }
    } finally {
      Folders.remove(folder);
    }
  }

  private Reader reader() throws IOException {
    try {
      Rulebook rulebook = RulebookLoader.load(settings.heed().rulebook());
      return Reader.of(rulebook);
    } catch (RulebookException e) {
      throw new BenchFailure(String.valueOf(e.getMessage()));
    }
  }

  /** Different narratives with what was asked about each, and a reader that is warm. */
  private List<Kept> force(Reader reader) {
    settings.say("writing a force's narratives");
    List<Kept> force = new ArrayList<>();
    SimulatedForce.of(ForceParameters.of(1, Math.min(DIFFERENT, narratives)))
        .events()
        .forEach(event -> {
          if (event instanceof ReportMade report) {
            force.add(kept(report, reader));
          }
        });
    for (int i = 0; i < WARM; i++) {
      reader.read(
          Narrative.of("", new String(force.get(i % force.size()).text(), StandardCharsets.UTF_8)));
    }
    return force;
  }

  private static Kept kept(ReportMade report, Reader reader) {
    byte[] text = report.narrative().getBytes(StandardCharsets.UTF_8);
    int age =
        report.people().stream()
            .filter(person ->
                person.role() == PersonInvolved.Role.VICTIM
                    || person.role() == PersonInvolved.Role.SUBJECT)
            .mapToInt(person -> age(person, report))
            .filter(years -> years >= 0)
            .min()
            .orElse(Kept.NO_AGE);
    Narrative narrative = Narrative.of("", report.narrative());
    if (age != Kept.NO_AGE) {
      narrative = narrative.withVictimAge(age);
    }
    return new Kept(
        new UUID(0, 0),
        1,
        0,
        report.area(),
        report.area(),
        Math.toIntExact(report.recordedAt().getEpochSecond() / 86_400),
        age,
        Kept.NO_DAY,
        null,
        Asked.of(reader.read(narrative).ask()),
        text);
  }

  private static int age(PersonInvolved person, ReportMade report) {
    LocalDate born = person.dateOfBirth();
    if (born != null) {
      return Period.between(born, LocalDate.ofInstant(report.recordedAt(), ZoneOffset.UTC))
          .getYears();
    }
    return person.approximateAge() == null ? -1 : person.approximateAge();
  }

  private void fill(Path folder, List<Kept> force) {
    try (NarrativeArchive archive = NarrativeArchive.open(folder)) {
      for (int i = 0; i < narratives; i++) {
        Kept one = force.get(i % force.size());
        archive.add(
            new Kept(
                new UUID(7, i),
                1,
                i,
                one.home(),
                one.area(),
                one.recordedDay(),
                one.age(),
                one.occurredDay(),
                one.offence(),
                one.ask(),
                one.text()));
      }
      archive.commit(narratives - 1L, Digest.of(new byte[Digest.LENGTH]));
    }
  }

  private List<Line> lines(Snapshot snapshot, Reader reader, List<Kept> force) {
    long bytes = 0;
    for (int i = 0; i < narratives; i++) {
      bytes += force.get(i % force.size()).text().length;
    }
    settings.say("unpacking alone");
    long unpacking = unpackAll(snapshot);
    settings.say("reading");
    ScanProgress progress = ScanProgress.inMemory();
    long cpuBefore = cpu();
    long began = System.nanoTime();
    Scan.ofAll(snapshot, reader, threads).run(progress, _ -> {});
    long wall = System.nanoTime() - began;
    long cpu = cpu() - cpuBefore;
    if (progress.changes() != 0) {
      throw new BenchFailure(
          "re-reading by the same rulebook changes " + progress.changes() + " reports");
    }
    long asked = progress.tallies().values().stream().mapToLong(tally -> tally.askedAfter()).sum();
    double wanted = WANTED_SECONDS * narratives / WANTED;
    return List.of(
        new Line(
            String.format(
                Locale.ROOT,
                "re-reading %,d narratives (%.2f GB, %d bytes each; archive %.2f GB; %.1f%% asked"
                    + " about) on %d threads",
                narratives,
                bytes / 1e9,
                bytes / narratives,
                snapshot.bytes() / 1e9,
                100.0 * asked / narratives,
                threads),
            String.format(Locale.ROOT, "under %.1f s", wanted),
            String.format(
                Locale.ROOT,
                "%s, %.0f MB a second; %s of processors, %.0f MB a second each",
                Table.seconds(wall),
                bytes * 1e3 / wall,
                Table.seconds(cpu),
                bytes * 1e3 / cpu),
            "unpacking alone, one thread: " + Table.seconds(unpacking),
            Table.times(wall, unpacking) + " times",
            wall / 1e9 < wanted));
  }

  private static long unpackAll(Snapshot snapshot) {
    long began = System.nanoTime();
    long total = 0;
    try (BlockReader reader = snapshot.reader()) {
      for (int i = 0; i < snapshot.blocks(); i++) {
        Block block = reader.read(i);
        total += block.end(block.size() - 1);
      }
    }
    if (total == 0) {
      throw new BenchFailure("the archive is empty");
    }
    return System.nanoTime() - began;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
