package org.heed.server.recognition;

import org.heed.server.report.ReportRecorded;
import org.heed.server.store.Act;
import org.heed.text.Reading;

/** Something that follows in the same act once a report has been read. */
public interface WhenReportRead {
  /** Adds its facts to the act. */
  void read(Act act, ReportRecorded event, Reading reading);
}
