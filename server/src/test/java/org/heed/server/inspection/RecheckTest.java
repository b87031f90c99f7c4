package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.inspection.InspectionAction.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An action is closed, and opened again, by a later sample that tells something of it. */
class RecheckTest {
  private static final String CRITERIA = "child-protection-2024";

  private InspectionScene scene;
  private InspectionActions actions;
  private UUID inspection;
  private UUID action;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
    actions =
        new InspectionActions(
            scene.server.acts(),
            scene.inspections,
            new ActionStore(scene.server.databases()),
            new InspectionStore(scene.server.databases()),
            scene.gradingStore);
    inspection = draw(CRITERIA, "greyport", Part.FIRST);
    pass();
    actions.set(
        scene.lead,
        inspection,
        InspectionAction.Kind.CAUSE_OF_CONCERN,
        "Children are seen within a day.",
        "Head of public protection",
        scene.own.account(),
        LocalDate.of(2026, 11, 24));
    action = listed().getFirst().id();
    pass();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void pass() {
    scene.server.clock().pass(Duration.ofDays(1));
    scene.settle();
  }

  private List<InspectionAction> listed() {
    return actions.list(scene.lead, inspection).actions();
  }

  private UUID draw(String criteria, @Nullable String area, Part... parts) {
    return scene.inspections.draw(
        scene.lead,
        new NewInspection(
            "A sample",
            criteria,
            area,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            StrataBy.NOTHING,
            Set.of(parts),
            Map.of("all", 4)));
  }

  private UUID graded(String criteria, @Nullable String area, String grade) {
    UUID later = draw(criteria, area, Part.FIRST);
    scene.name(later, Part.FIRST, scene.first);
    scene.drawn(later).forEach(one -> scene.grade(scene.first, later, one, grade));
    return later;
  }

  private void say(Act what, @Nullable UUID recheck) {
    actions.say(scene.lead, inspection, action, what, "Cases were graded again.", recheck);
  }

  private void isRefused(UUID recheck, String why) {
    assertThatThrownBy(() -> say(Act.RECHECKED_BETTER, recheck))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(why);
    assertThat(listed().getFirst().isOpen()).isTrue();
    assertThat(actions.list(scene.lead, inspection).rechecks())
        .extracting(one -> one.inspection().id())
        .as("nor is it offered")
        .doesNotContain(recheck);
  }

  @Test
  void laterSample_closesIt_withItsShareBesideIt_andALaterOneOpensItAgain() {
    say(Act.EVIDENCE, null);
    assertThat(listed().getFirst().isOpen()).as("evidence closes nothing").isTrue();
    UUID better = graded(CRITERIA, null, "good");
    say(Act.RECHECKED_BETTER, better);
    assertThat(listed().getFirst().isOpen()).isFalse();
    Recheck found = actions.list(scene.lead, inspection).rechecks().getFirst();
    assertThat(found.inspection().id()).isEqualTo(better);
    assertThat(found.share().value()).isZero();
    assertThat(found.share().interval().upper()).isPositive();
    assertThat(found.settled()).isEqualTo(4);
    pass();
    UUID worse = graded(CRITERIA, "greyport", "inadequate");
    say(Act.RECHECKED_NOT_BETTER, worse);
    assertThat(listed().getFirst().isOpen()).isTrue();
    assertThat(actions.list(scene.lead, inspection).rechecks())
        .extracting(one -> one.share().value())
        .containsExactly(1.0, 0.0);
  }

  @Test
  void openActions_areListedOverAllInspections_lateOnesFirst_andOnceForWhoeverAnswersForThem() {
    UUID other = draw(CRITERIA, "alder-vale", Part.FIRST);
    actions.set(
        scene.lead,
        other,
        InspectionAction.Kind.ACTION,
        "Reports are read on the day that they come.",
        "Head of crime",
        null,
        LocalDate.of(2027, 1, 5));
    InspectionActions.Open open = actions.open(scene.own);
    assertThat(open.actions())
        .extracting(InspectionAction::says)
        .containsExactly(
            "Children are seen within a day.", "Reports are read on the day that they come.");
    assertThat(open.late()).isEqualTo(1);
    assertThat(open.of(scene.own.account()).actions())
        .extracting(InspectionAction::id)
        .containsExactly(action);
    assertThat(open.of(scene.lead.account()).actions()).isEmpty();
    UUID better = graded(CRITERIA, null, "good");
    say(Act.RECHECKED_BETTER, better);
    assertThat(actions.open(scene.own).actions()).hasSize(1);
    assertThatThrownBy(() ->
            actions.set(
                scene.lead,
                other,
                InspectionAction.Kind.ACTION,
                "Something changes.",
                "Head of crime",
                scene.officer.account(),
                LocalDate.of(2027, 1, 5)))
        .as("who inspects nothing sees no action")
        .hasMessageContaining("from the list");
  }

  @Test
  void sampleDrawnBeforeItWasSet_isNone() {
    UUID before = graded(CRITERIA, "greyport", "good");
    pass();
    actions.set(
        scene.lead,
        inspection,
        InspectionAction.Kind.ACTION,
        "Reports are read on the day that they come.",
        "Head of public protection",
        null,
        LocalDate.of(2027, 1, 5));
    action = listed().getLast().id();
    assertThatThrownBy(() -> say(Act.RECHECKED_BETTER, before))
        .hasMessageContaining("drawn after the action was set");
    assertThat(listed().getLast().isOpen()).isTrue();
  }

  @Test
  void sampleThatNobodyGraded_isNone() {
    isRefused(draw(CRITERIA, "greyport", Part.FIRST), "has grades that count");
  }

  @Test
  void forcesOwnGrades_areNone() {
    UUID own = draw(CRITERIA, "greyport", Part.SELF);
    scene.name(own, Part.SELF, scene.own);
    scene.drawn(own).forEach(one -> scene.grade(scene.own, own, one, "good"));
    isRefused(own, "own grades close nothing");
  }

  @Test
  void listThatWasBrought_isNone() {
    UUID list =
        scene.inspections.bring(
            scene.lead,
            new NewInspection(
                "A list",
                CRITERIA,
                "greyport",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.NOTHING,
                Set.of(Part.FIRST),
                Map.of()),
            CaseList.parse(scene.drawn(inspection).getFirst().toString()),
            "The best case of all.");
    scene.name(list, Part.FIRST, scene.first);
    scene.drawn(list).forEach(one -> scene.grade(scene.first, list, one, "good"));
    isRefused(list, "not a list that was brought");
  }

  @Test
  void otherCriteria_areNone() {
    String other =
        InspectionScene.RULEBOOK.rulebook().inspections().stream()
            .map(one -> one.id())
            .filter(one -> !one.equals(CRITERIA))
            .findFirst()
            .orElseThrow();
    isRefused(graded(other, "greyport", "good"), "by the same criteria");
  }

  @Test
  void otherArea_isNone() {
    isRefused(graded(CRITERIA, "alder-vale", "good"), "from the same areas");
  }
}
