package org.heed.server.suspected;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.report.MentionRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about whose own safety a decision is asked for, with what the asker may see of it.
 *
 * @param person of the record; null where nobody said whom the report means
 * @param name as known, or as the report has it
 * @param why it is asked for
 * @param reports what each report calls them, the newest first
 * @param decisions made so far that are open to the asker, the newest first
 */
public record SuspectedChild(
    @Nullable UUID person, String name, String why, List<In> reports, List<Decided> decisions) {
  public SuspectedChild {
    reports = List.copyOf(reports);
    decisions = List.copyOf(decisions);
  }

  /**
   * What one report calls them.
   *
   * @param age then; null where it is not known
   * @param asked the asking; null until Heed has asked
   */
  public record In(
      UUID report,
      String reference,
      Instant at,
      MentionRole role,
      @Nullable Integer age,
      @Nullable Asked asked) {}

  /**
   * That a decision was asked for.
   *
   * @param owner who answers for it; null: nobody yet
   */
  public record Asked(
      UUID id, @Nullable UUID owner, @Nullable String ownerName, Instant at, boolean decided) {
    @Override
    public String toString() {
      return "Asked[" + id + "]";
    }
  }

  /** What somebody decided. */
  public record Decided(Instant at, String by, SuspectedVerdict verdict, String reason) {
    @Override
    public String toString() {
      return "Decided[" + verdict + "]";
    }
  }

  private List<Asked> asked() {
    return reports.stream().map(In::asked).filter(Objects::nonNull).toList();
  }

  /** Every asking that a decision now would answer. */
  public Set<UUID> askings() {
    return asked().stream().map(Asked::id).collect(Collectors.toSet());
  }

  /** Where it is decided, by the first asking that waits, else by the newest; null for none. */
  public @Nullable UUID id() {
    return asked().stream()
        .filter(one -> !one.decided())
        .map(Asked::id)
        .findFirst()
        .orElseGet(() -> asked().stream().map(Asked::id).findFirst().orElse(null));
  }

  /** Whether it waits for a decision. */
  public boolean waits() {
    return asked().stream().anyMatch(one -> !one.decided());
  }

  /** The first asking that waits; null for none. */
  public @Nullable Asked waiting() {
    return asked().stream()
        .filter(one -> !one.decided())
        .min(Comparator.comparing(Asked::at))
        .orElse(null);
  }

  /** Whether this account answers for it. */
  public boolean isOf(UUID account) {
    return asked().stream().anyMatch(one -> !one.decided() && account.equals(one.owner()));
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "SuspectedChild[" + person + "]";
  }
}
