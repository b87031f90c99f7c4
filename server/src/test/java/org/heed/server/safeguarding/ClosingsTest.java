package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing a case takes two people, in sight of what is open; it can be opened again. */
class ClosingsTest {
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

  /**
   * Operation Beaconport: cases that ended with lines of enquiry open and suspects not spoken to.
   */
  @Test
  void caseClosedWithALineOfEnquiryOpen_listsItselfUntilItIsClosedOrRefused_andSuspectsSpokenTo() {
    UUID line = scene.plans.enquire(scene.officer, id, "Who hired the car?");
    scene.plans.act(
        scene.officer, id, "Ask the hotel", scene.officer.account(), START.plusSeconds(7200));
    Closings closings = scene.closings();
    closings.propose(scene.officer, id, "She is safe at her aunt’s.");
    assertThat(scene.early().list(scene.officer, 1).rows()).isEmpty();
    assertThat(scene.view(id).stillOpen().words()).startsWith("1 line of enquiry, 1 action");
    // As cases were closed before whoever signs had to end each line.
    scene
        .server
        .acts()
        .changing(
            scene.supervisor,
            "case.closed",
            act ->
                scene.cases.state(
                    act, id, 3, CaseAct.CLOSED, "Nothing more to do for us.", "1 line of enquiry"));
    assertThat(scene.early().list(scene.officer, 1).rows())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.lines()).isEqualTo(1);
          assertThat(one.suspects()).isEqualTo(1);
        });
    scene.plans.settle(scene.officer, id, line, LineAct.REFUSED, "The hire firm is gone.");
    assertThat(scene.early().list(scene.officer, 1).rows())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.lines()).isZero();
          assertThat(one.suspects()).isEqualTo(1);
        });
    UUID suspect = CaseScene.member(scene.view(id), CaseRole.SUSPECT).member();
    scene.cases.record(
        scene.officer,
        id,
        "suspect-interviewed",
        scene.server.acts().now(),
        suspect.toString(),
        null,
        "By two officers.");
    assertThat(scene.early().list(scene.officer, 1).rows()).isEmpty();
  }

  @Test
  void noLineOfEnquiryStaysOpen_inACaseThatIsSigned_andWhatElseWasOpenIsKept() {
    UUID line = scene.plans.enquire(scene.officer, id, "Who hired the car?");
    UUID action =
        scene.plans.act(
            scene.officer, id, "Ask the hotel", scene.officer.account(), START.plusSeconds(7200));
    UUID meeting =
        scene.meetings.plan(
            scene.officer,
            id,
            MeetingKind.CONFERENCE,
            START.plus(Duration.ofDays(3)),
            "Whether she needs a plan.",
            Set.of(),
            List.of());
    scene.sources.add(
        new CaseFactSource() {
          @Override
          public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
            return Map.of();
          }

          @Override
          public List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
            return List.of(new OpenThing(OpenThing.Kind.REFERRAL, "7", "A referral", "/7"));
          }
        });
    Closings closings = scene.closings();
    closings.propose(scene.officer, id, "She is safe at her aunt’s.");
    assertThatThrownBy(() -> closings.sign(scene.supervisor, id, "Agreed.", Map.of()))
        .hasMessageContaining("INVALID");
    assertThat(CaseScene.clock(scene.view(id), "closure-signed").clock().state())
        .isEqualTo(State.DUE);
    closings.sign(
        scene.supervisor,
        id,
        "Agreed.",
        Map.of(line, new Closings.Settled(LineAct.REFUSED, "The hire firm is gone.")));
    CasePlan.LineState ended = scene.view(id).plan().lines().getFirst().now();
    assertThat(ended.state()).isEqualTo(LineAct.REFUSED);
    assertThat(ended.reason()).isEqualTo("The hire firm is gone.");
    CaseFile.State closed = scene.view(id).file().states().getFirst();
    assertThat(closed.stillOpen())
        .startsWith("0 lines of enquiry, 1 action")
        .endsWith("1 referral, 1 meeting");
    assertThat(scene.server.texts("select open_ids from record.case_state where act = 'closed'"))
        .singleElement()
        .satisfies(ids ->
            assertThat(ids)
                .contains("action:" + action, "referral:7", "meeting:" + meeting)
                .doesNotContain("closure-signed"));
  }

  @Test
  void closingWithALineOpen_meetsNoStandard_whateverIsClosedLater() {
    UUID line = scene.plans.enquire(scene.officer, id, "Who hired the van?");
    Closings closings = scene.closings();
    closings.propose(scene.officer, id, "She is safe.");
    scene
        .server
        .acts()
        .changing(
            scene.supervisor,
            "case.closed",
            act ->
                scene.cases.state(
                    act, id, 3, CaseAct.CLOSED, "Nothing more to do for us.", "1 line of enquiry"));
    scene.server.clock().set(START.plus(Duration.ofDays(9)));
    scene.plans.settle(scene.officer, id, line, LineAct.CLOSED, "The hire firm is gone.");
    scene.server.clock().set(START.plus(Duration.ofDays(20)));
    CaseClock signed = CaseScene.clock(scene.view(id), "closure-signed");
    assertThat(signed.clock().state()).isEqualTo(State.BREACHED);
    assertThat(signed.clock().reads()).isEqualTo("outside default");
    assertThat(signed.because())
        .extracting(CaseFact::kind)
        .containsExactly("closure-proposed", "closure-signed-lines-open");
  }

  @Test
  void interviewThatNamesNobody_settlesNoneOfThreeSuspects() {
    for (String name : List.of("The driver", "The man with the dog")) {
      scene.cases.involve(
          scene.officer,
          id,
          new NewCase.Member(CaseRole.SUSPECT, null, null, name, null),
          "Seen at the hotel.");
    }
    scene.cases.record(
        scene.officer,
        id,
        "suspect-interviewed",
        scene.server.acts().now(),
        null,
        null,
        "By two officers.");
    scene.closings().propose(scene.officer, id, "She is safe.");
    scene.closings().sign(scene.supervisor, id, "Nothing more to do for us.", Map.of());
    assertThat(scene.early().list(scene.officer, 1).rows())
        .singleElement()
        .satisfies(one -> assertThat(one.suspects()).isEqualTo(3));
  }

  @Test
  void closing_takesSomebodyElseThanWhoProposedIt() {
    Closings closings = scene.closings();
    assertThatThrownBy(() -> closings.sign(scene.supervisor, id, "Done", Map.of()))
        .as("nobody proposed it")
        .hasMessageContaining("CONFLICT");
    closings.propose(scene.supervisor, id, "She is safe.");
    assertThatThrownBy(() -> closings.sign(scene.supervisor, id, "Done", Map.of()))
        .hasMessageContaining("NOT_ALLOWED");
    assertThat(scene.view(id).file().isOpen()).isTrue();
    assertThat(CaseScene.clock(scene.view(id), "closure-signed").clock().state())
        .isEqualTo(State.DUE);
    closings.sign(scene.officer, id, "I agree: the plan is carried through.", Map.of());
    assertThat(scene.view(id).file().isOpen()).isFalse();
    assertThat(CaseScene.clock(scene.view(id), "closure-signed").clock().state())
        .isEqualTo(State.MET);
    assertThat(scene.lists().list(scene.officer, CaseFilter.OPEN, 1).rows()).isEmpty();
    assertThatThrownBy(() ->
            scene.plans.act(
                scene.officer, id, "More", scene.officer.account(), START.plusSeconds(60)))
        .hasMessageContaining("CONFLICT");
  }

  @Test
  void proposalTakenBack_andClosedCaseOpenedAgain_areFactsOfTheirOwn() {
    Closings closings = scene.closings();
    closings.propose(scene.officer, id, "She is safe.");
    closings.takeBack(scene.supervisor, id, "The man was seen at her school.");
    assertThat(scene.view(id).file().isOpen()).isTrue();
    closings.propose(scene.officer, id, "He is in custody.");
    closings.sign(scene.supervisor, id, "Agreed.", Map.of());
    scene.server.clock().set(START.plus(Duration.ofDays(9)));
    closings.reopen(scene.officer, id, "She is missing again.");
    CaseFile file = scene.view(id).file();
    assertThat(file.isOpen()).isTrue();
    assertThat(file.states())
        .extracting(CaseFile.State::act)
        .containsExactly(
            CaseAct.REOPENED,
            CaseAct.CLOSED,
            CaseAct.CLOSURE_PROPOSED,
            CaseAct.CLOSURE_TAKEN_BACK,
            CaseAct.CLOSURE_PROPOSED,
            CaseAct.OPENED);
    assertThatThrownBy(() -> closings.reopen(scene.officer, id, "again"))
        .hasMessageContaining("CONFLICT");
  }
}
