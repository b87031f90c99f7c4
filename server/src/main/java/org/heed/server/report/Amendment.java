package org.heed.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person puts right in a report. Whatever is not here stays as it was: source, reference,
 * area, classification, grading and when the source recorded it.
 *
 * @param version the one that was read and is amended
 * @param reason why, in the amender's words
 */
public record Amendment(
    int version,
    ReportKind kind,
    @Nullable NoticeRoute route,
    String narrative,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable Instant reportedAt,
    List<Person> people,
    List<Thing> things,
    String reason) {

  public Amendment {
    Objects.requireNonNull(kind);
    people = List.copyOf(people);
    things = List.copyOf(things);
  }

  /**
   * Something the report speaks of.
   *
   * @param was the mention that is put right, whose key at the source is kept; null: something new
   */
  public record Thing(NewThing said, @Nullable UUID was) {}

  /**
   * Somebody the report speaks of.
   *
   * @param was the mention that is put right, whose other facts are kept; null: somebody new
   */
  public record Person(NewMention said, @Nullable UUID was) {}

  /** The version only; the rest is personal. */
  @Override
  public String toString() {
    return "Amendment[of version " + version + "]";
  }
}
