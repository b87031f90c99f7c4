package org.heed.server.crime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.By;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.FigureStore;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Question;
import org.heed.server.publication.Unit;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told in several reports and is one incident by the counting rules. */
class OneIncidentsTest {
  private static final Instant FIRST = Instant.parse("2026-05-12T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-05-20T10:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-05-02T20:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-05-15T20:00:00Z");
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

  private ServerFixture server;
  private RecordServices services;
  private RulebookInForce rulebook;
  private OneIncidents incidents;
  private Caller officer;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    server.clock().set(LATER.plus(Duration.ofHours(1)));
    rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), rulebook, new Random(7));
    incidents =
        new OneIncidents(
            server.acts(),
            new OneIncidentStore(server.databases()),
            new CountingRules(rulebook),
            services.crimes());
    officer = server.someone(Right.RECORD, Right.READ, Right.CRIME, Right.PEOPLE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private record Told(UUID report, UUID child, UUID adult, UUID crime) {}

  private Told told(String reference, Instant occurred, Instant reported, String offence) {
    UUID report =
        services
            .reports()
            .record(
                officer,
                SampleReport.of(
                    "test",
                    reference,
                    ReportKind.CRIME_REPORT,
                    NoticeRoute.CHILD,
                    "greyport",
                    "She told her teacher of an older man, his car and a hotel.",
                    occurred,
                    occurred,
                    reported,
                    reported,
                    List.of(
                        someone(MentionRole.VICTIM, "Robin"), someone(MentionRole.SUSPECT, "Ash"))))
            .report();
    List<UUID> people =
        server
            .acts()
            .plain(officer, () -> new ReportFiles(server.databases()).find(report, KnownAt.NOW))
            .orElseThrow()
            .people()
            .stream()
            .map(ReportFile.Mention::id)
            .toList();
    UUID crime =
        services
            .crimes()
            .record(
                officer,
                report,
                new Crimes.Committed(
                    List.of(people.get(0)),
                    List.of(people.get(1)),
                    List.of(offence),
                    "Evidenced",
                    Grounded.NONE))
            .getFirst();
    return new Told(report, people.get(0), people.get(1), crime);
  }

  private static NewMention someone(MentionRole role, String name) {
    return new NewMention(role, name, "Reed", null, null, null, null, null, null, null);
  }

  private void samePeople(Told one, Told other) {
    UUID child = services.people().createFor(officer, one.child(), "Robin", "Reed", null, "New");
    UUID adult = services.people().createFor(officer, one.adult(), "Ash", "Reed", null, "New");
    services.people().choose(officer, other.child(), child, "Same school and street");
    services.people().choose(officer, other.adult(), adult, "Same car");
  }

  private long counted() throws SQLException {
    server.sequencer().settle();
    Figures figures =
        new Figures(
            server.acts(),
            new FigureStore(server.databases()),
            new KnownPositions(server.databases()),
            rulebook,
            server.time());
    return figures
        .ask(
            server.someone(Right.FIGURES, Right.PSEUDONYMISED),
            new Question(
                Unit.CRIMES,
                Definition.ALL,
                null,
                By.MONTH,
                Dated.REPORTED,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31),
                null))
        .total()
        .count();
  }

  @Test
  void toldLaterOfBeforeTheFirstReport_isOneIncident_onceAPersonSaysSo_andCanBeUndone()
      throws SQLException {
    Told first = told("1", EARLIER, FIRST, "88A");
    Told later = told("2", EARLIER, LATER, "71");
    assertThat(incidents.list(officer, LONG_AGO)).as("nobody has linked them").isEmpty();
    samePeople(first, later);
    OneIncident found = incidents.list(officer, LONG_AGO).getFirst();
    assertThat(found.crime()).isEqualTo(later.crime());
    assertThat(found.into()).isEqualTo(first.crime());
    assertThat(found.code()).as("the more serious of the two").isEqualTo("71");
    assertThat(found.because()).extracting(RuleSaid::rule).contains("finished-incident");
    assertThat(incidents.of(officer, first.crime())).hasSize(1);
    assertThat(counted()).as("nothing is joined by itself").isEqualTo(2);

    incidents.decide(officer, later.crime(), first.crime(), true, "The same evening");
    assertThat(counted()).isEqualTo(1);
    CrimeStore store = new CrimeStore(server.databases());
    CrimeStore.Now into = server.acts().plain(officer, () -> store.now(first.crime()));
    assertThat(into.offence()).isEqualTo("71");
    assertThat(into.act()).isEqualTo(CrimeAct.RECLASSIFIED);
    assertThat(incidents.list(officer, LONG_AGO)).isEmpty();
    assertThat(server.count("select count(*) from ledger.entry where kind = 'crime.merged'"))
        .isEqualTo(1);
    assertThatThrownBy(() -> services.crimes().reclassify(officer, later.crime(), "88A", "Wrong"))
        .hasMessageContaining("counted in another");

    services.crimes().reinstate(officer, later.crime(), "Another evening after all");
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void saidToBeOfItsOwn_isRemembered_andCanBeDecidedAgain() throws SQLException {
    Told first = told("1", EARLIER, FIRST, "88A");
    Told later = told("2", EARLIER, LATER, "88A");
    samePeople(first, later);
    incidents.decide(officer, later.crime(), first.crime(), false, "Another child's phone");
    assertThat(incidents.list(officer, LONG_AGO)).isEmpty();
    assertThat(incidents.of(officer, later.crime()))
        .singleElement()
        .satisfies(one -> assertThat(one.refused()).isTrue());
    assertThat(counted()).isEqualTo(2);
    incidents.decide(officer, later.crime(), first.crime(), true, "The same phone");
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void whatHappenedAfterTheFirstReport_isAnotherCrime_andIsNotProposed() {
    Told first = told("1", EARLIER, FIRST, "88A");
    Told later = told("2", AFTER, LATER, "71");
    samePeople(first, later);
    assertThat(incidents.list(officer, LONG_AGO)).isEmpty();
    assertThatThrownBy(() -> incidents.decide(officer, later.crime(), first.crime(), true, "No"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whoMayNotReadOneOfTheReports_isNotToldOfIt() {
    Told first = told("1", EARLIER, FIRST, "88A");
    Told later = told("2", EARLIER, LATER, "71");
    samePeople(first, later);
    Caller elsewhere = server.someone("norchester", List.of("fernley"), Right.READ, Right.CRIME);
    assertThat(incidents.list(elsewhere, LONG_AGO)).isEmpty();
    assertThat(incidents.of(elsewhere, later.crime())).isEmpty();
  }
}
