package org.heed.server.sharing.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.referral.ReceivedReferrals;
import org.heed.server.referral.Referral;
import org.heed.server.sharing.Pack;
import org.heed.server.web.Page;

/** The model of {@code sharing/shared.jte}. */
public record SharedPage(
    Page page,
    List<Referral> referrals,
    List<ReceivedReferrals.Ended> ended,
    List<Pack> packs,
    Instant now) {
  public SharedPage {
    referrals = List.copyOf(referrals);
    ended = List.copyOf(ended);
    packs = List.copyOf(packs);
  }

  /** How a pack stands for its reader. */
  public static String standing(Pack pack) {
    return pack.recall().isPresent()
        ? "Recalled"
        : pack.items().isEmpty() ? "Not received yet" : "Received";
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SharedPage[" + referrals.size() + ", " + packs.size() + "]";
  }
}
