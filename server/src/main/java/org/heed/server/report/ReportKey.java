package org.heed.server.report;

/** What identifies a report outside Heed. */
record ReportKey(String source, String reference) {
  static ReportKey of(NewReport report) {
    return new ReportKey(report.source(), report.reference());
  }
}
