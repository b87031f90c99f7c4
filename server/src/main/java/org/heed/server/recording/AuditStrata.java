package org.heed.server.recording;

import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Coded;

/** By what the reports of an audit are put into strata. */
public enum AuditStrata implements Coded {
  ROUTE("How they came to notice") {
    @Override
    public String titleOf(String stratum) {
      return stratum.equals(NOT_KNOWN) ? "Not known" : NoticeRoute.parse(stratum).title();
    }
  },
  KIND("What came in") {
    @Override
    public String titleOf(String stratum) {
      return ReportKind.parse(stratum).title();
    }
  };

  /** The route of a report that has none. */
  static final String NOT_KNOWN = "not-known";

  private final String title;

  AuditStrata(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** A stratum in words. */
  public abstract String titleOf(String stratum);
}
