package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.FactTable;
import org.heed.server.ServerFixture;
import org.heed.server.report.Restrictions;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a query written wrongly still cannot do: every table is asked, as the application's own
 * database role, with the token of someone else, of nobody, or of a session that has ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityTest {
  /** What speaks of people, or says who may open a report. */
  private static final List<String> PERSONAL =
      List.of(
          "record.report",
          "record.narrative",
          "record.mention",
          "record.mention_person",
          "record.thing_mention",
          "record.thing_piece",
          "record.thing",
          "record.mention_thing",
          "record.person",
          "record.person_version",
          "record.person_token",
          "record.advice",
          "record.restriction",
          "record.report_operation",
          "record.opening",
          "record.case_restriction",
          "record.case_opening",
          "record.case_file",
          "record.case_state",
          "record.case_owner",
          "record.case_report",
          "record.case_person",
          "record.case_event",
          "record.message",
          "record.message_step",
          "record.report_contact",
          "record.case_action",
          "record.case_action_state",
          "record.case_decision",
          "record.case_words",
          "record.case_line",
          "record.case_line_state",
          "record.case_grade",
          "record.case_meeting",
          "record.case_meeting_state",
          "record.case_attendance",
          "record.missing_episode",
          "record.missing_grade",
          "record.missing_found",
          "record.missing_interview",
          "record.missing_withdrawal",
          "record.referral",
          "record.referral_step",
          "record.referral_contact",
          "record.referral_safety",
          "record.pack",
          "record.pack_agency",
          "record.pack_item",
          "record.pack_step",
          "record.document",
          "record.document_part",
          "record.document_scan",
          "record.document_state",
          "record.paper",
          "record.paper_file",
          "record.paper_gap",
          "record.disclosure_item",
          "record.disclosure_decision",
          "record.subject_request",
          "record.subject_decision",
          "record.subject_step",
          "record.notice",
          "record.inspection_grading",
          "record.inspection_grade",
          "record.inspection_resolution",
          "record.inspection_referral",
          "record.recording_audited",
          "record.inspection_passage",
          "record.inspection_correction",
          "record.inspection_request",
          "record.inspection_grant",
          "record.tie",
          "record.report_hold",
          "record.retention_review",
          "record.destruction",
          "record.destruction_decision",
          "record.destruction_item");

  private static final List<String> OF_A_REPORT =
      List.of(
          "record.report_version",
          "record.narrative",
          "record.mention",
          "record.mention_person",
          "record.thing_mention",
          "record.thing_piece",
          "record.mention_thing",
          "record.crime",
          "record.crime_state",
          "record.flag",
          "record.reading",
          "record.finding",
          "record.prompt",
          "record.advice",
          "record.restriction",
          "record.review_draw",
          "record.report_operation",
          "record.triage");

  /**
   * Of these, what a partner agency sees of its own report: nothing of what the police made of it.
   */
  private static final List<String> OF_A_PARTNER =
      List.of(
          "record.report_version",
          "record.narrative",
          "record.mention",
          "record.mention_person",
          "record.thing_mention",
          "record.thing_piece",
          "record.mention_thing");

  /** Of these, what recording a report, reading it or drawing it for review brings. */
  private static final List<String> OF_A_RECORDING =
      List.of(
          "record.report_version",
          "record.narrative",
          "record.mention",
          "record.thing_mention",
          "record.thing_piece",
          "record.reading",
          "record.finding",
          "record.prompt",
          "record.advice",
          "record.review_draw");

  private static final List<String> COUNTED =
      List.of(
          "report_version",
          "flag",
          "crime",
          "crime_state",
          "reading",
          "mention",
          "mention_person",
          "report_operation",
          "review_draw");

  private ServerFixture server;
  private RawRows rows;
  private Caller officer;
  private Caller inAvon;
  private Caller inBrook;
  private Caller school;
  private Caller analyst;
  private Caller auditor;
  private Caller ended;
  private UUID avon;
  private UUID brook;
  private UUID schools;
  private UUID closed;

  @BeforeAll
  void start() {
    server = ServerFixture.create();
    rows = new RawRows(server);
    officer = someone("norchester", List.of("AV"), Role.RESPONSE_OFFICER);
    inAvon = someone("norchester", List.of("AV"), Role.SUPERVISOR);
    inBrook = someone("norchester", List.of("BR"), Role.SUPERVISOR);
    school = someone("school", List.of("AV"), Role.PARTNER);
    analyst = someone("norchester", null, Role.ANALYST);
    auditor = someone("norchester", null, Role.AUDITOR);
    ended = someone("norchester", null, Role.SUPERVISOR);
    avon = report("AV", "norchester", officer.account());
    brook = report("BR", "norchester", inBrook.account());
    schools = report("AV", "school", school.account());
    closed = report("AV", "norchester", inBrook.account());
    put(
        "record.restriction",
        Map.of("report", closed.toString(), "restricted", "true", "seq", "99999"));
    put("record.thing", Map.of());
    put("record.person", Map.of());
    put("record.person_version", Map.of());
    put("record.person_token", Map.of());
    put("record.opening", Map.of("report", brook.toString()));
    put("record.taken_back", Map.of());
    put("record.release", Map.of());
    put("record.release_decision", Map.of());
    put("record.rulebook_change", Map.of());
    put("record.rulebook_decision", Map.of("step", "assured"));
    put("record.identity_decision", Map.of("verdict", "same"));
    put("record.linkage_model", Map.of());
    put("record.pattern", Map.of());
    put("record.pattern_report", Map.of());
    put("record.pattern_decision", Map.of("decision", "leave"));
    put("record.group_decision", Map.of("decision", "group"));
    put("record.group_suspect", Map.of());
    put("record.group_report", Map.of());
    put("record.suspected_asked", Map.of());
    put("record.suspected_decision", Map.of("decision", "no"));
    put("record.suspected_decided", Map.of());
    put("record.case_file", Map.of("kind", "child", "area", "AV"));
    put("record.case_restriction", Map.of("restricted", "false"));
    put("record.case_opening", Map.of());
    put("record.case_state", Map.of("act", "opened"));
    put("record.case_owner", Map.of());
    put("record.case_report", Map.of());
    put("record.case_person", Map.of());
    put("record.case_event", Map.of());
    put("record.message", Map.of("source", "public", "area", "AV"));
    put("record.message_step", Map.of());
    put("record.report_contact", Map.of());
    put("work.telling", Map.of());
    put("record.case_action", Map.of());
    put("record.case_action_state", Map.of("act", "set"));
    put("record.case_decision", Map.of());
    put("record.case_words", Map.of());
    put("record.case_line", Map.of());
    put("record.case_line_state", Map.of("state", "open"));
    put("record.case_grade", Map.of("grade", "high"));
    put("record.case_meeting", Map.of());
    put("record.case_meeting_state", Map.of("act", "held"));
    put("record.case_attendance", Map.of("attends", "present"));
    put("record.missing_episode", Map.of());
    put("record.missing_grade", Map.of());
    put("record.missing_found", Map.of());
    put("record.missing_interview", Map.of("kind", "return"));
    put("record.missing_withdrawal", Map.of("what", "found"));
    put("record.referral", Map.of());
    put("record.referral_step", Map.of());
    put("record.referral_contact", Map.of());
    put("record.referral_safety", Map.of());
    put("record.pack", Map.of());
    put("record.pack_agency", Map.of());
    put("record.pack_item", Map.of());
    put("record.pack_step", Map.of());
    server.asOwner(
        "insert into record.document (entry, ordinal, id, case_file, name, type, size, sha256,"
            + " parts, says, by_account, at) select id, 0, id, id, 'made', 'text', 1,"
            + " sha256('made'), 1, 'made', id, now() from record.case_file limit 1");
    put("record.document_part", Map.of());
    put("record.document_scan", Map.of("outcome", "clean"));
    put("record.document_state", Map.of("act", "restored"));
    server.asOwner(
        "insert into record.paper (entry, ordinal, id, kind, person, title, purpose, items, gaps,"
            + " by_account, at) select id, 0, id, 'held', id, 'made', 'made', 0, 0, id, now() from"
            + " record.person limit 1");
    put("record.paper_file", Map.of());
    put("record.paper_gap", Map.of());
    put("record.disclosure_item", Map.of());
    put("record.disclosure_decision", Map.of());
    put("record.subject_request", Map.of("law", "general"));
    put("record.subject_decision", Map.of("choice", "whole"));
    put("record.subject_step", Map.of("step", "agreed"));
    server.asOwner(
        "insert into record.notice (entry, ordinal, id, case_file, number, about, stage, due_at,"
            + " account, at) select id, 0, id, id, 'made', 'made', 'now', now(), id, now() from"
            + " record.case_file limit 1");
    put("record.crime_outcome", Map.of("ends", "charged"));
    put("record.measure", Map.of("against", "person"));
    put("record.measure_step", Map.of("step", "reviewed"));
    put("work.notice_opened", Map.of());
    put("work.notice_mail", Map.of());
    put("work.case_changed", Map.of());
    put("work.case_standing", Map.of("area", "AV"));
    put("work.case_clock", Map.of("area", "AV"));
    put("record.inspection", Map.of());
    put("record.inspection_criterion", Map.of("unit", "case"));
    put("record.inspection_stratum", Map.of());
    put("record.inspection_case", Map.of());
    put("record.inspection_grader", Map.of("part", "first"));
    put("record.inspection_grading", Map.of("part", "first"));
    put("record.inspection_grade", Map.of());
    put("record.inspection_resolution", Map.of());
    put("record.inspection_referral", Map.of());
    put("record.inspection_action", Map.of("kind", "action"));
    put("record.inspection_action_state", Map.of("act", "evidence"));
    put("record.inspection_passage", Map.of());
    put("record.inspection_correction", Map.of());
    put("record.inspection_request", Map.of("kind", "report"));
    put("record.inspection_grant", Map.of("granted", "false"));
    put("record.tie", Map.of());
    put("record.report_hold", Map.of());
    put("record.retention_review", Map.of());
    put("record.destruction", Map.of("area", "AV"));
    put("record.destruction_decision", Map.of("decision", "refused"));
    put("record.destruction_item", Map.of());
    put("record.recording_audit", Map.of());
    put("record.recording_audit_stratum", Map.of());
    put("record.recording_audit_report", Map.of());
    put("record.recording_auditor", Map.of());
    put("record.recording_audited", Map.of("flag", "right"));
    put("work.proposal", Map.of("kind", "people"));
    put("work.proposed_upto", Map.of("one", "true"));
    put("work.torn", Map.of());
    put("access.role_grant", Map.of());
    put("record.reread", Map.of());
    put("record.reread_count", Map.of("area", "AV"));
    put("record.reread_count", Map.of("area", "BR"));
    put("ledger.entry", Map.of());
    put("ledger.salt", Map.of());
    put("work.import_progress", Map.of());
    put("work.draft", Map.of("account", inBrook.account().toString()));
    put("work.claim", Map.of("account", inBrook.account().toString()));
    put("work.idempotency", Map.of("account", inBrook.account().toString()));
    server.asOwner(
        "update access.session set expires_at = now() - interval '1 second' where account = '"
            + ended.account()
            + "'");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Caller someone(String agency, @Nullable List<String> areas, Role role) {
    return server.someone(agency, areas, role.rights().toArray(Right[]::new));
  }

  private UUID report(String area, String agency, UUID by) {
    UUID id = server.ids().next();
    put(
        "record.report",
        Map.of("id", id.toString(), "area", area, "agency", agency, "recorded_by", by.toString()));
    for (String table : OF_A_REPORT) {
      put(table, Map.of("report", id.toString()));
    }
    return id;
  }

  private void put(String table, Map<String, String> given) {
    server.asOwner(rows.insert(table, given));
  }

  static List<String> tables() {
    List<String> tables = new ArrayList<>();
    for (FactTable table : Tables.ALL) {
      tables.add(Tables.qualified(table));
    }
    tables.addAll(
        List.of(
            "ledger.entry",
            "ledger.salt",
            "work.draft",
            "work.claim",
            "work.idempotency",
            "work.import_progress",
            "work.proposal",
            "work.proposed_upto",
            "work.torn",
            "work.telling",
            "work.notice_opened",
            "work.notice_mail",
            "work.case_changed",
            "work.case_standing",
            "work.case_clock"));
    return tables;
  }

  private long seen(Caller caller, String table, UUID report) throws SQLException {
    String column = table.equals("record.report") ? "id" : "report";
    return rows.count(
        caller.token().secret(),
        "select count(*) from " + table + " where " + column + " = '" + report + "'");
  }

  private void seesAll(Caller caller, UUID report) throws SQLException {
    assertThat(seen(caller, "record.report", report)).isEqualTo(1);
    for (String table : OF_A_REPORT) {
      assertThat(seen(caller, table, report)).as(table).isPositive();
    }
  }

  private void seesNothing(Caller caller, UUID report) throws SQLException {
    assertThat(seen(caller, "record.report", report)).isZero();
    for (String table : OF_A_REPORT) {
      assertThat(seen(caller, table, report)).as(table).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whoHoldsNoLiveToken_seesAndAddsNothing(String table) throws SQLException {
    List<String> pretences = new ArrayList<>();
    pretences.add("");
    pretences.add(ended.token().secret());
    pretences.add(inAvon.account().toString());
    pretences.add(HexFormat.of().formatHex(inAvon.token().hash()));
    pretences.add("\\x" + HexFormat.of().formatHex(inAvon.token().hash()));
    pretences.add(inAvon.token().secret() + " ");
    String all = "select count(*) from " + table;
    assertThat(server.count(all)).isPositive();
    assertThat(rows.count(null, all)).isZero();
    for (String pretence : pretences) {
      assertThat(rows.count(pretence, all)).isZero();
      assertThatThrownBy(() -> rows.attempt(pretence, rows.insert(table, Map.of())))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void areas_keepReportsApart() throws SQLException {
    seesAll(inAvon, avon);
    seesNothing(inAvon, brook);
    seesAll(inBrook, brook);
    seesNothing(inBrook, avon);
  }

  @Test
  void agency_seesItsOwnReportsOnly_andNothingOfWhatThePoliceMadeOfThem() throws SQLException {
    assertThat(seen(school, "record.report", schools)).isEqualTo(1);
    for (String table : OF_A_REPORT) {
      long seen = seen(school, table, schools);
      if (OF_A_PARTNER.contains(table)) {
        assertThat(seen).as(table).isPositive();
      } else {
        assertThat(seen).as(table).isZero();
      }
    }
    seesNothing(school, avon);
    seesAll(inAvon, schools);
  }

  @Test
  void responseOfficer_seesOwnReportsOnly() throws SQLException {
    seesAll(officer, avon);
    seesNothing(officer, schools);
    seesNothing(officer, brook);
  }

  @Test
  void restrictedReport_isInvisibleUntilOpenedWithAReason() throws SQLException {
    seesNothing(inAvon, closed);
    Map<String, String> opening =
        Map.of(
            "report", closed.toString(),
            "account", inAvon.account().toString(),
            "until", "2000-01-01T00:00:00Z");
    put("record.opening", opening);
    seesNothing(inAvon, closed);
    Caller colleague = someone("norchester", List.of("AV"), Role.INVESTIGATOR);
    put(
        "record.opening",
        Map.of(
            "report", closed.toString(),
            "account", colleague.account().toString(),
            "until", "2100-01-01T00:00:00Z"));
    seesAll(colleague, closed);
    seesNothing(inAvon, closed);
  }

  @Test
  void analystAuditorAndAdministrator_seeNothingPersonal() throws SQLException {
    Caller administrator = someone("norchester", null, Role.ADMINISTRATOR);
    for (Caller caller : List.of(analyst, auditor, administrator)) {
      for (String table : PERSONAL) {
        if (table.endsWith("opening") && caller.may(Right.AUDIT)) {
          continue;
        }
        assertThat(rows.count(caller.token().secret(), "select count(*) from " + table))
            .as(table)
            .isZero();
      }
    }
  }

  /** Reasons, elements and gradings are typed by people; the record itself holds them. */
  @Test
  void pseudonymisedRows_areForThoseWhoCount_andHaveNoFreeText() throws SQLException {
    Caller administrator = someone("norchester", null, Role.ADMINISTRATOR);
    for (String table : COUNTED) {
      assertThat(seen(analyst, "counted." + table, avon)).as(table).isPositive();
      assertThat(seen(inAvon, "counted." + table, avon)).as(table).isZero();
      assertThat(seen(administrator, "counted." + table, avon)).as(table).isZero();
    }
    for (String table : OF_A_REPORT) {
      assertThat(seen(analyst, table, avon)).as(table).isZero();
    }
    assertThat(
            rows.count(
                analyst.token().secret(), "select count(*) from access.people_counted(null)"))
        .isPositive();
    assertThat(
            rows.count(inAvon.token().secret(), "select count(*) from access.people_counted(null)"))
        .isZero();
    assertThat(
            server.count(
                """
                select count(*) from information_schema.columns
                where table_schema = 'counted' and column_name in ('reason', 'instead', 'elements',
                  'grading', 'policing_purpose', 'source_system', 'text', 'because', 'says',
                  'given_name', 'family_name')\
                """))
        .isZero();
  }

  /** A table added later is closed, or stands here with what makes it harmless. */
  @Test
  void everyTableTheApplicationReaches_hasRowSecurity() {
    assertThat(
            server.text(
                """
                select coalesce(string_agg(c.oid::regclass::text, ' ' order by c.oid::regclass::text), '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relrowsecurity
                  and n.nspname not in ('pg_catalog', 'information_schema')
                  and has_table_privilege('heed_app', c.oid, 'select, insert, update, delete')\
                """))
        .as("digests and positions of the ledger alone")
        .isEqualTo("ledger.batch ledger.checkpoint ledger.destroyed ledger.leaf ledger.tile");
  }

  @Test
  void fact_underAnEntryOfSomeoneElseOrOfBefore_isRefused() throws SQLException {
    UUID others = entryOf(inBrook);
    UUID before = entryOf(inAvon);
    for (String table : OF_A_REPORT) {
      for (UUID entry : List.of(others, before, server.ids().next())) {
        assertThatThrownBy(() -> rows.attempt(inAvon.token().secret(), fact(table, entry, avon)))
            .as(table)
            .hasMessageContaining("row-level security");
      }
    }
    assertThatThrownBy(() ->
            rows.attempt(
                inAvon.token().secret(),
                rows.insert(
                    "record.report",
                    Map.of(
                        "entry", others.toString(),
                        "recorded_by", inAvon.account().toString()))))
        .hasMessageContaining("row-level security");
  }

  @Test
  void fact_underOnesOwnEntry_isAddedToAReportOneSees_andToNoOther() throws SQLException {
    for (String table : OF_A_REPORT) {
      UUID entry = server.ids().next();
      rows.attempt(
          inAvon.token().secret(), entry(entry, inAvon, avon) + "; " + fact(table, entry, avon));
      for (UUID report : List.of(brook, closed)) {
        assertThatThrownBy(() ->
                rows.attempt(
                    inAvon.token().secret(),
                    entry(entry, inAvon, report) + "; " + fact(table, entry, report)))
            .as(table)
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void whatRecordingBrings_isAddedUnderAnEntryThatNamesTheReport() {
    for (String table : OF_A_RECORDING) {
      UUID entry = server.ids().next();
      assertThatThrownBy(() ->
              rows.attempt(
                  inAvon.token().secret(),
                  entry(entry, inAvon, schools) + "; " + fact(table, entry, avon)))
          .as(table)
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void entriesAndReportsToAddTo_areThoseOfTheAskersOwnTransaction() throws SQLException {
    entryOf(inAvon);
    UUID entry = server.ids().next();
    String write = entry(entry, inAvon, avon) + "; ";
    String token = inAvon.token().secret();
    assertThat(rows.count(token, "select count(*) from access.own_entries(null)")).isZero();
    assertThat(rows.count(token, write + "select count(*) from access.own_entries(1)"))
        .isEqualTo(1);
    assertThat(rows.count(token, write + "select count(*) from access.own_entries(1024)")).isZero();
    assertThat(rows.count(token, write + "select count(*) from access.named_reports(1)"))
        .isEqualTo(1);
    assertThat(rows.count(token, write + "select count(*) from access.named_reports(1024)"))
        .isZero();
  }

  private UUID entryOf(Caller caller) {
    UUID id = server.ids().next();
    server.asOwner(entry(id, caller, avon));
    return id;
  }

  private static String entry(UUID id, Caller caller, UUID report) {
    return String.format(
        Locale.ROOT,
        """
        insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
        values ('%s', 'made.up', '%s', now(), 1, sha256('made'), '{%s}')\
        """,
        id,
        caller.account(),
        report);
  }

  private String fact(String table, UUID entry, UUID report) {
    return rows.insert(table, Map.of("entry", entry.toString(), "report", report.toString()));
  }

  @Test
  void entriesOfOthers_areTheAuditorsOnly() throws SQLException {
    String entries = "select count(*) from ledger.entry";
    assertThat(rows.count(auditor.token().secret(), entries)).isPositive();
    String others = entries + " where actor <> '" + inAvon.account() + "'";
    assertThat(rows.count(inAvon.token().secret(), others)).isZero();
    assertThat(rows.count(analyst.token().secret(), entries)).isZero();
  }

  @Test
  void nobody_addsInTheNameOfAnother() {
    String other = inBrook.account().toString();
    Map<String, Map<String, String>> forged =
        Map.of(
            "ledger.entry", Map.of("actor", other),
            "record.report", Map.of("recorded_by", other),
            "record.opening", Map.of("account", other),
            "work.draft", Map.of("account", other),
            "work.claim", Map.of("account", other),
            "work.idempotency", Map.of("account", other));
    forged.forEach((table, values) ->
        assertThatThrownBy(() -> rows.attempt(inAvon.token().secret(), rows.insert(table, values)))
            .as(table)
            .hasMessageContaining("row-level security"));
  }

  @Test
  void everyFact_isRefusedToThoseWithoutTheRight() {
    for (FactTable table : Tables.ALL) {
      String name = Tables.qualified(table);
      for (Caller caller : List.of(analyst, auditor)) {
        assertThatThrownBy(() ->
                rows.attempt(
                    caller.token().secret(),
                    rows.insert(
                        name,
                        Map.of(
                            "account", caller.account().toString(),
                            "recorded_by", caller.account().toString()))))
            .as(name)
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void readingOfAReread_isNotCounted() throws SQLException {
    long before = seen(analyst, "counted.reading", avon);
    String reread = server.ids().next().toString();
    put("record.reading", Map.of("report", avon.toString(), "reread", reread));
    assertThat(seen(analyst, "counted.reading", avon)).isEqualTo(before);
    assertThat(server.count("select count(*) from record.reading where reread = '" + reread + "'"))
        .isEqualTo(1);
  }

  @Test
  void countsOfAReread_areForThoseWhoCountOrReread_eachOfTheirOwnAreas() throws SQLException {
    String counts = "select count(*) from record.reread_count";
    Caller lead = someone("norchester", List.of("AV"), Role.EXPLOITATION_LEAD);
    assertThat(rows.count(lead.token().secret(), counts)).isEqualTo(1);
    assertThat(rows.count(analyst.token().secret(), counts)).isEqualTo(2);
    Caller hub = someone("norchester", null, Role.HUB);
    assertThat(rows.count(hub.token().secret(), counts)).isZero();
    assertThat(rows.count(hub.token().secret(), "select count(*) from record.reread")).isZero();
    assertThat(
            rows.count(
                analyst.token().secret(),
                "select count(*) from access.narratives_closed(-1, 1000000)"))
        .isZero();
    assertThat(rows.count(analyst.token().secret(), "select access.closed_in_my_areas()")).isZero();
    assertThat(rows.count(inAvon.token().secret(), "select access.closed_in_my_areas()"))
        .isPositive();
    assertThat(
            rows.count(
                analyst.token().secret(),
                "select count(access.supervisor_of('AV')) from (select 1) one"))
        .isZero();
  }

  @Test
  void application_cannotReachSignInDetailsOrOpenSessions() {
    String token = inAvon.token().secret();
    for (String statement :
        List.of(
            "select * from access.session",
            "select * from access.account",
            "select access.session_now()",
            rows.insert("access.session", Map.of()),
            "update access.session set rights = 4095",
            "delete from access.session",
            "update access.account set password_hash = null",
            "set local role heed_access",
            "set local row_security = off; select * from record.report")) {
      assertThatThrownBy(() -> rows.attempt(token, statement))
          .as(statement)
          .hasMessageMatching("(?s).*(permission denied|row-level security).*");
    }
  }

  @Test
  void sessionOpenOrOpenedLater_endsWithTheFirstRoleThatEnds() {
    Passwords passwords = new Passwords();
    Sessions sessions = new Sessions(server.databases(), passwords);
    Accounts accounts =
        new Accounts(server.databases(), server.acts(), sessions, passwords, server.ids());
    Caller administrator = server.someone(Right.ADMINISTER);
    UUID account =
        accounts.create(
            administrator, "ines.marsh", "DC Ines Marsh", "norchester", "long enough to keep");
    accounts.give(administrator, account, Role.RESPONSE_OFFICER, null, null, "joins the force");
    SessionToken open =
        sessions.signIn("ines.marsh", "long enough to keep", "browser").orElseThrow();
    assertThat(sessions.find(open)).isPresent();
    Instant end = databaseTime().plus(Duration.ofHours(1));
    accounts.give(administrator, account, Role.INSPECTOR, null, end, "one afternoon");
    assertThat(sessions.find(open).orElseThrow().expiresAt()).isEqualTo(end);
    SessionToken later =
        sessions.signIn("ines.marsh", "long enough to keep", "browser").orElseThrow();
    assertThat(sessions.find(later).orElseThrow().expiresAt()).isEqualTo(end);
    Instant past = databaseTime().minus(Duration.ofHours(1));
    accounts.give(administrator, account, Role.INSPECTOR, null, past, "ended early");
    assertThat(sessions.find(open).orElseThrow().may(Right.FIGURES)).isFalse();
    assertThat(sessions.find(open).orElseThrow().may(Right.RECORD)).isTrue();
  }

  @Test
  void message_isForThoseWhoHandleMessagesOfItsArea_andNotForThePageThatTookItIn()
      throws SQLException {
    UUID here = server.ids().next();
    UUID anywhere = server.ids().next();
    server.asOwner(
        "insert into access.role_grant (entry, ordinal, account, seq, role, area, granted, reason)"
            + " values ('"
            + server.ids().next()
            + "', 0, '"
            + inAvon.account()
            + "', 1, 'supervisor', 'AV', true, 'handles what is told there')");
    put("record.message", Map.of("id", here.toString(), "source", "public", "area", "AV"));
    server.asOwner(
        "insert into record.message select (m).* from (select r.entry, r.ordinal + 900000, '"
            + anywhere
            + "'::uuid, 'none', r.source, r.teller, null::text, r.danger, r.happened,"
            + " r.whereabouts, r.child_name, r.child_age, r.teller_name, r.teller_role,"
            + " r.organisation, r.contact_how, r.contact_to, r.contact_when, r.contact_care,"
            + " r.knows, r.received_at, r.due_at, r.standard, r.before_from_there"
            + " from record.message r where r.id = '"
            + here
            + "') m");
    Caller hub = someone("norchester", List.of("BR"), Role.HUB);
    Caller page = server.someone(Right.TELL);
    Caller investigator = someone("norchester", null, Role.INVESTIGATOR);
    String one = "select count(*) from record.message where id = '" + here + "'";
    String other = "select count(*) from record.message where id = '" + anywhere + "'";
    assertThat(rows.count(inAvon.token().secret(), one)).isEqualTo(1);
    assertThat(rows.count(hub.token().secret(), one)).isZero();
    assertThat(rows.count(hub.token().secret(), other)).as("of no known area").isEqualTo(1);
    for (Caller nobody : List.of(page, investigator, officer)) {
      assertThat(rows.count(nobody.token().secret(), one)).isZero();
      assertThat(rows.count(nobody.token().secret(), other)).isZero();
    }
  }

  @Test
  void whatIsBeingTold_isSeenByItsOwnTokenAlone() throws SQLException {
    Caller page = server.someone(Right.TELL);
    server.asOwner(
        "insert into work.telling (token_hash, content, expires_at) values"
            + " (sha256(convert_to('hers', 'UTF8')), 'made', now() + interval '1 hour')");
    String all = "select count(*) from work.telling";
    String token = page.token().secret();
    assertThat(rows.count(token, all)).isZero();
    assertThat(rows.count(token, "set local heed.telling = 'his'; " + all)).isZero();
    assertThat(rows.count(token, "set local heed.telling = 'hers'; " + all)).isEqualTo(1);
    assertThat(rows.count(inAvon.token().secret(), "set local heed.telling = 'hers'; " + all))
        .isZero();
  }

  private Instant databaseTime() {
    return Instant.ofEpochSecond(server.count("select extract(epoch from now())::bigint"));
  }

  @Test
  void restrictedReportOpenedWithAReason_isOpenByTheDatabasesClock_whateverTheServersSays()
      throws SQLException {
    Restrictions restrictions = new Restrictions(server.acts(), server.databases());
    Caller colleague = someone("norchester", List.of("AV"), Role.INVESTIGATOR);
    seesNothing(colleague, closed);
    restrictions.open(colleague, closed, "Named as a witness");
    seesAll(colleague, closed);
    assertThat(
            server.count(
                "select extract(epoch from until - now())::bigint from record.opening where account"
                    + " = '"
                    + colleague.account()
                    + "'"))
        .isBetween(7 * 3600L, 8 * 3600L);
  }

  @Test
  void roleTakenBack_actsAtOnceOnAnOpenSession() {
    Passwords passwords = new Passwords();
    Sessions sessions = new Sessions(server.databases(), passwords);
    Accounts accounts =
        new Accounts(server.databases(), server.acts(), sessions, passwords, server.ids());
    Caller administrator = server.someone(Right.ADMINISTER);
    UUID account =
        accounts.create(
            administrator, "amara.holt", "DC Amara Holt", "norchester", "long enough to keep");
    accounts.give(administrator, account, Role.INVESTIGATOR, "AV", null, "joins the team");
    SessionToken token =
        sessions.signIn("amara.holt", "long enough to keep", "browser").orElseThrow();
    Caller before = sessions.find(token).orElseThrow();
    assertThat(before.may(Right.READ)).isTrue();
    accounts.takeBack(administrator, account, Role.INVESTIGATOR, "AV", "leaves the team");
    Caller after = sessions.find(token).orElseThrow();
    assertThat(Set.of(Right.values())).noneMatch(after::may);
    // Even a caller read before the change carries nothing: the database asks the session.
    assertThatThrownBy(() ->
            rows.attempt(
                token.secret(),
                rows.insert("record.report", Map.of("recorded_by", account.toString()))))
        .hasMessageContaining("row-level security");
    assertThat(
            server
                .acts()
                .plain(
                    before,
                    () ->
                        JdbcClient.create(server.databases().app())
                            .sql("select count(*) from record.report")
                            .query(Long.class)
                            .single()))
        .isZero();
  }
}
