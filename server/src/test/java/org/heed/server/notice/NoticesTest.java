package org.heed.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever answers for something is told in time, and whoever supervises when it is past. */
class NoticesTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private Notices notices;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    notices =
        new Notices(
            scene.server.acts(),
            new NoticeStore(scene.server.databases(), CaseScene.RULEBOOK),
            scene.deadlines(),
            List.of(),
            scene.services.accounts(),
            scene.services.sessions(),
            scene.server.time());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void at(Duration after) {
    scene.server.clock().set(START.plus(after));
    notices.give();
  }

  /** How often somebody was told of an action at each stage. */
  private List<Stage> toldOfTheAction(Caller caller, UUID action) {
    return scene
        .server
        .texts(
            "select stage from record.notice where about = 'action:"
                + action
                + "' and account = '"
                + caller.account()
                + "' order by at")
        .stream()
        .map(Stage::parse)
        .toList();
  }

  @Test
  void action_isToldToItsOwnerThreeTimes_andToSupervisorsWhenItIsPast() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID action =
        scene.plans.act(
            scene.officer,
            id,
            "Ask the hotel for its register",
            scene.colleague.account(),
            START.plus(Duration.ofDays(3)));
    at(Duration.ofHours(1));
    assertThat(toldOfTheAction(scene.colleague, action)).isEmpty();
    at(Duration.ofHours(49));
    at(Duration.ofHours(50));
    assertThat(toldOfTheAction(scene.colleague, action)).containsExactly(Stage.NEARS);
    assertThat(toldOfTheAction(scene.supervisor, action)).isEmpty();
    at(Duration.ofDays(3));
    assertThat(toldOfTheAction(scene.colleague, action)).containsExactly(Stage.NEARS, Stage.NOW);
    assertThat(toldOfTheAction(scene.supervisor, action)).isEmpty();
    at(Duration.ofHours(97));
    at(Duration.ofHours(98));
    assertThat(toldOfTheAction(scene.colleague, action))
        .containsExactly(Stage.NEARS, Stage.NOW, Stage.PAST);
    assertThat(toldOfTheAction(scene.supervisor, action)).containsExactly(Stage.PAST);
    assertThat(toldOfTheAction(scene.officer, action)).isEmpty();
  }

  /** Seventeen days passed before an officer was assigned: their supervisor hears of it at once. */
  @Test
  void caseThatNobodyAnswersFor_isToldToSupervisorsFromTheFirst() {
    scene.openAt(START, null);
    at(Duration.ofHours(23));
    assertThat(notices.mine(scene.supervisor)).isNotEmpty();
    assertThat(notices.mine(scene.officer)).isEmpty();
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    at(Duration.ofDays(17));
    assertThat(notices.mine(elsewhere)).isEmpty();
  }

  @Test
  void whatIsDone_isToldNoMore() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID action =
        scene.plans.act(
            scene.officer,
            id,
            "Agree how she can call for help",
            scene.officer.account(),
            START.plus(Duration.ofDays(2)));
    scene.server.clock().set(START.plus(Duration.ofHours(2)));
    scene.plans.done(scene.officer, id, action, "A word and a number agreed.");
    at(Duration.ofDays(4));
    assertThat(toldOfTheAction(scene.officer, action)).isEmpty();
  }

  @Test
  void caseAboutARestrictedReport_isToldOfToo() {
    UUID id = scene.openAt(START, scene.officer.account());
    UUID report = scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.supervisor, report, List.of(), "A relative works here.");
    at(Duration.ofHours(23));
    assertThat(notices.mine(scene.officer)).isNotEmpty();
  }

  @Test
  void restrictedCase_isToldOfToo_byItsNumber() {
    UUID id = scene.openAt(START, scene.officer.account());
    scene.restrictions().restrict(scene.supervisor, id, List.of(), "A relative works here.");
    at(Duration.ofHours(23));
    assertThat(notices.mine(scene.officer)).isNotEmpty();
  }

  @Test
  void notice_saysWhichCaseByItsNumber_andNothingElse() {
    UUID id = scene.openAt(START, scene.officer.account());
    at(Duration.ofHours(23));
    String number = scene.views().open(scene.officer, id, null).file().number();
    assertThat(notices.mine(scene.officer))
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(one.says())
                .isIn("Due soon: " + number, "Due now: " + number, "Past its time: " + number));
    assertThat(
            scene.server.count(
                "select count(*) from record.notice n where to_jsonb(n)::text ~*"
                    + " 'ottoline|marsh|hotel|greyport'"))
        .isZero();
  }

  @Test
  void pass_isOneEntry_andOpeningANotice_isTheirsAlone() {
    scene.openAt(START, scene.officer.account());
    at(Duration.ofHours(23));
    assertThat(scene.server.count("select count(*) from ledger.entry where kind = 'notices.given'"))
        .isEqualTo(1);
    Notice first = notices.mine(scene.officer).getFirst();
    long before = notices.unopened(scene.officer);
    notices.open(scene.officer, first.id());
    assertThat(notices.unopened(scene.officer)).isEqualTo(before - 1);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> notices.open(scene.supervisor, first.id()))
        .isInstanceOf(org.heed.server.access.Refused.class);
  }
}
