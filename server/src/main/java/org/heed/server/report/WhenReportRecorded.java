package org.heed.server.report;

import org.heed.server.store.Act;

/** Something that has to happen in the same act as a report's recording: reading it, drawing it. */
public interface WhenReportRecorded {
  /** Adds its facts to the act. */
  void recorded(Act act, ReportRecorded event);
}
