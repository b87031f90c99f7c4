package org.heed.server.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.heed.ledger.Destruction;
import org.heed.ledger.FactTable;

/**
 * Every fact table, its columns in the order in which the ledger commits to them. Columns are only
 * ever added at the end, nullable. Lists of identifiers are kept as text, separated by commas.
 */
public final class Tables {
  public static final FactTable ROLE_GRANT =
      FactTable.of(
          "role_grant",
          """
          account uuid, seq int, role text, area text, granted bool, until timestamp,
          reason text
          """);

  public static final FactTable REPORT =
      FactTable.of(
          "report",
          """
          id uuid, source text, reference text, area text, agency text, recorded_by uuid
          """);

  public static final FactTable REPORT_VERSION =
      FactTable.of(
          "report_version",
          """
          report uuid, version int, kind text, route text, area text,
          occurred_from timestamp, occurred_to timestamp, reported_at timestamp,
          recorded_at timestamp, offence text, policing_purpose text, review_on date,
          grading text, source_system text, reason text, things int
          """);

  public static final FactTable NARRATIVE =
      FactTable.of("narrative", "report uuid, version int, text text, content_hash bytes");

  public static final FactTable MENTION =
      FactTable.of(
          "mention",
          """
          id uuid, report uuid, role text, given_name text, family_name text,
          date_of_birth date, stated_age int, sex text, ethnicity text,
          ethnicity_basis text, nationality text, source_key text, version int
          """);

  public static final FactTable PERSON = FactTable.of("person", "id uuid");

  public static final FactTable PERSON_VERSION =
      FactTable.of(
          "person_version",
          """
          person uuid, version int, given_name text, family_name text,
          date_of_birth date, birth_precision text, sex text, ethnicity text,
          ethnicity_basis text, nationality text, disability text, reason text
          """);

  public static final FactTable MENTION_PERSON =
      FactTable.of(
          "mention_person",
          """
          mention uuid, report uuid, person uuid, same bool, seq int, reason text,
          evidence text, model text
          """);

  public static final FactTable PERSON_TOKEN =
      FactTable.of("person_token", "person uuid, token text");

  public static final FactTable CRIME =
      FactTable.of(
          "crime",
          """
          id uuid, report uuid, victim uuid, number text, suspects text, offences text,
          others text
          """);

  public static final FactTable CRIME_STATE =
      FactTable.of(
          "crime_state",
          """
          crime uuid, report uuid, seq int, act text, offence text, counted bool,
          rule text, reason text, effective_at timestamp, because text, ground text,
          reference text, victim_told_on date
          """);

  public static final FactTable FLAG =
      FactTable.of(
          "flag",
          """
          report uuid, crime uuid, seq int, flag text, decision text, elements text,
          instead text, definition text, route text, reason text, decided_at timestamp,
          review_on date
          """);

  public static final FactTable READING =
      FactTable.of("reading", "report uuid, version int, rulebook text, ask text, reread uuid");

  public static final FactTable FINDING =
      FactTable.of(
          "finding",
          """
          report uuid, version int, number int, concept text, family text,
          start_at int, end_at int, context int, subject text, cues text
          """);

  public static final FactTable PROMPT =
      FactTable.of(
          "prompt",
          """
          report uuid, version int, rule text, ask text, says text, because text
          """);

  public static final FactTable ADVICE =
      FactTable.of(
          "advice",
          """
          report uuid, version int, start_at int, end_at int, suggest text, source text
          """);

  public static final FactTable RESTRICTION =
      FactTable.of(
          "restriction",
          """
          report uuid, seq int, restricted bool, members text, reason text
          """);

  public static final FactTable OPENING =
      FactTable.of("opening", "report uuid, account uuid, until timestamp, reason text");

