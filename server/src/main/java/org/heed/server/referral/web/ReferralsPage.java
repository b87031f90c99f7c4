package org.heed.server.referral.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.referral.Referral;
import org.heed.server.referral.Step;
import org.heed.server.web.Page;

/**
 * The model of {@code referral/list.jte}.
 *
 * @param supervises whether the reader may compare what becomes of referrals
 */
public record ReferralsPage(Page page, List<Referral> referrals, Instant now, boolean supervises) {
  public ReferralsPage {
    referrals = List.copyOf(referrals);
  }

  /** What a referral waits for. */
  public static String waits(Referral one) {
    return one.last()
        .map(last ->
            switch (last) {
              case SENT -> "Sent, not answered";
              case ACCEPTED -> "Accepted, not done";
              case REJECTED -> "Rejected: refer again, or say what comes of it for the child";
              case DONE -> "Done, no outcome yet";
              case REVOKED, OUTCOME -> "Ended";
            })
        .orElse("Written, not sent");
  }

  /** Since when it waits. */
  public static Instant since(Referral one) {
    return one.steps().isEmpty() ? one.at() : one.steps().getLast().at();
  }

  /** Its colour beside the words, which say it too. */
  public static String colour(Referral one) {
    return one.last()
        .map(last -> last == Step.REJECTED ? "red" : last == Step.SENT ? "orange" : "blue")
        .orElse("red");
  }
}
