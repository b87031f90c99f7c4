package org.heed.server.safeguarding.web;

import org.heed.server.safeguarding.CaseLists.Listed;
import org.heed.server.safeguarding.EarlyClosings.ClosedEarly;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/** The model of {@code safeguarding/closedEarly.jte}. */
public record ClosedEarlyPage(Page page, Listed<ClosedEarly> listed) {

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging("/cases/closed-early", listed.page(), listed.pages());
  }
}
