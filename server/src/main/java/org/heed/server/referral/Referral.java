package org.heed.server.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral with what happened to it and who was in touch, from the first.
 *
 * @param name of the child, as it was referred
 * @param by who wrote it
 * @param safety what was said again of how to reach the child, the latest first
 */
public record Referral(
    UUID id,
    UUID person,
    String name,
    @Nullable LocalDate born,
    NewReferral content,
    String by,
    Instant at,
    List<Happened> steps,
    List<Contact> contacts,
    List<Safety> safety) {

  public Referral {
    steps = List.copyOf(steps);
    contacts = List.copyOf(contacts);
    safety = List.copyOf(safety);
  }

  /**
   * Something that happened to it.
   *
   * @param outcome what came of it for the child; null: nothing yet, or said in words alone
   */
  public record Happened(
      Step step, @Nullable Outcome outcome, Instant at, @Nullable String says, String by) {
    /** The step only. */
    @Override
    public String toString() {
      return "Happened[" + step + "]";
    }
  }

  /** How to reach the child safely and what is dangerous, said again, and what changed. */
  public record Safety(
      int seq, String safeContact, String danger, String reason, String by, Instant at) {
    /** Its number only. */
    @Override
    public String toString() {
      return "Safety[" + seq + "]";
    }
  }

  /** How to reach the child without putting them in danger, as said last. */
  public String safeContact() {
    return safety.isEmpty() ? content.safeContact() : safety.getFirst().safeContact();
  }

  /** What is known to be dangerous, as said last. */
  public String danger() {
    return safety.isEmpty() ? content.danger() : safety.getFirst().danger();
  }

  /** What happened last; empty while it is not sent. */
  public Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().step());
  }

  /** What came of it for the child, by its code; empty where nobody said. */
  public Optional<Outcome> outcome() {
    return steps.stream().flatMap(one -> Optional.ofNullable(one.outcome()).stream()).findFirst();
  }

  /** When it was first sent; empty while it is not. */
  public Optional<Instant> sentAt() {
    return steps.stream().filter(one -> one.step() == Step.SENT).map(Happened::at).findFirst();
  }

  /** When the child was first reached, after it was sent. */
  public Optional<Instant> firstReached() {
    return sentAt()
        .flatMap(sent ->
            contacts.stream()
                .filter(one -> one.kind().reachedTheChild())
                .map(Contact::at)
                .filter(at -> !at.isBefore(sent))
                .min(Comparator.naturalOrder()));
  }

  /** When what happened last happened, at first that it was written. */
  Instant latest() {
    return steps.isEmpty() ? at : steps.getLast().at();
  }

  /** Whether it waits for something. */
  public boolean isOpen() {
    return last().filter(Step::ends).isEmpty();
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Referral[" + id + "]";
  }
}
