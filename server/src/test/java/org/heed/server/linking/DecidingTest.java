package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.linkage.decision.Verdict;
import org.heed.linkage.file.LinkFiles;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.report.Restrictions;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people of the record that may be one: proposed, decided on, undone. */
class DecidingTest {
  private static final LocalDate BORN = LocalDate.of(2011, 3, 14);

  private LinkingScene scene;
  private Comparing comparing;
  private Proposals proposals;
  private UUID ada;
  private UUID addie;
  private UUID reported;

  @BeforeEach
  void start() {
    scene = new LinkingScene();
    PersonStore people = new PersonStore(scene.server.databases());
    comparing =
        new Comparing(
            scene.server.acts(),
            scene.index,
            new Identities(scene.server.acts(), scene.server.databases(), people),
            people,
            scene.services.people(),
            scene.server.databases());
    proposals = new Proposals(scene.server.acts(), scene.server.databases());
    scene.crowd();
    scene.index.keep();
    reported = scene.mention("Adalind", "Thornbury", BORN);
    ada =
        scene
            .services
            .people()
            .createFor(scene.officer, reported, "Adalind", "Thornbury", BORN, "Nobody known");
    UUID again = scene.mention("Addie", "Thornbury", BORN);
    addie =
        scene
            .services
            .people()
            .createFor(scene.officer, again, "Adalinde", "Thornbury", BORN, "Nobody known");
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

  private KnownPerson open(UUID person) {
    return scene.services.people().open(scene.officer, person, () -> KnownAt.NOW);
  }

  private List<UUID> proposedWith(UUID person) {
    List<UUID> with = new ArrayList<>();
    for (Proposals.Proposal one : proposals.list(scene.officer, 50)) {
      if (one.a().equals(person)) {
        with.add(one.b());
      } else if (one.b().equals(person)) {
        with.add(one.a());
      }
    }
    return with;
  }

  @Test
  void twoPeopleWhoMayBeOne_areProposed_untilSomebodyDecides_andNeverMergedByHeed() {
    assertThat(proposedWith(ada)).containsExactly(addie);
    assertThat(open(ada).also()).isEmpty();
    assertThat(open(ada).events()).hasSize(1);
    comparing.decide(scene.officer, ada, addie, Verdict.SAME, "Her mother confirmed it.", false);
    assertThat(proposedWith(ada)).isEmpty();
  }

  @Test
  void mentionThatMayMeanSomebodyKnown_isProposed_untilItIsSaidWho() {
    UUID mention = scene.mention("Adalind", "Thornbury", BORN);
    keep();
    assertThat(proposedWith(mention)).contains(ada);
    scene.services.people().choose(scene.officer, mention, ada, "She said so.");
    assertThat(proposedWith(mention)).isEmpty();
  }

  @Test
  void mentionAndPerson_areComparedAsTwoPeopleAre_andDecidedOnThere() {
    UUID mention = scene.mention("Addie", "Thornbury", BORN.minusYears(4));
    UUID other = scene.mention("Adalind", "Thornbury", BORN);
    keep();
    Compared compared = comparing.open(scene.officer, mention, ada);
    assertThat(compared.report()).isEqualTo(scene.report(mention));
    assertThat(compared.conflicts()).anyMatch(conflict -> conflict.contains("4 years apart"));
    assertThat(compared.why().parts()).isNotEmpty();
    assertThat(comparing.decide(scene.officer, mention, ada, Verdict.DIFFERENT, "Her aunt.", false))
        .isEqualTo(scene.report(mention));
    assertThat(proposedWith(mention)).doesNotContain(ada);
    assertThat(comparing.decide(scene.officer, other, ada, Verdict.SAME, "She said so.", false))
        .isEqualTo(scene.report(other));
    assertThat(open(ada).events()).hasSize(2);
    assertThat(comparing.open(scene.officer, other, ada).areOne()).isTrue();
    assertThatThrownBy(
            () -> comparing.open(scene.server.someone(Right.READ, Right.PEOPLE), mention, mention))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatDoesNotFit_isLookedForAmongEverybodyWhoWouldComeTogether_withTheDecisionInTheWay() {
    UUID third = scene.person("Adalind", "Thornbury", BORN.minusYears(3));
    UUID fourth = scene.person("Adalind", "Thornbury", BORN);
    keep();
    comparing.decide(scene.officer, ada, third, Verdict.SAME, "The same school.", false);
    assertThat(comparing.open(scene.officer, fourth, ada).conflicts())
        .as("third, who is ada, was born three years before")
        .anyMatch(conflict -> conflict.contains("3 years apart"))
        .noneMatch(conflict -> conflict.contains("would be refused"));
    comparing.decide(scene.officer, third, fourth, Verdict.DIFFERENT, "Seen together.", false);
    assertThat(comparing.open(scene.officer, fourth, ada).conflicts())
        .anyMatch(conflict -> conflict.contains("would be refused"));
  }

  @Test
  void pairOfWhomItCannotBeSaid_waitsAgain() {
    comparing.decide(scene.officer, ada, addie, Verdict.DIFFERENT, "Seen together.", false);
    assertThat(proposedWith(ada)).isEmpty();
    comparing.decide(scene.officer, ada, addie, Verdict.UNKNOWN, "It was somebody else.", false);
    assertThat(proposedWith(ada)).containsExactly(addie);
  }

  @Test
  void peopleSaidToBeOne_haveOneTimeline_fromEitherIdentifier_andAreTwoAgainWhenUndone() {
    comparing.decide(scene.officer, ada, addie, Verdict.SAME, "Her mother confirmed it.", false);
    scene.settle();
    Instant merged = scene.server.clock().instant();
    scene.server.clock().pass(Duration.ofDays(1));
    KnownPerson one = open(ada);
    KnownPerson other = open(addie);
    assertThat(one.events()).hasSize(2).isEqualTo(other.events());
    assertThat(one.identity()).isEqualTo(other.identity());
    assertThat(one.said())
        .anySatisfy(said -> {
          assertThat(said.kind()).isEqualTo("same");
          assertThat(said.reason()).isEqualTo("Her mother confirmed it.");
          assertThat(said.by()).isEqualTo(scene.officer.displayName().replace('p', 'P'));
        });
    comparing.decide(
        scene.officer, ada, addie, Verdict.DIFFERENT, "They were seen together.", false);
    scene.settle();
    assertThat(open(ada).events()).hasSize(1);
    assertThat(open(ada).identity()).isEqualTo(ada);
    assertThat(open(addie).identity()).isEqualTo(addie);
    KnownPositions positions = new KnownPositions(scene.server.databases());
    assertThat(
            scene.services.people().open(scene.officer, ada, () -> positions.at(merged)).events())
        .as("as known before the undoing")
        .hasSize(2);
  }

  @Test
  void twoSaidToBeDifferent_areNotBroughtTogetherByWayOfAThird() {
    UUID third = scene.person("Adalind", "Thornberry", BORN);
    keep();
    comparing.decide(scene.officer, ada, addie, Verdict.DIFFERENT, "Seen together.", false);
    comparing.decide(scene.officer, ada, third, Verdict.SAME, "The same school.", false);
    assertThatThrownBy(
            () -> comparing.decide(scene.officer, third, addie, Verdict.SAME, "Alike.", false))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT));
    assertThat(open(addie).also()).isEmpty();
  }

