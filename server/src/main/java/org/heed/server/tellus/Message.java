package org.heed.server.tellus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as whoever handles it sees it.
 *
 * @param standing how it stands
 * @param steps what happened to it, from the first
 */
public record Message(
    Standing standing,
    String happened,
    @Nullable String whereabouts,
    @Nullable String childName,
    @Nullable Integer childAge,
    @Nullable String tellerName,
    @Nullable String tellerRole,
    @Nullable String organisation,
    String contactHow,
    @Nullable String contactTo,
    @Nullable String contactWhen,
    @Nullable String contactCare,
    @Nullable String knows,
    List<Step> steps) {

  public Message {
    steps = List.copyOf(steps);
  }

  /**
   * What a list shows of a message: none of its words.
   *
   * @param teller child, other or professional
   * @param danger as the teller said: now, not-now, not-sure
   * @param dueAt by the standard in force when it came
   * @param before how many came from the same place in the hour before
   * @param ownerName empty where nobody owns it
   * @param openedAt when somebody first read it
   * @param decided what became of it; empty while it is open
   */
  public record Standing(
      UUID id,
      String reference,
      String source,
      String teller,
      @Nullable String area,
      String danger,
      Instant receivedAt,
      @Nullable Instant dueAt,
      @Nullable String standard,
      int before,
      @Nullable UUID owner,
      String ownerName,
      @Nullable Instant openedAt,
      Optional<Decided> decided) {

    /** Whether nobody has read it. */
    public boolean isUnread() {
      return openedAt == null && decided.isEmpty();
    }

    /** Whether nobody has read it and its time is over. */
    public boolean alarms(Instant now) {
      return isUnread() && (dueAt == null || dueAt.isBefore(now));
    }
  }

  /** What became of a message. */
  public record Decided(MessageStep step, Instant at, @Nullable UUID report) {}

  /** Something that happened to it. */
  public record Step(
      MessageStep step,
      Instant at,
      String by,
      String owner,
      @Nullable UUID report,
      @Nullable String reason) {
    /** The step only. */
    @Override
    public String toString() {
      return "Step[" + step + "]";
    }
  }

  /** The words as a report's narrative: theirs alone, in the order of the form. */
  public String narrative() {
    return whereabouts == null ? happened : happened + "\n\n" + whereabouts;
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Message[" + standing.id() + "]";
  }
}
