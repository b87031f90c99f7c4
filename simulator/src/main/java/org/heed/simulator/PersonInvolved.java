package org.heed.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as one report mentions them. Roles belong to the report.
 *
 * @param personKey the force's own nominal number; one person may hold several by mistake
 * @param given given name or initial as written, may be empty
 * @param family family name as written, may be empty
 * @param dateOfBirth null when not known
 * @param approximateAge in years at the time of the report, where no date of birth is known
 * @param sex {@code female}, {@code male} or null when not recorded
 * @param ethnicity code of the 16+1 self-defined classification or of the officer-observed one,
 *     null when nothing was recorded
 * @param ethnicityBasis {@code self-defined}, {@code officer-observed} or {@code not-stated}; null
 *     when nothing was recorded
 * @param nationality in words, null when not recorded
 * @param disability whether a disability is recorded; null when nothing was recorded
 * @param street street of the home address as written, null when not recorded
 * @param postcode of the home address, invented, null when not recorded
 * @param phone null when not recorded
 */
public record PersonInvolved(
    String personKey,
    Role role,
    String given,
    String family,
    @Nullable LocalDate dateOfBirth,
    @Nullable Integer approximateAge,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Nullable String ethnicityBasis,
    @Nullable String nationality,
    @Nullable Boolean disability,
    @Nullable String street,
    @Nullable String postcode,
    @Nullable String phone) {

  /** What the person is in this report. */
  public enum Role {
    /** The child or adult harmed. */
    VICTIM("victim"),
    /** The person a missing episode, a referral or intelligence is about. */
    SUBJECT("subject"),
    /** Alleged to have done it. */
    SUSPECT("suspect"),
    /** Saw or knows something. */
    WITNESS("witness"),
    /** Mother, father, carer of the child. */
    PARENT_OR_CARER("parent-or-carer"),
    /** Told the force. */
    REPORTING_PERSON("reporting-person"),
    /** Mentioned as being with the child. */
    ASSOCIATE("associate");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    /** The name used in files. */
    public String id() {
      return id;
    }
  }

  /** The role only; the rest is personal. */
  @Override
  public String toString() {
    return "PersonInvolved[" + role.id() + "]";
  }
}
