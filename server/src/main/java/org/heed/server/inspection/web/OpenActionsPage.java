package org.heed.server.inspection.web;

import java.util.List;
import org.heed.server.inspection.InspectionAction;
import org.heed.server.inspection.InspectionActions;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/** The model of {@code inspection/open.jte}: what has to change still, over all inspections. */
public record OpenActionsPage(Page page, InspectionActions.Open open) {

  public List<Link> tabs() {
    return TrendsPage.tabs();
  }

  /** Whether the day of one is over. */
  public boolean isLate(InspectionAction one) {
    return one.isLate(open.today());
  }

  /** Who answers for one, by post and, where given, by name. */
  public static String owner(InspectionAction one) {
    return one.accountName().isEmpty() ? one.owner() : one.owner() + ", " + one.accountName();
  }

  /** What the inspection is called. */
  public String of(InspectionAction one) {
    return open.titles().getOrDefault(one.inspection(), "");
  }
}
