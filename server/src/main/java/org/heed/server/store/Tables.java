package org.heed.server.store;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.heed.ledger.FactType.BOOL;
import static org.heed.ledger.FactType.BYTES;
import static org.heed.ledger.FactType.DATE;
import static org.heed.ledger.FactType.DOUBLE;
import static org.heed.ledger.FactType.INT;
import static org.heed.ledger.FactType.LONG;
import static org.heed.ledger.FactType.TEXT;
import static org.heed.ledger.FactType.TIMESTAMP;
import static org.heed.ledger.FactType.UUID;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.heed.ledger.FactTable;

/**
 * Every fact table, its columns in the order in which the ledger commits to them. Columns are only
 * ever added at the end, nullable. Lists of identifiers are kept as text, separated by commas.
 */
public final class Tables {
  public static final FactTable ROLE_GRANT =
      FactTable.of(
          "role_grant",
          "account",
          UUID,
          "seq",
          INT,
          "role",
          TEXT,
          "area",
          TEXT,
          "granted",
          BOOL,
          "until",
          TIMESTAMP,
          "reason",
          TEXT);

  public static final FactTable REPORT =
      FactTable.of(
          "report",
          "id",
          UUID,
          "source",
          TEXT,
          "reference",
          TEXT,
          "area",
          TEXT,
          "agency",
          TEXT,
          "recorded_by",
          UUID);

  public static final FactTable REPORT_VERSION =
      FactTable.of(
          "report_version",
          "report",
          UUID,
          "version",
          INT,
          "kind",
          TEXT,
          "route",
          TEXT,
          "area",
          TEXT,
          "occurred_from",
          TIMESTAMP,
          "occurred_to",
          TIMESTAMP,
          "reported_at",
          TIMESTAMP,
          "recorded_at",
          TIMESTAMP,
          "offence",
          TEXT,
          "policing_purpose",
          TEXT,
          "review_on",
          DATE,
          "grading",
          TEXT,
          "source_system",
          TEXT,
          "reason",
          TEXT,
          "things",
          INT);

  public static final FactTable NARRATIVE =
      FactTable.of(
          "narrative", "report", UUID, "version", INT, "text", TEXT, "content_hash", BYTES);

  public static final FactTable MENTION =
      FactTable.of(
          "mention",
          "id",
          UUID,
          "report",
          UUID,
          "role",
          TEXT,
          "given_name",
          TEXT,
          "family_name",
          TEXT,
          "date_of_birth",
          DATE,
          "stated_age",
          INT,
          "sex",
          TEXT,
          "ethnicity",
          TEXT,
          "ethnicity_basis",
          TEXT,
          "nationality",
          TEXT,
          "source_key",
          TEXT,
          "version",
          INT);

  public static final FactTable PERSON = FactTable.of("person", "id", UUID);

  public static final FactTable PERSON_VERSION =
      FactTable.of(
          "person_version",
          "person",
          UUID,
          "version",
          INT,
          "given_name",
          TEXT,
          "family_name",
          TEXT,
          "date_of_birth",
          DATE,
          "birth_precision",
          TEXT,
          "sex",
          TEXT,
          "ethnicity",
          TEXT,
          "ethnicity_basis",
          TEXT,
          "nationality",
          TEXT,
          "disability",
          TEXT,
          "reason",
          TEXT);

  public static final FactTable MENTION_PERSON =
      FactTable.of(
          "mention_person",
          "mention",
          UUID,
          "report",
          UUID,
          "person",
          UUID,
          "same",
          BOOL,
          "seq",
          INT,
          "reason",
          TEXT,
          "evidence",
          TEXT,
          "model",
          TEXT);

  public static final FactTable PERSON_TOKEN =
      FactTable.of("person_token", "person", UUID, "token", TEXT);

  public static final FactTable CRIME =
      FactTable.of(
          "crime",
          "id",
          UUID,
          "report",
          UUID,
          "victim",
          UUID,
          "number",
          TEXT,
          "suspects",
          TEXT,
          "offences",
          TEXT,
          "others",
          TEXT);

