package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.safeguarding.Workloads.TeamCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due and late for one person and for a team, and giving many cases to somebody. */
class WorkloadsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;

  @BeforeEach
  void start() {
    scene = new CaseScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void ownWork_isWhatIsPastFirst_thenByTheTimeLeft() {
    UUID id = scene.openAt(START, scene.officer.account());
    scene.plans.act(
        scene.officer,
        id,
        "Ask the hotel",
        scene.officer.account(),
        START.plus(Duration.ofHours(26)));
    scene.plans.act(
        scene.officer, id, "Not mine", scene.colleague.account(), START.plus(Duration.ofHours(26)));
    scene.server.clock().set(START.plus(Duration.ofHours(25)));
    List<WorkItem> items = scene.workloads().mine(scene.officer);
    assertThat(items)
        .extracting(WorkItem::what)
        .contains("Ask the hotel")
        .doesNotContain("Not mine");
    assertThat(items.getFirst().what()).isEqualTo("Child seen and spoken to");
    assertThat(items.getFirst().past()).isTrue();
    List<WorkItem> due = items.stream().filter(one -> !one.past()).toList();
    assertThat(due.getFirst().what()).isEqualTo("Ask the hotel");
    assertThat(due)
        .isSortedAccordingTo(
            (a, b) -> Objects.requireNonNull(a.due()).compareTo(Objects.requireNonNull(b.due())));
    assertThat(scene.workloads().mine(scene.colleague))
        .extracting(WorkItem::what)
        .containsExactly("Not mine");
  }

  /** A clock that nobody lets run on would be due never, and so forgotten. */
  @Test
  void clockThatIsStopped_isListedAsSuch_toItsOwnerAndItsTeam() {
    UUID id = scene.openAt(START, scene.officer.account());
    scene.cases.record(
        scene.officer, id, "missing-found", START, null, null, "Found at a friend's home.");
    Instant stopped = START.plus(Duration.ofMinutes(30));
    scene.server.clock().set(START.plus(Duration.ofHours(1)));
    scene.cases.record(
        scene.officer, id, "child-unavailable", stopped, null, "In hospital.", "The ward said so.");
    scene.server.clock().set(START.plus(Duration.ofDays(60)));
    WorkItem item =
        scene.workloads().mine(scene.officer).stream()
            .filter(one -> one.what().equals("Return home interview held or declined"))
            .findFirst()
            .orElseThrow();
    assertThat(item.due()).isNull();
    assertThat(item.past()).isFalse();
    assertThat(item.stopped()).isEqualTo(stopped);
    assertThat(item.stoppedBy()).isEqualTo("child-unavailable");
    assertThat(of(scene.workloads().team(scene.supervisor, "", "", 1).cases(), id).stopped())
        .isEqualTo(2);
    scene.cases.record(
        scene.officer, id, "child-available", START.plus(Duration.ofDays(59)), null, null, "Home.");
    assertThat(scene.workloads().mine(scene.officer)).noneMatch(one -> one.stopped() != null);
  }

  @Test
  void backlog_isShownWithItsChildrenItsAgeAndTheOfficersGrade() {
    UUID nobodys = scene.openAt(START, null);
    scene.cases.involve(
        scene.officer,
        nobodys,
        new NewCase.Member(CaseRole.SIBLING, null, null, "A younger brother", null),
        "Same home.");
    scene.plans.grade(scene.officer, nobodys, "high", "The man waits outside her school.");
    scene.server.clock().set(START.plus(Duration.ofDays(3)));
    UUID given = scene.open(scene.supervisor, scene.report(START), scene.colleague.account());
    scene.server.clock().set(START.plus(Duration.ofDays(4)));
    List<TeamCase> cases = scene.workloads().team(scene.supervisor, "", "", 1).cases();
    TeamCase first = of(cases, nobodys);
    assertThat(first.ownerName()).isEqualTo("Nobody yet");
    assertThat(first.children()).isEqualTo(2);
    assertThat(first.oldestReport()).isEqualTo(START);
    assertThat(first.grade()).isEqualTo("high");
    assertThat(first.past()).isPositive();
    assertThat(of(cases, given).unopened()).isTrue();
    assertThat(waiting()).isEqualTo(new Workloads.Waiting(2, 0, 0));
    scene.views().open(scene.colleague, given, null);
    assertThat(of(scene.workloads().team(scene.supervisor, "", "", 1).cases(), given).unopened())
        .as("its owner has opened it")
        .isFalse();
    assertThat(waiting()).isEqualTo(new Workloads.Waiting(1, 0, 0));
    scene.server.clock().set(START.plus(Duration.ofDays(20)));
    assertThat(waiting()).isEqualTo(new Workloads.Waiting(0, 1, 0));
    scene.server.clock().set(START.plus(Duration.ofDays(40)));
    assertThat(waiting()).isEqualTo(new Workloads.Waiting(0, 0, 1));
    assertThatThrownBy(() -> scene.workloads().team(scene.officer, "", "", 1))
        .hasMessageContaining("NOT_ALLOWED");
  }

  private Workloads.Waiting waiting() {
    return scene.workloads().team(scene.supervisor, "", "", 1).backlog().waiting();
  }

  private static TeamCase of(List<TeamCase> cases, UUID id) {
    return cases.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void casesOfSomebodyWhoIsAway_areGivenTogether_withTheirActions_eachWithItsEntry() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(scene.openAt(START, scene.officer.account()));
    }
    scene.plans.act(
        scene.officer,
        ids.getFirst(),
        "Ask the hotel",
        scene.officer.account(),
        START.plus(Duration.ofDays(2)));
    assertThat(
            scene
                .handovers()
                .give(scene.supervisor, ids, scene.colleague.account(), "Away for four weeks."))
        .isEqualTo(3);
    for (UUID id : ids) {
      assertThat(scene.view(id).file().owner().owner()).isEqualTo(scene.colleague.account());
      assertThat(
              scene.server.count(
                  "select count(*) from ledger.entry where kind = 'case.assigned' and '"
                      + id
                      + "' = any (subjects)"))
          .isEqualTo(1);
    }
    CasePlan.Action action = scene.view(ids.getFirst()).plan().actions().getFirst();
    assertThat(action.now().owner()).isEqualTo(scene.colleague.account());
    assertThat(action.now().dueAt()).isEqualTo(START.plus(Duration.ofDays(2)));
  }

  @Test
  void whereOneCaseMayNotBeGiven_noneIs() {
    UUID mine = scene.openAt(START, scene.officer.account());
    Caller elsewhere = scene.someone("brackenford", Role.INVESTIGATOR);
    UUID theirs =
        scene.cases.open(
            elsewhere,
            new NewCase(
                CaseKind.PLACE,
                "brackenford",
                "The arcade",
                null,
                null,
                "Team",
                "Two children named it.",
                List.of()));
    assertThatThrownBy(() ->
            scene
                .handovers()
                .give(
                    scene.supervisor,
                    List.of(mine, theirs),
                    scene.colleague.account(),
                    "Away for four weeks."))
        .hasMessageContaining("NOT_FOUND");
    assertThat(scene.view(mine).file().owner().owner()).isEqualTo(scene.officer.account());
  }

  @Test
  void allThatFit_areThoseOfTheAreaAndTheTeam_forSupervisorsAlone() {
    UUID first = scene.openAt(START, scene.officer.account());
    UUID second = scene.openAt(START, null);
    UUID closed = scene.openAt(START, null);
    scene.closings().propose(scene.officer, closed, "Nothing more to do.");
    scene.closings().sign(scene.supervisor, closed, "Agreed.", java.util.Map.of());
    assertThat(scene.workloads().fitting(scene.supervisor, "greyport", ""))
        .containsExactlyInAnyOrder(first, second);
    assertThat(scene.workloads().fitting(scene.supervisor, "greyport", "Another team")).isEmpty();
    assertThatThrownBy(() -> scene.workloads().fitting(scene.officer, "greyport", ""))
        .hasMessageContaining("NOT_ALLOWED");
  }
}
