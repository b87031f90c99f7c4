package org.heed.server.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.heed.server.access.Routes.Route;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Walks every endpoint and looks for words that stand in one record alone. Whatever shows one has
 * to leave one ledger entry that names the record, in the transaction that read it; and where no
 * entry can be written, nothing is shown.
 *
 * <p>The database itself tells which transaction read which personal row: the test gives those
 * tables a policy that notes it.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditOfReadsTest {
  private static final String NARRATIVE = "Thornquist";
  private static final String CHILD = "Ottoline";
  private static final String REASON = "Averillby";
  private static final String PERSON = "Penhallow";
  private static final String CASE = "Lullingham";
  private static final String PACKED = "Ravensworth";
  private static final String REFERRED = "Threlkeld";
  private static final String ATTACHED = "Wetherlam";
  private static final String LOST = "Sowerbutts";
  private static final String TOLD = "Marchbanks";
  private static final String MESSAGE = "TU-MADE1-MADE1";
  private static final String PLACE = "Quarrington";

  /**
   * Every GET endpoint, and the words that it shows when it is asked with all that there is. A new
   * endpoint is added here by whoever has thought about what it shows. All others are expected to
   * show nothing when they are asked with an empty form or document, or what {@link #BODIES} says.
   */
  private static final Map<String, Set<String>> SHOWS =
      Map.ofEntries(
          entry("GET /", Set.of()),
          entry("GET /api/openapi.json", Set.of()),
          entry("GET /account", Set.of()),
          entry("GET /api/v1/audit/entries", Set.of()),
          entry("GET /api/v1/cases/{id}", Set.of(CASE, PERSON)),
          entry("GET /api/v1/figures", Set.of()),
          entry("GET /api/v1/ledger/checkpoint", Set.of()),
          entry("GET /api/v1/ledger/entries/{id}/proof", Set.of()),
          entry("GET /api/v1/linking/mentions/{mention}", Set.of()),
          entry("GET /api/v1/linking/proposals", Set.of()),
          entry("GET /api/v1/linking/waiting", Set.of()),
          entry("GET /api/v1/linking/{a}/{b}", Set.of(PERSON)),
          entry("GET /api/v1/network/{id}", Set.of("READ/1", PLACE)),
          entry("GET /api/v1/patterns", Set.of()),
          entry("GET /api/v1/patterns/{id}", Set.of()),
          entry("GET /api/v1/people/{id}", Set.of(PERSON, "READ/1")),
          entry("GET /api/v1/reports", Set.of("READ/1", "READ/2")),
          entry("GET /api/v1/reports/{id}", Set.of("READ/1", NARRATIVE, CHILD, REASON)),
          entry("GET /api/v1/reports/{id}/reading/replay", Set.of()),
          entry("GET /api/v1/things/{id}", Set.of("READ/1", PLACE)),
          entry("GET /attrition", Set.of()),
          entry("GET /attrition/cases", Set.of("READ/2")),
          entry("GET /audit", Set.of()),
          entry("GET /audit/ledger", Set.of()),
          entry("GET /audit/ledger/checkpoint", Set.of()),
          entry("GET /audit/ledger/proof", Set.of()),
          entry("GET /audit/records/{id}", Set.of()),
          entry("GET /audit/unusual", Set.of()),
          entry("GET /calendar.ics", Set.of()),
          entry("GET /cases", Set.of(CASE)),
          entry("GET /cases/closed-early", Set.of()),
          entry("GET /cases/new", Set.of()),
          entry("GET /cases/wanted", Set.of("READ/2")),
          entry("GET /cases/{id}", Set.of(CASE, PERSON, "READ/1")),
          entry("GET /cases/{id}/chronology", Set.of(CASE)),
          entry("GET /cases/{id}/clocks", Set.of(CASE)),
          entry("GET /cases/{id}/closing", Set.of(CASE)),
          entry("GET /cases/{id}/disclosure", Set.of(CASE, ATTACHED)),
          entry("GET /cases/{id}/disclosure/pack", Set.of(CASE)),
          entry("GET /cases/{id}/disclosure/{paper}/{file}", Set.of()),
          entry("GET /cases/{id}/documents", Set.of(CASE, ATTACHED)),
          entry("GET /cases/{id}/documents/{document}/file", Set.of(ATTACHED)),
          entry("GET /cases/{id}/event", Set.of(CASE, PERSON)),
          entry("GET /cases/{id}/meetings", Set.of(CASE)),
          entry("GET /cases/{id}/meetings/{meeting}/held", Set.of(CASE)),
          entry("GET /cases/{id}/outcomes", Set.of(CASE, "number")),
          entry("GET /cases/{id}/packs", Set.of(CASE, PACKED)),
          entry("GET /cases/{id}/packs/new", Set.of(CASE)),
          entry("GET /cases/{id}/plan", Set.of(CASE)),
          entry("GET /cases/{id}/restriction", Set.of(CASE)),
          entry("GET /crimes", Set.of("number")),
          entry("GET /crimes/one-incident", Set.of()),
          entry("GET /crimes/{id}", Set.of("number", REASON)),
          entry("GET /destructions", Set.of()),
          entry("GET /destructions/{id}", Set.of()),
          entry("GET /figures", Set.of()),
          entry("GET /figures/areas", Set.of()),
          entry("GET /figures/areas.csv", Set.of()),
          entry("GET /figures/breakdown", Set.of()),
          entry("GET /figures/breakdown.csv", Set.of()),
          entry("GET /figures/control.csv", Set.of()),
          entry("GET /figures/funnel.csv", Set.of()),
          entry("GET /figures/nowcast.csv", Set.of()),
          entry("GET /figures/published", Set.of()),
          entry("GET /figures/published.csv", Set.of()),
          entry("GET /figures/published/boroughs.csv", Set.of()),
          entry("GET /figures/published/met", Set.of()),
          entry("GET /figures/published/met.csv", Set.of()),
          entry("GET /figures/records", Set.of("identifiers")),
          entry("GET /figures/releases", Set.of()),
          entry("GET /figures/releases/new", Set.of()),
          entry("GET /figures/releases/{id}", Set.of()),
          entry("GET /figures/releases/{id}/file", Set.of()),
          entry("GET /figures/series.csv", Set.of()),
          entry("GET /figures/split.csv", Set.of()),
          entry("GET /figures/time", Set.of()),
          entry("GET /figures/vintages.csv", Set.of()),
          entry("GET /inbox", Set.of(MESSAGE)),
          entry("GET /inbox/{id}", Set.of(MESSAGE, TOLD)),
          entry("GET /inspections", Set.of()),
          entry("GET /inspections/new", Set.of()),
          entry("GET /inspections/brought", Set.of()),
          entry("GET /inspections/{id}", Set.of()),
          entry("GET /inspections/actions", Set.of()),
          entry("GET /inspections/{id}/actions", Set.of()),
          entry("GET /inspections/{id}/cases/{case}", Set.of(CASE, "READ/1", NARRATIVE)),
          entry("GET /inspections/{id}/force", Set.of()),
          entry("GET /inspections/{id}/frame.tsv", Set.of()),
          entry("GET /inspections/{id}/cases/{case}/linked", Set.of()),
          entry("GET /inspections/{id}/pack.zip", Set.of()),
          entry("GET /inspections/{id}/requests", Set.of()),
          entry("GET /inspections/{id}/requests/{request}", Set.of()),
          entry("GET /inspections/{id}/result", Set.of()),
          entry("GET /inspections/language", Set.of()),
          entry("GET /inspections/now", Set.of()),
          entry("GET /inspections/trends", Set.of()),
          entry("GET /inspections/trends.csv", Set.of()),
          entry("GET /recording-audits", Set.of()),
          entry("GET /recording-audits/new", Set.of()),
          entry("GET /recording-audits/{id}", Set.of()),
          entry("GET /recording-audits/{id}/frame.tsv", Set.of()),
          entry("GET /recording-audits/{id}/reports/{report}", Set.of("READ/1", NARRATIVE)),
          entry("GET /recording-audits/{id}/result", Set.of()),
          entry("GET /linking", Set.of()),
          entry("GET /linking/mentions/{mention}", Set.of()),
          entry("GET /linking/mentions/{mention}/weights.csv", Set.of()),
          entry("GET /linking/{a}/{b}", Set.of(PERSON, "READ/1")),
          entry("GET /linking/{a}/{b}/weights.csv", Set.of()),
          entry("GET /network/{id}", Set.of("READ/1", PLACE)),
          entry("GET /network/{id}/{file}", Set.of("READ/1", PLACE)),
          entry("GET /notices", Set.of()),
          entry("GET /notices/{id}", Set.of()),
          entry("GET /network/{id}/groups/{definition}", Set.of()),
          entry("GET /patterns", Set.of()),
          entry("GET /patterns/{id}", Set.of()),
          entry("GET /missing", Set.of(PERSON)),
          entry("GET /missing/{id}", Set.of(PERSON, LOST, "READ/1")),
          entry("GET /missing/{id}/found", Set.of(PERSON)),
          entry("GET /missing/{id}/grade", Set.of(PERSON, "READ/1")),
          entry("GET /missing/{id}/interviews/{kind}", Set.of(PERSON)),
          entry("GET /missing/{id}/withdraw", Set.of(PERSON)),
          entry("GET /suspected", Set.of()),
          entry("GET /suspected/{id}", Set.of()),
          entry("GET /people", Set.of(PERSON)),
          entry("GET /people/{id}", Set.of(PERSON, "READ/1")),
          entry("GET /people/{id}/held", Set.of(PERSON, LOST, REFERRED)),
          entry("GET /people/{id}/held/{paper}/{file}", Set.of()),
          entry("GET /people/{id}/missing", Set.of(PERSON)),
          entry("GET /people/{id}/referrals/new", Set.of(PERSON)),
          entry("GET /record", Set.of()),
          entry("GET /referrals", Set.of(PERSON)),
          entry("GET /referrals/follow-up", Set.of()),
          entry("GET /referrals/{id}", Set.of(PERSON, REFERRED)),
          entry("GET /referrals/{id}/forms/{kind}", Set.of(PERSON, REFERRED)),
          entry("GET /reports", Set.of("READ/1", "READ/2")),
          entry("GET /reports/{id}", Set.of("READ/1", NARRATIVE, CHILD, REASON)),
          entry("GET /reports/{id}/amend", Set.of("READ/1", NARRATIVE, CHILD)),
          entry("GET /reports/{id}/contact", Set.of(MESSAGE, TOLD)),
          entry("GET /reports/{id}/crimes", Set.of("READ/1", CHILD)),
          entry("GET /reports/{id}/documents", Set.of("READ/1")),
          entry("GET /reports/{id}/documents/{document}/file", Set.of()),
          entry("GET /reports/{id}/flag", Set.of("READ/1", NARRATIVE)),
          entry("GET /reports/{id}/destruction", Set.of("READ/1")),
          entry("GET /reports/{id}/hold", Set.of("READ/1")),
          entry("GET /reports/{id}/people/{mention}", Set.of("READ/1", PERSON)),
          entry("GET /reports/{id}/operation", Set.of("READ/1")),
          entry("GET /reports/{id}/restriction", Set.of("READ/1")),
          entry("GET /reports/{id}/things/{mention}", Set.of("READ/1", PLACE)),
          entry("GET /reports/{id}/versions", Set.of("READ/1", NARRATIVE)),
          entry("GET /review", Set.of()),
          entry("GET /review/{id}", Set.of(NARRATIVE, CHILD)),
          entry("GET /rulebook", Set.of()),
          entry("GET /rulebook/changes/{id}", Set.of()),
          entry("GET /rulebook/changes/{id}/archive", Set.of()),
          entry("GET /rulebook/draft", Set.of()),
          entry("GET /rulebook/draft/file", Set.of()),
          entry("GET /rulebook/draft/new", Set.of()),
          entry("GET /rulebook/file", Set.of()),
          entry("GET /schemas/{name}", Set.of()),
          entry("GET /shared", Set.of(PERSON, PACKED)),
          entry("GET /shared/packs/{id}", Set.of(PACKED)),
          entry("GET /shared/referrals/{id}", Set.of(PERSON, REFERRED)),
          entry("GET /sittings", Set.of()),
          entry("GET /sittings/new", Set.of(CASE, PERSON)),
          entry("GET /sittings/{sitting}", Set.of(CASE)),
          entry("GET /sign-in", Set.of()),
          entry("GET /signed-out", Set.of()),
          entry("GET /tell-us", Set.of()),
          entry("GET /tell-us/leave", Set.of()),
          entry("GET /tell-us/sent", Set.of()),
          entry("GET /tell-us/{way}/{step}", Set.of()),
          entry("GET /things", Set.of("READ/1", PLACE)),
          entry("GET /things/{id}", Set.of("READ/1", PLACE)),
          entry("GET /team", Set.of(CASE)),
          entry("GET /work", Set.of()));

  /** What an endpoint has to be sent so that it shows what it can. */
  private static final Map<String, String> BODIES =
      Map.of("POST /api/v1/people/search", "{\"name\": \"Isaura\"}");

  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /attrition/cases", "?step=decided&from=2020-01-01&to=2030-12-31",
          "GET /people", "?name=Isaura",
          "GET /sittings/new", "?numbers={number}",
          "GET /things", "?kind=place&part=" + PLACE,
          "GET /reports/{id}/people/{mention}", "?name=Isaura",
          "GET /figures/records", "?unit=reports&from=2025-12-01&to=2026-11-30");

  private final Map<String, String> records = new LinkedHashMap<>();
  private WebFixture web;
  private List<Route> routes;
  private String report;
  private String second;
  private String mention;
  private String crime;
  private String caseFile;
  private String meeting;
  private String sitting;
  private String number;
  private String person;
  private String another;
  private String message;
  private String written;
  private String thing;
  private String episode;
  private String referral;
  private String pack;
  private String document;
  private String inspection;
  private String audit;

  @BeforeAll
  void start() {
    web = WebFixture.start();
    web.ask("GET", "/sign-in", "", Map.of());
    routes = Routes.of(web.server()).stream().filter(Route::ours).toList();
    report = recorded("READ/1", NARRATIVE);
    second = recorded("READ/2", "Wexcombe");
    mention = web.text("select id::text from record.mention where given_name = 'Isaura' limit 1");
    String child =
        web.text("select id::text from record.mention where given_name = '" + CHILD + "'");
    written(
        "/api/v1/people",
        "{\"given_name\": \"Isaura\", \"family_name\": \"" + PERSON + "\", \"reason\": \"new\"}");
    person = web.text("select id::text from record.person");
    written(
        "/api/v1/people",
        "{\"given_name\": \"Celestine\", \"family_name\": \"Harrow\", \"reason\": \"new\"}");
    another = web.text("select id::text from record.person where id <> '" + person + "'");
    written(
        "/api/v1/mentions/" + child + "/links",
        "{\"person\": \"" + person + "\", \"reason\": \"It is her.\"}");
    written(
        "/api/v1/reports/" + report + "/crimes",
        "{\"victims\": [\""
            + child
            + "\"], \"offences\": [\"71\"], \"reason\": \""
            + REASON
            + "\"}");
    crime = web.text("select id::text from record.crime");
    written(
        "/api/v1/reports/" + report + "/flags",
        "{\"decision\": \"yes\", \"reason\": \"" + REASON + " told her teacher.\"}");
    written(
        "/api/v1/reports/" + second + "/flags",
        "{\"decision\": \"yes\", \"reason\": \"An older man and a hotel.\"}");
    openCase(child);
    records.put(CASE, caseFile);
    message = web.newId().toString();
    web.asOwner(
        """
        insert into record.message (entry, ordinal, id, reference, source, teller, danger, happened,
          contact_how, received_at, before_from_there)
        values ('%s', 0, '%s', '%s', 'public', 'other', 'not-sure', '%s waits outside the school.',
          'none', '2026-01-05T09:00:00Z', 0)
        """
            .formatted(web.newId(), message, MESSAGE, TOLD));
    web.asOwner(
        """
        insert into record.report_contact (entry, ordinal, report, message, reference, told,
          contact_how, contact_care, at)
        values ('%s', 0, '%s', '%s', '%s', '%s', 'phone', 'Not a word to %s.',
          '2026-01-05T09:00:00Z')
        """
            .formatted(web.newId(), report, message, MESSAGE, report, TOLD));
    episode = web.newId().toString();
    web.asOwner(
        """
        insert into record.missing_episode (entry, ordinal, id, person, area, reported_at,
          circumstances, recorded_by)
        values ('%s', 0, '%s', '%s', 'brook', '2026-01-05T09:00:00Z', 'Last seen at %s Lane.', '%s')
        """
            .formatted(web.newId(), episode, person, LOST, web.newId()));
    inspection = drawn();
    audit = audited();
    records.put(LOST, episode);
    referral = web.newId().toString();
    web.asOwner(
        """
        insert into record.referral (entry, ordinal, id, person, name, area, service, recipient, agency,
          concern, basis, basis_reason, agreed, safe_contact, danger, by_account, at)
        values ('%s', 0, '%s', '%s', 'Isaura %s', 'brook', 'health', 'A clinic', 'norchester',
          'Seen by the nurse of %s School.', 'safeguarding', 'At risk', 'yes', 'At school', 'None known',
          '%s', '2026-01-05T09:00:00Z')
        """
            .formatted(web.newId(), referral, person, PERSON, REFERRED, web.newId()));
    web.asOwner(
        """
        insert into record.referral_step (entry, ordinal, referral, seq, step, happened_at, by_account)
        values ('%s', 0, '%s', 1, 'sent', '2026-01-05T09:00:00Z', '%s')
        """
            .formatted(web.newId(), referral, web.newId()));
    records.put(REFERRED, referral);
    pack = web.newId().toString();
    web.asOwner(
        """
        insert into record.pack (entry, ordinal, id, case_file, purpose, basis, basis_reason, conditions,
          by_account, at)
        values ('%s', 0, '%s', '%s', 'For the head of %s School.', 'safeguarding', 'At risk', 'Few',
          '%s', '2026-01-05T09:00:00Z');
        insert into record.pack_agency (entry, ordinal, pack, agency) values ('%s', 0, '%s', 'norchester')
        """
            .formatted(web.newId(), pack, caseFile, PACKED, web.newId(), web.newId(), pack));
    records.put(PACKED, pack);
    document = web.newId().toString();
    String content = ATTACHED + " Hotel, two nights.";
    web.asOwner(
        """
        insert into record.document (entry, ordinal, id, case_file, name, type, size, sha256, parts, says,
          by_account, at)
        values ('%s', 0, '%s', '%s', 'note.txt', 'text', %d, sha256('%s'), 1, 'Of %s Hotel', '%s',
          '2026-01-05T09:00:00Z');
        insert into record.document_part (entry, ordinal, document, number, content)
        values ('%s', 0, '%s', 1, '%s');
        insert into record.document_scan (entry, ordinal, document, seq, outcome, by_account, at)
        values ('%s', 0, '%s', 1, 'not-scanned', '%s', '2026-01-05T09:00:00Z')
        """
            .formatted(
                web.newId(),
                document,
                caseFile,
                content.length(),
                content,
                ATTACHED,
                web.newId(),
                web.newId(),
                document,
                content,
                web.newId(),
                document,
                web.newId()));
    records.put(ATTACHED, document);
    records.put(MESSAGE, message);
    records.put(TOLD, message);
    written = web.text("select id::text from record.thing_mention where report = '" + report + "'");
    written("/api/v1/thing-mentions/" + written + "/links", "{\"reason\": \"Known here.\"}");
    thing = web.text("select id::text from record.thing");
    records.put(PLACE, report);
    records.put("READ/1", report);
    records.put(NARRATIVE, report);
    records.put(CHILD, report);
    records.put("READ/2", second);
    records.put("Wexcombe", second);
    records.put(PERSON, person);
    records.put(web.text("select number from record.crime"), report);
    records.put(REASON, report);
    watch();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private String recorded(String reference, String word) {
    written(
        "/api/v1/reports",
        """
        {"source": "made", "reference": "%s", "kind": "missing-episode", "area": "brook",
         "recorded_at": "2026-01-05T09:00:00Z", "policing_purpose": "safeguarding",
         "narrative": "%s House staff say that she came back from town with a new phone.",
         "people": [{"role": "victim", "given_name": "%s", "age": 14},
                    {"role": "associate", "given_name": "Isaura"}],
         "things": [{"kind": "place", "written": "%s Lodge, Brook"}]}
        """
            .replaceFirst("%s", reference)
            .replaceFirst("%s", word)
            .replaceFirst("%s", word.equals(NARRATIVE) ? CHILD : "Wilhelmina")
            .replaceFirst("%s", word.equals(NARRATIVE) ? PLACE : "Elm Row"));
    return web.text("select id::text from record.report where reference = '" + reference + "'");
  }

  /** A case about the first report and the child it names. */
  private void openCase(String child) {
    Map<String, String> headers = headers(anyone(), false);
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/cases",
            "kind=child&area=greyport&team=Team&reason=told&subject="
                + CASE
                + "&report="
                + report
                + "&role-"
                + child
                + "=child",
            headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    caseFile = web.text("select id::text from record.case_file");
    answer =
        web.ask(
            "POST",
            "/cases/" + caseFile + "/meetings",
            "kind=conference&meets-on=2026-12-01&meets-at=10:00&agenda=told",
            headers(anyone(), false));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    meeting = web.text("select id::text from record.case_meeting");
    number = web.text("select number from record.case_file");
    answer =
        web.ask(
            "POST",
            "/sittings",
            "kind=panel&meets-on=2026-12-01&meets-at=10:00&numbers="
                + number
                + "&agenda-"
                + caseFile
                + "=told",
            headers(anyone(), false));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    sitting = web.text("select sitting::text from record.case_meeting where sitting is not null");
  }

  /** A sample that has the case in it. */
  private String drawn() {
    web.settle();
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/inspections",
            "title=Sample&criteria=child-protection-2024&strata=nothing&precision=10&part=first"
                + "&since=2020-01-01&until=2100-01-01&size-all=1",
            headers(anyone(), false));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return web.text("select id::text from record.inspection");
  }

  /** An audit that has drawn every report. */
  private String audited() {
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/recording-audits",
            "title=Audit&strata=kind&precision=10&expected=90&since=2020-01-01&until=2100-01-01"
                + "&size-missing-episode=2",
            headers(anyone(), false));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return web.text("select id::text from record.recording_audit");
  }

  private void written(String path, String body) {
    HttpResponse<String> answer = web.ask("POST", path, body, headers(anyone(), true));
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(201);
  }

  /**
   * From now on the database notes which transaction reads which personal row. Heed's own programs
   * read without showing anybody anything, when they will.
   */
  private void watch() {
    web.asOwner(
        """
        create schema watch;
        create table watch.seen (tx xid8, record uuid, primary key (tx, record));
        create function watch.saw(record uuid) returns boolean
        language plpgsql volatile security definer as $$
        begin
          if not exists (select 1 from access.account a
              where a.id = (access.session_now()).account and a.name in ('standings', 'notices')) then
            insert into watch.seen values (pg_current_xact_id(), record) on conflict do nothing;
          end if;
          return true;
        end $$;
        grant usage on schema watch to heed_app;
        create policy watched on record.narrative as restrictive for select to heed_app
          using (watch.saw(report));
        create policy watched on record.mention as restrictive for select to heed_app
          using (watch.saw(report));
        create policy watched on record.thing_mention as restrictive for select to heed_app
          using (watch.saw(report));
        create policy watched on record.person_version as restrictive for select to heed_app
          using (watch.saw(person));
        """);
  }

  @Test
  void everyGetEndpoint_isThoughtAbout() {
    assertThat(routes.stream().filter(route -> route.method().equals("GET")).map(Route::name))
        .containsExactlyInAnyOrderElementsOf(SHOWS.keySet());
  }

  @Test
  void everyRecordShown_isNamedByOneEntryOfTheTransactionThatReadIt() {
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : routes) {
        Looked looked = look(route, anyone());
        looked.check(softly, route.name());
        Set<String> expected =
            SHOWS.getOrDefault(route.name(), Set.of()).stream()
                .flatMap(word ->
                    switch (word) {
                      case "number" -> Stream.of(number());
                      case "identifiers" -> Stream.of(report, second);
                      default -> Stream.of(word);
                    })
                .collect(Collectors.toSet());
        softly.assertThat(looked.words()).as(route.name()).containsAll(expected);
      }
    });
  }

  @Test
  void everyRole_seesNothingWithoutAnEntry() {
    SoftAssertions.assertSoftly(softly -> {
      for (Role role : Role.values()) {
        for (Route route : routes) {
          look(route, web.session(role)).check(softly, route.name() + " as " + role.code());
        }
      }
    });
  }

  @Test
  void endpointThatShowsARecordWithoutAnEntry_isFound() throws Exception {
    Acts acts = web.server().service(Acts.class);
    JdbcClient sql = JdbcClient.create(web.server().service(Databases.class).app());
    Routes.add(web.server(), "/made-list", new Leaky(acts, sql), "list", Caller.class);
    Route leak =
        Routes.of(web.server()).stream()
            .filter(route -> route.name().equals("GET /made-list"))
            .findFirst()
            .orElseThrow();
    SoftAssertions found = new SoftAssertions();
    look(leak, anyone()).check(found, leak.name());
    assertThat(found.assertionErrorsCollected()).hasSize(3);
  }

  /** Shows narratives as counts are shown: without an entry. */
  record Leaky(Acts acts, JdbcClient sql) {
    @Needs
    public ResponseEntity<String> list(@AuthenticationPrincipal Caller caller) {
      return ResponseEntity.ok(
          acts.plain(
              caller,
              () ->
                  String.join(
                      " ",
                      sql.sql("select text from record.narrative").query(String.class).list())));
    }
  }

  @Test
  void whereNoEntryCanBeWritten_nothingIsShown() {
    web.asOwner("revoke insert on ledger.entry from heed_app");
    try {
      SoftAssertions.assertSoftly(softly -> {
        for (Route route : routes) {
          HttpResponse<String> answer = ask(route, anyone());
          softly.assertThat(words(route, answer.body())).as(route.name()).isEmpty();
          if (!SHOWS.getOrDefault(route.name(), Set.of()).isEmpty()) {
            softly.assertThat(answer.statusCode()).as(route.name()).isEqualTo(500);
          }
        }
      });
    } finally {
      web.asOwner("grant insert on ledger.entry to heed_app");
    }
  }

  /**
   * What one question left behind.
   *
   * @param words of the records that the answer shows
   * @param named each record named, with the transaction of the entry that names it
   * @param read each record of which a personal row was read, with the transaction that did
   */
  private record Looked(
      boolean get,
      Map<String, String> records,
      Set<String> words,
      List<String> named,
      Set<String> read) {

    void check(SoftAssertions softly, String what) {
      for (String word : words) {
        String record = records.getOrDefault(word, word);
        softly
            .assertThat(named.stream().filter(one -> one.startsWith(record)))
            .as(what + " shows " + word)
            .hasSize(1);
      }
      if (get || !words.isEmpty()) {
        Set<String> transactions = after(named);
        softly
            .assertThat(after(read))
            .as(what + " reads personal rows in transactions without an entry")
            .isSubsetOf(transactions);
      }
    }

    private static Set<String> after(Iterable<String> pairs) {
      Set<String> after = new TreeSet<>();
      pairs.forEach(pair -> after.add(pair.substring(pair.indexOf('@') + 1)));
      return after;
    }
  }

  private Looked look(Route route, String token) {
    web.asOwner("truncate watch.seen");
    String before = web.text("select coalesce(max(tx::text::bigint), 0)::text from ledger.entry");
    HttpResponse<String> answer = ask(route, token);
    String named =
        web.text(
            """
            select coalesce(string_agg(s || '@' || e.tx, ',' order by e.tx), '')
            from ledger.entry e, unnest(e.subjects || '00000000-0000-0000-0000-000000000000'::uuid) s
            where e.tx::text::bigint >
            """
                + before);
    String read =
        web.text(
            "select coalesce(string_agg(distinct record || '@' || tx, ','), '') from watch.seen");
    return new Looked(
        route.method().equals("GET"),
        records,
        words(route, answer.body()),
        named.isEmpty() ? List.of() : List.of(named.split(",")),
        read.isEmpty() ? Set.of() : Set.of(read.split(",")));
  }

  /** Where records are told by identifiers alone, these are the words. */
  private Set<String> words(Route route, String body) {
    Set<String> words = new TreeSet<>(records.keySet());
    if (route.path().equals("/figures/records")) {
      words.addAll(List.of(report, second));
    }
    words.removeIf(word -> !body.contains(word));
    return words;
  }

  private String number() {
    return records.keySet().stream()
        .filter(word -> word.matches(".*\\d{3}.*"))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> ask(Route route, String token) {
    String body =
        BODIES.getOrDefault(route.name(), route.api() && !route.method().equals("GET") ? "{}" : "");
    return web.ask(
        route.method(),
        path(route) + QUERIES.getOrDefault(route.name(), "").replace("{number}", number),
        body,
        headers(token, route.api()));
  }

  /** The address with what there is in the record. */
  private String path(Route route) {
    String path = route.path();
    String id =
        path.contains("recording-audits/{id}")
            ? audit
            : path.contains("inspections/{id}")
                ? inspection
                : path.contains("people/{id}")
                    ? person
                    : path.contains("/things/{id}")
                        ? thing
                        : path.contains("packs/{id}")
                            ? pack
                            : path.contains("referrals/{id}")
                                ? referral
                                : path.contains("missing/{id}")
                                    ? episode
                                    : path.contains("inbox/{id}")
                                        ? message
                                        : path.contains("cases/{id}")
                                            ? caseFile
                                            : path.contains("crimes/{id}")
                                                ? crime
                                                : path.contains("mentions/{id}")
                                                    ? mention
                                                    : path.contains("entries/{id}")
                                                        ? web.text(
                                                            "select entry::text from ledger.leaf"
                                                                + " limit 1")
                                                        : report;
    path =
        path.replace("{id}", id)
            .replace("{mention}", path.contains("things/{mention}") ? written : mention)
            .replace("{file}", "lines.csv")
            .replace("{definition}", "two-or-more-suspects")
            .replace("{a}", person)
            .replace("{b}", another)
            .replace("{member}", mention)
            .replace("{event}", mention)
            .replace("{action}", mention)
            .replace("{decision}", mention)
            .replace("{words}", mention)
            .replace("{account}", mention)
            .replace("{line}", mention)
            .replace("{meeting}", meeting)
            .replace("{sitting}", sitting)
            .replace("{case}", caseFile)
            .replace("{report}", report)
            .replace("{request}", mention)
            .replace("{pack}", pack)
            .replace("{document}", document)
            .replace("{paper}", document)
            .replace("{measure}", document)
            .replace("{kind}", path.contains("referrals") ? "social-care" : "return")
            .replace("{way}", "public")
            .replace("{step}", "happened")
            .replace("{name}", "rulebook.schema.json");
    assertThat(path).as("what stands for the variables").doesNotContain("{");
    return path;
  }

  private String anyone() {
    return web.session("anyone", EnumSet.allOf(Right.class));
  }

  private Map<String, String> headers(String token, boolean api) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Idempotency-Key", web.newId().toString());
    headers.put("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded");
    headers.put("Accept", api ? "application/json, text/plain;q=0.5" : "text/html");
    return headers;
  }
}