  public static final FactTable CRIME_STATE =
      FactTable.of(
          "crime_state",
          "crime",
          UUID,
          "report",
          UUID,
          "seq",
          INT,
          "act",
          TEXT,
          "offence",
          TEXT,
          "counted",
          BOOL,
          "rule",
          TEXT,
          "reason",
          TEXT,
          "effective_at",
          TIMESTAMP,
          "because",
          TEXT,
          "ground",
          TEXT,
          "reference",
          TEXT,
          "victim_told_on",
          DATE);

  public static final FactTable FLAG =
      FactTable.of(
          "flag",
          "report",
          UUID,
          "crime",
          UUID,
          "seq",
          INT,
          "flag",
          TEXT,
          "decision",
          TEXT,
          "elements",
          TEXT,
          "instead",
          TEXT,
          "definition",
          TEXT,
          "route",
          TEXT,
          "reason",
          TEXT,
          "decided_at",
          TIMESTAMP,
          "review_on",
          DATE);

  public static final FactTable READING =
      FactTable.of(
          "reading", "report", UUID, "version", INT, "rulebook", TEXT, "ask", TEXT, "reread", UUID);

  public static final FactTable FINDING =
      FactTable.of(
          "finding",
          "report",
          UUID,
          "version",
          INT,
          "number",
          INT,
          "concept",
          TEXT,
          "family",
          TEXT,
          "start_at",
          INT,
          "end_at",
          INT,
          "context",
          INT,
          "subject",
          TEXT,
          "cues",
          TEXT);

  public static final FactTable PROMPT =
      FactTable.of(
          "prompt", "report", UUID, "version", INT, "rule", TEXT, "ask", TEXT, "says", TEXT,
          "because", TEXT);

  public static final FactTable ADVICE =
      FactTable.of(
          "advice",
          "report",
          UUID,
          "version",
          INT,
          "start_at",
          INT,
          "end_at",
          INT,
          "suggest",
          TEXT,
          "source",
          TEXT);

  public static final FactTable RESTRICTION =
      FactTable.of(
          "restriction",
          "report",
          UUID,
          "seq",
          INT,
          "restricted",
          BOOL,
          "members",
          TEXT,
          "reason",
          TEXT);

  public static final FactTable OPENING =
      FactTable.of("opening", "report", UUID, "account", UUID, "until", TIMESTAMP, "reason", TEXT);

  public static final FactTable REVIEW_DRAW =
      FactTable.of("review_draw", "report", UUID, "version", INT, "stream", TEXT, "chance", DOUBLE);

  public static final FactTable TAKEN_BACK =
      FactTable.of(
          "taken_back",
          "log",
          TEXT,
          "key",
          TEXT,
          "size",
          LONG,
          "root",
          BYTES,
          "note",
          TEXT,
          "places_kept",
          BOOL);

  public static final FactTable REREAD =
      FactTable.of(
          "reread",
          "id",
          UUID,
          "rulebook",
          TEXT,
          "in_force",
          TEXT,
          "from_day",
          DATE,
          "to_day",
          DATE,
          "known",
          LONG,
          "reports",
          LONG,
          "newly",
          LONG,
          "no_longer",
          LONG,
          "changed",
          LONG,
          "withheld",
          LONG);

  public static final FactTable REREAD_COUNT =
      FactTable.of(
          "reread_count",
          "reread",
          UUID,
          "area",
          TEXT,
          "year",
          INT,
          "reports",
          LONG,
          "asked_before",
          LONG,
          "asked_after",
          LONG,
          "newly",
          LONG,
          "no_longer",
          LONG,
          "changed",
          LONG);

  public static final FactTable TRIAGE =
      FactTable.of(
          "triage",
          "report",
          UUID,
          "version",
          INT,
          "seq",
          INT,
          "reread",
          UUID,
          "rulebook",
          TEXT,
          "ask",
          TEXT,
          "owner",
          UUID,
          "due_at",
          TIMESTAMP);

  public static final FactTable RELEASE =
      FactTable.of(
          "release",
          "id",
          TEXT,
          "title",
          TEXT,
          "publisher",
          TEXT,
          "known_at",
          TIMESTAMP,
          "tables",
          INT,
          "frozen",
          BYTES,
          "proposed_by",
          UUID,
          "proposed_at",
          TIMESTAMP);

