package org.heed.server.home;

import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Work;
import org.heed.server.referral.ReceivedReferrals;
import org.heed.server.referral.Referrals;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** Referrals that wait: for whoever asks, and for whoever was asked. */
@Component
class SharedWork {
  private final Referrals referrals;
  private final ReceivedReferrals received;

  SharedWork(Referrals referrals, ReceivedReferrals received) {
    this.referrals = referrals;
    this.received = received;
  }

  void add(Caller caller, List<Work> work) {
    if (caller.may(Right.REFERRED)) {
      long waiting = received.waiting(caller);
      work.add(
          new Work(
              Words.count(waiting, "referral waits for us", "referrals wait for us"),
              "What the police referred to us or shared with us.",
              "/shared"));
    }
    if (caller.may(Right.PEOPLE)) {
      long waiting = referrals.waiting(caller);
      work.add(
          new Work(
              Words.count(waiting, "referral waits", "referrals wait"),
              waiting == 0
                  ? "Every referral has an outcome."
                  : "For sending, an answer, or an outcome for the child.",
              "/referrals"));
    }
  }
}
