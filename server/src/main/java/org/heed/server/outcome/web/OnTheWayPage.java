package org.heed.server.outcome.web;

import java.util.List;
import org.heed.server.outcome.Attrition;
import org.heed.server.outcome.Attrition.OnTheWay;
import org.heed.server.web.Page;

/**
 * The model of {@code outcome/onTheWay.jte}.
 *
 * @param stopped whether they stopped before the step
 * @param back the counts that they are behind
 */
public record OnTheWayPage(
    Page page, Attrition.Step step, boolean stopped, List<OnTheWay> rows, String back) {
  public OnTheWayPage {
    rows = List.copyOf(rows);
  }

  /** What the list is of. */
  public String title() {
    return stopped ? "Stopped before: " + step.title() : step.title();
  }
}
