package org.heed.clocks;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that was done or happened in a case.
 *
 * @param kind as standards name it
 * @param at when
 * @param of what it belongs to, such as one missing episode among several; empty if to all or any
 * @param child whose it is; empty if of no child or of any
 * @param reason why, where one is asked for
 * @param known the position in the ledger from which it was known
 * @param withdrawn the position from which it no longer counted; {@link Long#MAX_VALUE} if none
 */
public record Fact(
    String kind,
    Instant at,
    Optional<String> of,
    Optional<String> child,
    Optional<String> reason,
    long known,
    long withdrawn) {

  /** By time; of one moment, in an order that no order of recording changes. */
  static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::at)
          .thenComparing(Fact::kind)
          .thenComparing(fact -> fact.of.orElse(""))
          .thenComparing(fact -> fact.child.orElse(""))
          .thenComparing(fact -> fact.reason.orElse(""))
          .thenComparingLong(Fact::known)
          .thenComparingLong(Fact::withdrawn);

  /** A fact that stands, known from a position on. */
  public static Fact of(String kind, Instant at, long known) {
    return new Fact(
        kind, at, Optional.empty(), Optional.empty(), Optional.empty(), known, Long.MAX_VALUE);
  }

  /** The same, of the thing and the child that another names, where it names none itself. */
  Fact as(Fact whose) {
    return new Fact(kind, at, of.or(whose::of), child.or(whose::child), reason, known, withdrawn);
  }

  boolean isKnown(long position) {
    return known <= position && position < withdrawn;
  }

  /**
   * Whether it may belong to what another started. What names neither may be any child's; what
   * names another thing, such as a suspect, and no child says nothing of a child, nor a child of
   * such a thing.
   *
   * @param aboutChild whether it may all the same, where the other names a thing and this a child
   */
  boolean mayBelongTo(Fact start, boolean aboutChild) {
    return mayBeSame(of, start.of)
        && mayBeSame(child, start.child)
        && !(isOfThingAlone() && start.isOfChildAlone())
        && (aboutChild || !(isOfChildAlone() && start.isOfThingAlone()));
  }

  private boolean isOfThingAlone() {
    return of.isPresent() && child.isEmpty();
  }

  private boolean isOfChildAlone() {
    return child.isPresent() && of.isEmpty();
  }

  private static boolean mayBeSame(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Without what and whom it belongs to and why, which may be personal. */
  @Override
  public String toString() {
    return kind + " " + at;
  }
}
