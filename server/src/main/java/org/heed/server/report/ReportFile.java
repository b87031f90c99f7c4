package org.heed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.person.PersonName;
import org.jspecify.annotations.Nullable;

/** A report as it was known: one version of it, its people, and which versions there are. */
public record ReportFile(
    UUID id,
    String source,
    String reference,
    int version,
    ReportKind kind,
    @Nullable NoticeRoute route,
    String area,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable Instant reportedAt,
    Instant recordedAt,
    @Nullable String offence,
    @Nullable String grading,
    @Nullable String sourceSystem,
    LocalDate reviewOn,
    String narrative,
    List<Mention> people,
    List<Thing> things,
    List<Version> versions) {

  public ReportFile {
    people = List.copyOf(people);
    things = List.copyOf(things);
    versions = List.copyOf(versions);
  }

  /** A person as the report speaks of them. */
  public record Mention(
      UUID id,
      MentionRole role,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Nullable Integer age,
      @Nullable String sex,
      @Nullable UUID person) {

    /** Whether any part of a name is written. */
    public boolean isNamed() {
      return givenName != null || familyName != null;
    }

    /** The name as written, or "Name not known". */
    public String name() {
      return PersonName.of(givenName, familyName);
    }

    @Override
    public String toString() {
      return "Mention[" + role + "]";
    }
  }

  /**
   * A place, vehicle, phone or account as the report writes it.
   *
   * @param thing what it was said to be one of; null while nobody has
   */
  public record Thing(
      UUID id, ThingKind kind, String written, @Nullable String detail, @Nullable UUID thing) {
    @Override
    public String toString() {
      return "Thing[" + kind + "]";
    }
  }

  /** That there is a version, and why. */
  public record Version(int version, Instant recordedAt, @Nullable String reason) {}

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "ReportFile[" + id + " v" + version + "]";
  }
}