  public static final FactTable RELEASE_DECISION =
      FactTable.of(
          "release_decision",
          "release",
          TEXT,
          "signed",
          BOOL,
          "reason",
          TEXT,
          "manifest",
          BYTES,
          "decided_by",
          UUID,
          "decided_at",
          TIMESTAMP);

  public static final FactTable RULEBOOK_CHANGE =
      FactTable.of(
          "rulebook_change",
          "id",
          UUID,
          "base",
          TEXT,
          "rulebook",
          TEXT,
          "in_force",
          DATE,
          "title",
          TEXT,
          "why",
          TEXT,
          "files",
          BYTES,
          "proposed_by",
          UUID,
          "proposed_at",
          TIMESTAMP);

  public static final FactTable RULEBOOK_DECISION =
      FactTable.of(
          "rulebook_decision",
          "change",
          UUID,
          "step",
          TEXT,
          "reason",
          TEXT,
          "decided_by",
          UUID,
          "decided_at",
          TIMESTAMP);

  public static final FactTable IDENTITY_DECISION =
      FactTable.of(
          "identity_decision",
          "a",
          UUID,
          "b",
          UUID,
          "seq",
          INT,
          "verdict",
          TEXT,
          "reason",
          TEXT,
          "evidence",
          TEXT,
          "model",
          TEXT,
          "decided_at",
          TIMESTAMP);

  public static final FactTable LINKAGE_MODEL =
      FactTable.of("linkage_model", "id", TEXT, "model", TEXT, "known", LONG, "records", LONG);

  public static final FactTable REPORT_OPERATION =
      FactTable.of(
          "report_operation", "report", UUID, "seq", INT, "operation", TEXT, "reason", TEXT);

  public static final FactTable CASE_FILE =
      FactTable.of(
          "case_file",
          "id",
          UUID,
          "number",
          TEXT,
          "kind",
          TEXT,
          "area",
          TEXT,
          "subject",
          TEXT,
          "opened_from",
          UUID,
          "reason",
          TEXT,
          "opened_by",
          UUID,
          "opened_at",
          TIMESTAMP);

