package org.heed.server.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A proposal of how the rulebook should read, and what became of it.
 *
 * @param base the rulebook that it changes, by its full name
 * @param rulebook what it would be
 */
public record RulebookChange(
    UUID id,
    String base,
    String rulebook,
    LocalDate inForce,
    String title,
    String why,
    UUID proposer,
    String by,
    Instant at,
    List<Decision> decisions) {

  /** People that adoption takes. */
  static final int ADOPTERS = 2;

  public RulebookChange {
    decisions = List.copyOf(decisions);
  }

  /** What somebody can say to a proposal. */
  public enum Step {
    /** The registrar has checked it and answers for it. */
    ASSURED,
    /** The registrar has not. */
    DECLINED,
    /** One of the two who adopt it. */
    ADOPTED;

    /** As the record has it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody has said. */
  public record Decision(Step step, String reason, UUID decider, String by, Instant at) {}

  /** Whether anybody has said this. */
  public boolean is(Step step) {
    return count(step) > 0;
  }

  private long count(Step step) {
    return decisions.stream().filter(each -> each.step() == step).count();
  }

  /** Whether two people have adopted it. */
  public boolean isAdopted() {
    return count(Step.ADOPTED) >= ADOPTERS;
  }

  boolean decidedBy(Step step, UUID account) {
    return decisions.stream()
        .anyMatch(each -> each.step() == step && each.decider().equals(account));
  }
}
