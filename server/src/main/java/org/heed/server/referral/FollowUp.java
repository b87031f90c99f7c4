package org.heed.server.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.ProportionInterval;
import org.heed.figures.uncertainty.WaitingTime;
import org.heed.figures.uncertainty.WaitingTime.Waited;

/**
 * What became of referrals to one service and agency, counted: each share with the exact interval
 * of Clopper and Pearson (1934) at 95%, and the median time until a child is reached with those who
 * wait still. Nothing is told of fewer than {@value #FEWEST}, nor a count that says who is meant.
 *
 * @param asked the service, and the agency whose people sign in
 * @param sent how many were sent: what the shares are of
 * @param accepted how many of them were ever accepted
 * @param reached how many of the children were reached afterwards
 * @param withOutcome how many have an outcome
 * @param agreed what the children said of support when it was offered
 * @param ended how they stand
 * @param outcomes what came of them for the children, of those with an outcome
 * @param waited until the child was first reached, or until now or the end while nobody was
 */
public record FollowUp(
    String asked,
    long sent,
    long accepted,
    long reached,
    long withOutcome,
    List<Part> agreed,
    List<Part> ended,
    List<Part> outcomes,
    List<Waited> waited) {
  /** Of fewer than these nothing is told. */
  public static final int FEWEST = 5;

  private static final double LEVEL = 0.95;

  public FollowUp {
    agreed = List.copyOf(agreed);
    ended = List.copyOf(ended);
    outcomes = List.copyOf(outcomes);
    waited = List.copyOf(waited);
  }

  /** A part of the referrals, and how many; kept back where that would tell who is meant. */
  public record Part(String title, OptionalLong count) {}

  /** What became of those that were sent in a time. */
  static FollowUp of(
      String asked, Collection<Referral> referrals, Instant from, Instant to, Instant now) {
    List<Referral> sent =
        referrals.stream()
            .filter(
                one -> one.sentAt().filter(at -> !at.isBefore(from) && at.isBefore(to)).isPresent())
            .toList();
    List<Title> agreed = new ArrayList<>();
    for (Agreement said : Agreement.values()) {
      agreed.add(new Title(said.title(), one -> one.content().agreed() == said));
    }
    List<Title> ended = new ArrayList<>();
    for (Step step : Step.values()) {
      ended.add(new Title(step.title(), one -> one.last().filter(step::equals).isPresent()));
    }
    List<Referral> known = sent.stream().filter(one -> has(one, Step.OUTCOME)).toList();
    List<Title> outcomes = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.add(
          new Title(outcome.title(), one -> one.outcome().filter(outcome::equals).isPresent()));
    }
    outcomes.add(new Title("In words alone", one -> one.outcome().isEmpty()));
    return new FollowUp(
        asked,
        sent.size(),
        sent.stream().filter(one -> has(one, Step.ACCEPTED)).count(),
        sent.stream().filter(one -> one.firstReached().isPresent()).count(),
        known.size(),
        parts(sent, agreed),
        parts(sent, ended),
        parts(known, outcomes),
        sent.stream().map(one -> waited(one, now)).toList());
  }

  private record Title(String title, Predicate<Referral> is) {}

  /**
   * The parts of referrals. A part of a few is kept back, and where that is one alone the smallest
   * other too, since it would follow from the rest.
   */
  private static List<Part> parts(List<Referral> sent, List<Title> titles) {
    List<Part> parts = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (Title one : titles) {
      counts.add(sent.stream().filter(one.is()).count());
    }
    boolean oneAlone = counts.stream().filter(FollowUp::isFew).count() == 1;
    Optional<Long> other =
        counts.stream().filter(one -> one >= FEWEST).min(Comparator.naturalOrder());
    boolean kept = false;
    for (int i = 0; i < titles.size(); i++) {
      long count = counts.get(i);
      boolean withIt = oneAlone && !kept && other.filter(least -> least == count).isPresent();
      kept = kept || withIt;
      parts.add(
          new Part(
              titles.get(i).title(),
              isFew(count) || withIt || sent.size() < FEWEST
                  ? OptionalLong.empty()
                  : OptionalLong.of(count)));
    }
    return parts;
  }

  private static boolean isFew(long count) {
    return count > 0 && count < FEWEST;
  }

  private static boolean has(Referral one, Step step) {
    return one.steps().stream().anyMatch(happened -> happened.step() == step);
  }

  private static Waited waited(Referral one, Instant now) {
    Instant sent = one.sentAt().orElseThrow();
    Optional<Instant> reached = one.firstReached();
    Instant until = reached.orElseGet(() -> one.isOpen() ? now : one.latest());
    Duration time = Duration.between(sent, until);
    return new Waited(time.isNegative() ? 0 : time.toSeconds(), reached.isPresent());
  }

  /** The interval of a share; empty where too few were sent, or were so or were not. */
  public Optional<Interval> share(long some) {
    return share(some, sent);
  }

  /** The same of a share of others. */
  public static Optional<Interval> share(long some, long all) {
    return all < FEWEST || isFew(some) || isFew(all - some)
        ? Optional.empty()
        : Optional.of(ProportionInterval.exact(some, all, LEVEL));
  }

  /**
   * The time in seconds by which half of the children were reached, with those who wait still;
   * empty where they are too few, or half were not reached yet.
   */
  public Optional<WaitingTime.Median> middleTime() {
    return reached < FEWEST ? Optional.empty() : WaitingTime.median(waited, LEVEL);
  }
}
