package org.heed.server.referral;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.jspecify.annotations.Nullable;

/**
 * Referrals as whoever was asked sees them: what was sent to their agency and neither taken back
 * nor rejected, and nothing else of the child.
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

  /**
   * A referral that the agency had and has no longer: nothing of the child.
   *
   * @param step taken back, or rejected by the agency
   * @param says why
   */
  public record Ended(UUID id, Step step, Instant at, @Nullable String says) {
    /** The identifier only. */
    @Override
    public String toString() {
      return "Ended[" + id + " " + step + "]";
    }
  }

  /** Those that the caller's agency had and has no longer, the last that ended first. */
  public List<Ended> ended(Caller caller) {
    caller.require(Right.REFERRED);
    return acts.look(
        caller,
        "referrals.ended-listed",
        READ,
        () -> {
          List<Ended> ended = store.ended();
          return new Acts.Seen<>(ended, ended.stream().map(Ended::id).toList());
        });
  }

  /** One of those; empty where the agency has it still, or never had it. */
  public Optional<Ended> ended(Caller caller, UUID id) {
    return ended(caller).stream().filter(one -> one.id().equals(id)).findFirst();
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