  public static final FactTable CASE_STATE =
      FactTable.of(
          "case_state",
          "case_file",
          UUID,
          "seq",
          INT,
          "act",
          TEXT,
          "reason",
          TEXT,
          "still_open",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_OWNER =
      FactTable.of(
          "case_owner",
          "case_file",
          UUID,
          "seq",
          INT,
          "owner",
          UUID,
          "team",
          TEXT,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_REPORT =
      FactTable.of(
          "case_report",
          "case_file",
          UUID,
          "report",
          UUID,
          "seq",
          INT,
          "linked",
          BOOL,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_PERSON =
      FactTable.of(
          "case_person",
          "case_file",
          UUID,
          "member",
          UUID,
          "seq",
          INT,
          "role",
          TEXT,
          "person",
          UUID,
          "mention",
          UUID,
          "name",
          TEXT,
          "born",
          DATE,
          "linked",
          BOOL,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_EVENT =
      FactTable.of(
          "case_event",
          "id",
          UUID,
          "case_file",
          UUID,
          "kind",
          TEXT,
          "happened_at",
          TIMESTAMP,
          "of_what",
          TEXT,
          "reason",
          TEXT,
          "says",
          TEXT,
          "withdraws",
          UUID,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable MESSAGE =
      FactTable.of(
          "message",
          "id",
          UUID,
          "reference",
          TEXT,
          "source",
          TEXT,
          "teller",
          TEXT,
          "area",
          TEXT,
          "danger",
          TEXT,
          "happened",
          TEXT,
          "whereabouts",
          TEXT,
          "child_name",
          TEXT,
          "child_age",
          INT,
          "teller_name",
          TEXT,
          "teller_role",
          TEXT,
          "organisation",
          TEXT,
          "contact_how",
          TEXT,
          "contact_to",
          TEXT,
          "contact_when",
          TEXT,
          "contact_care",
          TEXT,
          "knows",
          TEXT,
          "received_at",
          TIMESTAMP,
          "due_at",
          TIMESTAMP,
          "standard",
          TEXT,
          "before_from_there",
          INT);

  public static final FactTable MESSAGE_STEP =
      FactTable.of(
          "message_step",
          "message",
          UUID,
          "seq",
          INT,
          "step",
          TEXT,
          "owner",
          UUID,
          "report",
          UUID,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable THING_MENTION =
      FactTable.of(
          "thing_mention",
          "id",
          UUID,
          "report",
          UUID,
          "version",
          INT,
          "kind",
          TEXT,
          "written",
          TEXT,
          "detail",
          TEXT,
          "exact",
          TEXT,
          "loose",
          TEXT,
          "source_key",
          TEXT);

  public static final FactTable THING_PIECE =
      FactTable.of("thing_piece", "mention", UUID, "report", UUID, "kind", TEXT, "piece", TEXT);

  public static final FactTable THING =
      FactTable.of("thing", "id", UUID, "kind", TEXT, "label", TEXT);

  public static final FactTable MENTION_THING =
      FactTable.of(
          "mention_thing",
          "mention",
          UUID,
          "report",
          UUID,
          "thing",
          UUID,
          "other",
          UUID,
          "same",
          BOOL,
          "seq",
          INT,
          "reason",
          TEXT,
          "because",
          TEXT);

  public static final FactTable PATTERN =
      FactTable.of(
          "pattern",
          "id",
          UUID,
          "pattern",
          TEXT,
          "entity",
          TEXT,
          "counted",
          INT,
          "degree",
          INT,
          "as_many",
          LONG,
          "shuffled",
          LONG,
          "false_share",
          DOUBLE,
          "reports",
          INT,
          "found_at",
          TIMESTAMP);

  public static final FactTable PATTERN_REPORT =
      FactTable.of("pattern_report", "pattern", UUID, "report", UUID);

  public static final FactTable PATTERN_DECISION =
      FactTable.of(
          "pattern_decision",
          "pattern",
          UUID,
          "seq",
          INT,
          "decision",
          TEXT,
          "reason",
          TEXT,
          "decided_at",
          TIMESTAMP);

  public static final FactTable CASE_ACTION =
      FactTable.of(
          "case_action",
          "id",
          UUID,
          "case_file",
          UUID,
          "what",
          TEXT,
          "meeting",
          UUID,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_ACTION_STATE =
      FactTable.of(
          "case_action_state",
          "action",
          UUID,
          "case_file",
          UUID,
          "seq",
          INT,
          "act",
          TEXT,
          "owner",
          UUID,
          "due_at",
          TIMESTAMP,
          "says",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_DECISION =
      FactTable.of(
          "case_decision",
          "id",
          UUID,
          "case_file",
          UUID,
          "decision",
          TEXT,
          "reason",
          TEXT,
          "decided_at",
          TIMESTAMP,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_WORDS =
      FactTable.of(
          "case_words",
          "id",
          UUID,
          "case_file",
          UUID,
          "member",
          UUID,
          "words",
          TEXT,
          "demeanour",
          TEXT,
          "said_at",
          TIMESTAMP,
          "said_to",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_LINE =
      FactTable.of(
          "case_line",
          "id",
          UUID,
          "case_file",
          UUID,
          "says",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_LINE_STATE =
      FactTable.of(
          "case_line_state",
          "line",
          UUID,
          "case_file",
          UUID,
          "seq",
          INT,
          "state",
          TEXT,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_GRADE =
      FactTable.of(
          "case_grade",
          "case_file",
          UUID,
          "seq",
          INT,
          "grade",
          TEXT,
          "reason",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_MEETING =
      FactTable.of(
          "case_meeting",
          "id",
          UUID,
          "case_file",
          UUID,
          "kind",
          TEXT,
          "agenda",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_MEETING_STATE =
      FactTable.of(
          "case_meeting_state",
          "meeting",
          UUID,
          "case_file",
          UUID,
          "seq",
          INT,
          "act",
          TEXT,
          "meets_at",
          TIMESTAMP,
          "says",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable CASE_ATTENDANCE =
      FactTable.of(
          "case_attendance",
          "meeting",
          UUID,
          "case_file",
          UUID,
          "attendee",
          UUID,
          "seq",
          INT,
          "name",
          TEXT,
          "agency",
          TEXT,
          "attends",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable MISSING_EPISODE =
      FactTable.of(
          "missing_episode",
          "id",
          UUID,
          "person",
          UUID,
          "area",
          TEXT,
          "report",
          UUID,
          "last_seen_at",
          TIMESTAMP,
          "reported_at",
          TIMESTAMP,
          "reported_by",
          TEXT,
          "circumstances",
          TEXT,
          "recorded_by",
          UUID);

  public static final FactTable MISSING_GRADE =
      FactTable.of(
          "missing_grade",
          "episode",
          UUID,
          "seq",
          INT,
          "grade",
          TEXT,
          "reason",
          TEXT,
          "held",
          TEXT,
          "advised",
          TEXT,
          "by_account",
          UUID,
          "at",
          TIMESTAMP);

  public static final FactTable MISSING_FOUND =
      FactTable.of(
          "missing_found",
          "episode",
          UUID,
          "found_at",
          TIMESTAMP,
          "place",
          TEXT,
          "found_by",
          TEXT,
          "condition",
          TEXT,
          "by_account",
          UUID);

  public static final FactTable MISSING_INTERVIEW =
      FactTable.of(
          "missing_interview",
          "episode",
          UUID,
          "seq",
          INT,
          "kind",
          TEXT,
          "outcome",
          TEXT,
          "at",
          TIMESTAMP,
          "interviewer",
          TEXT,
          "independent",
          BOOL,
          "tried",
          TEXT,
          "result",
          TEXT,
          "by_account",
          UUID);

  /** All of them. */
  public static final List<FactTable> ALL =
      List.of(
          ROLE_GRANT,
          REPORT,
          REPORT_VERSION,
          NARRATIVE,
          MENTION,
          PERSON,
          PERSON_VERSION,
          MENTION_PERSON,
          PERSON_TOKEN,
          CRIME,
          CRIME_STATE,
          FLAG,
          READING,
          FINDING,
          PROMPT,
          ADVICE,
          RESTRICTION,
          OPENING,
          REVIEW_DRAW,
          TAKEN_BACK,
          REREAD,
          REREAD_COUNT,
          TRIAGE,
          RELEASE,
          RELEASE_DECISION,
          RULEBOOK_CHANGE,
          RULEBOOK_DECISION,
          IDENTITY_DECISION,
          LINKAGE_MODEL,
          REPORT_OPERATION,
          CASE_FILE,
          CASE_STATE,
          CASE_OWNER,
          CASE_REPORT,
          CASE_PERSON,
          CASE_EVENT,
          MESSAGE,
          MESSAGE_STEP,
          THING_MENTION,
          THING_PIECE,
          THING,
          MENTION_THING,
          PATTERN,
          PATTERN_REPORT,
          PATTERN_DECISION,
          CASE_ACTION,
          CASE_ACTION_STATE,
          CASE_DECISION,
          CASE_WORDS,
          CASE_LINE,
          CASE_LINE_STATE,
          CASE_GRADE,
          CASE_MEETING,
          CASE_MEETING_STATE,
          CASE_ATTENDANCE,
          MISSING_EPISODE,
          MISSING_GRADE,
          MISSING_FOUND,
          MISSING_INTERVIEW);

  private static final Map<String, Integer> PLACES =
      IntStream.range(0, ALL.size())
          .boxed()
          .collect(toUnmodifiableMap(place -> ALL.get(place).name(), place -> place));

  private Tables() {}

  /** Where the table stands among all. */
  static int place(FactTable table) {
    return Objects.requireNonNull(PLACES.get(table.name()), table.name());
  }

  /** The table's name with its schema. */
  public static String qualified(FactTable table) {
    return (table.equals(ROLE_GRANT) ? "access." : "record.") + table.name();
  }
}
