package org.heed.server.inspection.web;

import java.util.List;
import org.heed.server.inspection.Inspection;
import org.heed.server.web.Page;

/** The model of {@code inspection/list.jte}. */
public record ListPage(Page page, List<Inspection> inspections) {
  public ListPage {
    inspections = List.copyOf(inspections);
  }
}
