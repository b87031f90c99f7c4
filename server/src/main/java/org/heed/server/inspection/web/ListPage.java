package org.heed.server.inspection.web;

import java.util.List;
import org.heed.server.inspection.Inspection;
import org.heed.server.web.Page;

/**
 * The model of {@code inspection/list.jte}.
 *
 * @param audits whether the asker may audit recording
 */
public record ListPage(Page page, List<Inspection> inspections, boolean audits) {
  public ListPage {
    inspections = List.copyOf(inspections);
  }
}
