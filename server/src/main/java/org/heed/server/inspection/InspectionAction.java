package org.heed.server.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What has to change after an inspection. It is open until a re-check by another sample says that
 * it did; evidence alone does not close it.
 *
 * @param owner who answers for it: a post more often than a name
 * @param account of who answers for it by name; null: the post alone is named
 * @param accountName what they are called, or empty
 * @param states what came of it, from the first
 */
public record InspectionAction(
    UUID id,
    UUID inspection,
    Kind kind,
    String says,
    String owner,
    @Nullable UUID account,
    String accountName,
    LocalDate dueOn,
    String by,
    Instant at,
    List<State> states) {
  public InspectionAction {
    states = List.copyOf(states);
  }

  /** How pressing it is, the most pressing first. */
  public enum Kind implements Coded {
    CAUSE_OF_CONCERN("Cause of concern"),
    RECOMMENDATION("Recommendation"),
    ACTION("Action");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** What is said of it. */
  public enum Act implements Coded {
    EVIDENCE("Evidence"),
    RECHECKED_BETTER("Re-checked: it is good enough now"),
    RECHECKED_NOT_BETTER("Re-checked: it is not good enough yet");

    private final String title;

    Act(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * Something said of it.
   *
   * @param recheck the inspection whose sample says so, or null
   */
  public record State(
      int seq, Act act, String says, @Nullable UUID recheck, String by, Instant at) {}

  /** For people: the year in which it was set and the end of its identifier. */
  public String number() {
    return number(id, at);
  }

  static String number(UUID id, Instant at) {
    long tail = id.getLeastSignificantBits() & 0xFFFF_FFFFL;
    return String.format(Locale.ROOT, "A%d/%08X", at.atOffset(ZoneOffset.UTC).getYear(), tail);
  }

  /** Whether it still has to change: only a re-check closes it, and a later one opens it again. */
  public boolean isOpen() {
    return states.stream()
        .filter(one -> one.act() != Act.EVIDENCE)
        .reduce((_, later) -> later)
        .map(one -> one.act() != Act.RECHECKED_BETTER)
        .orElse(true);
  }

  /** Whether it is open after its day. */
  public boolean isLate(LocalDate today) {
    return isOpen() && dueOn.isBefore(today);
  }

  /** The kind and the day. */
  @Override
  public String toString() {
    return "InspectionAction[" + kind + ", " + dueOn + "]";
  }
}
