package org.heed.server.sharing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.server.referral.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided to show agencies of a case, with who received it and whether it was
 * recalled.
 *
 * @param meeting whose pack it is; null: for another reason
 * @param handling how it has to be handled, where that is one of a few
 * @param conditions the same in words
 * @param until from when on they see nothing of what is in it; null where it was shared without
 * @param by who decided
 * @param items none where the reader has not received it, or it was recalled
 */
public record Pack(
    UUID id,
    UUID caseFile,
    @Nullable UUID meeting,
    String purpose,
    Basis basis,
    String basisReason,
    Set<Handling> handling,
    String conditions,
    @Nullable Instant until,
    String by,
    Instant at,
    List<String> agencies,
    List<PackItem> items,
    List<Happened> steps) {
  public Pack {
    handling = Collections.unmodifiableSet(new TreeSet<>(handling));
    agencies = List.copyOf(agencies);
    items = List.copyOf(items);
    steps = List.copyOf(steps);
  }

  /** What was done with a pack. */
  public enum Step {
    RECEIVED,
    RECALLED
  }

  /**
   * What was done with it, when and by whom.
   *
   * @param agency of a receipt: whose
   * @param says of a recall: why
   */
  public record Happened(
      Step step, @Nullable String agency, @Nullable String says, String by, Instant at) {
    /** The step only. */
    @Override
    public String toString() {
      return "Happened[" + step + "]";
    }
  }

  /** The recall, where there was one. */
  public Optional<Happened> recall() {
    return steps.stream().filter(one -> one.step() == Step.RECALLED).findFirst();
  }

  /** Whether it may be printed: not, where it may not be passed on. */
  public boolean isPrinted() {
    return !handling.contains(Handling.NOT_PASSED_ON);
  }

  /** Whether its time is over. */
  public boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /** When an agency first said that it keeps to the conditions. */
  public Optional<Happened> receipt(String agency) {
    return steps.stream()
        .filter(one -> one.step() == Step.RECEIVED && agency.equals(one.agency()))
        .findFirst();
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Pack[" + id + "]";
  }
}
