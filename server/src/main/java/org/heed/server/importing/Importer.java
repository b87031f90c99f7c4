package org.heed.server.importing;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.recognition.Recogniser;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;

/**
 * Brings files of reports into the record. A row is new, a new version, known already, or refused
 * and in the rejects file; whatever stops an import, running it again neither doubles nor loses
 * one.
 */
public final class Importer {
  private final Tools tools;

  /**
   * What it works with.
   *
   * @param caller holds the rights to record, read and import
   */
  public record Tools(
      Databases databases,
      Acts acts,
      Caller caller,
      Recogniser recogniser,
      Clock clock,
      Pauses pauses) {}

  public Importer(Tools tools) {
    tools.caller().require(Right.IMPORT);
    this.tools = tools;
  }

  /**
   * Imports one file.
   *
   * @throws ImportFailure when it cannot go on; what went in stays in
   * @throws IOException when the file cannot be read
   */
  public ImportCounts run(
      ImportFile file, Mapping mapping, Rejects rejects, ImportListener listener)
      throws IOException {
    Optional<Digest> hash = file.hash();
    ProgressStore.Key key =
        hash.map(known -> new ProgressStore.Key(known, mapping.hash())).orElse(null);
    BatchWriter writer = new BatchWriter(tools, new ReadAhead(tools.recogniser()), key);
    AtomicLong taken = new AtomicLong();
    ImportCounts counts = ImportCounts.NONE;
    try (BatchReader reader =
        new BatchReader(
            file.rows(mapping, taken),
            new RowConverter(mapping, tools.clock()),
            tools.recogniser(),
            taken,
            mapping.isWorkbook(file.name()) ? 0 : file.size(),
            writer.done())) {
      reader.start();
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        BatchWriter.Written written = writer.write(batch);
        written.refusals().forEach(refusal -> rejects.add(file.name(), refusal));
        rejects.flush();
        counts = counts.plus(written.counts());
        listener.at(counts.read(), batch.share());
      }
    }
    return counts;
  }
}