  @Test
  void decision_isOneEntry_withTheEvidenceThatLayBefore_whichRebuildsExactly() {
    Compared compared = comparing.open(scene.officer, ada, addie);
    comparing.decide(scene.officer, ada, addie, Verdict.SAME, "Her mother confirmed it.", false);
    String evidence = scene.server.text("select evidence from record.identity_decision");
    assertThat(evidence)
        .isEqualTo(LinkFiles.json(ada.toString(), addie.toString(), compared.why()));
    assertThat(scene.server.text("select model from record.identity_decision"))
        .isEqualTo(compared.model());
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'identity.decided' and subjects @>"
                    + " array['"
                    + ada
                    + "'::uuid, '"
                    + addie
                    + "'::uuid]"))
        .isEqualTo(1);
    PeopleIndex again = scene.index();
    again.keep();
    assertThat(again.explain(compared.saidOne(), compared.saidOther())).isEqualTo(compared.why());
  }

  @Test
  void whatDoesNotFit_isSaid_twinsAndSexAndOneReportOfBoth() {
    UUID twin = scene.person("Rosalind", "Thornbury", BORN);
    UUID elder = scene.person("Adalind", "Thornbury", BORN.minusYears(30));
    keep();
    assertThat(comparing.open(scene.officer, ada, twin).conflicts())
        .anyMatch(says -> says.contains("twins"));
    assertThat(comparing.open(scene.officer, ada, elder).conflicts())
        .anyMatch(says -> says.contains("30 years apart"));
    assertThat(comparing.open(scene.officer, ada, addie).conflicts())
        .as("Adalind and Adalinde")
        .isEmpty();
  }

  @Test
  void personOfARestrictedReportAlone_isInNoProposalOrComparison_forOthers() {
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.officer, scene.report(reported), List.of(), "A relative works here.");
    Caller other = scene.server.someone(Right.READ, Right.PEOPLE);
    assertThat(proposals.count(other)).isZero();
    assertThat(proposals.list(other, 50)).isEmpty();
    assertThat(proposals.count(scene.officer)).isEqualTo(1);
    assertThatThrownBy(() -> comparing.open(other, ada, addie)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> comparing.decide(other, ada, addie, Verdict.SAME, "Alike.", false))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anySequenceOfDecisions_leavesEveryReportOnOneTimeline_andUndoingAll_onItsOwn() {
    List<UUID> people = new ArrayList<>(List.of(ada, addie));
    for (int i = 0; i < 4; i++) {
      people.add(scene.person("Adalind", "Thornbury" + i, BORN.plusDays(i)));
    }
    keep();
    Random random = new Random(8);
    List<Verdict> verdicts = List.of(Verdict.values());
    for (int i = 0; i < 40; i++) {
      UUID a = people.get(random.nextInt(people.size()));
      UUID b = people.get(random.nextInt(people.size()));
      if (!a.equals(b)) {
        try {
          comparing.decide(
              scene.officer, a, b, verdicts.get(random.nextInt(3)), "As the test says.", true);
        } catch (Refused refused) {
          assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT);
        }
      }
      UUID identity = open(a).identity();
      assertThat(open(identity).identity()).isEqualTo(identity);
      open(a)
          .also()
          .forEach(also -> assertThat(open(also.person()).identity()).isEqualTo(identity));
    }
    for (int i = 0; i < people.size(); i++) {
      for (int j = 0; j < i; j++) {
        comparing.decide(
            scene.officer, people.get(i), people.get(j), Verdict.UNKNOWN, "All undone.", false);
      }
    }
    for (UUID person : people) {
      assertThat(open(person).identity()).isEqualTo(person);
      assertThat(open(person).also()).isEmpty();
    }
    assertThat(open(ada).events()).hasSize(1);
  }
}
