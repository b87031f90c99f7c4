package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.crime.Grounded;
import org.heed.server.person.NewPerson;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.Operations;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final String WORRYING =
      "Missing since Friday evening, found with older adults at a hotel.";
  private static final String PLAIN = "Cycle taken from outside the library.";
  private static final Instant BEFORE = Instant.parse("2026-02-10T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-05-12T10:00:00Z");
  private static RulebookInForce rulebook;

  private ServerFixture server;
  private RecordServices services;
  private Figures figures;
  private Caller team;
  private int references;

  @BeforeAll
  static void load() {
    rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
  }

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    server.clock().set(BEFORE);
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), rulebook, new Random(7));
    figures =
        new Figures(
            server.acts(),
            new FigureStore(server.databases()),
            CountedRecord.of(server.databases()),
            null,
            new KnownPositions(server.databases()),
            rulebook,
            server.time());
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Three months against three, by when they were recorded. */
  private static Question question(Unit unit, Definition definition) {
    return new Question(
        unit,
        definition,
        null,
        By.MONTH,
        Dated.RECORDED,
        LocalDate.of(2026, 4, 1),
        LocalDate.of(2026, 6, 30),
        null);
  }

  private UUID report(Instant at, Duration old, NoticeRoute route, String narrative) {
    NewMention child =
        new NewMention(MentionRole.VICTIM, "Robin", "Reed", null, 14, null, null, null, null, null);
    NewMention adult =
        new NewMention(MentionRole.SUSPECT, "Ash", "Hale", null, 30, null, null, null, null, null);
    return services
        .reports()
        .record(
            team,
            SampleReport.of(
                "test",
                Integer.toString(++references),
                ReportKind.CRIME_REPORT,
                route,
                "greyport",
                narrative,
                at.minus(old),
                at.minus(old),
                at,
                at,
                List.of(child, adult)))
        .report();
  }

  private UUID flagged(Instant at, Duration old, NoticeRoute route, String ledBy) {
    UUID report = report(at, old, route, WORRYING);
    decide(report, FlagDecision.Answer.YES, ledBy, at);
    return report;
  }

  private void decide(UUID report, FlagDecision.Answer answer, String ledBy, Instant at) {
    String instead = answer == FlagDecision.Answer.NO ? "other-abuse" : null;
    services
        .flags()
        .decide(
            team,
            new FlagDecision(report, null, answer, Map.of(), instead, ledBy, "Reason", at, null));
  }

  /** Time goes on, and those who signed in sign in again. */
  private void at(String moment) throws SQLException {
    server.sequencer().settle();
    server.clock().set(Instant.parse(moment));
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
  }

  private Headline ask(Question question) {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return figures.headline(server.someone(Right.FIGURES, Right.PSEUDONYMISED), question);
  }

  private static Headline.Inside inside(Headline headline) {
    return Objects.requireNonNull(headline.inside());
  }

  @Test
  void split_givesEachStepItsPart_andLeavesNothingOver() throws SQLException {
    Duration day = Duration.ofDays(1);
    Duration years = Duration.ofDays(900);
    flagged(BEFORE, day, NoticeRoute.CHILD, "officer");
    flagged(BEFORE, day, NoticeRoute.CHILD, "officer");
    flagged(BEFORE, day, NoticeRoute.PARTNER_AGENCY, "officer");
    at("2026-05-12T12:00:00Z");
    flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    flagged(AFTER, day, NoticeRoute.CHILD, "quality-assurance");
    flagged(AFTER, day, NoticeRoute.CHILD, "quality-assurance");
    // This one has two features, which share it.
    flagged(AFTER, years, NoticeRoute.CHILD, "quality-assurance");
    at("2026-07-20T12:00:00Z");
    // Recorded in time and known only when the period was over.
    flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    Headline headline = ask(question(Unit.REPORTS, Definition.CSE_FLAGGED));
    Split split = inside(headline).split();
    assertThat(split.before()).isEqualTo(3);
    assertThat(split.after()).isEqualTo(5);
    Map<Step, Double> exact =
        split.accounting().parts().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    part -> Step.valueOf(part.step()), part -> part.share()));
    assertThat(split.rest()).isEqualTo(-1);
    assertThat(exact.get(Step.LATER)).isEqualTo(1);
    assertThat(exact.get(Step.QUALITY_ASSURANCE)).isCloseTo(2.5, within(1e-12));
    assertThat(exact.get(Step.NON_RECENT)).isCloseTo(0.5, within(1e-12));
    assertThat(exact.get(Step.PARTNER_AGENCY)).isEqualTo(-1);
    assertThat(exact.get(Step.THIRD_PARTY)).isZero();
    long parts = split.shares().stream().mapToLong(Split.Share::part).sum();
    assertThat(split.rest() + parts).isEqualTo(split.after() - split.before());
    assertThat(split.notSplit()).anyMatch(why -> why.contains("operation"));
  }

  @Test
  void splitOfCrimesAndPeople_leavesNothingOver_andSaysWhatTheUnitDoes() throws SQLException {
    Duration day = Duration.ofDays(1);
    UUID early = flagged(BEFORE, day, NoticeRoute.CHILD, "officer");
    services.crimes().record(team, early, List.of(), List.of("71"), "r");
    at("2026-05-12T12:00:00Z");
    UUID late = flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    UUID other = flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    services.crimes().record(team, late, List.of(), List.of("71"), "r");
    UUID undone = services.crimes().record(team, other, List.of(), List.of("71"), "r").getFirst();
    services.crimes().cancel(team, undone, Grounded.on("C4"), "Recorded in error");
    Split crimes = inside(ask(question(Unit.CRIMES, Definition.CSE_FLAGGED))).split();
    assertThat(part(crimes, Step.CANCELLED)).isNegative();
    link(MentionRole.VICTIM, late, other);
    for (Unit unit : Unit.values()) {
      for (Definition definition : Definition.values()) {
        Headline headline = ask(question(unit, definition));
        Split split = inside(headline).split();
        long parts = split.shares().stream().mapToLong(Split.Share::part).sum();
        assertThat(split.rest() + parts)
            .as(unit + " " + definition)
            .isEqualTo(headline.figure().total().count() - headline.figure().before().count());
      }
    }
    // One child in both flagged reports: two reports make one child.
    Split children = inside(ask(question(Unit.CHILDREN, Definition.CSE_FLAGGED))).split();
    assertThat(children.after()).isEqualTo(1);
  }

  private static long part(Split split, Step step) {
    return split.shares().stream()
        .filter(share -> share.step() == step)
        .mapToLong(Split.Share::part)
        .sum();
  }

  private void link(MentionRole role, UUID... reports) throws SQLException {
    NewPerson known = new NewPerson("Robin", null, null, "unknown", null, null, null, null, null);
    UUID person = services.people().create(team, known, "Known");
    for (UUID report : reports) {
      String mention =
          server.text(
              "select id::text from record.mention where report = '"
                  + report
                  + "' and role = '"
                  + role.code()
                  + "'");
      services.people().choose(team, UUID.fromString(mention), person, "Same person");
    }
  }

  @Test
  void reportsWithASuspectInCommon_areOneCluster_andWidenTheInterval() throws SQLException {
    Duration day = Duration.ofDays(1);
    for (int i = 0; i < 6; i++) {
      flagged(BEFORE, day, NoticeRoute.CHILD, "officer");
    }
    at("2026-05-12T12:00:00Z");
    UUID[] together = new UUID[8];
    for (int i = 0; i < 8; i++) {
      together[i] = flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    }
    for (int i = 0; i < 4; i++) {
      flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    }
    Question asked = question(Unit.REPORTS, Definition.CSE_FLAGGED);
    Clustered apart = clustered(ask(asked), Clusters.By.SUSPECT);
    assertThat(apart.together()).isFalse();
    assertThat(apart.linked()).isZero();
    link(MentionRole.SUSPECT, together);
    Headline headline = ask(asked);
    Clustered clustered = clustered(headline, Clusters.By.SUSPECT);
    assertThat(clustered.together()).isTrue();
    assertThat(clustered.linked()).isEqualTo(8);
    assertThat(clustered.of()).isEqualTo(18);
    var ratio = Objects.requireNonNull(clustered.ratio());
    assertThat(ratio.factorAfter()).isCloseTo((64 + 4) / 12.0, within(1e-12));
    assertThat(ratio.interval().width())
        .isGreaterThan(
            Objects.requireNonNull(headline.figure().comparison().ratio()).interval().width());
    assertThat(part(inside(headline).split(), Step.LARGEST_GROUP)).isEqualTo(8);
  }

  @Test
  void reportsOfOneOperation_areOneCluster_andOneStepOfTheSplit_untilTheyAreTakenOut()
      throws SQLException {
    Duration day = Duration.ofDays(1);
    for (int i = 0; i < 6; i++) {
      flagged(BEFORE, day, NoticeRoute.CHILD, "officer");
    }
    at("2026-05-12T12:00:00Z");
    Operations operations = new Operations(server.acts(), server.databases());
    UUID[] found = new UUID[8];
    for (int i = 0; i < 8; i++) {
      found[i] = flagged(AFTER, day, NoticeRoute.CHILD, "officer");
      operations.set(team, found[i], i % 2 == 0 ? "Op Larkspur" : "LARKSPUR", "Named in the log");
    }
    for (int i = 0; i < 4; i++) {
      flagged(AFTER, day, NoticeRoute.CHILD, "officer");
    }
    Question asked = question(Unit.REPORTS, Definition.CSE_FLAGGED);
    Headline headline = ask(asked);
    Clustered clustered = clustered(headline, Clusters.By.OPERATION);
    assertThat(clustered.linked()).isEqualTo(8);
    assertThat(Objects.requireNonNull(clustered.ratio()).factorAfter())
        .isCloseTo((64 + 4) / 12.0, within(1e-12));
    Split split = inside(headline).split();
    assertThat(part(split, Step.LARGEST_OPERATION)).isEqualTo(8);
    assertThat(split.shares()).noneMatch(share -> share.step() == Step.LARGEST_GROUP);

    operations.set(team, found[0], null, "Another investigation's");
    headline = ask(asked);
    assertThat(clustered(headline, Clusters.By.OPERATION).linked()).isEqualTo(7);
    assertThat(part(inside(headline).split(), Step.LARGEST_OPERATION)).isEqualTo(7);
  }

  private static Clustered clustered(Headline headline, Clusters.By by) {
    return inside(headline).clustered().stream()
        .filter(each -> each.by() == by)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsMissing_isCountedFirst() {
    report(BEFORE, Duration.ofDays(1), NoticeRoute.CHILD, WORRYING);
    server.clock().set(AFTER);
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
    report(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, WORRYING);
    report(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, PLAIN);
    flagged(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, "officer");
    Missing missing = inside(ask(question(Unit.REPORTS, Definition.CSE_FLAGGED))).missing();
    assertThat(missing.undecided()).isEqualTo(1);
    assertThat(missing.counted()).isEqualTo(1);
    assertThat(missing.noRoute()).isZero();
  }

  @Test
  void blindReview_withoutAReading_tellsNothing_andWithOneAdjusts() throws SQLException {
    UUID early = report(BEFORE, Duration.ofDays(1), NoticeRoute.CHILD, PLAIN);
    flagged(BEFORE, Duration.ofDays(1), NoticeRoute.CHILD, "officer");
    at("2026-05-12T12:00:00Z");
    UUID late = report(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, PLAIN);
    UUID flagged = flagged(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, "officer");
    Question asked = question(Unit.REPORTS, Definition.CSE_FLAGGED);
    for (UUID report : List.of(early, late)) {
      draw(report, "random-unflagged", 0.5);
    }
    draw(flagged, "random-flagged", 0.5);
    BlindReview unread = Objects.requireNonNull(inside(ask(asked)).review());
    assertThat(unread.drawn()).isEqualTo(3);
    assertThat(unread.adjusted()).isNull();
    decide(late, FlagDecision.Answer.YES, "random-review", AFTER);
    decide(early, FlagDecision.Answer.NO, "random-review", AFTER);
    decide(flagged, FlagDecision.Answer.YES, "random-review", AFTER);
    BlindReview read = Objects.requireNonNull(inside(ask(asked)).review());
    assertThat(read.read()).isEqualTo(3);
    var adjusted = Objects.requireNonNull(read.adjusted());
    // One was flagged, and the unflagged one, which was read, is one too.
    assertThat(adjusted.after().flagged()).isEqualTo(1);
    assertThat(adjusted.after().exploitation().value()).isCloseTo(2, within(1e-9));
    assertThat(inside(ask(question(Unit.CRIMES, Definition.CSE_FLAGGED))).review()).isNull();
  }

  @Test
  void sharesDrawnThatChangeWithinAPeriod_areNotEstimatedAcross() throws SQLException {
    at("2026-05-12T12:00:00Z");
    for (double chance : List.of(0.5, 0.25)) {
      UUID report = report(AFTER, Duration.ofDays(1), NoticeRoute.CHILD, PLAIN);
      draw(report, "random-unflagged", chance);
      decide(report, FlagDecision.Answer.YES, "random-review", AFTER);
    }
    BlindReview review =
        Objects.requireNonNull(
            inside(ask(question(Unit.REPORTS, Definition.CSE_FLAGGED))).review());
    assertThat(review.read()).isEqualTo(2);
    assertThat(review.unequal()).isTrue();
    assertThat(review.adjusted()).isNull();
  }

  private void draw(UUID report, String stream, double chance) {
    services
        .acts()
        .changing(
            team,
            "review.drawn",
            act -> {
              act.concerns(report);
              act.add(Tables.REVIEW_DRAW, report, 1, stream, chance);
            });
  }
}
