package org.heed.server.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.ChangedRulebook;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.missing.Interview.Kind;
import org.heed.server.missing.Interview.Outcome;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.Recogniser;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.report.ReportStore;
import org.heed.server.review.ReviewDraws;
import org.heed.server.safeguarding.AgencyKind;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.safeguarding.Meetings;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Episodes, grades by named officers from all that is held, and the two interviews. */
class MissingTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  private ServerFixture server;
  private People people;
  private ReportDesk reports;
  private Missing missing;
  private MissingStore store;
  private Caller officer;
  private UUID child;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    PersonStore persons = new PersonStore(server.databases());
    people = new People(server.acts(), persons);
    ReviewDraws draws = new ReviewDraws(RULEBOOK, new Random(7));
    reports =
        new ReportDesk(
            server.acts(),
            new ReportStore(server.databases()),
            List.of(new Recogniser(RULEBOOK, List.of(draws))));
    store = new MissingStore(server.databases());
    missing =
        new Missing(
            server.acts(),
            store,
            persons,
            new EpisodeClocks(RULEBOOK, server.time()),
            RULEBOOK,
            server.time());
    officer =
        server.someone("norchester", List.of("greyport"), Right.PEOPLE, Right.READ, Right.RECORD);
    child =
        people.create(
            officer,
            new NewPerson(
                "Elodie", "Marsh", LocalDate.of(2013, 4, 2), "day", null, null, null, null, null),
            "Known");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID reported(Instant at) {
    server.clock().set(at);
    return missing.report(
        officer,
        child,
        new NewEpisode("greyport", null, null, at, "Staff", "Not back from town; phone off."));
  }

  /** Who else is told, and when, is the standard's to say, apart from when it nears. */
  @Test
  void episodeWithoutACase_escalatesWhenTheStandardSays_orToNobody(@TempDir Path folder)
      throws Exception {
    Instant at = Instant.parse("2026-05-01T21:00:00Z");
    UUID episode = reported(at);
    for (boolean toNobody : List.of(false, true)) {
      RulebookInForce rulebook =
          ChangedRulebook.in(
              folder.resolve(String.valueOf(toNobody)),
              "standards/missing-risk-graded.yaml",
              "escalate: {after: 15 minutes, to: supervisors}",
              "escalate: {after: 45 minutes, to: " + (toNobody ? "nobody}" : "supervisors}"));
      OtherDeadline graded =
          new EpisodeDeadlines(
                  server.acts(),
                  store,
                  new PersonStore(server.databases()),
                  new EpisodeClocks(rulebook, server.time()))
              .deadlines(server.someone(Right.PEOPLE, Right.READ, Right.NOTIFY), at).stream()
                  .filter(one -> one.about().equals("missing-risk-graded:" + episode))
                  .findFirst()
                  .orElseThrow();
      assertThat(graded.due()).isEqualTo(at.plus(Duration.ofMinutes(60)));
      assertThat(graded.nearsFrom()).isEqualTo(at.plus(Duration.ofMinutes(45)));
      assertThat(graded.pastFrom()).isEqualTo(at.plus(Duration.ofMinutes(105)));
      assertThat(graded.othersFrom()).isEqualTo(toNobody ? Instant.MAX : graded.pastFrom());
    }
  }

  private void found(UUID episode, Instant at) {
    server.clock().set(at);
    missing.found(
        officer, episode, at, "A hotel by the station.", "PC, on patrol.", "Tired, cold.");
  }

  private void interview(
      UUID episode, Kind kind, Outcome outcome, Instant at, @Nullable String tried) {
    server.clock().set(at);
    missing.interview(
        officer,
        episode,
        new Interview(kind, outcome, at, "Youth worker", true, tried, "She spoke of a car.", ""));
  }

  private State clock(UUID episode, String standard) {
    return missing.open(officer, episode).clocks().stream()
        .filter(one -> one.standard().id().equals(standard))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private UUID reportOf(Caller by, String area, String reference, String words) {
    UUID report =
        reports
            .record(
                by,
                new NewReport(
                    "test",
                    reference,
                    ReportKind.INTELLIGENCE,
                    NoticeRoute.PARTNER_AGENCY,
                    area,
                    words,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "safeguarding",
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            "Elodie",
                            "Marsh",
                            null,
                            13,
                            null,
                            null,
                            null,
                            null,
                            null))))
            .report();
    UUID mention =
        UUID.fromString(
            server.text("select id::text from record.mention where report = '" + report + "'"));
    people.choose(by, mention, child, "It is her.");
    return report;
  }

  /**
   * HMIC 2016: the risk to a missing child was graded medium because she was “streetwise”. Heed
   * would have pointed the word out to the officer as hiding a child, before the grade was kept,
   * with the earlier reports and episodes beside it; and whoever opens the episode sees that the
   * word was pointed out and kept, and by whom.
   */
  @Test
  void mediumBecauseStreetwise_isPointedOut_withWhatIsHeldBesideIt() {
    UUID report =
        reportOf(
            officer,
            "greyport",
            "R/1",
            "Found at a hotel with an older male who had bought her a phone. Frightened of him.");
    UUID earlier = reported(Instant.parse("2026-09-01T20:00:00Z"));
    found(earlier, Instant.parse("2026-09-02T06:00:00Z"));
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    String reason = "Medium because she is streetwise and has come back before.";
    assertThat(missing.advice(reason))
        .anySatisfy(note -> {
          assertThat(note.text()).isEqualTo("streetwise");
          assertThat(note.suggest()).contains("hides a child");
        });
    Held held = missing.open(officer, episode).held();
    assertThat(held.person().events()).extracting(event -> event.report()).containsExactly(report);
    assertThat(held.findings()).isNotEmpty();
    assertThat(held.episodes()).extracting(Episode::id).containsExactly(earlier);
    missing.grade(officer, episode, RiskGrade.MEDIUM, reason);
    Episode.Graded graded = missing.open(officer, episode).episode().grade().orElseThrow();
    assertThat(graded.advised()).contains("streetwise");
    assertThat(graded.by()).isEqualTo(officer.name().replace('p', 'P'));
    assertThat(server.text("select held from record.missing_grade"))
        .contains(report.toString(), earlier.toString());
    assertThat(missing.advice("Two hotels, an older male and a new phone since September."))
        .isEmpty();
  }

  @Test
  void reportsOfOtherAreas_areCountedForWhoGrades_restrictedOnesAreNot() {
    Caller elsewhere =
        server.someone("norchester", List.of("fernley"), Right.PEOPLE, Right.READ, Right.RECORD);
    reportOf(elsewhere, "fernley", "F/1", "Seen in a car with an older male.");
    UUID closed = reportOf(elsewhere, "fernley", "F/2", "Seen in a car again.");
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    assertThat(missing.open(officer, episode).held().elsewhere()).isEqualTo(2);
    server.asOwner(
        "insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)"
            + " values ('"
            + server.ids().next()
            + "', 0, '"
            + closed
            + "', 1, true, '', 'Test')");
    assertThat(missing.open(officer, episode).held().elsewhere()).isEqualTo(1);
    assertThat(missing.open(officer, episode).held().closed()).as("and nothing more").isTrue();
    missing.grade(officer, episode, RiskGrade.HIGH, "An older male was seen with her.");
    assertThat(server.text("select held from record.missing_grade"))
        .endsWith("more is closed")
        .doesNotContain(closed.toString());
    assertThat(missing.open(elsewhere, episode).held().elsewhere()).isZero();
  }

  @Test
  void board_hasTheUngradedFirst_thenByGrade_thenTheLongestMissing() {
    UUID low = reported(Instant.parse("2026-11-01T20:00:00Z"));
    missing.grade(officer, low, RiskGrade.LOW, "Went to her aunt, who has called.");
    UUID high = another("Ada", Instant.parse("2026-11-01T21:00:00Z"));
    missing.grade(officer, high, RiskGrade.HIGH, "An older male was seen with her.");
    UUID highLater = another("Bea", Instant.parse("2026-11-01T22:00:00Z"));
    missing.grade(officer, highLater, RiskGrade.HIGH, "No phone, no medicine.");
    UUID ungraded = another("Cara", Instant.parse("2026-11-01T23:00:00Z"));
    assertThat(missing.board(officer).missing())
        .extracting(Episode::id)
        .containsExactly(ungraded, high, highLater, low);
    assertThat(missing.counts(officer)).isEqualTo(new Missing.Counts(4, 1, 0, 0, 0));
  }

  private UUID another(String name, Instant at) {
    UUID person =
        people.create(
            officer,
            new NewPerson(name, "Teale", null, "unknown", null, null, null, null, null),
            "Known");
    server.clock().set(at);
    return missing.report(
        officer, person, new NewEpisode("greyport", null, null, at, null, "Not home."));
  }

  @Test
  void interviews_areTwoThings_withClocksOfTheirOwn() {
    Instant at = Instant.parse("2026-11-01T20:00:00Z");
    UUID episode = reported(at);
    missing.grade(officer, episode, RiskGrade.HIGH, "An older male was seen with her.");
    Instant back = at.plus(Duration.ofHours(5));
    found(episode, back);
    assertThat(clock(episode, "prevention-interview")).isEqualTo(State.DUE);
    interview(episode, Kind.PREVENTION, Outcome.HELD, back.plus(Duration.ofHours(20)), null);
    assertThat(clock(episode, "prevention-interview")).isEqualTo(State.MET);
    assertThat(clock(episode, "return-interview")).isEqualTo(State.DUE);
    interview(episode, Kind.RETURN, Outcome.OFFERED, back.plus(Duration.ofHours(30)), null);
    server.clock().set(back.plus(Duration.ofHours(73)));
    assertThat(clock(episode, "return-interview")).isEqualTo(State.NOT_EVIDENCED);
    assertThat(missing.board(officer).owing().rows())
        .extracting(Episode::id)
        .containsExactly(episode);
    Instant later = back.plus(Duration.ofHours(80));
    assertThatThrownBy(() -> interview(episode, Kind.RETURN, Outcome.DECLINED, later, " "))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("what was tried");
    interview(episode, Kind.RETURN, Outcome.DECLINED, later, "Twice at school, once by phone.");
    assertThat(clock(episode, "return-interview")).isEqualTo(State.LATE);
    assertThat(missing.board(officer).owing().rows()).isEmpty();
  }

  @Test
  void thirdEpisodeIn90Days_asksForAMeeting_untilOneIsHeld() {
    UUID first = reported(Instant.parse("2026-09-01T20:00:00Z"));
    found(first, Instant.parse("2026-09-02T06:00:00Z"));
    UUID second = reported(Instant.parse("2026-10-01T20:00:00Z"));
    assertThat(missing.open(officer, second).clocks())
        .noneMatch(one -> one.standard().id().equals("repeat-missing-meeting"));
    found(second, Instant.parse("2026-10-02T06:00:00Z"));
    UUID third = reported(Instant.parse("2026-11-02T20:00:00Z"));
    assertThat(clock(third, "repeat-missing-meeting")).isEqualTo(State.DUE);
    server.clock().set(Instant.parse("2026-11-20T09:00:00Z"));
    assertThat(clock(third, "repeat-missing-meeting")).isEqualTo(State.NOT_EVIDENCED);
  }

  @Test
  void repeatEpisodesOfAChildWithoutACase_standOnTheBoard_withWhoOpenedTheLast() {
    UUID first = reported(Instant.parse("2026-09-01T20:00:00Z"));
    found(first, Instant.parse("2026-09-02T06:00:00Z"));
    UUID second = reported(Instant.parse("2026-10-01T20:00:00Z"));
    found(second, Instant.parse("2026-10-02T06:00:00Z"));
    assertThat(missing.board(officer).meetings()).isEmpty();
    UUID third = reported(Instant.parse("2026-11-02T20:00:00Z"));
    assertThat(missing.board(officer).meetings()).extracting(Episode::id).containsExactly(third);
    assertThat(missing.counts(officer).mine()).isEqualTo(1);
    Caller colleague = server.someone(Right.PEOPLE);
    assertThat(missing.counts(colleague).meetings()).isEqualTo(1);
    assertThat(missing.counts(colleague).mine()).isZero();
  }

  @Test
  void strategyMeetingHeldUnderMeetings_answersRepeatEpisodes_andACancelledOneDoesNot() {
    for (String day : List.of("2026-09-01", "2026-10-01")) {
      UUID one = reported(Instant.parse(day + "T20:00:00Z"));
      found(one, Instant.parse(day + "T23:00:00Z"));
    }
    UUID third = reported(Instant.parse("2026-11-02T20:00:00Z"));
    Caller worker =
        server.someone("norchester", null, Right.PEOPLE, Right.READ, Right.RECORD, Right.CASES);
    RecordServices services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    UUID file = caseOf(services, worker);
    assertThat(stands(worker, third)).isEqualTo(State.DUE);
    meets(services, worker, file, MeetingKind.STRATEGY_DISCUSSION);
    assertThat(stands(worker, third)).as("another kind").isEqualTo(State.DUE);
    meets(services, worker, file, MeetingKind.STRATEGY_MEETING);
    assertThat(stands(worker, third)).isEqualTo(State.MET);
    assertThat(missing.board(worker).meetings()).isEmpty();
  }

  private UUID caseOf(RecordServices services, Caller worker) {
    return services
        .cases()
        .open(
            worker,
            new NewCase(
                CaseKind.CHILD,
                "greyport",
                "Elodie Marsh",
                null,
                worker.account(),
                "Exploitation team",
                "Three times missing.",
                List.of(new NewCase.Member(CaseRole.CHILD, child, null, null, null))));
  }

  private void meets(RecordServices services, Caller worker, UUID file, MeetingKind kind) {
    Instant at = Instant.parse("2026-11-03T10:00:00Z");
    UUID meeting =
        services
            .meetings()
            .plan(
                worker,
                file,
                kind,
                at,
                "Where she goes, and to whom.",
                Set.of(),
                List.of(
                    new Meetings.Guest("DI Vance", AgencyKind.POLICE, "police", Attends.PRESENT)));
    server.clock().set(at.plus(Duration.ofHours(2)));
    services
        .meetings()
        .hold(
            worker, file, meeting, at, "She stays at her aunt's.", List.of(), List.of(), List.of());
  }

  private State stands(Caller caller, UUID episode) {
    return missing.open(caller, episode).clocks().stream()
        .filter(one -> one.standard().id().equals("repeat-missing-meeting"))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void returnInterviewHeldByThePolice_isRefused_andOneOfOldMeetsNoClock() {
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    Instant back = Instant.parse("2026-11-02T01:00:00Z");
    found(episode, back);
    server.clock().set(back.plus(Duration.ofHours(20)));
    Interview police =
        new Interview(
            Kind.RETURN,
            Outcome.HELD,
            back.plus(Duration.ofHours(2)),
            "PC Rudd",
            false,
            null,
            "She said nothing.",
            "");
    assertThatThrownBy(() -> missing.interview(officer, episode, police))
        .hasMessageContaining("neither of the police");
    interview(episode, Kind.RETURN, Outcome.HELD, back.plus(Duration.ofHours(21)), null);
    assertThat(clock(episode, "return-interview")).isEqualTo(State.MET);
    server.asOwner("update record.missing_interview set independent = false");
    assertThat(clock(episode, "return-interview")).isEqualTo(State.DUE);
    assertThat(missing.board(officer).owing().rows()).extracting(Episode::id).contains(episode);
  }

  @Test
  void whatHappenedInTheirCase_andWhatTheySaid_liesBesideTheGrade_forWhoeverMaySeeTheCase() {
    Caller worker =
        server.someone("norchester", null, Right.PEOPLE, Right.READ, Right.RECORD, Right.CASES);
    RecordServices services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    UUID file = caseOf(services, worker);
    server.asOwner(
        "insert into record.case_words (entry, ordinal, id, case_file, words, demeanour, said_at,"
            + " said_to, by_account, at) select '"
            + server.ids().next()
            + "', 0, '"
            + server.ids().next()
            + "', id, 'He has a flat by the docks.', 'Quiet.', now(), 'Youth worker', id, now()"
            + " from record.case_file");
    assertThat(missing.open(worker, episode).held().lived())
        .extracting(Held.Lived::says)
        .contains("He has a flat by the docks.");
    assertThat(missing.open(officer, episode).held().lived()).as("without cases").isEmpty();
    missing.grade(worker, episode, RiskGrade.HIGH, "She spoke of a flat by the docks.");
    assertThat(server.text("select held from record.missing_grade")).contains(file.toString());
  }

  @Test
  void gradeInWordsThatWerePointedOut_isListedForWhoeverSupervises() {
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    missing.grade(officer, episode, RiskGrade.MEDIUM, "She is streetwise.");
    Caller supervisor = server.someone(Right.PEOPLE, Right.SUPERVISE);
    assertThat(missing.board(supervisor).advised())
        .extracting(Episode::id)
        .containsExactly(episode);
    assertThat(missing.board(officer).advised()).isEmpty();
    server.clock().pass(Duration.ofDays(15));
    assertThat(missing.board(supervisor).advised()).isEmpty();
  }

  @Test
  void childBackBeforeTheReportWasMade_isFoundAtTheTrueTime() {
    Instant at = Instant.parse("2026-11-01T20:00:00Z");
    server.clock().set(at);
    Instant seen = at.minus(Duration.ofHours(5));
    UUID episode =
        missing.report(
            officer, child, new NewEpisode("greyport", null, seen, at, "Staff", "Not back."));
    assertThatThrownBy(() ->
            missing.found(officer, episode, seen.minusSeconds(60), "Home.", "Staff.", "Well."))
        .hasMessageContaining("last seen");
    Instant back = at.minus(Duration.ofHours(1));
    missing.found(officer, episode, back, "In her room.", "Staff.", "Tired.");
    assertThat(missing.open(officer, episode).episode().found().orElseThrow().at()).isEqualTo(back);
    assertThat(missing.board(officer).missing()).isEmpty();
    assertThat(clock(episode, "return-interview")).isEqualTo(State.DUE);
  }

  @Test
  void whatWasRecordedWrongly_isWithdrawn_staysToBeRead_andCountsNowhere() {
    UUID first = reported(Instant.parse("2026-09-01T20:00:00Z"));
    found(first, Instant.parse("2026-09-02T06:00:00Z"));
    UUID second = reported(Instant.parse("2026-10-01T20:00:00Z"));
    found(second, Instant.parse("2026-10-02T06:00:00Z"));
    UUID third = reported(Instant.parse("2026-11-02T20:00:00Z"));
    assertThat(clock(third, "repeat-missing-meeting")).isEqualTo(State.DUE);
    assertThatThrownBy(() -> missing.withdraw(officer, second, Withdrawal.What.EPISODE, " "))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> missing.withdraw(officer, second, Withdrawal.What.FOUND, "Not her."))
        .hasMessageContaining("another episode");
    missing.withdraw(officer, second, Withdrawal.What.EPISODE, "It was her cousin.");
    assertThat(missing.open(officer, third).clocks())
        .noneMatch(one -> one.standard().id().equals("repeat-missing-meeting"));
    assertThat(missing.open(officer, third).held().episodes())
        .extracting(Episode::id)
        .containsExactly(first);
    assertThat(missing.open(officer, second).isWithdrawn()).isTrue();
    assertThat(missing.open(officer, second).withdrawals().getFirst().reason())
        .isEqualTo("It was her cousin.");
    assertThatThrownBy(() -> missing.withdraw(officer, second, Withdrawal.What.EPISODE, "Again."))
        .isInstanceOf(Refused.class);

    found(third, Instant.parse("2026-11-02T22:00:00Z"));
    interview(third, Kind.PREVENTION, Outcome.HELD, Instant.parse("2026-11-03T09:00:00Z"), null);
    assertThat(clock(third, "prevention-interview")).isEqualTo(State.MET);
    missing.withdraw(officer, third, Withdrawal.What.PREVENTION, "It was of another child.");
    assertThat(clock(third, "prevention-interview")).isNotEqualTo(State.MET);
    missing.withdraw(officer, third, Withdrawal.What.FOUND, "It was her sister.");
    assertThat(missing.board(officer).missing()).extracting(Episode::id).containsExactly(third);
    found(third, Instant.parse("2026-11-03T12:00:00Z"));
    assertThat(missing.board(officer).missing()).isEmpty();
    assertThat(
            server.count(
                "select count(*) from record.missing_found where episode = '" + third + "'"))
        .isEqualTo(2);
  }

  @Test
  void openInterviews_andReportsWithoutAnEpisode_neverFallOffTheBoard() {
    UUID episode = reported(Instant.parse("2026-03-01T20:00:00Z"));
    found(episode, Instant.parse("2026-03-02T06:00:00Z"));
    server.clock().set(Instant.parse("2026-11-01T20:00:00Z"));
    assertThat(missing.board(officer).owing().rows())
        .extracting(Episode::id)
        .containsExactly(episode);
    UUID oldest = UUID.fromString("00000000-0000-0000-0000-000000000000");
    for (int i = 0; i < 51; i++) {
      UUID one = reportOfMissing("M/" + i);
      oldest = i == 0 ? one : oldest;
      server.clock().pass(Duration.ofMinutes(1));
    }
    assertThat(missing.board(officer).unopened().total()).isEqualTo(51);
    assertThat(missing.board(officer).unopened().rows().getFirst().report()).isEqualTo(oldest);
    assertThat(missing.board(officer, 1, 2, false).unopened().rows()).hasSize(1);
    server.clock().pass(Duration.ofDays(30));
    assertThat(missing.board(officer).unopened().total()).isZero();
    assertThat(missing.board(officer, 1, 1, true).unopened().rows().getFirst().report())
        .isEqualTo(oldest);
  }

  private UUID reportOfMissing(String reference) {
    return reports
        .record(
            officer,
            new NewReport(
                "test",
                reference,
                ReportKind.MISSING_EPISODE,
                NoticeRoute.PARTNER_AGENCY,
                "greyport",
                "Not back from town; phone off.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "safeguarding",
                null,
                null,
                List.of()))
        .report();
  }

  @Test
  void episode_feedsTheClocksOfACaseOfTheChild() {
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    found(episode, Instant.parse("2026-11-02T06:00:00Z"));
    CaseScope scope =
        new CaseScope(
            server.ids().next(),
            "greyport",
            Instant.parse("2026-11-01T20:00:00Z"),
            Set.of(),
            List.of(
                new CaseScope.Member(
                    server.ids().next(),
                    CaseRole.CHILD,
                    Set.of(child),
                    null,
                    null,
                    Instant.parse("2026-11-01T20:00:00Z"))));
    assertThat(
            server
                .acts()
                .plain(officer, () -> new MissingFacts(store).facts(List.of(scope), KnownAt.NOW))
                .get(scope.id()))
        .extracting(fact -> fact.kind())
        .containsExactly("child-missing", "missing-found");
  }

  @Test
  void whatMakesNoSense_isRefused() {
    Instant at = Instant.parse("2026-11-01T20:00:00Z");
    UUID episode = reported(at);
    assertThatThrownBy(() -> reported(at)).hasMessageContaining("missing already");
    assertThatThrownBy(
            () -> interview(episode, Kind.RETURN, Outcome.HELD, at.plusSeconds(60), null))
        .hasMessageContaining("not found yet");
    found(episode, at.plusSeconds(3600));
    assertThatThrownBy(() -> missing.grade(officer, episode, RiskGrade.LOW, "Back."))
        .hasMessageContaining("They are found");
    Caller recorder = server.someone(Right.RECORD, Right.READ);
    assertThatThrownBy(() -> missing.open(recorder, episode)).isInstanceOf(Refused.class);
  }

  @Test
  void everyActAndEveryLook_namesTheEpisodeAndThePerson() {
    UUID episode = reported(Instant.parse("2026-11-01T20:00:00Z"));
    missing.open(officer, episode);
    missing.grade(officer, episode, RiskGrade.HIGH, "No phone.");
    found(episode, Instant.parse("2026-11-02T06:00:00Z"));
    assertThat(
            server.texts(
                "select kind from ledger.entry where subjects @> array['"
                    + episode
                    + "', '"
                    + child
                    + "']::uuid[] order by tx::text::bigint"))
        .containsExactly(
            "missing.reported",
            "missing.opened",
            "missing.opened",
            "missing.graded",
            "missing.found");
  }

  @Test
  void episodeOfAChildWithoutACase_isToldToWhoOpenedIt_untilACaseTellsOfIt() {
    Instant at = Instant.parse("2026-05-04T10:00:00Z");
    UUID episode = reported(at);
    EpisodeDeadlines deadlines =
        new EpisodeDeadlines(
            server.acts(),
            store,
            new PersonStore(server.databases()),
            new EpisodeClocks(RULEBOOK, server.time()));
    Caller program = server.someone(Right.CASES, Right.READ, Right.PEOPLE, Right.NOTIFY);
    assertThat(deadlines.deadlines(program, at.plus(Duration.ofMinutes(5))))
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(one.kind()).isEqualTo(OtherDeadline.Kind.EPISODE);
          assertThat(one.id()).isEqualTo(episode);
          assertThat(one.owner()).isEqualTo(officer.account());
          assertThat(one.number()).matches("M2026/[0-9A-F]{8}");
          assertThat(one.about()).endsWith(":" + episode);
          assertThat(one.nearsFrom()).isBeforeOrEqualTo(one.due());
          assertThat(one.othersFrom()).isAfterOrEqualTo(one.due());
          assertThat(one.toString()).doesNotContain("Elodie", "greyport");
        });
    Caller worker = server.someone("norchester", List.of("greyport"), Right.CASES, Right.PEOPLE);
    caseOf(
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7)),
        worker);
    assertThat(deadlines.deadlines(program, at.plus(Duration.ofMinutes(5)))).isEmpty();
  }
}
