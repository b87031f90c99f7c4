package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.outcome.Attrition;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.EndFacts;
import org.heed.server.outcome.MeasureFacts;
import org.heed.server.outcome.MeasureStep;
import org.heed.server.outcome.OutcomeStore;
import org.heed.server.person.NewPerson;
import org.heed.server.report.ReportFile;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of crimes, how far reports got, and what stops exploiters short of a charge. */
class CaseOutcomesTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

  private CaseScene scene;
  private OutcomeStore store;
  private CaseOutcomes outcomes;
  private Attrition attrition;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    store = new OutcomeStore(scene.server.databases());
    scene.sources.add(new MeasureFacts(store));
    scene.sources.add(new EndFacts(store));
    outcomes = new CaseOutcomes(scene.server.acts(), scene.views(), store, CaseScene.RULEBOOK);
    attrition =
        new Attrition(
            scene.server.acts(),
            new KnownPositions(scene.server.databases()),
            store,
            CaseScene.RULEBOOK,
            scene.server.databases());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void give(UUID id, String outcome) {
    UUID crime = outcomes.open(scene.officer, id).crimes().getFirst().crime();
    outcomes.give(
        scene.officer, id, crime, outcome, scene.server.acts().now(), "The lawyer decided.");
  }

  private void interviewed(UUID id, String kind, @Nullable String reason) {
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    scene.cases.record(
        scene.officer,
        id,
        kind,
        scene.server.acts().now(),
        suspect.toString(),
        reason,
        "By two officers.");
  }

  @Test
  void outcome_isGivenByItsCode_andAnEarlierOneStaysBesideIt() {
    UUID id = scene.openAt(START, scene.officer.account());
    assertThat(outcomes.open(scene.officer, id).crimes()).hasSize(1);
    give(id, "outcome-16");
    give(id, "outcome-1");
    CaseOutcomes.Opened opened = outcomes.open(scene.officer, id);
    assertThat(opened.crimes().getFirst().now().orElseThrow().code()).isEqualTo("1");
    assertThat(opened.crimes().getFirst().given()).hasSize(2);
    assertThatThrownBy(() -> give(id, "outcome-99")).hasMessageContaining("INVALID");
    Caller elsewhere = scene.someone("brackenford", Role.INVESTIGATOR);
    assertThatThrownBy(() -> outcomes.open(elsewhere, id)).hasMessageContaining("NOT_FOUND");
  }

  /**
   * The victim is told of a charge by the Code's clock, without anybody typing the charge again.
   */
  @Test
  void chargeAndEndWithoutAction_startTheClockOfTheChildWhomTheCrimeWasAgainst() {
    UUID id = scene.openAt(START, scene.officer.account());
    String child = CaseScene.member(scene.view(id), CaseRole.CHILD).member().toString();
    give(id, "outcome-15");
    CaseClock ended = CaseScene.clock(scene.view(id), "victim-told");
    assertThat(ended.because()).extracting(CaseFact::kind).containsExactly("no-further-action");
    assertThat(ended.child()).contains(child);
    scene.server.clock().set(START.plus(Duration.ofDays(1)));
    give(id, "outcome-1");
    assertThat(CaseScene.clock(scene.view(id), "victim-told").because())
        .as("the latest outcome counts")
        .extracting(CaseFact::kind)
        .containsExactly("suspect-charged");
    scene.cases.record(
        scene.officer,
        id,
        "victim-told",
        START.plus(Duration.ofDays(1)),
        child,
        null,
        "Her mother was with her.");
    assertThat(CaseScene.clock(scene.view(id), "victim-told").clock().state()).isEqualTo(State.MET);
  }

  /** What was told to the child answers for an arrest, which is recorded about the suspect. */
  @Test
  void tellingTheVictim_answersForTheArrestOfASuspect() {
    UUID id = scene.openAt(START, scene.officer.account());
    String child = CaseScene.member(scene.view(id), CaseRole.CHILD).member().toString();
    interviewed(id, "suspect-arrested", null);
    scene.cases.record(
        scene.officer, id, "victim-told", START.plusSeconds(60), child, null, "By telephone.");
    scene.server.clock().set(START.plus(Duration.ofDays(9)));
    assertThat(CaseScene.clock(scene.view(id), "victim-told").clock().state()).isEqualTo(State.MET);
    interviewed(id, "suspect-arrested", null);
    scene.server.clock().set(START.plus(Duration.ofDays(20)));
    assertThat(
            scene.view(id).clocks().stream()
                .filter(one -> one.clock().standard().id().equals("victim-told"))
                .map(one -> one.clock().state()))
        .containsExactlyInAnyOrder(State.MET, State.NOT_EVIDENCED);
  }

  @Test
  void outcomeThatNeedsASuspect_isRefusedWhereNoneIsNamed_andBeforeItExisted() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    scene.cases.release(scene.officer, id, suspect, "He was somebody else.");
    assertThatThrownBy(() -> give(id, "outcome-15")).hasMessageContaining("INVALID");
    give(id, "outcome-18");
    UUID crime = outcomes.open(scene.officer, id).crimes().getFirst().crime();
    assertThatThrownBy(() ->
            outcomes.give(
                scene.officer,
                id,
                crime,
                "outcome-22",
                Instant.parse("2018-05-04T10:00:00Z"),
                "Diversion."))
        .hasMessageContaining("INVALID");
  }

  @Test
  void way_isCountedStepByStep_andEachStepOpensToItsReports() {
    for (int i = 0; i < 12; i++) {
      UUID report = scene.report(START);
      scene.decideYes(report);
      if (i < 11) {
        UUID id = scene.open(scene.officer, report, scene.officer.account());
        if (i < 6) {
          interviewed(id, "suspect-interviewed", null);
        }
        if (i < 1) {
          give(id, "outcome-1");
        } else if (i < 6) {
          give(id, "outcome-15");
        }
      }
    }
    scene.report(START);
    Attrition.Told told = attrition.between(scene.officer, "", FROM, TO);
    assertThat(told.steps().get(0).reports()).hasValue(12);
    assertThat(told.steps().get(1).reports())
        .as("only one is in no case: the difference would tell of it")
        .isEmpty();
    assertThat(told.steps().get(1).of()).hasValue(12);
    assertThat(told.steps().get(2).reports()).isEmpty();
    assertThat(told.steps().get(3).reports()).hasValue(6);
    assertThat(told.steps().get(3).of()).hasValue(12);
    assertThat(told.steps().get(4).reports()).as("one is few").isEmpty();
    assertThat(told.ended())
        .as("charged is one, and the next smallest goes with it")
        .extracting(Attrition.Ended::ends, one -> one.reports().isPresent())
        .contains(tuple("charged", false), tuple("no-action", false), tuple("", true));
    assertThat(attrition.at(scene.officer, Attrition.Step.CASE, true, "", FROM, TO)).hasSize(1);
    assertThat(attrition.at(scene.officer, Attrition.Step.INTERVIEWED, true, "", FROM, TO))
        .hasSize(5);
    assertThat(attrition.at(scene.officer, Attrition.Step.CHARGED, false, "", FROM, TO)).hasSize(1);
  }

  @Test
  void counts_areOfOnesAreasAlone_andWhoOnlyCountsOpensNothing() {
    for (int i = 0; i < 7; i++) {
      scene.openAt(START, scene.officer.account());
    }
    Caller analyst = scene.server.someone("norchester", List.of("greyport"), Right.FIGURES);
    Caller elsewhere = scene.server.someone("norchester", List.of("brackenford"), Right.FIGURES);
    assertThat(attrition.between(scene.officer, "", FROM, TO).reports()).hasValue(7);
    Attrition.Told rounded = attrition.between(analyst, "", FROM, TO);
    assertThat(rounded.reports()).as("rounded for who opens nothing").hasValue(5);
    assertThat(rounded.steps().get(1).reports()).hasValue(5);
    assertThat(rounded.steps().get(1).of()).hasValue(5);
    assertThat(rounded.ended().getLast().reports()).hasValue(5);
    assertThat(attrition.between(elsewhere, "", FROM, TO).reports()).hasValue(0);
    assertThatThrownBy(() -> attrition.at(analyst, Attrition.Step.CASE, false, "", FROM, TO))
        .hasMessageContaining("NOT_ALLOWED");
  }

  @Test
  void closedTooSoon_isWithALineOpenOrASuspectNotInterviewed() {
    UUID id = scene.openAt(START, scene.officer.account());
    scene.closings().propose(scene.officer, id, "Nothing more to do.");
    scene.closings().sign(scene.colleague, id, "Agreed.", Map.of());
    assertThat(scene.early().list(scene.supervisor, 1).rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.lines()).isZero();
          assertThat(row.suspects()).isEqualTo(1);
        });
    interviewed(id, "suspect-not-interviewed", "The victim is not yet able to have him told.");
    assertThat(scene.early().list(scene.supervisor, 1).rows()).isEmpty();
  }

  private UUID measure(UUID id, String measure, @Nullable UUID member, @Nullable Instant expires) {
    return outcomes.issue(
        scene.officer,
        id,
        new CaseOutcomes.NewMeasure(
            measure,
            member,
            null,
            member == null ? "Room above the car wash" : "",
            "Nobody but the owner enters.",
            "",
            scene.server.acts().now(),
            expires));
  }

  @Test
  void notice_hasAReviewClock_thatEachReviewStartsAgain_untilItEnds() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    UUID notice = measure(id, "child-abduction-warning-notice", suspect, null);
    scene.server.clock().set(START.plus(Duration.ofDays(20)));
    outcomes.step(
        scene.officer, id, notice, MeasureStep.REVIEWED, scene.server.acts().now(), "Kept to.");
    assertThat(clocks(id)).containsExactlyInAnyOrder(State.MET, State.DUE);
    assertThat(scene.workloads().mine(scene.officer))
        .extracting(WorkItem::what)
        .contains("Notice, order or closure reviewed");
    scene.server.clock().set(START.plus(Duration.ofDays(50)));
    assertThat(clocks(id)).containsExactlyInAnyOrder(State.MET, State.NOT_EVIDENCED);
    outcomes.step(
        scene.officer,
        id,
        notice,
        MeasureStep.BREACHED,
        scene.server.acts().now(),
        "Seen with her at the station.");
    assertThat(outcomes.open(scene.officer, id).measures().getFirst().breaches()).isEqualTo(1);
    assertThat(attrition.between(scene.officer, "", FROM, TO).measures())
        .as("one is few")
        .singleElement()
        .satisfies(one -> {
          assertThat(one.issued()).isEmpty();
          assertThat(one.reviewed()).isEmpty();
          assertThat(one.breached()).isEmpty();
        });
  }

  @Test
  void way_isToldAsItWasKnownThen_whateverCameSince() {
    List<UUID> ids = new ArrayList<>();
    List<UUID> notices = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(scene.openAt(START, scene.officer.account()));
      notices.add(measure(ids.getLast(), "closure-notice", null, null));
    }
    scene.settle();
    scene.server.clock().set(START.plus(Duration.ofDays(10)));
    for (int i = 0; i < ids.size(); i++) {
      for (MeasureStep step : List.of(MeasureStep.REVIEWED, MeasureStep.BREACHED)) {
        outcomes.step(
            scene.officer,
            ids.get(i),
            notices.get(i),
            step,
            scene.server.acts().now(),
            "Two went in through the yard.");
      }
    }
    ids.forEach(id -> interviewed(id, "suspect-interviewed", null));
    UUID released = CaseScene.member(scene.view(ids.getFirst()), CaseRole.SUSPECT).member();
    scene.cases.release(scene.officer, ids.getFirst(), released, "He was somebody else.");
    scene.cases.release(
        scene.officer,
        ids.get(1),
        CaseScene.member(scene.view(ids.get(1)), CaseRole.SUSPECT).member(),
        "He was somebody else.");
    scene.settle();
    scene.server.clock().set(START.plus(Duration.ofDays(20)));
    Attrition.Told then =
        attrition.between(scene.officer, "", FROM, TO, START.plus(Duration.ofDays(5)));
    assertThat(then.steps().get(2).reports()).hasValue(6);
    assertThat(then.steps().get(3).reports()).hasValue(0);
    assertThat(then.measures())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.issued()).hasValue(6);
          assertThat(one.reviewed()).hasValue(0);
          assertThat(one.breached()).hasValue(0);
        });
    assertThat(attrition.between(scene.officer, "", FROM, TO).measures())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.issued()).hasValue(6);
          assertThat(one.reviewed()).hasValue(6);
          assertThat(one.breached()).hasValue(6);
        });
    Instant before = START.minus(Duration.ofDays(1));
    assertThat(attrition.between(scene.officer, "", FROM, TO, before).reports()).hasValue(0);
    assertThat(attrition.between(scene.officer, "", FROM, TO, before).measures()).isEmpty();
    assertThat(attrition.at(scene.officer, Attrition.Step.SUSPECT, true, "", FROM, TO)).hasSize(2);
    assertThat(
            attrition.at(
                scene.officer,
                Attrition.Step.SUSPECT,
                true,
                "",
                FROM,
                TO,
                START.plus(Duration.ofDays(5))))
        .isEmpty();
  }

  private List<State> clocks(UUID id) {
    return scene.view(id).clocks().stream()
        .filter(one -> one.clock().standard().id().equals("measure-reviewed"))
        .map(one -> one.clock().state())
        .toList();
  }

  @Test
  void closureThatRanOut_asksForNoReview_fromTheMomentOn() {
    UUID id = scene.openAt(START, scene.officer.account());
    measure(id, "closure-notice", null, START.plus(Duration.ofDays(2)));
    assertThat(outcomes.open(scene.officer, id).measures().getFirst().binds(START)).isTrue();
    assertThat(scene.workloads().mine(scene.officer))
        .extracting(WorkItem::what)
        .contains("Notice, order or closure reviewed");
    scene.server.clock().set(START.plus(Duration.ofDays(3)));
    assertThat(clocks(id)).containsExactly(State.NOT_APPLICABLE);
    assertThat(scene.workloads().mine(scene.officer))
        .as("what is kept follows the moment")
        .extracting(WorkItem::what)
        .doesNotContain("Notice, order or closure reviewed");
  }

  @Test
  void measure_isOnTheTimelineOfThePersonItIsAgainst_asKnownThen() {
    UUID report = scene.report(START);
    scene.decideYes(report);
    List<ReportFile.Mention> people = scene.people(report);
    UUID person =
        scene
            .services
            .people()
            .create(
                scene.officer,
                new NewPerson(
                    "Ash", "Corrie", LocalDate.of(1995, 2, 1), "day", null, null, null, null, null),
                "Known");
    UUID id =
        scene.cases.open(
            scene.officer,
            new NewCase(
                CaseKind.CHILD,
                CaseScene.AREA,
                "Ottoline Marsh",
                report,
                scene.officer.account(),
                "Exploitation team",
                "Decided yes.",
                List.of(
                    new NewCase.Member(CaseRole.CHILD, null, people.get(0).id(), null, null),
                    new NewCase.Member(CaseRole.SUSPECT, person, null, null, null))));
    scene.settle();
    scene.server.clock().set(START.plus(Duration.ofDays(1)));
    measure(
        id, "sexual-risk-order", CaseScene.member(scene.view(id), CaseRole.SUSPECT).member(), null);
    scene.settle();
    KnownAt before =
        scene
            .server
            .acts()
            .plain(
                scene.officer,
                () ->
                    new KnownPositions(scene.server.databases())
                        .at(START.plus(Duration.ofHours(12))));
    assertThat(found(person, KnownAt.NOW)).containsExactly("Ash Corrie");
    assertThat(found(person, before)).isEmpty();
  }

  private List<String> found(UUID person, KnownAt known) {
    return scene
        .services
        .people()
        .open(
            scene.officer,
            person,
            () -> known,
            (one, at) ->
                new Acts.Seen<>(
                    outcomes.against(one, at).stream().map(found -> found.whom()).toList(),
                    List.of()));
  }
}
