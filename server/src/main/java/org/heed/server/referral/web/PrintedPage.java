package org.heed.server.referral.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.referral.ChronologyLine;
import org.heed.server.referral.Referrals;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;

/**
 * The model of {@code referral/print.jte}: one of the forms that a referral fills.
 *
 * @param within what the standard of the return interview says, by which it is asked for, or empty
 */
public record PrintedPage(
    Page page,
    Referrals.Opened opened,
    ReferralForm form,
    String printedBy,
    String within,
    Instant now) {

  public List<Fact> safety() {
    return ReferralRows.safety(opened.referral());
  }

  public List<Fact> child() {
    return ReferralRows.child(opened.person());
  }

  public List<Fact> content() {
    return ReferralRows.content(opened.referral());
  }

  public List<ChronologyLine> chronology() {
    return opened.chronology();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PrintedPage[" + form + "]";
  }
}
