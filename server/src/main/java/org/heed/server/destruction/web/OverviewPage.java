package org.heed.server.destruction.web;

import java.util.UUID;
import org.heed.server.destruction.Destruction;
import org.heed.server.destruction.Destructions;
import org.heed.server.web.Page;

/**
 * The model of {@code destruction/overview.jte}.
 *
 * @param most so many that are due are shown at most
 */
public record OverviewPage(Page page, Destructions.Overview overview, UUID me, int most) {

  /** Whether there may be more that are due than are shown. */
  public boolean isMore() {
    return overview.due().size() == most;
  }

  /** Who is to decide. */
  public String turn(Destruction one) {
    return one.proposedBy().equals(me)
        ? "You proposed it: somebody else decides"
        : "Yours to decide";
  }
}
