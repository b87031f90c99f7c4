package org.heed.server.report.web;

import java.util.Map;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Page;

/**
 * The model of {@code report/amend.jte}.
 *
 * @param overtaken what somebody else did meanwhile, in a sentence; empty where nobody did
 */
public record AmendPage(Page page, ReportFile file, AmendForm form, String overtaken) {

  /** The choices of the fields that it shares with recording. */
  public RecordPage record() {
    return new RecordPage(page, form.report(), Map.of(), false, false, Map.of(), Map.of());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "AmendPage[" + file.id() + "]";
  }
}
