package org.heed.server.referral.web;

import org.heed.server.referral.ReceivedReferrals;
import org.heed.server.referral.Step;
import org.heed.server.web.Page;

/** The model of {@code referral/ended.jte}: a referral that an agency has no longer. */
public record EndedPage(Page page, ReceivedReferrals.Ended ended) {
  /** How it ended. */
  public String title() {
    return title(ended);
  }

  /** How a referral ended. */
  public static String title(ReceivedReferrals.Ended ended) {
    return ended.step() == Step.REVOKED
        ? "The referral was taken back"
        : "Your agency did not take the referral";
  }
}
