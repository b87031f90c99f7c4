package org.heed.server.report;

import java.util.List;

/** Some rows of a list that is walked from the newest to the oldest, and whether there are more. */
public record ReportSlice(List<ReportRow> rows, boolean more) {
  public ReportSlice {
    rows = List.copyOf(rows);
  }
}
