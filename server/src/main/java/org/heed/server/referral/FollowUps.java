package org.heed.server.referral;

import java.time.Clock;
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
import org.heed.server.web.Words;

/** Compares what becomes of referrals, by who was asked, of those the asker may see. */
@org.springframework.stereotype.Service
public class FollowUps {
  private final Acts acts;
  private final ReferralStore store;
  private final Clock clock;

  public FollowUps(Acts acts, ReferralStore store, Clock clock) {
    this.acts = acts;
    this.store = store;
    this.clock = clock;
  }

  /** The service and the agency that signs in, so that nobody’s spelling makes two of one. */
  private static String asked(NewReferral content) {
    String agency = content.agency();
    return content.service().title()
        + ": "
        + (agency == null ? "nobody who signs in" : Words.title(agency));
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
          Map<String, List<Referral>> byAgency = new TreeMap<>();
          Set<UUID> counted = new LinkedHashSet<>();
          for (Referral one : all) {
            byAgency.computeIfAbsent(asked(one.content()), _ -> new ArrayList<>()).add(one);
            counted.add(one.id());
          }
          Map<String, FollowUp> rows = new LinkedHashMap<>();
          byAgency.forEach((asked, some) ->
              rows.put(asked, FollowUp.of(asked, some, from, to, clock.instant())));
          return new Acts.Seen<>(
              rows.values().stream().filter(one -> one.sent() > 0).toList(), counted);
        });
  }
}
