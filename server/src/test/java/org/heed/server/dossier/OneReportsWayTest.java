package org.heed.server.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.person.Ties;
import org.heed.server.recognition.ContextSentences;
import org.heed.server.recognition.Readings;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.Operations;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.review.ReviewQueue;
import org.heed.server.review.Triages;
import org.heed.server.safeguarding.CaseLists;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One report's way: recorded, read, reviewed, decided, counted, and seen as it was known. */
class OneReportsWayTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  private ServerFixture server;
  private RecordServices services;
  private Dossiers dossiers;
  private ReviewQueue queue;
  private Restrictions restrictions;
  private Caller officer;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    dossiers =
        new Dossiers(
            server.acts(),
            new KnownPositions(server.databases()),
            new ReportFiles(server.databases()),
            new Readings(server.databases(), RULEBOOK),
            services.flags(),
            new Triages(server.acts(), server.databases()),
            services.crimes(),
            new Operations(server.acts(), server.databases()),
            new CaseLists(server.acts(), server.databases()),
            new Ties(server.databases()),
            server.databases());
    queue = new ReviewQueue(server.acts(), server.databases(), server.time());
    restrictions = new Restrictions(server.acts(), server.databases());
    officer =
        server.someone(
            Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE, Right.RESTRICT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID record(String reference, String narrative, int age) {
    NewReport report =
        SampleReport.of(
            "test",
            reference,
            ReportKind.CRIME_REPORT,
            null,
            "greyport",
            narrative,
            null,
            null,
            null,
            null,
            List.of(
                new NewMention(
                    MentionRole.VICTIM, "Ada", "Marlow", null, age, null, null, null, null, null)));
    return services.reports().record(officer, report).report();
  }

  private static final String TELLING =
      "Missing from her placement overnight for the third time this month. Found at a hotel with"
          + " an older male who had bought her a phone. She is frightened of him.";

  private void settle() {
    try {
      server.sequencer().settle();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FlagDecision yes(UUID report) {
    return new FlagDecision(
        report,
        null,
        Answer.YES,
        Map.of("under-18", "present"),
        null,
        "prompt",
        "Older male, gifts, hotel.",
        null,
        null);
  }

  @Test
  void tellingReport_isReadAndAskedAbout_withTheWordsMarked() {
    Dossier dossier = dossiers.open(officer, record("1", TELLING, 14), null, "read-report");
    assertThat(dossier.reading()).isPresent();
    assertThat(dossier.reading().orElseThrow().ask()).isNotNull();
    assertThat(dossier.reading().orElseThrow().findings()).isNotEmpty();
    assertThat(dossier.reading().orElseThrow().rulebook()).startsWith("england-wales/");
  }

  @Test
  void findingInContext_saysWhichWordMadeItSo() {
    String denied = "Mother denies that she was groomed by an older man.";
    Dossier dossier = dossiers.open(officer, record("1", denied, 14), null, "read-report");
    assertThat(dossier.reading().orElseThrow().findings())
        .anySatisfy(finding -> {
          assertThat(finding.context().negated()).isTrue();
          assertThat(ContextSentences.of(finding.cues(), denied))
              .containsExactly(
                  "Denied and reported by someone, by “denies that she was” before it in the same"
                      + " clause.");
        });
    assertThat(dossier.reading().orElseThrow().findings().toString()).doesNotContain("denies");
  }

  @Test
  void reviewersAtOnce_neverHoldTheSameReport_andTheQueueEmpties() {
    record("1", TELLING, 14);
    record("2", TELLING + " Again on Friday.", 15);
    Caller second = server.someone(Right.READ, Right.REVIEW);
    Optional<UUID> mine = queue.next(officer);
    Optional<UUID> theirs = queue.next(second);
    assertThat(mine).isPresent();
    assertThat(theirs).isPresent().isNotEqualTo(mine);
    services.flags().decide(officer, yes(mine.orElseThrow()));
    services.flags().decide(second, yes(theirs.orElseThrow()));
    assertThat(
            server.count(
                "select count(*) from record.flag where decision = 'yes' and route = 'prompt'"))
        .isEqualTo(2);
    assertThat(queue.next(officer).filter(mine.orElseThrow()::equals)).isEmpty();
  }

  private void decideFromTheQueue(Caller by, UUID report) {
    server
        .acts()
        .plain(
            by,
            () -> {
              queue.requireWaiting(by, report);
              services.flags().decide(by, yes(report));
              return report;
            });
  }

  @Test
  void reportThatSomebodyElseReviewsOrDecided_isNotDecidedFromTheQueue() {
    UUID report = record("1", TELLING, 14);
    assertThat(queue.next(officer)).contains(report);
    Caller second = server.someone(Right.READ, Right.REVIEW);
    assertThatThrownBy(() -> decideFromTheQueue(second, report))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Somebody else reviews this report now");
    server.clock().pass(Duration.ofMinutes(31));
    decideFromTheQueue(second, report);
    assertThatThrownBy(() -> decideFromTheQueue(officer, report))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("somebody decided it meanwhile");
    assertThat(server.count("select count(*) from record.flag")).isEqualTo(1);
  }

  @Test
  void twoWhoDecideInTheSameMoment_makeOneDecision() throws Exception {
    UUID report = record("1", TELLING, 14);
    Caller second = server.someone(Right.READ, Right.REVIEW);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> other =
          server
              .acts()
              .plain(
                  officer,
                  () -> {
                    queue.requireWaiting(officer, report);
                    Future<?> late = executor.submit(() -> decideFromTheQueue(second, report));
                    services.flags().decide(officer, yes(report));
                    return late;
                  });
      assertThatThrownBy(other::get).hasCauseInstanceOf(Refused.class);
    }
    assertThat(server.count("select count(*) from record.flag")).isEqualTo(1);
  }

  @Test
  void askedAsKnownBefore_flagAndAmendmentAreNotThereYet() {
    UUID report = record("1", TELLING, 14);
    settle();
    Instant before = server.clock().instant();
    server.clock().pass(Duration.ofDays(1));
    services.flags().decide(officer, yes(report));
    record("1", TELLING + " Placement informed.", 14);
    settle();
    Dossier then = dossiers.open(officer, report, before, "read-report");
    Dossier now = dossiers.open(officer, report, null, "read-report");
    assertThat(then.flags()).isEmpty();
    assertThat(then.report().version()).isEqualTo(1);
    assertThat(now.flags()).hasSize(1);
    assertThat(now.report().version()).isEqualTo(2);
  }

  @Test
  void referralAndDecidedReport_leadToACase_whateverWasDecided() {
    UUID report = record("1", TELLING, 14);
    assertThat(dossiers.open(officer, report, null, "read-report").mayLeadToACase()).isFalse();
    services
        .flags()
        .decide(
            officer,
            new FlagDecision(
                report,
                null,
                Answer.NO,
                Map.of(),
                "domestic-abuse",
                "prompt",
                "Her mother’s partner, at home.",
                null,
                null));
    assertThat(dossiers.open(officer, report, null, "read-report").mayLeadToACase()).isTrue();
    UUID referral =
        services
            .reports()
            .record(
                officer,
                SampleReport.of(
                    "test",
                    "2",
                    ReportKind.REFERRAL,
                    null,
                    "greyport",
                    "Her school asks for help.",
                    null,
                    null,
                    null,
                    null,
                    List.of()))
            .report();
    assertThat(dossiers.open(officer, referral, null, "read-report").mayLeadToACase()).isTrue();
  }

  @Test
  void opening_isAnEntryThatNamesTheReport() {
    UUID report = record("1", TELLING, 14);
    dossiers.open(officer, report, null, "read-report");
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'report.opened' and '"
                    + report
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void restrictedReport_opensOnlyWithAReason_thatIsKept() {
    UUID report = record("1", TELLING, 14);
    restrictions.restrict(officer, report, List.of(), "A relative works here.");
    Caller colleague = server.someone(Right.READ);
    assertThatThrownBy(() -> dossiers.open(colleague, report, null, "read-report"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Refused.Code.RESTRICTED));
    server.clock().set(Instant.parse("2099-01-01T00:00:00Z"));
    restrictions.open(colleague, report, "On call tonight.");
    assertThat(dossiers.open(colleague, report, null, "read-report").report().id())
        .isEqualTo(report);
    assertThat(server.count("select count(*) from record.opening")).isEqualTo(1);
  }

  @Test
  void otherArea_isInvisible() {
    UUID report = record("1", TELLING, 14);
    Caller elsewhere = server.someone("norchester", List.of("fernley"), Right.READ);
    assertThatThrownBy(() -> dossiers.open(elsewhere, report, null, "read-report"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.NOT_FOUND));
  }

  @Test
  void crime_isCountedPerVictim_principalFirst_andCancelledOnlyOnce() {
    UUID report = record("1", TELLING, 14);
    UUID victim =
        dossiers.open(officer, report, null, "read-report").report().people().getFirst().id();
    List<UUID> crimes =
        services
            .crimes()
            .record(officer, report, List.of(victim), List.of("88A", "71"), "Recorded");
    assertThat(crimes).hasSize(1);
    assertThat(dossiers.open(officer, report, null, "read-report").crimes())
        .singleElement()
        .satisfies(crime -> {
          assertThat(crime.offence()).isEqualTo("71");
          assertThat(crime.counted()).isTrue();
        });
    assertThatThrownBy(() ->
            services.crimes().record(officer, report, List.of(victim), List.of("71"), "Again"))
        .isInstanceOf(Refused.class);
    services.crimes().cancel(officer, crimes.getFirst(), Grounded.on("C4"), "Recorded in error");
    assertThatThrownBy(
            () -> services.crimes().cancel(officer, crimes.getFirst(), Grounded.on("C4"), "Again"))
        .isInstanceOf(Refused.class);
    services.crimes().reinstate(officer, crimes.getFirst(), "Evidence came to light");
    assertThat(dossiers.open(officer, report, null, "read-report").crimes().getFirst().counted())
        .isTrue();
  }

  @Test
  void rape_isCancelledOrSetApartByTheRegistrarAlone() {
    UUID report = record("1", TELLING, 14);
    UUID crime =
        services.crimes().record(officer, report, List.of(), List.of("19D"), "Recorded").getFirst();
    assertThatThrownBy(
            () -> services.crimes().cancel(officer, crime, Grounded.on("C4"), "Recorded in error"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Only the crime registrar cancels a rape");
    assertThatThrownBy(
            () -> services.crimes().reclassify(officer, crime, "N100", "Recorded in error"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Only the crime registrar");
    Caller registrar =
        server.someone("norchester", null, Role.REGISTRAR.rights().toArray(Right[]::new));
    services
        .crimes()
        .cancel(
            registrar,
            crime,
            Grounded.on("C2").told(LocalDate.of(2026, 11, 20)),
            "Verifiable information that it did not occur");
    assertThat(dossiers.open(officer, report, null, "read-report").crimes().getFirst().counted())
        .isFalse();
  }

  @Test
  void reportedRapeNotConfirmed_isKeptApart() {
    UUID report = record("1", TELLING, 14);
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
    assertThat(dossiers.open(officer, report, null, "read-report").crimes())
        .singleElement()
        .satisfies(crime -> assertThat(crime.counted()).isFalse());
  }
}
