package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.person.NewPerson;
import org.heed.server.publication.Part.Slot;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 9, 30);
  private static final Instant JUNE = Instant.parse("2026-06-10T10:00:00Z");
  private static RulebookInForce rulebook;

  private ServerFixture server;
  private RecordServices services;
  private Figures figures;
  private Caller team;
  private Caller analyst;

  @BeforeAll
  static void load() {
    rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
  }

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), rulebook, new Random(7));
    figures =
        new Figures(
            server.acts(),
            new FigureStore(server.databases()),
            new KnownPositions(server.databases()),
            rulebook,
            server.time());
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
    analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID report(String reference, String area, @Nullable Instant reported) {
    NewMention child =
        new NewMention(
            MentionRole.VICTIM, "Robin", "Quillfeather", null, 14, null, null, null, null, null);
    return services
        .reports()
        .record(
            team,
            SampleReport.of(
                "test",
                reference,
                ReportKind.CRIME_REPORT,
                NoticeRoute.CHILD,
                area,
                "Missing since Friday evening, found with older adults at a hotel.",
                reported,
                reported,
                reported,
                JUNE,
                List.of(child)))
        .report();
  }

  private Instant settled() throws SQLException {
    server.sequencer().settle();
    Instant moment = server.time().instant();
    server.clock().pass(Duration.ofHours(1));
    return moment;
  }

  private void flag(UUID report, FlagDecision.Answer answer) {
    String instead = answer == FlagDecision.Answer.NO ? "other-abuse" : null;
    services
        .flags()
        .decide(
            team,
            new FlagDecision(
                report, null, answer, Map.of(), instead, "officer", "Reason", JUNE, null));
  }

  private static Question question(Unit unit, Definition definition, Dated clock) {
    return new Question(unit, definition, null, By.QUARTER, clock, FROM, TO, null);
  }

  private Figure ask(Question question) {
    return figures.ask(analyst, question);
  }

  @Test
  void askedAsKnownBeforeAFlag_theCountMovesBack() throws SQLException {
    UUID report = report("1", "greyport", JUNE);
    Instant before = settled();
    flag(report, FlagDecision.Answer.YES);
    Instant flagged = settled();
    flag(report, FlagDecision.Answer.NO);
    settled();
    Question asked = question(Unit.REPORTS, Definition.CSE_FLAGGED, Dated.FLAGGED);
    assertThat(ask(asked.knownAt(before)).total().count()).isZero();
    assertThat(ask(asked.knownAt(flagged)).total().count()).isEqualTo(1);
    assertThat(ask(asked).total().count()).isZero();
  }

  @Test
  void cancelledCrime_countsOnlyAsKnownBefore() throws SQLException {
    UUID report = report("1", "greyport", JUNE);
    UUID crime = services.crimes().record(team, report, List.of(), List.of("71"), "r").getFirst();
    Instant before = settled();
    services.crimes().cancel(team, crime, Grounded.on("C4"), "Recorded in error");
    Question asked = question(Unit.CRIMES, Definition.ALL, Dated.REPORTED);
    assertThat(ask(asked).total()).isEqualTo(new Tally(0, 0, 0, 1));
    assertThat(ask(asked.knownAt(before)).total()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void change_isSplitBetweenTheDatesAndWhatBecameKnownLater() throws SQLException {
    report("early", "greyport", Instant.parse("2026-11-20T10:00:00Z"));
    settled();
    at("2027-05-01T09:00:00Z");
    report("late", "greyport", Instant.parse("2027-03-20T10:00:00Z"));
    report("in time", "greyport", Instant.parse("2027-04-20T10:00:00Z"));
    report("in time too", "greyport", Instant.parse("2027-04-21T10:00:00Z"));
    settled();
    at("2027-10-15T09:00:00Z");
    report("late again", "greyport", Instant.parse("2027-09-20T10:00:00Z"));
    settled();
    Question asked =
        new Question(
            Unit.REPORTS,
            Definition.ALL,
            null,
            By.QUARTER,
            Dated.REPORTED,
            LocalDate.of(2027, 4, 1),
            LocalDate.of(2027, 9, 30),
            null);
    Change change = figures.change(analyst, asked);
    assertThat(change).isEqualTo(new Change(1, 2, 2, 3));
    assertThat(change.byDates()).isEqualTo(1);
    assertThat(change.byLaterKnowledge()).isEqualTo(1);
    assertThat(change.split().to() - change.split().from()).isEqualTo(2);
    assertThat(ask(asked).total().count()).isEqualTo(change.asked());
    assertThat(ask(asked).before().count()).isEqualTo(change.before());
  }

  /** Time goes on, and those who signed in sign in again. */
  private void at(String moment) {
    server.clock().set(Instant.parse(moment));
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
    analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
  }

  @Test
  void n100_standsApartFromTheCount() {
    UUID report = report("1", "greyport", JUNE);
    services
        .crimes()
        .record(
            team,
            report,
            new Crimes.Committed(
                List.of(),
                List.of(),
                List.of("N100"),
                "Not yet confirmed",
                Grounded.on("N100/01")));
    assertThat(ask(question(Unit.CRIMES, Definition.ALL, Dated.REPORTED)).total())
        .isEqualTo(new Tally(0, 0, 1, 0));
  }

  @Test
  void reportWithoutTheClock_isNotKnown_neverDropped() {
    report("1", "greyport", null);
    report("2", "fernley", JUNE);
    Figure figure = ask(question(Unit.REPORTS, Definition.ALL, Dated.REPORTED));
    assertThat(figure.notKnown().count()).isEqualTo(1);
    assertThat(figure.total().count()).isEqualTo(1);
    assertThat(figure.cells()).extracting(cell -> cell.tally().count()).containsExactly(1L, 0L);
    assertThat(figure.cells())
        .extracting(Cell::label)
        .containsExactly("Apr–Jun 2026", "Jul–Sept 2026");
  }

  @Test
  void childInTwoReports_isOneChild_mentionsLinkedToNobodyStandApart() throws SQLException {
    report("1", "greyport", JUNE);
    report("2", "fernley", JUNE);
    report("3", "fernley", JUNE);
    NewPerson known = new NewPerson("Robin", null, null, "unknown", null, null, null, null, null);
    UUID person = services.people().create(team, known, "Known");
    for (int number = 1; number <= 2; number++) {
      services.people().choose(team, mention(number), person, "Same child");
    }
    Question asked = question(Unit.CHILDREN, Definition.ALL, Dated.REPORTED);
    assertThat(ask(asked).total()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(ask(asked).areas()).extracting(cell -> cell.tally().count()).containsExactly(1L, 1L);
    Caller supervisor = server.someone("norchester", List.of("fernley"), Right.READ, Right.FIGURES);
    assertThat(figures.ask(supervisor, asked).total()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(figures.ask(supervisor, asked).areas()).hasSize(1);
  }

  @Test
  void childOfAnAmendedReport_isCountedAsTheNewestKnownVersionNamesThem() throws SQLException {
    report("1", "greyport", JUNE);
    Instant before = settled();
    report("1", "greyport", JUNE.minusSeconds(60));
    settled();
    Question asked = question(Unit.CHILDREN, Definition.ALL, Dated.REPORTED);
    Caller supervisor =
        server.someone("norchester", List.of("greyport"), Right.READ, Right.FIGURES);
    for (Caller caller : List.of(analyst, supervisor)) {
      assertThat(figures.ask(caller, asked).total()).isEqualTo(new Tally(0, 1, 0, 0));
      assertThat(figures.ask(caller, asked.knownAt(before)).total())
          .isEqualTo(new Tally(0, 1, 0, 0));
    }
  }

  private UUID mention(int number) throws SQLException {
    try (var connection = server.owner();
        var query =
            connection.prepareStatement(
                "select m.id from record.mention m join record.report r on r.id = m.report"
                    + " where r.reference = ?")) {
      query.setString(1, Integer.toString(number));
      var row = query.executeQuery();
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  @Test
  void lineage_holdsAsManyRecordsAsTheCount_overRandomRecords() {
    Random random = new Random(20261123);
    List<String> areas = List.of("greyport", "fernley", "dunwell");
    for (int i = 0; i < 30; i++) {
      Instant day =
          FROM.minusDays(100)
              .atStartOfDay(java.time.ZoneOffset.UTC)
              .toInstant()
              .plus(Duration.ofHours(random.nextInt(24 * 300)));
      UUID report =
          report("r" + i, areas.get(random.nextInt(3)), random.nextInt(6) == 0 ? null : day);
      if (random.nextBoolean()) {
        flag(report, List.of(FlagDecision.Answer.values()).get(random.nextInt(3)));
      }
      if (random.nextBoolean()) {
        String offence = random.nextInt(4) == 0 ? "N100" : "71";
        UUID crime =
            services
                .crimes()
                .record(
                    team,
                    report,
                    new Crimes.Committed(
                        List.of(), List.of(), List.of(offence), "r", Grounded.on("N100/01")))
                .getFirst();
        if (random.nextInt(4) == 0) {
          services.crimes().cancel(team, crime, Grounded.on("C4"), "r");
        }
      }
    }
    for (Unit unit : Unit.values()) {
      for (Definition definition : Definition.values()) {
        Question asked = question(unit, definition, Dated.OCCURRED);
        Figure figure = ask(asked);
        same(asked, Part.TOTAL, figure.total());
        same(asked, new Part(Slot.BEFORE, null), figure.before());
        same(asked, new Part(Slot.NOT_KNOWN, null), figure.notKnown());
        for (Cell area : figure.areas()) {
          same(asked, new Part(Slot.ASKED, area.key()), area.tally());
        }
        long cells = figure.cells().stream().mapToLong(cell -> cell.tally().count()).sum();
        assertThat(cells).isEqualTo(figure.total().count());
      }
    }
  }

  private void same(Question asked, Part part, Tally tally) {
    Lineage lineage = figures.records(analyst, asked, part, 0, 1000);
    Set<UUID> ids = lineage.rows().stream().map(Lineage.Row::id).collect(Collectors.toSet());
    assertThat(ids).hasSize((int) tally.count());
    assertThat(lineage.total()).isEqualTo(tally.count());
  }

  @Test
  void lineage_isALookWithTheReportsShown_andHasNoPersonalText() {
    UUID report = report("1", "greyport", JUNE);
    Question asked = question(Unit.REPORTS, Definition.ALL, Dated.REPORTED);
    Lineage lineage = figures.records(analyst, asked, Part.TOTAL, 0, 10);
    assertThat(lineage.rows()).extracting(Lineage.Row::report).containsExactly(report);
    assertThat(lineage.toString()).doesNotContain("Quillfeather", "hotel");
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'figure.records' and '"
                    + report
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void restrictedReport_countsAsBefore_andIsNotListed() {
    report("MADE/1", "ardley", JUNE);
    UUID closed = report("MADE/2", "ardley", JUNE);
    Caller boss = server.someone(Right.READ, Right.RESTRICT);
    new Restrictions(server.acts(), server.databases())
        .restrict(boss, closed, List.of(), "A colleague is named");
    Question asked = question(Unit.REPORTS, Definition.ALL, Dated.REPORTED);
    assertThat(ask(asked).total().count()).isEqualTo(2);
    Lineage lineage = figures.records(analyst, asked, Part.TOTAL, 0, 10);
    assertThat(lineage.total()).isEqualTo(1);
    assertThat(lineage.rows()).extracting(Lineage.Row::report).doesNotContain(closed);
  }

  @Test
  void whoMayNotAskForFigures_isRefused_andWhatMakesNoSenseToo() {
    Question asked = question(Unit.REPORTS, Definition.ALL, Dated.REPORTED);
    assertThatThrownBy(() -> figures.ask(team, asked)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> question(Unit.REPORTS, Definition.ALL, Dated.FLAGGED))
        .isInstanceOf(Refused.class);
  }

  @Test
  void question_readsBackFromItsAddress() {
    Question asked =
        new Question(
            Unit.CHILDREN, Definition.PROMPTED, "fernley", By.YEAR, Dated.OCCURRED, FROM, TO, JUNE);
    assertThat(QuestionText.parse(QuestionText.of(asked), TO)).isEqualTo(asked);
    Question usual = QuestionText.parse(Map.of(), LocalDate.of(2026, 11, 23));
    assertThat(usual.from()).isEqualTo("2025-11-01");
    assertThat(usual.to()).isEqualTo("2026-10-31");
    assertThat(usual.firstDayBefore()).isEqualTo("2024-11-01");
  }
}
