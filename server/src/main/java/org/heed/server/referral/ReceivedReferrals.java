package org.heed.server.referral;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;

/**
 * Referrals as whoever was asked sees them: what was sent to their agency and not taken back, and
 * nothing else of the child.
 */
@org.springframework.stereotype.Service
public class ReceivedReferrals {
  private static final String READ = "read-referral";

  private final Acts acts;
  private final ReferralStore store;

  public ReceivedReferrals(Acts acts, ReferralStore store) {
    this.acts = acts;
    this.store = store;
  }

  /** Those sent to the caller's agency, the newest first. */
  public List<Referral> list(Caller caller) {
    caller.require(Right.REFERRED);
    return acts.look(
        caller,
        "referrals.received-listed",
        READ,
        () -> {
          List<Referral> sent = store.sentToMe();
          Set<UUID> shown = new LinkedHashSet<>();
          sent.forEach(one -> {
            shown.add(one.id());
            shown.add(one.person());
          });
          return new Acts.Seen<>(sent, shown);
        });
  }

  /** How many of them wait for something: a number. */
  public long waiting(Caller caller) {
    caller.require(Right.REFERRED);
    return acts.plain(caller, store::countOpenSentToMe);
  }

  /** Opens one of these. */
  public Referral open(Caller caller, UUID id) {
    caller.require(Right.REFERRED);
    return acts.look(
        caller,
        "referral.received-opened",
        READ,
        () -> {
          Referral referral = store.findSentToMe(id).orElseThrow(Referrals::none);
          return new Acts.Seen<>(referral, List.of(id, referral.person()));
        });
  }
}
