package org.heed.server.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * What became of referrals, counted: each share with the exact interval of Clopper and Pearson
 * (1934) at 95%, and none of fewer than {@value #FEWEST}, which says little and may tell who is
 * meant.
 *
 * @param sent how many were sent: what the shares are of
 * @param accepted how many of them were ever accepted
 * @param reached how many of the children were reached afterwards
 * @param withOutcome how many have an outcome
 * @param times from its being sent until the child was first reached, in order
 */
public record FollowUp(
    String recipient,
    long sent,
    long accepted,
    long reached,
    long withOutcome,
    List<Duration> times) {
  /** Of fewer than these no share is told. */
  public static final int FEWEST = 5;

  private static final double LEVEL = 0.95;

  public FollowUp {
    times = List.copyOf(times);
  }

  /** What became of those that were sent in a time. */
  static FollowUp of(String recipient, Collection<Referral> referrals, Instant from, Instant to) {
    List<Referral> sent =
        referrals.stream()
            .filter(
                one -> one.sentAt().filter(at -> !at.isBefore(from) && at.isBefore(to)).isPresent())
            .toList();
    return new FollowUp(
        recipient,
        sent.size(),
        sent.stream().filter(one -> has(one, Step.ACCEPTED)).count(),
        sent.stream().filter(one -> one.firstReached().isPresent()).count(),
        sent.stream().filter(one -> has(one, Step.OUTCOME)).count(),
        sent.stream().flatMap(one -> time(one).stream()).sorted().toList());
  }

  private static boolean has(Referral one, Step step) {
    return one.steps().stream().anyMatch(happened -> happened.step() == step);
  }

  private static Optional<Duration> time(Referral one) {
    return one.sentAt()
        .flatMap(sent -> one.firstReached().map(reached -> Duration.between(sent, reached)));
  }

  /** The interval of a share; empty where too few were sent. */
  public Optional<Interval> share(long some) {
    return sent < FEWEST
        ? Optional.empty()
        : Optional.of(ProportionInterval.exact(some, sent, LEVEL));
  }

  /** The middle time until a child was reached, of those who were; empty where they are too few. */
  public Optional<Duration> middleTime() {
    return times.size() < FEWEST
        ? Optional.empty()
        : Optional.of(times.get((times.size() - 1) / 2));
  }
}
