package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.heed.server.access.Caller;
import org.heed.server.safeguarding.AsSeen.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changes a part of a case that somebody else changed meanwhile is told so first. */
class AsSeenTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private CaseScene scene;
  private AsSeen asSeen;
  private UUID id;
  private UUID action;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    asSeen = new AsSeen(scene.server.acts(), scene.server.databases());
    id = scene.openAt(START, scene.officer.account());
    action =
        scene.plans.act(
            scene.officer, id, "Ask the hotel for its register", null, START.plus(days(3)));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private void move(Caller caller, int seen, int days) {
    asSeen.act(
        caller,
        id,
        Part.ACTION,
        action,
        seen,
        () -> scene.plans.move(caller, id, action, START.plus(days(days)), "He is away."));
  }

  private List<CasePlan.ActionState> states() {
    return scene.views().open(scene.officer, id, null).plan().actions().getFirst().states();
  }

  @Test
  void secondWhoMovesAnAction_isToldOfTheFirst_andMovesItInSightOfThat() {
    move(scene.officer, 1, 5);
    assertThatThrownBy(() -> move(scene.colleague, 1, 7))
        .hasMessageContaining("CONFLICT")
        .hasMessageContaining("this action");
    assertThat(states()).hasSize(2);
    move(scene.colleague, 2, 7);
    assertThat(states().getFirst().dueAt()).isEqualTo(START.plus(days(7)));
    move(scene.officer, AsSeen.UNKNOWN, 9);
    assertThat(states()).hasSize(4);
  }

  @Test
  void twoAtTheSameMoment_areOneAfterTheOther() {
    AtomicReference<CompletableFuture<Void>> other = new AtomicReference<>();
    asSeen.act(
        scene.officer,
        id,
        Part.ACTION,
        action,
        1,
        () -> {
          other.set(CompletableFuture.runAsync(() -> move(scene.colleague, 1, 7)));
          scene.plans.move(scene.officer, id, action, START.plus(days(5)), "He is away.");
        });
    assertThatThrownBy(() -> other.get().join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("CONFLICT");
    assertThat(states().getFirst().dueAt()).isEqualTo(START.plus(days(5)));
  }

  @Test
  void everyPart_countsWhatIsSaidOfIt() {
    UUID line = scene.plans.enquire(scene.officer, id, "Who paid for the room?");
    UUID meeting =
        scene.meetings.plan(
            scene.officer,
            id,
            MeetingKind.STRATEGY_DISCUSSION,
            START.plus(days(2)),
            "Who speaks to her?",
            Set.of(),
            List.of());
    scene.plans.grade(scene.officer, id, "high", "She was found in a hotel.");
    for (Part part : Part.values()) {
      UUID which =
          switch (part) {
            case STANDING, OWNER, GRADE -> id;
            case ACTION -> action;
            case LINE -> line;
            case MEETING -> meeting;
          };
      int[] done = {0};
      asSeen.act(scene.officer, id, part, which, 1, () -> done[0]++);
      assertThat(done[0]).as(part.name()).isOne();
      assertThatThrownBy(() -> asSeen.act(scene.officer, id, part, which, 2, () -> done[0]++))
          .as(part.name())
          .hasMessageContaining("CONFLICT");
      assertThat(done[0]).as(part.name()).isOne();
    }
  }
}
