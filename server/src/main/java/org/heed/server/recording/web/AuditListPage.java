package org.heed.server.recording.web;

import java.util.List;
import org.heed.server.recording.RecordingAudit;
import org.heed.server.web.Page;

/** The model of {@code recording/list.jte}. */
public record AuditListPage(Page page, List<RecordingAudit> audits) {
  public AuditListPage {
    audits = List.copyOf(audits);
  }
}
