package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.safeguarding.CaseMeeting.Attendee;
import org.heed.server.safeguarding.CaseMeeting.Attends;
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
            List.of(
                new Meetings.Guest("Jo Marsh", "children’s social care", Attends.INVITED),
                new Meetings.Guest("DI Vance", "police", Attends.INVITED)));
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
        List.of(new Meetings.Guest("Ms Roe", "school", Attends.PRESENT)),
        List.of(
            new Meetings.Task(
                "Ask the hotel for its register",
                scene.colleague.account(),
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
}
