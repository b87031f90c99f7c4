package org.heed.server.importing;

import java.util.IdentityHashMap;
import org.heed.server.recognition.Recogniser;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportRecorded;
import org.heed.server.report.WhenReportRecorded;
import org.heed.server.store.Act;
import org.heed.text.Reading;

/** Gives reports the readings that were made of them before their transaction began. */
final class ReadAhead implements WhenReportRecorded {
  private final Recogniser recogniser;
  private final IdentityHashMap<NewReport, Reading> readings = new IdentityHashMap<>();

  ReadAhead(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  /** Those of the batch that comes. */
  void expect(Batch batch) {
    readings.clear();
    for (Prepared row : batch.rows()) {
      if (row.report() != null && row.reading() != null) {
        readings.put(row.report(), row.reading());
      }
    }
  }

  @Override
  public void recorded(Act act, ReportRecorded event) {
    Reading reading = readings.get(event.content());
    if (reading == null) {
      recogniser.recorded(act, event);
    } else {
      recogniser.recorded(act, event, reading);
    }
  }
}
