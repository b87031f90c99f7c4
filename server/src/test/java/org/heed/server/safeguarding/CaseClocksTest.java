package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Standards held against what is on record of a case: what Heed would have shown, and when. */
class CaseClocksTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private CaseScene scene;

  @BeforeEach
  void start() {
    scene = new CaseScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void after(Duration time) {
    scene.server.clock().set(START.plus(time));
  }

  /**
   * HMIC 2016: 17 days passed before an officer was assigned while messages to the child went on.
   */
  @Test
  void seventeenDaysToAllocate_isShownFromTheSecondDayOn_andLateForEver() {
    UUID id = scene.openAt(START, null);
    CaseClock first = CaseScene.clock(scene.view(id), "investigator-named");
    assertThat(first.clock().state()).isEqualTo(State.DUE);
    assertThat(first.clock().deadline()).contains(START.plus(Duration.ofHours(24)));
    after(Duration.ofHours(19));
    assertThat(CaseScene.clock(scene.view(id), "investigator-named").nears()).isTrue();
    after(Duration.ofHours(25));
    CaseClock second = CaseScene.clock(scene.view(id), "investigator-named");
    assertThat(second.isPast()).isTrue();
    assertThat(second.clock().reads()).isEqualTo("not evidenced");
    assertThat(scene.view(id).clocks().getFirst().isPast()).isTrue();
    assertThat(scene.lists().list(scene.supervisor, nobodys(), 1).rows()).hasSize(1);
    after(Duration.ofDays(17));
    scene.cases.assign(
        scene.supervisor, id, scene.colleague.account(), "Exploitation team", "Nobody had it.");
    CaseClock late = CaseScene.clock(scene.view(id), "investigator-named");
    assertThat(late.clock().state()).isEqualTo(State.LATE);
    assertThat(late.because())
        .extracting(CaseFact::kind)
        .containsExactly("exploitation-recorded", "investigator-named");
    assertThat(late.clock().original()).contains(START.plus(Duration.ofHours(24)));
    assertThat(scene.lists().list(scene.supervisor, nobodys(), 1).rows()).isEmpty();
  }

  private static CaseFilter nobodys() {
    return new CaseFilter("", "", "open", "nobody", "");
  }

  /** HMIC 2016: a victim was not seen for 11 days. */
  @Test
  void victimNotSeenForElevenDays_isShownFromTheSecondDayOn_andLateForEver() {
    UUID id = scene.openAt(START, scene.officer.account());
    CaseFile.Involved child = CaseScene.member(scene.view(id), CaseRole.CHILD);
    after(Duration.ofHours(25));
    CaseClock unseen = CaseScene.clock(scene.view(id), "child-seen");
    assertThat(unseen.isPast()).isTrue();
    assertThat(unseen.of()).contains(child.member().toString());
    after(Duration.ofDays(12));
    scene.cases.record(
        scene.officer,
        id,
        "child-seen",
        START.plus(Duration.ofDays(11)),
        child.member().toString(),
        null,
        "Seen at school by DC Holt. She was quiet and kept looking at the door.");
    CaseClock seen = CaseScene.clock(scene.view(id), "child-seen");
    assertThat(seen.clock().state()).isEqualTo(State.LATE);
    assertThat(seen.clock().reads()).isEqualTo("late");
  }

  /** Whoever made a decision does not check it. */
  @Test
  void flagDecision_isCheckedBySomebodyElse_withinAWeek() {
    UUID report = scene.report(START);
    scene.decideYes(report);
    UUID id = scene.open(scene.officer, report, scene.officer.account());
    after(Duration.ofDays(6));
    check(scene.officer, report);
    assertThat(CaseScene.clock(scene.view(id), "flag-checked").clock().state())
        .as("checked by whoever made it")
        .isEqualTo(State.DUE);
    check(scene.colleague, report);
    assertThat(CaseScene.clock(scene.view(id), "flag-checked").clock().state())
        .isEqualTo(State.MET);
  }

  private void check(Caller by, UUID report) {
    scene
        .services
        .flags()
        .decide(
            by,
            new FlagDecision(
                report,
                null,
                FlagDecision.Answer.YES,
                Map.of(),
                null,
                "quality-assurance",
                "The decision is borne out by what the report says.",
                null,
                null));
  }

  /** What the report says of a suspect counts; that somebody would not say is an answer. */
  @Test
  void suspectsBackground_isOnRecordBeforeACharge_orTheClockSaysThatItIsNot() {
    for (boolean said : List.of(false, true)) {
      UUID report = scene.report(START);
      if (said) {
        scene.server.asOwner(
            "update record.mention set ethnicity_basis = 'not-stated', nationality = 'not known'"
                + " where role = 'suspect' and report = '"
                + report
                + "'");
      }
      UUID id = scene.open(scene.officer, report, scene.officer.account());
      UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
      after(Duration.ofDays(9));
      about(id, "suspect-charged", suspect, Duration.ofDays(9));
      after(Duration.ofDays(10));
      CaseClock clock = CaseScene.clock(scene.view(id), "suspect-background-before-disposal");
      assertThat(clock.clock().state()).isEqualTo(said ? State.MET : State.NOT_EVIDENCED);
      assertThat(clock.whose()).contains(suspect.toString());
    }
  }

  /** Each victim is told; that one was is not that the other was. */
  @Test
  void arrest_hasAClockForEachVictim_andNoneForABrotherAtRisk() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID girl = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    UUID friend = named(id, CaseRole.CHILD, "Her friend", "2011-05-04");
    named(id, CaseRole.SIBLING, "A younger brother", null);
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    after(Duration.ofDays(9));
    about(id, "suspect-arrested", suspect, Duration.ofHours(1));
    about(id, "victim-told", girl, Duration.ofHours(2));
    List<CaseClock> told =
        scene.view(id).clocks().stream()
            .filter(one -> one.clock().standard().id().equals("victim-told"))
            .toList();
    assertThat(told)
        .extracting(one -> one.child().orElseThrow() + " " + one.clock().state())
        .containsExactlyInAnyOrder(girl + " " + State.MET, friend + " " + State.NOT_EVIDENCED);
    assertThat(told).extracting(CaseClock::about).doesNotHaveDuplicates();
    assertThat(told)
        .allSatisfy(one ->
            assertThat(one.because()).extracting(CaseFact::kind).contains("suspect-arrested"));
  }

  /** HMICFRS 2021: brothers and sisters of a victim, of whom nobody decided anything. */
  @Test
  void eachOtherChildOfACase_hasAClockOfTheirOwn_untilSomebodyDecides() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID brother = named(id, CaseRole.SIBLING, "A younger brother", null);
    UUID friend = named(id, CaseRole.CHILD_AT_RISK, "A friend from school", "2011-05-04");
    named(id, CaseRole.SIBLING, "A grown-up sister", "2004-01-01");
    after(Duration.ofDays(3));
    assertThat(others(id))
        .containsExactlyInAnyOrder(brother + " not evidenced", friend + " not evidenced");
    scene.cases.record(
        scene.officer,
        id,
        "other-child-needs-nothing",
        START.plus(Duration.ofHours(6)),
        brother.toString(),
        null,
        "Lives with his father two hundred miles away; his social worker was spoken to.");
    assertThat(others(id)).containsExactlyInAnyOrder(brother + " met", friend + " not evidenced");
    scene.cases.release(scene.officer, id, friend, "She is a child of another case.");
    assertThat(others(id)).containsExactly(brother + " met");
  }

  @Test
  void whatIsSaidOfASuspectOrAMother_isSaidOfNoChild() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    UUID brother = named(id, CaseRole.SIBLING, "A younger brother", null);
    UUID mother = named(id, CaseRole.CARER, "Her mother", null);
    after(Duration.ofDays(30));
    about(id, "other-children-referred", suspect);
    about(id, "support-declined", mother);
    assertThat(others(id)).containsExactly(brother + " not evidenced");
    assertThat(CaseScene.clock(scene.view(id), "victim-support").clock().state())
        .isEqualTo(State.NOT_EVIDENCED);
    about(id, "other-children-referred", brother);
    assertThat(others(id)).containsExactly(brother + " late");
  }

  private void about(UUID id, String kind, UUID member) {
    about(id, kind, member, Duration.ofDays(20));
  }

  private void about(UUID id, String kind, UUID member, Duration after) {
    scene.cases.record(
        scene.officer,
        id,
        kind,
        START.plus(after),
        member.toString(),
        null,
        "As DC Holt was told.");
  }

  private UUID named(UUID id, CaseRole role, String name, @Nullable String born) {
    return scene.cases.involve(
        scene.officer,
        id,
        new NewCase.Member(role, null, null, name, born == null ? null : LocalDate.parse(born)),
        "Named by her teacher.");
  }

  private List<String> others(UUID id) {
    return scene.view(id).clocks().stream()
        .filter(one -> one.clock().standard().id().equals("other-child-decided"))
        .map(one -> one.of().orElseThrow() + " " + one.clock().state().word())
        .toList();
  }

  @Test
  void childMissing_recordedInTheCase_addsUpForEachChildApart_evenForOneWhoLeftTheCase() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID child = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    UUID brother = named(id, CaseRole.SIBLING, "A younger brother", null);
    after(Duration.ofDays(30));
    missing(id, child, 1);
    missing(id, brother, 2);
    missing(id, child, 3);
    assertThat(meetingsAsked(id)).isEmpty();
    scene.cases.release(scene.officer, id, brother, "He is a child of another case.");
    assertThat(meetingsAsked(id)).isEmpty();
    missing(id, child, 4);
    assertThat(meetingsAsked(id)).containsExactly(child.toString());
  }

  @Test
  void meetingAboutTheBrother_isNoneAboutTheChild() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID child = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    UUID brother = named(id, CaseRole.SIBLING, "A younger brother", null);
    after(Duration.ofDays(30));
    missing(id, child, 1);
    missing(id, child, 3);
    missing(id, child, 4);
    meetingHeld(id, brother, 6);
    assertThat(meeting(id).clock().state()).isEqualTo(State.NOT_EVIDENCED);
    meetingHeld(id, child, 6);
    assertThat(meeting(id).clock().state()).isEqualTo(State.MET);
  }

  private void meetingHeld(UUID id, UUID about, int day) {
    scene.cases.record(
        scene.officer,
        id,
        "strategy-meeting-held",
        START.plus(Duration.ofDays(day)),
        about.toString(),
        null,
        "Social care and the school came.");
  }

  private CaseClock meeting(UUID id) {
    return CaseScene.clock(scene.view(id), "repeat-missing-meeting");
  }

  /** Two suspects are two people by their nature: what asks for a look at a group counts across. */
  @Test
  void secondSuspectOfACase_stillAsksForALookAtTheGroup() {
    UUID id = scene.openAt(START, scene.officer.account());
    assertThat(CaseScene.clock(scene.view(id), "group-evaluated").clock().start()).isEmpty();
    named(id, CaseRole.SUSPECT, "Man with a grey car", null);
    assertThat(CaseScene.clock(scene.view(id), "group-evaluated").clock().state())
        .isEqualTo(State.DUE);
  }

  private void missing(UUID id, UUID member, int day) {
    scene.cases.record(
        scene.officer,
        id,
        "child-missing",
        START.plus(Duration.ofDays(day)),
        member.toString(),
        null,
        "Not back from town by midnight; phone off.");
  }

  private List<String> meetingsAsked(UUID id) {
    return scene.view(id).clocks().stream()
        .filter(one -> one.clock().standard().id().equals("repeat-missing-meeting"))
        .filter(one -> one.clock().start().isPresent())
        .map(one -> one.of().orElseThrow())
        .toList();
  }

  @Test
  void whatWasNotKnownThen_playsNoPart() {
    UUID id = scene.openAt(START, scene.officer.account());
    CaseFile.Involved child = CaseScene.member(scene.view(id), CaseRole.CHILD);
    scene.settle();
    after(Duration.ofDays(3));
    scene.settle();
    after(Duration.ofDays(4));
    scene.cases.record(
        scene.officer,
        id,
        "child-seen",
        START.plus(Duration.ofHours(5)),
        child.member().toString(),
        null,
        "Seen at home by DC Holt on the evening of the report; written up late.");
    scene.settle();
    after(Duration.ofDays(5));
    assertThat(CaseScene.clock(scene.view(id), "child-seen").clock().state()).isEqualTo(State.MET);
    CaseView then = scene.views().open(scene.officer, id, START.plus(Duration.ofDays(3)));
    assertThat(CaseScene.clock(then, "child-seen").clock().state()).isEqualTo(State.NOT_EVIDENCED);
  }

  @Test
  void defaultNobodyKept_readsOutsideDefault_andNeverBreached() {
    UUID id = scene.openAt(START, null);
    after(Duration.ofDays(3));
    scene.cases.record(
        scene.supervisor,
        id,
        "investigator-missing",
        START.plus(Duration.ofDays(3)),
        null,
        "Two officers are away; asked the neighbouring team.",
        "Nobody has it.");
    CaseClock clock = CaseScene.clock(scene.view(id), "investigator-named");
    assertThat(clock.clock().state()).isEqualTo(State.BREACHED);
    assertThat(clock.clock().reads()).isEqualTo("outside default");
    assertThat(scene.view(id).clocks()).noneMatch(one -> one.clock().reads().equals("breached"));
  }

  @Test
  void eventThatDidNotHappenSo_isWithdrawn_andTheClockRunsAsBefore() {
    UUID id = scene.openAt(START, scene.officer.account());
    after(Duration.ofHours(5));
    UUID event =
        scene.cases.record(
            scene.officer,
            id,
            "child-seen",
            START.plus(Duration.ofHours(4)),
            null,
            null,
            "Seen at home by DC Holt.");
    assertThat(CaseScene.clock(scene.view(id), "child-seen").clock().state()).isEqualTo(State.MET);
    scene.cases.withdraw(scene.officer, id, event, "It was her sister who was seen.");
    assertThat(CaseScene.clock(scene.view(id), "child-seen").clock().state()).isEqualTo(State.DUE);
    assertThat(scene.view(id).file().events())
        .singleElement()
        .satisfies(one -> assertThat(one.withdrawn()).contains("sister"));
    assertThatThrownBy(() -> scene.cases.withdraw(scene.officer, id, event, "again"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void clockStandsStill_onlyForAReason_andItsFirstDeadlineIsKept() {
    UUID id = scene.openAt(START, scene.officer.account());
    after(Duration.ofDays(9));
    record(id, "missing-found", Duration.ofHours(1), null);
    assertThatThrownBy(() -> record(id, "child-unavailable", Duration.ofHours(2), " "))
        .hasMessageContaining("INVALID");
    record(id, "child-unavailable", Duration.ofHours(2), "In hospital; the ward asked to wait.");
    CaseClock still = CaseScene.clock(scene.view(id), "return-interview");
    assertThat(still.clock().state()).isEqualTo(State.DUE);
    assertThat(still.clock().deadline()).isEmpty();
    assertThat(still.clock().original()).contains(START.plus(Duration.ofHours(73)));
    record(id, "child-available", Duration.ofHours(50), null);
    CaseClock on = CaseScene.clock(scene.view(id), "return-interview");
    assertThat(on.clock().deadline()).contains(START.plus(Duration.ofHours(73 + 48)));
    assertThat(on.clock().original()).contains(START.plus(Duration.ofHours(73)));
  }

  private UUID record(
      UUID id, String kind, Duration when, @org.jspecify.annotations.Nullable String reason) {
    return scene.cases.record(
        scene.officer, id, kind, START.plus(when), null, reason, "Written up by DC Holt.");
  }

  @Test
  void whatAnotherModuleKnows_runsTheClocksOfTheCasesItIsAbout() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID other = scene.openAt(START, scene.officer.account());
    scene.sources.add(new OneEpisode(id));
    after(Duration.ofDays(5));
    CaseClock clock = CaseScene.clock(scene.view(id), "return-interview");
    assertThat(clock.clock().state()).isEqualTo(State.NOT_EVIDENCED);
    assertThat(clock.because())
        .singleElement()
        .satisfies(fact -> assertThat(fact.from()).isEqualTo("Missing episode"));
    assertThat(CaseScene.clock(scene.view(other), "return-interview").clock().state())
        .isEqualTo(State.NOT_APPLICABLE);
  }

  private record OneEpisode(UUID of) implements CaseFactSource {
    @Override
    public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
      return Map.of(
          of,
          List.of(
              new CaseFact(
                  "missing-found",
                  START.plus(Duration.ofHours(8)),
                  "episode-1",
                  null,
                  "Missing episode")));
    }
  }

  @Test
  void supervisorsReview_isNotForTheOfficerToRecord() {
    UUID id = scene.openAt(START, scene.officer.account());
    assertThatThrownBy(() -> record(id, "supervisor-reviewed", Duration.ZERO, null))
        .hasMessageContaining("NOT_ALLOWED");
    assertThatThrownBy(() -> record(id, "made-up", Duration.ZERO, null))
        .hasMessageContaining("INVALID");
    assertThatThrownBy(() -> record(id, "child-seen", Duration.ofHours(3), null))
        .as("it has not come yet")
        .hasMessageContaining("INVALID");
  }
}
