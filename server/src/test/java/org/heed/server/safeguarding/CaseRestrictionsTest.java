package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restricted case is closed, with everything that is kept of it, to all but its members. */
class CaseRestrictionsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final List<String> KEPT =
      List.of(
          "record.case_file",
          "record.case_state",
          "record.case_owner",
          "record.case_report",
          "record.case_person",
          "record.case_decision",
          "record.case_words",
          "record.case_restriction",
          "work.case_standing",
          "work.case_clock");

  private CaseScene scene;
  private CaseRestrictions restrictions;
  private UUID id;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    restrictions = scene.restrictions();
    id = scene.openAt(START, scene.officer.account());
    scene.plans.decide(scene.officer, id, "A plan with her school", "She is missing at night.");
    scene.plans.said(
        scene.officer, id, null, "I want to go home.", "Quiet.", START, "Her form tutor");
    scene.standings().settle();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void restrict(Caller... members) {
    restrictions.restrict(
        scene.supervisor,
        id,
        List.of(members).stream().map(Caller::account).toList(),
        "A relative of somebody here is named in it.");
  }

  private long count(Caller caller, String table) {
    return scene
        .server
        .acts()
        .plain(
            caller,
            () ->
                JdbcClient.create(scene.server.databases().app())
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single());
  }

  private static void refused(Refused.Code code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void restrictedCase_isClosedWithAllThatIsKeptOfIt_toAllButItsMembers() {
    restrict(scene.officer);
    for (Caller member : List.of(scene.officer, scene.supervisor)) {
      assertThat(scene.views().open(member, id, null).file().restricted()).isTrue();
      KEPT.forEach(table -> assertThat(count(member, table)).as(table).isPositive());
    }
    refused(Refused.Code.RESTRICTED, () -> scene.views().open(scene.colleague, id, null));
    KEPT.forEach(table -> assertThat(count(scene.colleague, table)).as(table).isZero());
    assertThat(count(scene.colleague, "record.report")).as("its report is not").isPositive();
    refused(
        Refused.Code.NOT_FOUND,
        () -> scene.plans.decide(scene.colleague, id, "Something", "Of their own."));
  }

  @Test
  void caseOfAnotherArea_isNotEvenSaidToBeThere() {
    restrict();
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    refused(Refused.Code.NOT_FOUND, () -> scene.views().open(elsewhere, id, null));
    refused(Refused.Code.NOT_FOUND, () -> restrictions.open(elsewhere, id, "For my work."));
  }

  @Test
  void caseOpenedWithAReason_isOpenByTheDatabasesClock_forEightHours() {
    restrict();
    refused(Refused.Code.INVALID, () -> restrictions.open(scene.colleague, id, " "));
    restrictions.open(scene.colleague, id, "She rang me, and nobody else is here tonight.");
    assertThat(scene.views().open(scene.colleague, id, null).file().restricted()).isTrue();
    refused(Refused.Code.RESTRICTED, () -> scene.views().open(scene.officer, id, null));
    assertThat(
            scene.server.count(
                "select extract(epoch from until - now())::bigint from record.case_opening"))
        .isBetween(7 * 3600L, 8 * 3600L);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'case.opened-with-reason'"))
        .isEqualTo(1);
    scene.server.asOwner(
        "insert into record.case_opening (entry, ordinal, case_file, account, until, reason) values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + id
            + "', '"
            + scene.officer.account()
            + "', now() - interval '1 second', 'made for a test')");
    refused(Refused.Code.RESTRICTED, () -> scene.views().open(scene.officer, id, null));
  }

  @Test
  void caseThatIsNotRestricted_isNotOpenedWithAReason() {
    refused(Refused.Code.NOT_FOUND, () -> restrictions.open(scene.colleague, id, "For my work."));
  }

  @Test
  void whoeverRestrictsCases_andHasItOpen_liftsIt_andItStaysOnTheRecord() {
    restrict(scene.officer);
    refused(Refused.Code.NOT_ALLOWED, () -> restrictions.lift(scene.officer, id, "No longer."));
    Caller other = scene.someone(CaseScene.AREA, Role.SUPERVISOR);
    refused(Refused.Code.NOT_FOUND, () -> restrictions.lift(other, id, "No longer."));
    refused(Refused.Code.INVALID, () -> restrictions.lift(scene.supervisor, id, ""));
    restrictions.lift(scene.supervisor, id, "The relative has moved to another force.");
    assertThat(scene.views().open(scene.colleague, id, null).file().restricted()).isFalse();
    refused(Refused.Code.CONFLICT, () -> restrictions.lift(scene.supervisor, id, "Once more."));
    assertThat(
            scene.server.texts(
                "select kind from ledger.entry where kind like 'case.restrict%' order by at, id"))
        .containsExactly("case.restricted", "case.restriction-lifted");
    assertThat(restrictions.look(scene.supervisor, id).last().orElseThrow().reason())
        .isEqualTo("The relative has moved to another force.");
  }
}
