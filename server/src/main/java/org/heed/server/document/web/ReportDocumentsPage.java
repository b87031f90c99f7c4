package org.heed.server.document.web;

import org.heed.server.document.Documents;
import org.heed.server.web.Page;

/** The model of {@code document/report.jte}: the documents of a report. */
public record ReportDocumentsPage(Page page, Documents.OpenedReport opened, DocumentList list) {

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "ReportDocumentsPage[" + opened.report().id() + "]";
  }
}
