package org.heed.server.sharing.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.referral.Referral;
import org.heed.server.web.Page;

/** The model of {@code sharing/shared.jte}. */
public record SharedPage(Page page, List<Referral> referrals, Instant now) {
  public SharedPage {
    referrals = List.copyOf(referrals);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SharedPage[" + referrals.size() + "]";
  }
}
