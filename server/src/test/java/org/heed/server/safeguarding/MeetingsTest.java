package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.safeguarding.CaseMeeting.Attendee;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings about a case: planned, moved, held with minutes, attendance and actions. */
class MeetingsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant MEETS = START.plus(Duration.ofDays(1));

  private CaseScene scene;
  private UUID id;
  private UUID meeting;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    id = scene.openAt(START, scene.officer.account());
    meeting =
        scene.meetings.plan(
            scene.officer,
            id,
            MeetingKind.STRATEGY_DISCUSSION,
            MEETS,
            "Where she sleeps tonight; who speaks with her.",
            Set.of(),
            List.of(
                new Meetings.Guest(
                    "Jo Marsh", AgencyKind.SOCIAL_CARE, "children’s social care", Attends.INVITED),
                new Meetings.Guest("DI Vance", AgencyKind.POLICE, "police", Attends.INVITED)));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private CaseMeeting meeting() {
    return scene.view(id).meetings().getFirst();
  }

  @Test
  void discussionHeld_hasMinutesAttendanceAndActions_andStopsItsClock() {
    scene.cases.record(
        scene.officer,
        id,
        "significant-harm-suspected",
        START,
        null,
        null,
        "DC Holt suspects significant harm.");
    assertThat(CaseScene.clock(scene.view(id), "strategy-discussion").clock().state())
        .isEqualTo(State.DUE);
    scene.server.clock().set(MEETS.plus(Duration.ofHours(3)));
    List<Attendee> came =
        meeting().attendees().stream()
            .map(one ->
                new Attendee(
                    one.id(),
                    one.seq(),
                    one.name(),
                    one.kind(),
                    one.agency(),
                    one.agency().equals("police") ? Attends.PRESENT : Attends.APOLOGIES))
            .toList();
    scene.meetings.hold(
        scene.officer,
        id,
        meeting,
        MEETS,
        "She stays with her aunt. Social care visits tomorrow.",
        came,
        List.of(new Meetings.Guest("Ms Roe", AgencyKind.EDUCATION, "school", Attends.PRESENT)),
        List.of(
            new Meetings.Task(
                "Ask the hotel for its register",
                scene.colleague.account(),
                null,
                MEETS.plus(Duration.ofDays(2)))));
    CaseMeeting held = meeting();
    assertThat(held.now().act()).isEqualTo(CaseMeeting.Act.HELD);
    assertThat(held.attendees())
        .extracting(Attendee::attends)
        .containsExactlyInAnyOrder(Attends.PRESENT, Attends.APOLOGIES, Attends.PRESENT);
    assertThat(scene.view(id).plan().actions())
        .singleElement()
        .satisfies(one -> assertThat(one.meeting()).isEqualTo(meeting));
    assertThat(CaseScene.clock(scene.view(id), "strategy-discussion").clock().state())
        .isEqualTo(State.MET);
    assertThat(scene.workloads().mine(scene.colleague))
        .singleElement()
        .satisfies(one -> assertThat(one.what()).contains("hotel"));
  }

  @Test
  void meetingMovedAndCancelled_keepsItsFirstTime() {
    scene.meetings.move(
        scene.officer, id, meeting, MEETS.plus(Duration.ofHours(3)), "Social care asked for it.");
    scene.meetings.cancel(scene.officer, id, meeting, "Held by telephone last night instead.");
    assertThat(meeting().states())
        .extracting(CaseMeeting.State::act)
        .containsExactly(CaseMeeting.Act.CANCELLED, CaseMeeting.Act.MOVED, CaseMeeting.Act.PLANNED);
    assertThat(meeting().states().getLast().meetsAt()).isEqualTo(MEETS);
    assertThatThrownBy(() -> scene.meetings.move(scene.officer, id, meeting, MEETS, "back"))
        .hasMessageContaining("CONFLICT");
  }

  @Test
  void meetingAhead_isNotRecordedAsHeld() {
    assertThatThrownBy(() ->
            scene.meetings.hold(
                scene.officer, id, meeting, MEETS, "Minutes", List.of(), List.of(), List.of()))
        .hasMessageContaining("INVALID");
  }

  private void hold(UUID which, AgencyKind came) {
    scene.server.clock().set(MEETS.plus(Duration.ofHours(3)));
    scene.meetings.hold(
        scene.officer,
        id,
        which,
        MEETS,
        "She stays with her aunt.",
        List.of(),
        List.of(new Meetings.Guest("Ms Roe", came, "Policewomen’s Trust", Attends.PRESENT)),
        List.of());
  }

  private void suspected() {
    scene.cases.record(
        scene.officer, id, "significant-harm-suspected", START, null, null, "DC Holt suspects it.");
  }

  private State discussion() {
    return CaseScene.clock(scene.view(id), "strategy-discussion").clock().state();
  }

  @Test
  void discussionWithoutThePolice_countsForNoStandard_whateverTheAgencyIsCalled() {
    suspected();
    hold(meeting, AgencyKind.OTHER);
    assertThat(meeting().lacksPolice()).isTrue();
    assertThat(discussion()).isEqualTo(State.DUE);
  }

  @Test
  void meetingSaidToBeHeldByMistake_countsNoMore_andCanBeRecordedAsItWas() {
    suspected();
    assertThatThrownBy(() -> scene.meetings.withdraw(scene.officer, id, meeting, "Not held."))
        .hasMessageContaining("CONFLICT");
    hold(meeting, AgencyKind.POLICE);
    assertThat(discussion()).isEqualTo(State.MET);
    scene.meetings.withdraw(scene.officer, id, meeting, "That was another child’s.");
    assertThat(discussion()).isEqualTo(State.DUE);
    assertThat(meeting().isAhead()).isTrue();
    hold(meeting, AgencyKind.POLICE);
    assertThat(discussion()).isEqualTo(State.MET);
    assertThat(meeting().states()).hasSize(4);
  }

  @Test
  void meetingAboutOneChild_isNotTakenToBeAboutAnother() {
    scene.cases.involve(
        scene.officer,
        id,
        new NewCase.Member(CaseRole.CHILD, null, null, "Isolde Marsh", null),
        "Named by her school.");
    CaseView view = scene.view(id);
    UUID sister =
        view.file().people().stream()
            .filter(one -> one.name().equals("Isolde Marsh"))
            .findFirst()
            .orElseThrow()
            .member();
    UUID hers =
        scene.meetings.plan(
            scene.officer,
            id,
            MeetingKind.CONFERENCE,
            MEETS,
            "Whether she needs a plan.",
            Set.of(sister),
            List.of());
    hold(hers, AgencyKind.SOCIAL_CARE);
    assertThat(
            scene
                .server
                .acts()
                .plain(
                    scene.officer,
                    () ->
                        new MeetingStore(scene.server.databases())
                            .facts(List.of(scene.view(id).file().scope()), KnownAt.NOW)
                            .get(id)))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.kind()).isEqualTo("conference-held");
          assertThat(fact.child()).isEqualTo(sister.toString());
        });
    assertThatThrownBy(() ->
            scene.meetings.plan(
                scene.officer,
                id,
                MeetingKind.CONFERENCE,
                MEETS,
                "Whether he goes.",
                Set.of(CaseScene.member(view, CaseRole.SUSPECT).member()),
                List.of()))
        .hasMessageContaining("INVALID");
  }
}
