package org.heed.server.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;

/** Compares what becomes of referrals, by who was asked, of those the asker may see. */
@org.springframework.stereotype.Service
public class FollowUps {
  private final Acts acts;
  private final ReferralStore store;

  public FollowUps(Acts acts, ReferralStore store) {
    this.acts = acts;
    this.store = store;
  }

  /** Those sent in a time, by who was asked, in the order of their names. */
  public List<FollowUp> between(Caller caller, Instant from, Instant to) {
    caller.require(Right.SUPERVISE);
    return acts.look(
        caller,
        "referrals.counted",
        "count-referrals",
        () -> {
          List<Referral> all = store.all();
          Map<String, List<Referral>> byRecipient = new TreeMap<>();
          Set<UUID> counted = new LinkedHashSet<>();
          for (Referral one : all) {
            byRecipient.computeIfAbsent(one.content().recipient(), _ -> new ArrayList<>()).add(one);
            counted.add(one.id());
          }
          Map<String, FollowUp> rows = new LinkedHashMap<>();
          byRecipient.forEach(
              (recipient, some) -> rows.put(recipient, FollowUp.of(recipient, some, from, to)));
          return new Acts.Seen<>(
              rows.values().stream().filter(one -> one.sent() > 0).toList(), counted);
        });
  }
}
