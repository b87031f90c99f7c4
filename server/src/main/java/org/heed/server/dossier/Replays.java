package org.heed.server.dossier;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.recognition.ReadingFacts;
import org.heed.server.recognition.ReplayedReading;
import org.heed.server.recognition.StoredReading;
import org.heed.server.report.ReportFile;
import org.heed.server.rulebook.KnownRulebooks;
import org.heed.text.Utf8;
import org.springframework.stereotype.Service;

/** Reads reports of the record again by the rulebooks that read them. */
@Service
public class Replays {
  private final Dossiers dossiers;
  private final KnownRulebooks rulebooks;

  Replays(Dossiers dossiers, KnownRulebooks rulebooks) {
    this.dossiers = dossiers;
    this.rulebooks = rulebooks;
  }

  /**
   * Says what differs from what the record keeps. It is a look at the report.
   *
   * @throws Refused where nothing has been read in it
   */
  public ReplayedReading replay(Caller caller, UUID id) {
    Dossier dossier = dossiers.open(caller, id, null, "read-report");
    StoredReading stored =
        dossier
            .reading()
            .orElseThrow(
                () -> new Refused(Refused.Code.NOT_FOUND, "Nothing has been read in this report."));
    ReportFile report = dossier.report();
    return rulebooks
        .find(caller, stored.rulebook())
        .map(reader ->
            ReplayedReading.of(
                stored, reader.read(ReadingFacts.of(report).of(Utf8.bytes(report.narrative())))))
        .orElseGet(() -> ReplayedReading.unknown(stored));
  }
}
