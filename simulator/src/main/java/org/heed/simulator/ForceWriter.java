package org.heed.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.heed.simulator.SimulatedEvent.ReportMade;

/**
 * Writes a force to a folder: {@code reports.ndjson}, ready to import, {@code events.ndjson}, and
 * under {@code truth/} what is truly so. The same force makes the same bytes.
 */
public final class ForceWriter {

  private ForceWriter() {}

  /**
   * Writes everything, replacing files of the same names.
   *
   * @param progress is told the number of reports written so far
   * @throws IOException if the folder cannot be made or written to
   */
  public static void write(SimulatedForce force, Path folder, LongConsumer progress)
      throws IOException {
    Path truth = Files.createDirectories(folder.resolve("truth"));
    Files.writeString(folder.resolve("README.md"), readme(force), StandardCharsets.UTF_8);
    try (TruthFiles files = new TruthFiles(truth);
        OutputStream reports = open(folder.resolve("reports.ndjson"));
        OutputStream events = open(folder.resolve("events.ndjson"))) {
      EventJson reportLines = new EventJson(reports);
      EventJson eventLines = new EventJson(events);
      long written = 0;
      Iterator<SimulatedEvent> all = force.events(files::write).iterator();
      while (all.hasNext()) {
        SimulatedEvent event = all.next();
        eventLines.write(event);
        if (event instanceof ReportMade report) {
          reportLines.write(report);
          progress.accept(++written);
        }
      }
      reportLines.flush();
      eventLines.flush();
      force.background().forEach(files::write);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static String readme(SimulatedForce force) throws IOException {
    ForceParameters of = force.parameters();
    try (var in = ForceWriter.class.getResourceAsStream("README.md")) {
      if (in == null) {
        throw new IOException("The simulator's README is missing from its jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("@seed@", Long.toString(of.seed()))
          .replace("@reports@", Integer.toString(of.reports()))
          .replace("@start@", of.start().toString())
          .replace("@end@", of.end().toString())
          .replace("@scenario@", of.scenario().name());
    }
  }

  /** The truth files, each opened when it is first needed. */
  private static final class TruthFiles implements AutoCloseable {
    private final Path folder;
    private final Map<String, OutputStream> streams = new LinkedHashMap<>();
    private final Map<String, TruthJson> writers = new LinkedHashMap<>();

    TruthFiles(Path folder) throws IOException {
      this.folder = folder;
      for (String name :
          new String[] {
            "reports", "crimes", "people", "groups", "officers", "years", "milestones", "offences"
          }) {
        OutputStream stream = open(this.folder.resolve(name + ".ndjson"));
        streams.put(name, stream);
        writers.put(name, new TruthJson(stream));
      }
    }

    void write(Truth truth) {
      String name =
          switch (truth) {
            case Truth.OfReport report -> "reports";
            case Truth.OfCrime crime -> "crimes";
            case Truth.Person person -> "people";
            case Truth.Group group -> "groups";
            case Truth.OfOfficer officer -> "officers";
            case Truth.OfYear year -> "years";
            case Truth.Milestone milestone -> "milestones";
            case Truth.Offence offence -> "offences";
          };
      TruthJson writer = writers.get(name);
      if (writer != null) {
        writer.write(truth);
      }
    }

    @Override
    public void close() throws IOException {
      writers.values().forEach(TruthJson::flush);
      for (OutputStream stream : streams.values()) {
        stream.close();
      }
    }
  }
}
