package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.person.NewPerson;
import org.heed.server.report.Restrictions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases: opened, given, said to be about people and reports, and shown to whom they may be. */
class CasesTest {
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
  void caseOpenedFromAYes_isAboutItsReportAndPeople_andItsOpenerIsNamed() {
    UUID report = scene.report(START);
    scene.decideYes(report);
    assertThat(scene.lists().wanted(scene.officer, 1).rows())
        .singleElement()
        .satisfies(one -> assertThat(one.report()).isEqualTo(report));
    UUID id = scene.open(scene.officer, report, scene.colleague.account());
    CaseFile file = scene.view(id).file();
    assertThat(file.openedBy()).isEqualTo(scene.officer.account());
    assertThat(file.owner().owner()).isEqualTo(scene.colleague.account());
    assertThat(file.reports())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.report()).isEqualTo(report);
          assertThat(one.flag()).isEqualTo("yes");
        });
    assertThat(file.people())
        .extracting(CaseFile.Involved::name)
        .containsExactlyInAnyOrder("Ottoline Marsh", "Ash");
    assertThat(file.scope().ages())
        .singleElement()
        .satisfies(child -> assertThat(child.born()).hasToString("Optional[2012-03-14]"));
    assertThat(scene.lists().wanted(scene.officer, 1).rows()).isEmpty();
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'case.opened' and '"
                    + id
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void caseWithoutAReport_needsAReason() {
    scene.server.clock().set(START);
    NewCase place =
        new NewCase(
            CaseKind.PLACE,
            CaseScene.AREA,
            "The arcade by the station",
            null,
            null,
            "Exploitation team",
            "Four children named it in a month.",
            List.of());
    UUID id = scene.cases.open(scene.officer, place);
    assertThat(scene.view(id).file().kind()).isEqualTo(CaseKind.PLACE);
    assertThatThrownBy(() ->
            scene.cases.open(
                scene.officer,
                new NewCase(
                    CaseKind.PLACE, CaseScene.AREA, "x", null, null, "team", " ", List.of())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void look_isAnEntryThatNamesTheCaseAndItsReports() {
    UUID id = scene.openAt(START, null);
    CaseFile file = scene.view(id).file();
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'case.read' and '"
                    + id
                    + "' = any (subjects) and '"
                    + file.reports().getFirst().report()
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void caseOfAnotherArea_isNotThere() {
    UUID id = scene.openAt(START, null);
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    assertThatThrownBy(() -> scene.views().open(elsewhere, id, null))
        .hasMessageContaining("NOT_FOUND");
    assertThat(scene.lists().list(elsewhere, CaseFilter.OPEN, 1).rows()).isEmpty();
    assertThat(scene.lists().list(scene.officer, CaseFilter.OPEN, 1).rows()).hasSize(1);
    assertThatThrownBy(() -> scene.cases.assign(elsewhere, id, null, "Other team", "Ours now"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void caseAboutARestrictedReport_isClosedToOthers_untilTheyOpenTheReportWithAReason() {
    UUID id = scene.openAt(START, null);
    UUID report = scene.view(id).file().reports().getFirst().report();
    Restrictions restrictions = new Restrictions(scene.server.acts(), scene.server.databases());
    restrictions.restrict(scene.supervisor, report, List.of(), "A relative works here.");
    assertThatThrownBy(() -> scene.view(id)).hasMessageContaining("NOT_FOUND");
    assertThat(scene.views().open(scene.supervisor, id, null).file().id()).isEqualTo(id);
    restrictions.open(scene.officer, report, "Named as a witness");
    assertThat(scene.view(id).file().id()).isEqualTo(id);
  }

  @Test
  void ownerBeforeAndNow_areBothKnown_asKnownAtTheirTimes() {
    UUID id = scene.openAt(START, null);
    scene.settle();
    Instant between = START.plus(Duration.ofHours(1));
    scene.server.clock().set(START.plus(Duration.ofHours(2)));
    scene.cases.assign(
        scene.supervisor, id, scene.colleague.account(), "Exploitation team", "She knows her.");
    scene.settle();
    scene.server.clock().set(START.plus(Duration.ofHours(3)));
    assertThat(scene.view(id).file().owner().owner()).isEqualTo(scene.colleague.account());
    assertThat(scene.view(id).file().owners()).hasSize(2);
    CaseView then = scene.views().open(scene.officer, id, between);
    assertThat(then.file().owner().owner()).isNull();
    assertThatThrownBy(() -> scene.views().open(scene.officer, id, START.minusSeconds(1)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void caseIsGiven_onlyToWhoWorksOnCasesInItsArea() {
    UUID id = scene.openAt(START, null);
    Caller elsewhere = scene.someone("brackenford", Role.INVESTIGATOR);
    Caller analyst = scene.someone(CaseScene.AREA, Role.ANALYST);
    for (Caller nobody : List.of(elsewhere, analyst)) {
      assertThatThrownBy(
              () -> scene.cases.assign(scene.officer, id, nobody.account(), "Team", "Free hands"))
          .hasMessageContaining("INVALID");
    }
    scene.cases.assign(scene.officer, id, scene.colleague.account(), "Team", "Free hands");
    assertThat(scene.cases.caseworkers(scene.officer, CaseScene.AREA))
        .containsKeys(scene.officer.account(), scene.colleague.account())
        .doesNotContainKeys(elsewhere.account(), analyst.account());
  }

  @Test
  void brotherNamedAndTakenOut_staysOnTheRecord() {
    UUID id = scene.openAt(START, null);
    UUID brother =
        scene.cases.involve(
            scene.officer,
            id,
            new NewCase.Member(CaseRole.SIBLING, null, null, "A younger brother", null),
            "He lives in the same home.");
    assertThat(CaseScene.member(scene.view(id), CaseRole.SIBLING).name())
        .isEqualTo("A younger brother");
    scene.cases.release(scene.officer, id, brother, "He is her cousin and lives elsewhere.");
    assertThat(scene.view(id).file().people()).noneMatch(one -> one.member().equals(brother));
    assertThat(
            scene.server.count(
                "select count(*) from record.case_person where member = '" + brother + "'"))
        .isEqualTo(2);
    assertThatThrownBy(() -> scene.cases.release(scene.officer, id, brother, "again"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void reportLinkedByItsReference_andUnlinked() {
    UUID id = scene.openAt(START, null);
    UUID second = scene.report(START.plus(Duration.ofDays(1)));
    scene.cases.link(scene.officer, id, "R/2", "The same man and the same car.");
    assertThat(scene.view(id).file().reports()).hasSize(2);
    scene.cases.link(scene.officer, id, second, false, "Another man after all.");
    assertThat(scene.view(id).file().reports()).hasSize(1);
    assertThatThrownBy(() -> scene.cases.link(scene.officer, id, "R/99", "none"))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void siblingOnRecord_leadsToTheirOwnCase_andMayBecomeTheChildOfThis() {
    UUID own = scene.openAt(START, scene.officer.account());
    UUID person =
        scene
            .services
            .people()
            .create(
                scene.officer,
                new NewPerson("Ottoline", "Marsh", null, "day", null, null, null, null, null),
                "Known");
    scene
        .services
        .people()
        .choose(
            scene.officer,
            java.util.Objects.requireNonNull(
                CaseScene.member(scene.view(own), CaseRole.CHILD).mention()),
            person,
            "Her date of birth.");
    UUID hers = scene.openAt(START, scene.officer.account());
    UUID member =
        scene.cases.involve(
            scene.officer,
            hers,
            new NewCase.Member(CaseRole.SIBLING, person, null, null, null),
            "Her sister.");
    assertThat(scene.lists().own(scene.officer, hers).get(member))
        .extracting(CaseLists.OfReport::id)
        .containsExactly(own);
    assertThat(scene.lists().own(scene.officer, own)).isEmpty();
    scene.cases.recast(scene.officer, hers, member, CaseRole.CHILD, "She was taken there too.");
    assertThat(scene.view(hers).file().people())
        .filteredOn(one -> one.member().equals(member))
        .singleElement()
        .satisfies(one -> assertThat(one.role()).isEqualTo(CaseRole.CHILD));
    assertThatThrownBy(
            () -> scene.cases.recast(scene.officer, hers, member, CaseRole.CHILD, "Again."))
        .isInstanceOf(Refused.class);
    scene.cases.release(scene.officer, hers, member, "Another girl.");
    assertThat(scene.lists().own(scene.officer, hers)).isEmpty();
    assertThatThrownBy(
            () -> scene.cases.recast(scene.officer, hers, member, CaseRole.SIBLING, "Back."))
        .isInstanceOf(Refused.class);
  }
}
