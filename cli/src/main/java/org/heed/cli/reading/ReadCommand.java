package org.heed.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.heed.cli.InputFile;
import org.heed.cli.OutputFile;
import org.heed.cli.Progress;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.Reading;
import org.heed.text.ReadingJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heed read}: what Heed reads in each narrative of a file. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads narratives (NDJSON: id, text) and says what was found and asked.")
public final class ReadCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      description = "The rulebook's folder; England and Wales by default.")
  private @Nullable String rulebook;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "NDJSON; - is standard input (the default).")
  private String in = "-";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "NDJSON; - is standard output (the default).")
  private String out = "-";

  @Option(
      names = "--explain",
      description = "Says also which context words do not govern a finding, and what ends them.")
  private boolean explain;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = {
        "What was read of the same narratives before (NDJSON, as this command writes it).",
        "Says of each whether the same is read again, or what differs; status 1 if anything does."
      })
  private @Nullable String replay;

  @Override
  public Integer call() throws IOException {
    Reader reader = Rulebooks.reader(rulebook);
    InputFile input = new InputFile(in);
    if (replay != null) {
      try (InputStream stream = input.open();
          OutputStream answers = new BufferedOutputStream(new OutputFile(out).open(), BUFFER)) {
        Replay again = new Replay(reader, answers);
        again.prove(replay);
        return again.run(new Lines(stream)) ? 0 : 1;
      }
    }
    try (InputStream stream = input.open();
        OutputStream answers = new BufferedOutputStream(new OutputFile(out).open(), BUFFER);
        Progress progress = Progress.of("bytes", input.size())) {
      return readAll(explain ? reader::explain : reader::read, new Lines(stream), answers, progress)
          ? 0
          : 1;
    }
  }

  /** Reads every line; says whether all were well formed. */
  private static boolean readAll(
      Function<Narrative, Reading> reader, Lines lines, OutputStream answers, Progress progress)
      throws IOException {
    NarrativeParser parser = new NarrativeParser();
    StringBuilder json = new StringBuilder(BUFFER);
    boolean whole = true;
    long bytes = 0;
    long number = 0;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      number++;
      bytes += line.length + 1;
      if (isBlank(line)) {
        continue;
      }
      try {
        Reading reading = reader.apply(parser.parse(line));
        ReadingJson.write(reading.withRepaired(parser.malformed()), json);
      } catch (MalformedLineException e) {
        whole = false;
        json.append("{\"line\":").append(number).append(",\"error\":");
        ReadingJson.string(e.reason(), json);
        json.append('}');
      }
      answers.write(json.append('\n').toString().getBytes(UTF_8));
      json.setLength(0);
      progress.at(bytes);
    }
    return whole;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
