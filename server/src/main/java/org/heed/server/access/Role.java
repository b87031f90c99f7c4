package org.heed.server.access;

import static org.heed.server.access.Right.ADMINISTER;
import static org.heed.server.access.Right.AUDIT;
import static org.heed.server.access.Right.AUDIT_RECORDING;
import static org.heed.server.access.Right.CASES;
import static org.heed.server.access.Right.CRIME;
import static org.heed.server.access.Right.DESTROY;
import static org.heed.server.access.Right.FIGURES;
import static org.heed.server.access.Right.IMPORT;
import static org.heed.server.access.Right.INSPECT;
import static org.heed.server.access.Right.MESSAGES;
import static org.heed.server.access.Right.PEOPLE;
import static org.heed.server.access.Right.PROPOSE;
import static org.heed.server.access.Right.PSEUDONYMISED;
import static org.heed.server.access.Right.READ;
import static org.heed.server.access.Right.READ_AGENCY;
import static org.heed.server.access.Right.RECORD;
import static org.heed.server.access.Right.REFERRED;
import static org.heed.server.access.Right.REGISTER;
import static org.heed.server.access.Right.REREAD;
import static org.heed.server.access.Right.RESTRICT;
import static org.heed.server.access.Right.REVIEW;
import static org.heed.server.access.Right.SUBJECT_ACCESS;
import static org.heed.server.access.Right.SUPERVISE;

import java.util.EnumSet;
import java.util.Set;

/** What someone is to the record. An account may hold several, each for all areas or for one. */
public enum Role {
  /** Takes the first report; sees what they recorded themselves. */
  RESPONSE_OFFICER("Response officer", RECORD),
  /** Works cases in their areas: reads, reviews, links people, records crimes. */
  INVESTIGATOR("Investigator", RECORD, READ, REVIEW, CRIME, PEOPLE, CASES),
  /** An investigator's work, restricting a report, and a team's cases. */
  SUPERVISOR(
      "Supervisor",
      RECORD,
      READ,
      REVIEW,
      CRIME,
      PEOPLE,
      RESTRICT,
      FIGURES,
      CASES,
      SUPERVISE,
      MESSAGES,
      INSPECT),
  /** Screens what reaches the multi-agency hub, for every area given, and what people tell us. */
  HUB("Safeguarding hub", RECORD, READ, REVIEW, PEOPLE, CASES, MESSAGES),
  /** A council, school, health body or charity: its own reports, and what is shared with it. */
  PARTNER("Partner agency", RECORD, READ_AGENCY, REFERRED),
  /** Of a support service: what was referred to it or shared with it, and nothing else. */
  SUPPORT_PRACTITIONER("Support practitioner", REFERRED),
  /** Asks for figures; sees pseudonymised rows and no narrative. */
  ANALYST("Analyst", PSEUDONYMISED, FIGURES),
  /**
   * Answers for counting and for what the rulebook says: recording fields and decisions, crimes and
   * their classes; alone cancels a rape and assures a proposed rulebook; audits what is recorded.
   */
  REGISTRAR(
      "Crime registrar", READ, CRIME, REGISTER, FIGURES, PSEUDONYMISED, REREAD, AUDIT_RECORDING),
  /**
   * Leads the work against exploitation: reviews, proposes what the rulebook should say, and
   * re-reads the archive under it.
   */
  EXPLOITATION_LEAD(
      "Exploitation lead",
      READ,
      REVIEW,
      PEOPLE,
      FIGURES,
      PROPOSE,
      REREAD,
      CASES,
      SUPERVISE,
      MESSAGES,
      INSPECT,
      AUDIT_RECORDING),
  /** Sees who looked at what, and the proof; no operational work. */
  AUDITOR("Auditor", AUDIT, PSEUDONYMISED, FIGURES),
  /**
   * An outside inspector: figures, pseudonymised rows and the cases drawn for them, for a limited
   * time.
   */
  INSPECTOR("Inspector", PSEUDONYMISED, FIGURES, INSPECT, AUDIT_RECORDING),
  /**
   * Answers people who ask what is held about them: reads reports, people and cases wherever that
   * is held, and works on none.
   */
  DATA_PROTECTION("Data protection officer", READ, SUBJECT_ACCESS),
  /**
   * Answers for how long records are kept: has a report destroyed together with another records
   * manager, never alone, and says what must be kept.
   */
  RECORDS_MANAGER("Records manager", READ, DESTROY),
  /** Gives accounts and roles; reads no records. */
  ADMINISTRATOR("Administrator", ADMINISTER),
  /** A program that brings reports in. */
  IMPORTER("Importer", RECORD, READ, IMPORT);

  private final String title;
  private final int mask;

  Role(String title, Right first, Right... more) {
    this.title = title;
    this.mask = Right.mask(EnumSet.of(first, more));
  }

  /** Whether it is only ever given until a day. */
  public boolean isForATime() {
    return this == INSPECTOR;
  }

  /** The role's name as people see it. */
  public String title() {
    return title;
  }

  /** What it lets one do. */
  public Set<Right> rights() {
    EnumSet<Right> rights = EnumSet.allOf(Right.class);
    rights.removeIf(right -> (mask & right.bit()) == 0);
    return rights;
  }

  /** The role's name in the record: lower case, hyphens. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The role with that code. */
  public static Role parse(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no role is called “" + code + "”");
  }
}
