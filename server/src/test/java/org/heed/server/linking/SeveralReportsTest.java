package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.report.Restrictions;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reports of one child whom nobody has put on record yet: proposed together, decided on at once.
 */
class SeveralReportsTest {
  private static final LocalDate BORN = LocalDate.of(2011, 3, 14);

  private LinkingScene scene;
  private Proposals proposals;
  private SeveralReports several;
  private final List<UUID> mentions = new ArrayList<>();

  @BeforeEach
  void start() {
    scene = new LinkingScene();
    proposals = new Proposals(scene.server.acts(), scene.server.databases());
    PersonStore people = new PersonStore(scene.server.databases());
    several =
        new SeveralReports(
            scene.server.acts(),
            scene.index,
            scene.services.people(),
            new Identities(scene.server.acts(), scene.server.databases(), people),
            scene.server.databases());
    scene.crowd();
    scene.index.keep();
    for (int i = 0; i < 4; i++) {
      mentions.add(scene.mention("Adalind", "Thornbury", BORN));
    }
    keep();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void keep() {
    scene.settle();
    scene.index.keep();
  }

  private List<Proposals.Proposal> listed(Caller caller) {
    return proposals.list(caller, 50);
  }

  @Test
  void fourReportsOfOneChild_areOneProposal_andOneDecisionPutsOnePersonOnRecord() {
    assertThat(proposals.count(scene.officer)).isEqualTo(1);
    Proposals.Proposal proposal = listed(scene.officer).getFirst();
    assertThat(proposal.mentions()).isEqualTo(4);
    assertThat(several.open(scene.officer, proposal.a()).mentions())
        .extracting(SeveralReports.Mention::id)
        .containsExactlyInAnyOrderElementsOf(mentions);
    Set<UUID> chosen = Set.copyOf(mentions.subList(0, 3));
    UUID person = several.areOne(scene.officer, proposal.a(), chosen, "Her mother confirmed it.");
    KnownPerson known = scene.services.people().open(scene.officer, person, () -> KnownAt.NOW);
    assertThat(known.name()).isEqualTo("Adalind Thornbury");
    assertThat(known.events()).hasSize(3);
    assertThat(
            scene.server.count(
                "select count(distinct entry) from record.mention_person where person = '"
                    + person
                    + "' and evidence is not null"))
        .as("all of it is one entry")
        .isEqualTo(1);
    keep();
    assertThat(listed(scene.officer)).as("the fourth was said not to be her").isEmpty();
    scene.services.people().undo(scene.officer, mentions.getFirst(), person, "Not her.");
    keep();
    assertThat(listed(scene.officer))
        .as("both who are not her may be one")
        .singleElement()
        .satisfies(one -> assertThat(one.mentions()).isEqualTo(2));
  }

  @Test
  void thoseSaidToBeSomebodyElse_areNotProposedAgain() {
    UUID id = listed(scene.officer).getFirst().a();
    several.areDifferent(scene.officer, id, Set.copyOf(mentions), "Four cousins of one name.");
    keep();
    assertThat(listed(scene.officer)).isEmpty();
    assertThat(proposals.count(scene.officer)).isZero();
    assertThatThrownBy(() -> several.open(scene.officer, id))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.NOT_FOUND));
  }

  @Test
  void whoMayNotSeeEveryReport_seesNothingOfTheProposal() {
    Caller colleague = scene.server.someone(Right.READ, Right.PEOPLE);
    UUID id = listed(colleague).getFirst().a();
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.officer, scene.report(mentions.get(2)), List.of(), "A relative works here.");
    assertThat(listed(colleague)).isEmpty();
    assertThat(proposals.count(colleague)).isZero();
    assertThatThrownBy(() -> several.open(colleague, id)).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> several.areOne(colleague, id, Set.of(mentions.get(0), mentions.get(1)), "Alike."))
        .isInstanceOf(Refused.class);
    assertThat(listed(scene.officer)).hasSize(1);
  }

  @Test
  void somebodyDecidedMeanwhile_isSaid_andNothingIsWritten() {
    UUID id = listed(scene.officer).getFirst().a();
    scene
        .services
        .people()
        .createFor(
            scene.officer, mentions.get(1), "Adalind", "Thornbury", BORN, "Nobody known is meant");
    assertThatThrownBy(() ->
            several.areOne(scene.officer, id, Set.copyOf(mentions), "Her mother confirmed it."))
        .isInstanceOf(Refused.class);
    assertThat(
            scene.server.count(
                "select count(*) from record.mention_person where reason like 'Her mother%'"))
        .isZero();
    keep();
    assertThat(listed(scene.officer))
        .as("the other three may be whom the second means, and are proposed as such")
        .hasSizeGreaterThanOrEqualTo(3);
  }
}