  public static final FactTable CASE_RESTRICTION =
      FactTable.of(
          "case_restriction",
          """
          case_file uuid, seq int, restricted bool, members text, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable CASE_OPENING =
      FactTable.of("case_opening", "case_file uuid, account uuid, until timestamp, reason text");

  public static final FactTable REVIEW_DRAW =
      FactTable.of("review_draw", "report uuid, version int, stream text, chance double");

  public static final FactTable TAKEN_BACK =
      FactTable.of(
          "taken_back",
          """
          log text, key text, size long, root bytes, note text, places_kept bool
          """);

  public static final FactTable REREAD =
      FactTable.of(
          "reread",
          """
          id uuid, rulebook text, in_force text, from_day date, to_day date,
          known long, reports long, newly long, no_longer long, changed long,
          withheld long
          """);

  public static final FactTable REREAD_COUNT =
      FactTable.of(
          "reread_count",
          """
          reread uuid, area text, year int, reports long, asked_before long,
          asked_after long, newly long, no_longer long, changed long
          """);

  public static final FactTable TRIAGE =
      FactTable.of(
          "triage",
          """
          report uuid, version int, seq int, reread uuid, rulebook text, ask text,
          owner uuid, due_at timestamp
          """);

  public static final FactTable RELEASE =
      FactTable.of(
          "release",
          """
          id text, title text, publisher text, known_at timestamp, tables int,
          frozen bytes, proposed_by uuid, proposed_at timestamp
          """);

  public static final FactTable RELEASE_DECISION =
      FactTable.of(
          "release_decision",
          """
          release text, signed bool, reason text, manifest bytes, decided_by uuid,
          decided_at timestamp
          """);

  public static final FactTable RULEBOOK_CHANGE =
      FactTable.of(
          "rulebook_change",
          """
          id uuid, base text, rulebook text, in_force date, title text, why text,
          files bytes, proposed_by uuid, proposed_at timestamp
          """);

  public static final FactTable RULEBOOK_DECISION =
      FactTable.of(
          "rulebook_decision",
          """
          change uuid, step text, reason text, decided_by uuid, decided_at timestamp
          """);

  public static final FactTable IDENTITY_DECISION =
      FactTable.of(
          "identity_decision",
          """
          a uuid, b uuid, seq int, verdict text, reason text, evidence text,
          model text, decided_at timestamp
          """);

  public static final FactTable LINKAGE_MODEL =
      FactTable.of("linkage_model", "id text, model text, known long, records long");

  public static final FactTable REPORT_OPERATION =
      FactTable.of("report_operation", "report uuid, seq int, operation text, reason text");

  public static final FactTable CASE_FILE =
      FactTable.of(
          "case_file",
          """
          id uuid, number text, kind text, area text, subject text, opened_from uuid,
          reason text, opened_by uuid, opened_at timestamp
          """);

  public static final FactTable CASE_STATE =
      FactTable.of(
          "case_state",
          """
          case_file uuid, seq int, act text, reason text, still_open text,
          by_account uuid, at timestamp, open_ids text
          """);

  public static final FactTable CASE_OWNER =
      FactTable.of(
          "case_owner",
          """
          case_file uuid, seq int, owner uuid, team text, reason text, by_account uuid,
          at timestamp
          """);

  public static final FactTable CASE_REPORT =
      FactTable.of(
          "case_report",
          """
          case_file uuid, report uuid, seq int, linked bool, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable CASE_PERSON =
      FactTable.of(
          "case_person",
          """
          case_file uuid, member uuid, seq int, role text, person uuid, mention uuid,
          name text, born date, linked bool, reason text, by_account uuid, at timestamp
          """);

  public static final FactTable CASE_EVENT =
      FactTable.of(
          "case_event",
          """
          id uuid, case_file uuid, kind text, happened_at timestamp, of_what text,
          reason text, says text, withdraws uuid, by_account uuid, at timestamp
          """);

  public static final FactTable MESSAGE =
      FactTable.of(
          "message",
          """
          id uuid, reference text, source text, teller text, area text, danger text,
          happened text, whereabouts text, child_name text, child_age int,
          teller_name text, teller_role text, organisation text, contact_how text,
          contact_to text, contact_when text, contact_care text, knows text,
          received_at timestamp, due_at timestamp, standard text, before_from_there int
          """);

  public static final FactTable MESSAGE_STEP =
      FactTable.of(
          "message_step",
          """
          message uuid, seq int, step text, owner uuid, report uuid, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable REPORT_CONTACT =
      FactTable.of(
          "report_contact",
          """
          report uuid, message uuid, reference text, told uuid, contact_how text, contact_to text,
          contact_when text, contact_care text, at timestamp
          """);

  public static final FactTable THING_MENTION =
      FactTable.of(
          "thing_mention",
          """
          id uuid, report uuid, version int, kind text, written text, detail text,
          exact text, loose text, source_key text
          """);

  public static final FactTable THING_PIECE =
      FactTable.of("thing_piece", "mention uuid, report uuid, kind text, piece text");

  public static final FactTable THING = FactTable.of("thing", "id uuid, kind text, label text");

  public static final FactTable MENTION_THING =
      FactTable.of(
          "mention_thing",
          """
          mention uuid, report uuid, thing uuid, other uuid, same bool, seq int,
          reason text, because text
          """);

  public static final FactTable PATTERN =
      FactTable.of(
          "pattern",
          """
          id uuid, pattern text, entity text, counted int, degree int, as_many long,
          shuffled long, false_share double, reports int, found_at timestamp, says text,
          rulebook text, as_before uuid, unconfirmed text
          """);

  public static final FactTable PATTERN_REPORT =
      FactTable.of("pattern_report", "pattern uuid, report uuid");

  public static final FactTable PATTERN_DECISION =
      FactTable.of(
          "pattern_decision",
          """
          pattern uuid, seq int, decision text, reason text, decided_at timestamp
          """);

  public static final FactTable GROUP_DECISION =
      FactTable.of(
          "group_decision",
          """
          id uuid, centre uuid, definition text, version text, rulebook text, decision text,
          reason text, suspects int, children int, reports int, confirmed bool,
          decided_at timestamp
          """);

  public static final FactTable GROUP_SUSPECT =
      FactTable.of("group_suspect", "decision uuid, person uuid");

  public static final FactTable GROUP_REPORT =
      FactTable.of("group_report", "decision uuid, report uuid");

  public static final FactTable SUSPECTED_ASKED =
      FactTable.of(
          "suspected_asked",
          """
          id uuid, subject uuid, report uuid, role text, because uuid, owner uuid,
          asked_at timestamp
          """);

  public static final FactTable SUSPECTED_DECISION =
      FactTable.of(
          "suspected_decision",
          "id uuid, decision text, reason text, reports int, decided_at timestamp");

  public static final FactTable SUSPECTED_DECIDED =
      FactTable.of("suspected_decided", "decision uuid, asked uuid");

  public static final FactTable CASE_ACTION =
      FactTable.of(
          "case_action",
          """
          id uuid, case_file uuid, what text, meeting uuid, by_account uuid,
          at timestamp
          """);

  public static final FactTable CASE_ACTION_STATE =
      FactTable.of(
          "case_action_state",
          """
          action uuid, case_file uuid, seq int, act text, owner uuid, due_at timestamp,
          says text, by_account uuid, at timestamp, agency text
          """);

  public static final FactTable CASE_DECISION =
      FactTable.of(
          "case_decision",
          """
          id uuid, case_file uuid, decision text, reason text, decided_at timestamp,
          by_account uuid, at timestamp, withdraws uuid
          """);

  public static final FactTable CASE_WORDS =
      FactTable.of(
          "case_words",
          """
          id uuid, case_file uuid, member uuid, words text, demeanour text,
          said_at timestamp, said_to text, by_account uuid, at timestamp, withdraws uuid
          """);

  public static final FactTable CASE_LINE =
      FactTable.of(
          "case_line",
          """
          id uuid, case_file uuid, says text, by_account uuid, at timestamp
          """);

  public static final FactTable CASE_LINE_STATE =
      FactTable.of(
          "case_line_state",
          """
          line uuid, case_file uuid, seq int, state text, reason text, by_account uuid,
          at timestamp
          """);

  public static final FactTable CASE_GRADE =
      FactTable.of(
          "case_grade",
          """
          case_file uuid, seq int, grade text, reason text, by_account uuid,
          at timestamp
          """);

  public static final FactTable CASE_MEETING =
      FactTable.of(
          "case_meeting",
          """
          id uuid, case_file uuid, kind text, agenda text, by_account uuid, at timestamp, children text,
          sitting uuid
          """);

  public static final FactTable CASE_MEETING_STATE =
      FactTable.of(
          "case_meeting_state",
          """
          meeting uuid, case_file uuid, seq int, act text, meets_at timestamp,
          says text, by_account uuid, at timestamp
          """);

  public static final FactTable CASE_ATTENDANCE =
      FactTable.of(
          "case_attendance",
          """
          meeting uuid, case_file uuid, attendee uuid, seq int, name text, agency text,
          attends text, by_account uuid, at timestamp, agency_kind text
          """);

  public static final FactTable MISSING_EPISODE =
      FactTable.of(
          "missing_episode",
          """
          id uuid, person uuid, area text, report uuid, last_seen_at timestamp,
          reported_at timestamp, reported_by text, circumstances text, recorded_by uuid
          """);

  public static final FactTable MISSING_GRADE =
      FactTable.of(
          "missing_grade",
          """
          episode uuid, seq int, grade text, reason text, held text, advised text,
          by_account uuid, at timestamp
          """);

  public static final FactTable MISSING_FOUND =
      FactTable.of(
          "missing_found",
          """
          episode uuid, found_at timestamp, place text, found_by text, condition text,
          by_account uuid
          """);

  public static final FactTable MISSING_INTERVIEW =
      FactTable.of(
          "missing_interview",
          """
          episode uuid, seq int, kind text, outcome text, at timestamp,
          interviewer text, independent bool, tried text, result text, by_account uuid
          """);

  public static final FactTable MISSING_WITHDRAWAL =
      FactTable.of(
          "missing_withdrawal",
          """
          episode uuid, withdraws uuid, what text, reason text, by_account uuid, at timestamp
          """);

  public static final FactTable REFERRAL =
      FactTable.of(
          "referral",
          """
          id uuid, person uuid, name text, born date, area text, service text, recipient text,
          agency text, concern text, basis text, basis_reason text, agreed text,
          safe_contact text, danger text, by_account uuid, at timestamp
          """);

  public static final FactTable REFERRAL_STEP =
      FactTable.of(
          "referral_step",
          """
          referral uuid, seq int, step text, happened_at timestamp, says text, by_account uuid,
          outcome text
          """);

  public static final FactTable REFERRAL_SAFETY =
      FactTable.of(
          "referral_safety",
          """
          referral uuid, seq int, safe_contact text, danger text, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable REFERRAL_CONTACT =
      FactTable.of(
          "referral_contact",
          "referral uuid, seq int, kind text, happened_at timestamp, says text, by_account uuid");

  public static final FactTable PACK =
      FactTable.of(
          "pack",
          """
          id uuid, case_file uuid, meeting uuid, purpose text, basis text, basis_reason text,
          conditions text, by_account uuid, at timestamp, until timestamp, handling text
          """);

  public static final FactTable PACK_AGENCY = FactTable.of("pack_agency", "pack uuid, agency text");

  public static final FactTable PACK_ITEM =
      FactTable.of(
          "pack_item",
          "pack uuid, number int, happened_at timestamp, text text, source text, left_out int,"
              + " report uuid");

  public static final FactTable PACK_STEP =
      FactTable.of(
          "pack_step",
          "pack uuid, seq int, step text, agency text, says text, by_account uuid, at timestamp");

  public static final FactTable INSPECTION =
      FactTable.of(
          "inspection",
          """
          id uuid, title text, criteria text, rulebook text, scale text, good_enough text,
          area text, areas text, since timestamp, until timestamp, strata_by text,
          known_at timestamp, known_position long, frame_hash text, seed text, parts text,
          by_account uuid, at timestamp, origin text, protection text, frame_lines text
          """);

  public static final FactTable INSPECTION_CRITERION =
      FactTable.of(
          "inspection_criterion",
          """
          inspection uuid, place int, criterion text, title text, says text, unit text,
          standards text
          """);

  public static final FactTable INSPECTION_STRATUM =
      FactTable.of(
          "inspection_stratum", "inspection uuid, stratum text, population int, drawn int");

  public static final FactTable INSPECTION_CASE =
      FactTable.of("inspection_case", "inspection uuid, case_file uuid, stratum text, place int");

  public static final FactTable INSPECTION_GRADER =
      FactTable.of(
          "inspection_grader",
          """
          inspection uuid, part text, account uuid, until timestamp, by_account uuid,
          at timestamp
          """);

  public static final FactTable INSPECTION_GRADING =
      FactTable.of(
          "inspection_grading",
          """
          id uuid, inspection uuid, case_file uuid, part text, by_account uuid, at timestamp
          """);

  public static final FactTable INSPECTION_GRADE =
      FactTable.of("inspection_grade", "grading uuid, criterion text, grade text, reason text");

  public static final FactTable INSPECTION_RESOLUTION =
      FactTable.of(
          "inspection_resolution",
          """
          inspection uuid, case_file uuid, criterion text, seq int, grade text, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable INSPECTION_REFERRAL =
      FactTable.of(
          "inspection_referral",
          """
          id uuid, inspection uuid, case_file uuid, reason text, by_account uuid, at timestamp
          """);

  public static final FactTable INSPECTION_ACTION =
      FactTable.of(
          "inspection_action",
          """
          id uuid, inspection uuid, kind text, says text, owner text, due_on date,
          by_account uuid, at timestamp, owner_account uuid
          """);

  public static final FactTable INSPECTION_ACTION_STATE =
      FactTable.of(
          "inspection_action_state",
          """
          action uuid, seq int, act text, says text, recheck uuid, by_account uuid,
          at timestamp
          """);

  public static final FactTable INSPECTION_PASSAGE =
      FactTable.of(
          "inspection_passage",
          """
          grading uuid, criterion text, place int, record uuid, source text, start_at int,
          end_at int, quote text
          """);

  public static final FactTable INSPECTION_CORRECTION =
      FactTable.of(
          "inspection_correction",
          """
          grading uuid, criterion text, seq int, grade text, reason text, why text,
          by_account uuid, at timestamp
          """);

  public static final FactTable INSPECTION_REQUEST =
      FactTable.of(
          "inspection_request",
          """
          id uuid, inspection uuid, case_file uuid, kind text, record uuid, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable INSPECTION_GRANT =
      FactTable.of(
          "inspection_grant",
          """
          request uuid, seq int, granted bool, until timestamp, reason text, by_account uuid,
          at timestamp
          """);

  public static final FactTable RECORDING_AUDIT =
      FactTable.of(
          "recording_audit",
          """
          id uuid, title text, rulebook text, area text, areas text, since timestamp,
          until timestamp, strata_by text, known_at timestamp, known_position long,
          frame_hash text, seed text, by_account uuid, at timestamp, frame_lines text
          """);

  public static final FactTable RECORDING_AUDIT_STRATUM =
      FactTable.of(
          "recording_audit_stratum",
          "audit uuid, stratum text, population int, drawn int, crimes int");

  public static final FactTable RECORDING_AUDIT_REPORT =
      FactTable.of("recording_audit_report", "audit uuid, report uuid, stratum text, place int");

  public static final FactTable RECORDING_AUDITOR =
      FactTable.of(
          "recording_auditor",
          "audit uuid, account uuid, until timestamp, by_account uuid, at timestamp");

  public static final FactTable RECORDING_AUDITED =
      FactTable.of(
          "recording_audited",
          """
          audit uuid, report uuid, seq int, told bool, should int, recorded int, classed int,
          in_time int, flag text, reason text, by_account uuid, at timestamp, wrongly int
          """);

  public static final FactTable NOTICE =
      FactTable.of(
          "notice",
          """
          id uuid, case_file uuid, number text, about text, stage text, due_at timestamp,
          account uuid, at timestamp, request uuid, message uuid, episode uuid, inspection_action uuid
          """);

  public static final FactTable DOCUMENT =
      FactTable.of(
          "document",
          """
          id uuid, case_file uuid, name text, type text, size long, sha256 bytes, parts int,
          says text, by_account uuid, at timestamp, report uuid
          """);

  public static final FactTable DOCUMENT_PART =
      FactTable.of("document_part", "document uuid, number int, content bytes");

  public static final FactTable DOCUMENT_SCAN =
      FactTable.of(
          "document_scan",
          """
          document uuid, seq int, outcome text, scanner text, signature text, by_account uuid,
          at timestamp
          """);

  public static final FactTable DOCUMENT_STATE =
      FactTable.of(
          "document_state",
          """
          document uuid, seq int, act text, reason text, by_account uuid, at timestamp
          """);

  public static final FactTable PAPER =
      FactTable.of(
          "paper",
          """
          id uuid, kind text, case_file uuid, person uuid, title text, purpose text, known long,
          items int, gaps int, by_account uuid, at timestamp
          """);

  public static final FactTable PAPER_FILE =
      FactTable.of("paper_file", "paper uuid, name text, media text, sha256 bytes, content bytes");

  public static final FactTable PAPER_GAP =
      FactTable.of("paper_gap", "paper uuid, number int, place text, reason text");

  public static final FactTable DISCLOSURE_ITEM =
      FactTable.of(
          "disclosure_item", "case_file uuid, schedule text, number int, item text, paper uuid");

  public static final FactTable DISCLOSURE_DECISION =
      FactTable.of(
          "disclosure_decision",
          """
          case_file uuid, item text, seq int, sensitive bool, reason text, by_account uuid,
          at timestamp
          """);

  public static final FactTable SUBJECT_REQUEST =
      FactTable.of(
          "subject_request",
          """
          id uuid, person uuid, law text, received_on date, says text, by_account uuid,
          at timestamp
          """);

  public static final FactTable SUBJECT_DECISION =
      FactTable.of(
          "subject_decision",
          """
          request uuid, item text, seq int, choice text, exemption text, words text, reason text,
          by_account uuid, at timestamp
          """);

  public static final FactTable SUBJECT_STEP =
      FactTable.of(
          "subject_step",
          """
          request uuid, seq int, step text, paper uuid, says text, by_account uuid, at timestamp
          """);

  public static final FactTable CRIME_OUTCOME =
      FactTable.of(
          "crime_outcome",
          """
          crime uuid, report uuid, case_file uuid, seq int, outcome text, code text,
          title text, ends text, reason text, given_at timestamp, rulebook text,
          by_account uuid, at timestamp
          """);

  public static final FactTable MEASURE =
      FactTable.of(
          "measure",
          """
          id uuid, case_file uuid, measure text, title text, against text, member uuid,
          person uuid, thing uuid, place text, conditions text, reference text,
          issued_at timestamp, expires_at timestamp, rulebook text, by_account uuid,
          at timestamp
          """);

  public static final FactTable MEASURE_STEP =
      FactTable.of(
          "measure_step",
          """
          measure uuid, case_file uuid, seq int, step text, happened_at timestamp,
          says text, by_account uuid, at timestamp
          """);

  public static final FactTable TIE =
      FactTable.of(
          "tie",
          """
          id uuid, mention uuid, report uuid, other uuid, other_report uuid, says text,
          confirmed bool, source text, at timestamp
          """);

  public static final FactTable DESTRUCTION =
      FactTable.of(
          "destruction",
          """
          id uuid, report uuid, source text, reference text, area text, basis text, reason text,
          proposed_by uuid, proposed_at timestamp
          """);

  public static final FactTable DESTRUCTION_DECISION =
      FactTable.of(
          "destruction_decision",
          """
          destruction uuid, decision text, reason text, decided_by uuid, decided_at timestamp
          """);

  public static final FactTable DESTRUCTION_ITEM = Destruction.TABLE;

  public static final FactTable REPORT_HOLD =
      FactTable.of(
          "report_hold",
          """
          report uuid, kind text, seq int, held bool, reason text, by_account uuid, at timestamp
          """);

  public static final FactTable RETENTION_REVIEW =
      FactTable.of(
          "retention_review",
          """
          report uuid, seq int, review_on date, reason text, by_account uuid, at timestamp
          """);

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
          CASE_RESTRICTION,
          CASE_OPENING,
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
          REPORT_CONTACT,
          THING_MENTION,
          THING_PIECE,
          THING,
          MENTION_THING,
          PATTERN,
          PATTERN_REPORT,
          PATTERN_DECISION,
          GROUP_DECISION,
          GROUP_SUSPECT,
          GROUP_REPORT,
          SUSPECTED_ASKED,
          SUSPECTED_DECISION,
          SUSPECTED_DECIDED,
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
          MISSING_INTERVIEW,
          MISSING_WITHDRAWAL,
          REFERRAL,
          REFERRAL_STEP,
          REFERRAL_CONTACT,
          REFERRAL_SAFETY,
          PACK,
          PACK_AGENCY,
          PACK_ITEM,
          PACK_STEP,
          DOCUMENT,
          DOCUMENT_PART,
          DOCUMENT_SCAN,
          DOCUMENT_STATE,
          PAPER,
          PAPER_FILE,
          PAPER_GAP,
          DISCLOSURE_ITEM,
          DISCLOSURE_DECISION,
          SUBJECT_REQUEST,
          SUBJECT_DECISION,
          SUBJECT_STEP,
          NOTICE,
          INSPECTION,
          INSPECTION_CRITERION,
          INSPECTION_STRATUM,
          INSPECTION_CASE,
          INSPECTION_GRADER,
          INSPECTION_GRADING,
          INSPECTION_GRADE,
          INSPECTION_RESOLUTION,
          INSPECTION_REFERRAL,
          INSPECTION_ACTION,
          INSPECTION_ACTION_STATE,
          RECORDING_AUDIT,
          RECORDING_AUDIT_STRATUM,
          RECORDING_AUDIT_REPORT,
          RECORDING_AUDITOR,
          RECORDING_AUDITED,
          INSPECTION_PASSAGE,
          INSPECTION_CORRECTION,
          INSPECTION_REQUEST,
          INSPECTION_GRANT,
          CRIME_OUTCOME,
          MEASURE,
          MEASURE_STEP,
          TIE,
          REPORT_HOLD,
          RETENTION_REVIEW,
          DESTRUCTION,
          DESTRUCTION_DECISION,
          DESTRUCTION_ITEM);

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
