package org.heed.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.sampling.Redrawn;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of two routes, drawn and audited by named people, and the rates of all of them. */
class RecordingAuditTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 20);

  private final ServerFixture server = ServerFixture.create();
  private final RecordServices services =
      RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
  private final RecordingAuditStore store = new RecordingAuditStore(server.databases());
  private final RecordingAudits audits =
      new RecordingAudits(
          server.acts(), new KnownPositions(server.databases()), store, RULEBOOK, server.time());
  private final ReportAudits reports =
      new ReportAudits(
          server.acts(),
          audits,
          store,
          new ReportFiles(server.databases()),
          services.crimes(),
          services.flags());
  private final Caller officer = someone(Role.INVESTIGATOR);
  private final Caller registrar = someone(Role.REGISTRAR);
  private final Caller inspector = someone(Role.INSPECTOR);
  private final List<UUID> all = new ArrayList<>();

  private Caller someone(Role role) {
    Caller caller = server.someone(role.rights().toArray(Right[]::new));
    server.asOwner(
        "insert into access.role_grant (entry, ordinal, account, seq, role, granted, reason)"
            + " values ('"
            + server.ids().next()
            + "', 0, '"
            + caller.account()
            + "', 1, '"
            + role.code()
            + "', true, 'made for a test')");
    return caller;
  }

  @BeforeEach
  void record() {
    server.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    for (int i = 0; i < 12; i++) {
      all.add(report(i < 8 ? NoticeRoute.THIRD_PARTY : NoticeRoute.PARTNER_AGENCY, i));
    }
    UUID victim = UUID.fromString(server.text("select id from record.mention order by id limit 1"));
    UUID of = UUID.fromString(server.text("select report from record.mention order by id limit 1"));
    services.crimes().record(officer, of, List.of(victim), List.of("71"), "She told a teacher.");
    settle();
    server.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    settle();
  }

  private UUID report(NoticeRoute route, int number) {
    return services
        .reports()
        .record(
            officer,
            new NewReport(
                "made",
                "R/" + number,
                ReportKind.CRIME_REPORT,
                route,
                "greyport",
                "A new phone, an older man and a hotel.",
                null,
                null,
                Instant.parse("2026-11-02T07:00:00Z"),
                Instant.parse("2026-11-02T08:00:00Z"),
                null,
                null,
                null,
                "safeguarding",
                null,
                null,
                List.of(
                    new NewMention(
                        MentionRole.VICTIM, "Child", null, null, 14, null, null, null, null, null)),
                List.of()))
        .report();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void settle() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID draw(int third, int partner) {
    return audits.draw(
        registrar,
        new NewRecordingAudit(
            "November",
            null,
            FROM,
            TO,
            AuditStrata.ROUTE,
            Map.of("third-party", third, "partner-agency", partner)));
  }

  @Test
  void sample_isDrawnByRoute_andAgainFromItsRecord() {
    assertThat(audits.strata(registrar, null, FROM, TO, AuditStrata.ROUTE))
        .containsExactlyInAnyOrderEntriesOf(Map.of("third-party", 8, "partner-agency", 4));
    UUID audit = draw(4, 2);
    RecordingAudits.Progress progress = audits.progress(registrar, audit);
    assertThat(progress.audit().reports()).hasSize(6);
    assertThat(audits.redraw(registrar, audit)).isEqualTo(Redrawn.SAME);
    assertThat(progress.audit().strata().stream().mapToInt(RecordingAudit.Stratum::crimes).sum())
        .isEqualTo(1);
    server.asOwner(
        "update record.recording_audit_report set report = '"
            + UUID.randomUUID()
            + "' where place = 1");
    assertThat(audits.redraw(registrar, audit)).isEqualTo(Redrawn.OTHER);
  }

  @Test
  void namedAuditor_opensWhatWasDrawnAlone_untilTheirTimeIsOver_andEachLookIsKept() {
    UUID audit = draw(4, 2);
    UUID report = audits.get(registrar, audit).reports().getFirst().report();
    assertThat(reports.open(inspector, audit, report).report()).isEmpty();
    assertThatThrownBy(() -> reports.say(inspector, audit, report, said(1, 1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not named");
    name(registrar, audit, inspector);
    assertThat(reports.open(inspector, audit, report).report()).isPresent();
    reports.say(inspector, audit, report, said(1, 1));
    assertThat(reports.open(inspector, audit, report).said().getFirst().said().reason())
        .isEqualTo("Read the report.");
    UUID other =
        all.stream()
            .filter(one -> audits.get(registrar, audit).find(one).isEmpty())
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> reports.open(inspector, audit, other))
        .hasMessageContaining("not drawn");
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'recording.report-opened'"
                    + " and subjects @> array['"
                    + report
                    + "'::uuid] and actor = '"
                    + inspector.account()
                    + "'"))
        .isEqualTo(3);
    server.asOwner("update record.recording_auditor set until = '2026-01-01T00:00:00Z'");
    ReportAudits.Opened closed = reports.open(inspector, audit, report);
    assertThat(closed.report()).isEmpty();
    assertThat(closed.said().getFirst().said().reason()).as("it tells of the report").isEmpty();
    assertThatThrownBy(() -> reports.say(inspector, audit, report, said(1, 1)))
        .isInstanceOf(Refused.class);
  }

  private void name(Caller by, UUID audit, Caller auditor) {
    LocalDate today = LocalDate.ofInstant(server.time().instant(), ZoneOffset.UTC);
    audits.name(by, audit, auditor.account(), today.plusDays(90));
    server.asOwner("update record.recording_auditor set until = '2100-01-01' where until > at");
  }

  @Test
  void auditors_areNamedBySomebodyElseWhoAnswersForEveryAreaOfTheFrame_inTheDatabaseToo() {
    UUID audit = draw(4, 2);
    LocalDate today = LocalDate.ofInstant(server.time().instant(), ZoneOffset.UTC);
    for (Caller one : List.of(registrar, inspector)) {
      assertThatThrownBy(() -> audits.name(one, audit, one.account(), today))
          .as("of oneself")
          .isInstanceOf(Refused.class);
      assertThatThrownBy(() -> beside(one, audit, one))
          .hasStackTraceContaining("row-level security");
    }
    Caller elsewhere =
        server.someone(
            "norchester",
            List.of("alder-vale"),
            Role.EXPLOITATION_LEAD.rights().toArray(Right[]::new));
    assertThat(audits.others(elsewhere, audit)).isEmpty();
    assertThatThrownBy(() -> audits.name(elsewhere, audit, inspector.account(), today))
        .hasMessageContaining("every area of the frame");
    assertThatThrownBy(() -> beside(elsewhere, audit, inspector))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(() -> audits.name(registrar, audit, inspector.account(), today.plusDays(91)))
        .hasMessageContaining("who needs longer is named again");
    name(registrar, audit, inspector);
    UUID report = audits.get(registrar, audit).reports().getFirst().report();
    assertThat(reports.open(inspector, audit, report).report()).isPresent();
    audits.end(registrar, audit, inspector.account());
    assertThat(reports.open(inspector, audit, report).report()).isEmpty();
    server.clock().pass(Duration.ofMinutes(1));
    name(registrar, audit, inspector);
    assertThat(reports.open(inspector, audit, report).report()).as("the latest counts").isPresent();
  }

  /** Past the rules that the service holds to. */
  private void beside(Caller by, UUID audit, Caller auditor) {
    server
        .acts()
        .changing(
            by,
            "recording.auditor-named",
            act ->
                act.add(
                    Tables.RECORDING_AUDITOR,
                    audit,
                    auditor.account(),
                    Instant.parse("2100-01-01T00:00:00Z"),
                    by.account(),
                    act.at()));
  }

  private static Audited.Said said(int should, int recorded) {
    return new Audited.Said(
        true, should, recorded, recorded, recorded, Audited.Flag.RIGHT, "Read the report.", null);
  }

  private static Audited.Said said(int recorded, int wrongly, String reason) {
    return new Audited.Said(
        true, recorded, recorded, recorded, recorded, Audited.Flag.RIGHT, reason, wrongly);
  }

  @Test
  void rates_countRoutesByTheirSize_andWhatTellsNothingWidensThem() {
    UUID audit = draw(4, 2);
    name(registrar, audit, inspector);
    List<RecordingAudit.Drawn> drawn = audits.get(inspector, audit).reports();
    for (RecordingAudit.Drawn one : drawn) {
      boolean partner = one.stratum().equals("partner-agency");
      reports.say(inspector, audit, one.report(), said(1, partner ? 0 : 1));
    }
    RecordingRates rates = audits.progress(registrar, audit).rates();
    RecordingRates.Rate recorded = rates.rates().getFirst();
    assertThat(recorded.has()).isEqualTo(4);
    assertThat(recorded.should()).isEqualTo(6);
    assertThat(recorded.share().value()).as("8 of 12").isCloseTo(8 / 12.0, within(1e-12));
    assertThat(rates.routes()).hasSize(2);
    reports.say(
        inspector, audit, drawn.getFirst().report(), Audited.Said.cannotTell("No narrative."));
    RecordingRates open = audits.progress(registrar, audit).rates();
    assertThat(open.told()).isEqualTo(5);
    assertThat(open.rates().getFirst().share().interval().upper())
        .as("the one that was not recorded may be")
        .isGreaterThan(recorded.share().interval().upper());
    assertThat(reports.open(inspector, audit, drawn.getFirst().report()).said())
        .as("what was said before stays")
        .hasSize(2);
  }

  private void crime(UUID report) {
    UUID victim =
        UUID.fromString(
            server.text("select id::text from record.mention where report = '" + report + "'"));
    services
        .crimes()
        .record(officer, report, List.of(victim), List.of("71"), "She told a teacher.");
  }

  private List<UUID> withCrimes() {
    return server.texts("select report::text from record.crime order by report").stream()
        .map(UUID::fromString)
        .toList();
  }

  @Test
  void crimesOnRecordThatShouldNotBe_areToldApart_andTakenOffWhatShouldBe() {
    UUID first = withCrimes().getFirst();
    all.stream().filter(one -> !one.equals(first)).limit(5).forEach(this::crime);
    settle();
    UUID audit = draw(8, 4);
    name(registrar, audit, inspector);
    for (RecordingAudit.Drawn one : audits.get(inspector, audit).reports()) {
      boolean wrongly = one.report().equals(first);
      boolean recorded = !wrongly && withCrimes().contains(one.report());
      reports.say(
          inspector, audit, one.report(), said(recorded ? 1 : 0, wrongly ? 1 : 0, "Read it."));
    }
    RecordingRates rates = audits.progress(registrar, audit).rates();
    assertThat(rates.rates().getFirst().share().value()).as("none is missing").isEqualTo(1);
    assertThat(rates.rates()).hasSize(4);
    RecordingRates.Over over = rates.over().orElseThrow();
    assertThat(over.rate().has()).isEqualTo(1);
    assertThat(over.rate().should()).isEqualTo(6);
    assertThat(over.rate().share().value()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(over.crimes().value()).isCloseTo(1, within(1e-9));
    assertThat(over.crimes().interval().upper()).as("all were drawn").isCloseTo(1, within(1e-9));
    assertThat(rates.should().orElseThrow().should().value()).isCloseTo(5, within(1e-9));
    assertThat(rates.should().orElseThrow().missing().value()).isCloseTo(0, within(1e-9));
    UUID other = withCrimes().stream().filter(one -> !one.equals(first)).findFirst().orElseThrow();
    reports.say(inspector, audit, other, Audited.Said.cannotTell("No narrative."));
    RecordingRates open = audits.progress(registrar, audit).rates();
    assertThat(open.over().orElseThrow().crimes().interval().upper())
        .as("its crime may be there wrongly")
        .isGreaterThan(over.crimes().interval().upper());
  }

  @Test
  void incidentKeptApart_isNoCrimeOnRecord() {
    UUID report =
        all.stream().filter(one -> !one.equals(withCrimes().getFirst())).findFirst().orElseThrow();
    services
        .crimes()
        .record(
            officer,
            report,
            new Crimes.Committed(
                List.of(),
                List.of(),
                List.of("N100"),
                "Not confirmed at once",
                Grounded.on("N100/01")));
    settle();
    assertThat(withCrimes()).as("it has a number as crimes have").hasSize(2);
    UUID audit = draw(8, 4);
    name(registrar, audit, inspector);
    assertThat(
            audits.get(inspector, audit).strata().stream()
                .mapToInt(RecordingAudit.Stratum::crimes)
                .sum())
        .isEqualTo(1);
    for (Audited.Said said : List.of(said(1, 0, "Read it."), said(0, 1, "Read it."))) {
      assertThatThrownBy(() -> reports.say(inspector, audit, report, said))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("are 0 at most");
    }
    assertThat(reports.open(inspector, audit, report).crimes())
        .singleElement()
        .satisfies(one -> assertThat(one.counted()).isFalse());
    reports.say(inspector, audit, report, said(0, 0, "A crime of rape should be on record."));
  }

  @Test
  void whatWasSaidBeforeItWasAsked_tellsNothingOfCrimesThereWrongly() {
    UUID audit = draw(8, 4);
    name(registrar, audit, inspector);
    UUID report = withCrimes().getFirst();
    reports.say(inspector, audit, report, said(1, 1));
    assertThat(audits.progress(registrar, audit).rates().over()).isEmpty();
    UUID other = all.stream().filter(one -> !one.equals(report)).findFirst().orElseThrow();
    assertThatThrownBy(() -> reports.say(inspector, audit, other, said(0, 1, "Read it.")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("No more crimes are on record");
    assertThatThrownBy(() -> reports.say(inspector, audit, report, said(1, 1, "Read it.")))
        .as("one crime is on record, and is not both")
        .isInstanceOf(Refused.class)
        .hasMessageContaining("are 1 at most");
    reports.say(inspector, audit, other, said(0, 0, "Read it."));
    RecordingRates.Over over = audits.progress(registrar, audit).rates().over().orElseThrow();
    assertThat(over.crimes().value()).as("nothing on record was told of").isNaN();
    reports.say(inspector, audit, report, said(0, 1, "It was told twice."));
    assertThat(reports.open(inspector, audit, report).said().getLast().said().wrongly())
        .isEqualTo(1);
    assertThat(audits.progress(registrar, audit).rates().over().orElseThrow().rate().has())
        .isEqualTo(1);
  }

  @Test
  void moreRecordedThanShouldBe_isRefused() {
    UUID audit = draw(1, 1);
    UUID report = audits.get(registrar, audit).reports().getFirst().report();
    assertThatThrownBy(() -> reports.say(registrar, audit, report, said(1, 2)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("No more can be recorded");
  }
}
