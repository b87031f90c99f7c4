package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.safeguarding.CaseMeeting.Attendee;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.Meetings.Guest;
import org.heed.server.safeguarding.Sittings.Item;
import org.heed.server.safeguarding.Sittings.Sitting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One meeting over several cases: attendance once, minutes and actions in each. */
class SittingsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant MEETS = START.plus(Duration.ofDays(1));

  private CaseScene scene;
  private Sittings sittings;
  private UUID child;
  private UUID place;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    sittings =
        new Sittings(
            scene.server.acts(),
            new CaseStore(scene.server.databases()),
            new MeetingStore(scene.server.databases()),
            scene.meetings,
            scene.server.databases());
    child = scene.openAt(START, scene.officer.account());
    place =
        scene.cases.open(
            scene.officer,
            new NewCase(
                CaseKind.PLACE,
                CaseScene.AREA,
                "Harbour Lodge",
                null,
                null,
                "Exploitation team",
                "Four children named it.",
                List.of()));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private UUID plan(MeetingKind kind, Set<UUID> about) {
    return sittings.plan(
        scene.officer,
        kind,
        MEETS,
        List.of(
            new Item(child, "Where she sleeps tonight.", about),
            new Item(place, "Whether to ask for a closure.", Set.of())),
        List.of(
            new Guest("DI Vance", AgencyKind.POLICE, "police", Attends.INVITED),
            new Guest("Jo Marsh", AgencyKind.SOCIAL_CARE, "front door", Attends.INVITED)));
  }

  private Sitting open(UUID id) {
    return sittings.open(scene.officer, id);
  }

  private void came(UUID id) {
    Sitting now = open(id);
    sittings.attended(
        scene.officer,
        id,
        now.seen(),
        Map.of(
            now.people().stream()
                .filter(one -> one.kind() == AgencyKind.POLICE)
                .findFirst()
                .orElseThrow()
                .id(),
            Attends.PRESENT),
        List.of(new Guest("Ms Roe", AgencyKind.EDUCATION, "school", Attends.PRESENT)));
  }

  @Test
  void attendanceSaidOnce_isInEveryCase_andEachShowsItsPartAlone() {
    UUID id = plan(MeetingKind.PANEL, Set.of());
    came(id);
    assertThat(open(id).people())
        .extracting(Attendee::name, Attendee::attends)
        .containsExactlyInAnyOrder(
            tuple("DI Vance", Attends.PRESENT),
            tuple("Jo Marsh", Attends.INVITED),
            tuple("Ms Roe", Attends.PRESENT));
    for (UUID one : List.of(child, place)) {
      assertThat(scene.view(one).meetings())
          .singleElement()
          .satisfies(part -> {
            assertThat(part.sitting()).isEqualTo(id);
            assertThat(part.attendees())
                .filteredOn(who -> who.attends() == Attends.PRESENT)
                .hasSize(2);
          });
    }
    assertThat(scene.view(child).meetings().getFirst().agenda()).contains("sleeps");
    assertThat(scene.view(place).meetings().getFirst().agenda()).contains("closure");
  }

  @Test
  void partHeld_countsForItsOwnCaseAlone() {
    UUID other = scene.openAt(START.plusSeconds(60), scene.officer.account());
    for (UUID one : List.of(child, other)) {
      scene.cases.record(
          scene.officer, one, "significant-harm-suspected", START, null, null, "Suspected.");
    }
    UUID id =
        sittings.plan(
            scene.officer,
            MeetingKind.STRATEGY_DISCUSSION,
            MEETS,
            List.of(
                new Item(child, "Where she sleeps tonight.", Set.of()),
                new Item(other, "Who speaks with her.", Set.of())),
            List.of(new Guest("DI Vance", AgencyKind.POLICE, "police", Attends.INVITED)));
    scene.server.clock().set(MEETS.plus(Duration.ofHours(3)));
    came(id);
    UUID hers = scene.view(child).meetings().getFirst().id();
    scene.meetings.hold(
        scene.officer,
        child,
        hers,
        MEETS,
        "She stays with her aunt.",
        List.of(),
        List.of(),
        List.of(
            new Meetings.Task(
                "Ask the hotel for its register", null, null, MEETS.plus(Duration.ofDays(2)))));
    assertThat(CaseScene.clock(scene.view(child), "strategy-discussion").clock().state())
        .isEqualTo(State.MET);
    assertThat(CaseScene.clock(scene.view(other), "strategy-discussion").clock().state())
        .isEqualTo(State.DUE);
    assertThat(scene.view(child).plan().actions()).hasSize(1);
    assertThat(scene.view(other).plan().actions()).isEmpty();
    assertThat(scene.view(other).meetings().getFirst().isAhead()).isTrue();
  }

  @Test
  void whoCameForOneCaseAlone_isInNoOther() {
    UUID id = plan(MeetingKind.PANEL, Set.of());
    scene.server.clock().set(MEETS.plus(Duration.ofHours(3)));
    scene.meetings.hold(
        scene.officer,
        child,
        scene.view(child).meetings().getFirst().id(),
        MEETS,
        "Her aunt spoke first.",
        List.of(),
        List.of(new Guest("Aunt Ivy", AgencyKind.OTHER, "family", Attends.PRESENT)),
        List.of());
    UUID third = scene.openAt(START.plusSeconds(60), scene.officer.account());
    sittings.add(scene.officer, id, List.of(new Item(third, "Whether they know her.", Set.of())));
    Sitting now = open(id);
    UUID aunt =
        now.people().stream()
            .filter(one -> one.name().equals("Aunt Ivy"))
            .findFirst()
            .orElseThrow()
            .id();
    sittings.attended(scene.officer, id, now.seen(), Map.of(aunt, Attends.APOLOGIES), List.of());
    for (UUID one : List.of(place, third)) {
      assertThat(scene.view(one).meetings().getFirst().attendees())
          .extracting(Attendee::name)
          .containsExactlyInAnyOrder("DI Vance", "Jo Marsh");
    }
    assertThat(scene.view(child).meetings().getFirst().attendees())
        .extracting(Attendee::name, Attendee::attends)
        .contains(tuple("Aunt Ivy", Attends.APOLOGIES));
  }

  @Test
  void caseClosedToSomebody_isOnNoAgendaOfTheirs() {
    UUID id = plan(MeetingKind.PANEL, Set.of());
    scene
        .restrictions()
        .restrict(
            scene.supervisor, place, List.of(scene.officer.account()), "A colleague’s relative.");
    assertThat(open(id).parts()).hasSize(2);
    assertThat(sittings.open(scene.colleague, id).parts())
        .singleElement()
        .satisfies(part -> assertThat(part.file().id()).isEqualTo(child));
    assertThat(sittings.list(scene.colleague, 1).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.cases()).isEqualTo(1));
    sittings.move(
        scene.colleague,
        id,
        sittings.open(scene.colleague, id).seen(),
        MEETS.plus(Duration.ofDays(1)),
        "The chair is ill.");
    assertThat(scene.view(place).meetings().getFirst().states()).hasSize(1);
    Caller elsewhere = scene.someone("avon", Role.INVESTIGATOR);
    assertThat(sittings.list(elsewhere, 1).rows()).isEmpty();
    assertThatThrownBy(() -> sittings.open(elsewhere, id)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () -> sittings.add(elsewhere, id, List.of(new Item(child, "To look in.", Set.of()))))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void secondOfTwoAtOnce_isToldAndLosesNothing() {
    UUID id = plan(MeetingKind.PANEL, Set.of());
    int seen = open(id).seen();
    sittings.move(scene.officer, id, seen, MEETS.plus(Duration.ofDays(1)), "The chair is ill.");
    assertThatThrownBy(() -> sittings.cancel(scene.supervisor, id, seen, "Nobody can come."))
        .hasMessageContaining("CONFLICT");
    sittings.cancel(scene.supervisor, id, open(id).seen(), "Nobody can come.");
    for (UUID one : List.of(child, place)) {
      assertThat(scene.view(one).meetings().getFirst().states())
          .extracting(CaseMeeting.State::act)
          .containsExactly(
              CaseMeeting.Act.CANCELLED, CaseMeeting.Act.MOVED, CaseMeeting.Act.PLANNED);
    }
  }

  @Test
  void panel_isAboutPersonsOfConcernToo_andAConferenceIsNot() {
    Set<UUID> him = Set.of(CaseScene.member(scene.view(child), CaseRole.SUSPECT).member());
    UUID id = plan(MeetingKind.PANEL, him);
    assertThat(open(id).parts().getFirst().meeting().children()).isEqualTo(him);
    assertThatThrownBy(() -> plan(MeetingKind.CONFERENCE, him)).hasMessageContaining("INVALID");
  }

  @Test
  void caseAddedLater_hasWhoeverWasAsked_andOnlyOnce() {
    UUID id = plan(MeetingKind.PANEL, Set.of());
    UUID third = scene.openAt(START.plusSeconds(60), scene.officer.account());
    sittings.add(scene.officer, id, List.of(new Item(third, "Whether they know her.", Set.of())));
    assertThat(open(id).parts()).hasSize(3);
    assertThat(scene.view(third).meetings().getFirst().attendees()).hasSize(2);
    assertThatThrownBy(
            () -> sittings.add(scene.officer, id, List.of(new Item(third, "Again.", Set.of()))))
        .hasMessageContaining("CONFLICT");
    assertThat(
            sittings.called(
                scene.officer,
                List.of(scene.view(third).file().number().toLowerCase(Locale.ROOT), "C1/2")))
        .hasSize(1);
  }
}
