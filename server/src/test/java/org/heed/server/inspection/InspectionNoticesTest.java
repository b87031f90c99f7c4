package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.notice.Notice;
import org.heed.server.notice.NoticeStore;
import org.heed.server.notice.Notices;
import org.heed.server.notice.Stage;
import org.heed.server.safeguarding.CaseDeadlines;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.safeguarding.Standings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever answers for what has to change is told of its day, and who supervises when it is over.
 */
class InspectionNoticesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private InspectionScene scene;
  private InspectionActions actions;
  private InspectionDeadlines source;
  private Notices notices;
  private Caller elsewhere;
  private UUID inspection;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
    ActionStore store = new ActionStore(scene.server.databases());
    actions =
        new InspectionActions(
            scene.server.acts(),
            scene.inspections,
            store,
            new InspectionStore(scene.server.databases()),
            scene.gradingStore);
    source =
        new InspectionDeadlines(
            scene.server.acts(), store, InspectionScene.RULEBOOK, scene.server.databases());
    Standings standings = scene.standings();
    notices =
        new Notices(
            scene.server.acts(),
            new NoticeStore(scene.server.databases(), InspectionScene.RULEBOOK),
            new CaseDeadlines(scene.server.acts(), standings, scene.server.databases()),
            List.of(source),
            scene.services.accounts(),
            scene.services.sessions(),
            scene.server.time());
    elsewhere = scene.someone("alder-vale", Role.SUPERVISOR);
    inspection =
        scene.inspections.draw(
            scene.lead,
            new NewInspection(
                "A sample",
                "child-protection-2024",
                "greyport",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.NOTHING,
                Set.of(Part.FIRST),
                Map.of("all", 4)));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private InspectionAction set(@Nullable Caller owner) {
    actions.set(
        scene.lead,
        inspection,
        InspectionAction.Kind.CAUSE_OF_CONCERN,
        "Children are seen within a day.",
        "Head of public protection",
        owner == null ? null : owner.account(),
        DAY);
    return actions.list(scene.lead, inspection).actions().getLast();
  }

  private void at(String moment) {
    scene.server.clock().set(Instant.parse(moment));
    notices.give();
  }

  private List<Stage> told(Caller caller) {
    return notices.mine(caller).reversed().stream()
        .filter(one -> one.of() == Notice.Of.INSPECTION_ACTION)
        .map(Notice::stage)
        .toList();
  }

  @Test
  void day_isToldNearOnAndPastToWhoAnswers_andPastItToSupervisorsOfTheAreaAndWhoSetIt() {
    InspectionAction action = set(scene.first);
    Caller there = scene.someone("greyport", Role.SUPERVISOR);
    at("2026-11-28T23:00:00Z");
    assertThat(told(scene.first)).isEmpty();
    at("2026-11-29T09:00:00Z");
    at("2026-11-29T10:00:00Z");
    assertThat(told(scene.first)).containsExactly(Stage.NEARS);
    at("2026-11-30T08:00:00Z");
    assertThat(told(scene.first)).containsExactly(Stage.NEARS, Stage.NOW);
    assertThat(told(there)).isEmpty();
    at("2026-12-01T00:00:00Z");
    assertThat(told(scene.first)).containsExactly(Stage.NEARS, Stage.NOW, Stage.PAST);
    assertThat(told(there)).containsExactly(Stage.PAST);
    assertThat(told(scene.lead)).as("who set it").containsExactly(Stage.PAST);
    assertThat(told(elsewhere)).isEmpty();
    assertThat(told(scene.second)).as("an inspector who has no part in it").isEmpty();
    Notice notice = notices.mine(scene.first).getFirst();
    assertThat(notice.says()).isEqualTo("Past its time: " + action.number());
    assertThat(notices.way(scene.first, notice.id()))
        .isEqualTo("/inspections/actions#" + action.id());
    assertThat(
            scene.server.count(
                "select count(*) from record.notice n where to_jsonb(n)::text ~*"
                    + " 'children|protection'"))
        .isZero();
  }

  @Test
  void whatAPostAloneAnswersFor_isToldToSupervisorsFromTheFirst() {
    set(null);
    at("2026-11-29T09:00:00Z");
    assertThat(told(scene.own)).containsExactly(Stage.NEARS);
    assertThat(told(elsewhere)).isEmpty();
  }

  @Test
  void whatWasRecheckedAsBetter_isToldNoMore_andInTheCalendarOfNobody() {
    InspectionAction action = set(scene.own);
    assertThat(source.mine(scene.own))
        .extracting(OtherDeadline::number)
        .containsExactly(action.number());
    assertThat(source.mine(scene.first)).isEmpty();
    scene.server.asOwner(
        "insert into record.inspection_action_state (entry, ordinal, action, seq, act, says,"
            + " by_account, at) values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + action.id()
            + "', 1, 'rechecked-better', 'Better.', '"
            + scene.lead.account()
            + "', now())");
    at("2026-12-01T09:00:00Z");
    assertThat(told(scene.own)).isEmpty();
    assertThat(source.mine(scene.own)).isEmpty();
  }
}
