package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions, decisions, the child's own words, lines of enquiry and officers' grades. */
class PlansTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private UUID id;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    id = scene.openAt(START, scene.officer.account());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static Instant in(int days) {
    return START.plus(Duration.ofDays(days));
  }

  @Test
  void actionGivenAnotherDay_keepsTheFirst_andWhoMovedItAndWhy() {
    UUID action =
        scene.plans.act(
            scene.officer, id, "Ask the hotel for its register", scene.officer.account(), in(3));
    scene.server.clock().set(in(4));
    assertThat(action().isLate(in(4))).isTrue();
    scene.plans.move(
        scene.supervisor, id, action, in(7), "The hotel’s manager is away until Monday.");
    CasePlan.Action moved = action();
    assertThat(moved.isLate(in(4))).isFalse();
    assertThat(moved.isMoved()).isTrue();
    assertThat(moved.firstDue()).isEqualTo(in(3));
    assertThat(moved.now().dueAt()).isEqualTo(in(7));
    assertThat(moved.now().by()).isEqualTo(scene.supervisor.account());
    assertThatThrownBy(() -> scene.plans.move(scene.officer, id, action, in(9), " "))
        .as("without a reason")
        .hasMessageContaining("INVALID");
  }

  private CasePlan.Action action() {
    return scene.view(id).plan().actions().getFirst();
  }

  @Test
  void actionDone_saysWhatCameOfIt_andIsNotDoneTwice() {
    UUID action =
        scene.plans.act(scene.officer, id, "Find the car", scene.officer.account(), in(3));
    assertThatThrownBy(() -> scene.plans.done(scene.officer, id, action, ""))
        .hasMessageContaining("INVALID");
    scene.plans.done(scene.officer, id, action, "Found: it is hired, the hirer is named.");
    assertThat(action().isOpen()).isFalse();
    assertThat(action().now().says()).contains("hirer");
    assertThatThrownBy(() -> scene.plans.done(scene.officer, id, action, "again"))
        .hasMessageContaining("CONFLICT");
  }

  @Test
  void actionHandedOver_isTheOthersToDo() {
    UUID action =
        scene.plans.act(scene.officer, id, "Find the car", scene.officer.account(), in(3));
    scene.plans.hand(scene.officer, id, action, scene.colleague.account(), "On leave.");
    assertThat(action().now().owner()).isEqualTo(scene.colleague.account());
    assertThat(action().now().dueAt()).isEqualTo(in(3));
  }

  @Test
  void childsWords_areKeptAsWritten_andNothingAdvisesOnThem() {
    UUID child = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    String words = "  he said im streetwise n i chose it.\nI DONT want you to tell mum ";
    scene.plans.said(
        scene.officer,
        id,
        child,
        words,
        "Quiet, looked at the door when a car passed.",
        START,
        "DC Holt");
    CasePlan.Words said = scene.view(id).plan().words().getFirst();
    assertThat(said.words()).isEqualTo(words);
    assertThat(said.member()).isEqualTo(child);
    assertThat(
            scene.server.count(
                "select count(*) from record.advice where suggest like '%state facts%'"))
        .isZero();
  }

  @Test
  void lineOfEnquiry_isClosedOrRefused_onlyWithAReason() {
    UUID line = scene.plans.enquire(scene.officer, id, "Who hired the car?");
    assertThatThrownBy(() -> scene.plans.settle(scene.officer, id, line, LineAct.REFUSED, " "))
        .hasMessageContaining("INVALID");
    scene.plans.settle(
        scene.officer, id, line, LineAct.REFUSED, "The hirer’s papers were destroyed in 2024.");
    assertThat(scene.view(id).plan().openLines()).isEmpty();
    assertThatThrownBy(() -> scene.plans.settle(scene.officer, id, line, LineAct.REFUSED, "again"))
        .hasMessageContaining("CONFLICT");
    scene.plans.settle(scene.officer, id, line, LineAct.OPEN, "A copy was found.");
    assertThat(scene.view(id).plan().openLines()).hasSize(1);
    assertThat(scene.view(id).plan().lines().getFirst().states()).hasSize(3);
  }

  @Test
  void decision_hasAReason() {
    assertThatThrownBy(() -> scene.plans.decide(scene.officer, id, "Visit weekly", ""))
        .isInstanceOf(Refused.class);
    scene.plans.decide(scene.officer, id, "Visit weekly", "She asked for the same officer.");
    assertThat(scene.view(id).plan().decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.by()).isEqualTo(scene.officer.account()));
  }

  @Test
  void grade_isANamedOfficersWithItsReason_andEarlierOnesStay() {
    scene.plans.grade(scene.officer, id, "medium", "Seen today; she is at her aunt’s.");
    scene.plans.grade(scene.supervisor, id, "high", "The man knows the aunt’s address.");
    CasePlan plan = scene.view(id).plan();
    assertThat(plan.grade().orElseThrow().grade()).isEqualTo("high");
    assertThat(plan.grade().orElseThrow().by()).isEqualTo(scene.supervisor.account());
    assertThat(plan.grades()).hasSize(2);
    assertThatThrownBy(() -> scene.plans.grade(scene.officer, id, "7", "x"))
        .hasMessageContaining("INVALID");
  }

  @Test
  void actionSaidToBeDoneByMistake_isToBeDoneAgain_andAllStaysOnTheRecord() {
    UUID action = scene.plans.act(scene.officer, id, "Find the car", null, "Jo Roe, health", in(3));
    assertThat(scene.view(id).owner(action().now())).isEqualTo("Jo Roe, health");
    assertThatThrownBy(() -> scene.plans.takeBack(scene.officer, id, action, "Not done."))
        .hasMessageContaining("CONFLICT");
    scene.plans.done(scene.officer, id, action, "Found.");
    scene.plans.takeBack(scene.colleague, id, action, "That was another car.");
    assertThat(action().isOpen()).isTrue();
    assertThat(action().now().agency()).isEqualTo("Jo Roe, health");
    assertThat(action().states())
        .extracting(CasePlan.ActionState::act)
        .containsExactly(
            CasePlan.ActionAct.TAKEN_BACK, CasePlan.ActionAct.DONE, CasePlan.ActionAct.SET);
    assertThatThrownBy(() ->
            scene.plans.act(scene.officer, id, "Ring", scene.officer.account(), "Health", in(3)))
        .hasMessageContaining("INVALID");
  }

  @Test
  void decisionAndWordsThatDoNotStand_areWithdrawnOnceWithAReason_andStayOnTheRecord() {
    UUID decision = scene.plans.decide(scene.officer, id, "No visit", "Her brother is ill.");
    UUID member = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    UUID words = scene.plans.said(scene.officer, id, member, "i want to go home", "", START, "A");
    assertThatThrownBy(() -> scene.plans.withdrawWords(scene.officer, id, words, " "))
        .hasMessageContaining("INVALID");
    scene.plans.withdrawDecision(scene.officer, id, decision, "Meant for another case.");
    scene.plans.withdrawWords(scene.officer, id, words, "Her sister said so.");
    CasePlan plan = scene.view(id).plan();
    assertThat(plan.decisions())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.decision()).isEqualTo("No visit");
          assertThat(one.withdrawn()).isEqualTo("Meant for another case.");
        });
    assertThat(plan.words())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.words()).isEqualTo("i want to go home");
          assertThat(one.withdrawn()).isEqualTo("Her sister said so.");
        });
    assertThatThrownBy(() -> scene.plans.withdrawWords(scene.officer, id, words, "Again."))
        .hasMessageContaining("CONFLICT");
    assertThatThrownBy(() -> scene.plans.withdrawDecision(scene.officer, id, words, "No such."))
        .hasMessageContaining("CONFLICT");
  }

  @Test
  void childWhoSaidNothing_isSeen_withHowTheySeemed_andNotWithoutEither() {
    assertThatThrownBy(() -> scene.plans.said(scene.officer, id, null, " ", " ", START, "DC Holt"))
        .hasMessageContaining("INVALID");
    UUID member = CaseScene.member(scene.view(id), CaseRole.CHILD).member();
    assertThatThrownBy(
            () -> scene.plans.seen(scene.officer, id, START, member, "At home.", "", "", "DC Holt"))
        .hasMessageContaining("INVALID");
    assertThat(scene.view(id).file().events()).as("neither without the other").isEmpty();
    scene.plans.seen(
        scene.officer, id, START, member, "At home.", "", "Looked at the door.", "DC Holt");
    assertThat(scene.view(id).file().events()).hasSize(1);
    assertThat(scene.view(id).plan().words())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.words()).isEmpty();
          assertThat(one.demeanour()).isEqualTo("Looked at the door.");
          assertThat(one.member()).isEqualTo(member);
        });
  }
}
