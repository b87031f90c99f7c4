package org.heed.server.inspection.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.RecordRequests;
import org.heed.server.safeguarding.CaseStory;
import org.heed.server.web.Page;

/** The model of {@code inspection/record.jte}. */
public record LinkedRecordPage(Page page, Inspection inspection, RecordRequests.Opened opened) {

  public String heading() {
    return opened
        .report()
        .map(report -> "Report " + report.reference())
        .orElseGet(() -> opened.view().orElseThrow().file().subject());
  }

  public Instant known() {
    return Objects.requireNonNull(inspection.frame().known().moment());
  }

  public Instant until() {
    return Objects.requireNonNull(opened.request().answers().getLast().until());
  }

  public List<CaseStory.Item> story() {
    return CaseStory.of(opened.view().orElseThrow());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "LinkedRecordPage[" + opened.request().id() + "]";
  }
}
