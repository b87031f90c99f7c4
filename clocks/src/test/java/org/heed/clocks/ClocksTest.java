package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Standard;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

  private final Rulebook rulebook;

  ClocksTest() throws Exception {
    rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
  }

  private Clocks clocks() {
    return new Clocks(rulebook.standards(), rulebook.calendars().getFirst());
  }

  private static Clock only(String standard, List<Clock> clocks) {
    List<Clock> found =
        clocks.stream().filter(clock -> clock.standard().id().equals(standard)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static CaseFacts facts(Fact... facts) {
    return new CaseFacts(Optional.of("england"), List.of(), List.of(facts));
  }

  @Test
  void examplesOfTheShippedStandards_comeOut() {
    StandardExamples.Result result = StandardExamples.run(rulebook);

    assertThat(result.failures()).isEmpty();
    assertThat(result.examples()).isGreaterThan(50);
    assertThat(rulebook.standards()).hasSize(36);
  }

  @Test
  void nobodyBreachesADefaultOrWhatWasNotChecked() {
    for (Standard standard : rulebook.standards()) {
      if (standard.basis() == Standard.Basis.DEFAULT || standard.checked().isEmpty()) {
        assertThat(standard.binds()).as(standard.id()).isFalse();
      }
    }
    Clock clock =
        only(
            "prevention-interview",
            clocks()
                .of(
                    facts(
                        Fact.of("missing-found", NOW.minus(Duration.ofDays(9)), 1),
                        Fact.of("prevention-interview-not-held", NOW.minus(Duration.ofDays(5)), 2)),
                    NOW,
                    9));
    assertThat(clock.state()).isEqualTo(State.BREACHED);
    assertThat(clock.reads()).isEqualTo("outside default");
  }

  @Test
  void whatWasNotKnownYet_playsNoPart() {
    Fact missing = Fact.of("missing-found", NOW.minus(Duration.ofDays(9)), 1);
    Fact held =
        new Fact(
            "return-interview-held",
            NOW.minus(Duration.ofDays(8)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            5,
            8);

    assertThat(only("return-interview", clocks().of(facts(missing, held), NOW, 4)).why())
        .isEqualTo(Why.NO_RECORD);
    assertThat(only("return-interview", clocks().of(facts(missing, held), NOW, 5)).state())
        .isEqualTo(State.MET);
    assertThat(only("return-interview", clocks().of(facts(missing, held), NOW, 8)).state())
        .as("withdrawn")
        .isEqualTo(State.NOT_EVIDENCED);
    assertThat(only("return-interview", clocks().of(facts(missing, held), NOW, 0)).why())
        .isEqualTo(Why.NOT_STARTED);
  }

  @Test
  void stopWithoutAReason_stopsNothingAndIsTold() {
    Clock clock =
        only(
            "return-interview",
            clocks()
                .of(
                    facts(
                        Fact.of("missing-found", NOW.minus(Duration.ofDays(9)), 1),
                        Fact.of("child-unavailable", NOW.minus(Duration.ofDays(8)), 2)),
                    NOW,
                    9));

    assertThat(clock.unreasoned()).isTrue();
    assertThat(clock.state()).isEqualTo(State.NOT_EVIDENCED);
    assertThat(clock.deadline()).isEqualTo(clock.original());
  }

  @Test
  void clockThatStandsStill_isDueAndKeepsItsFirstDeadline() {
    Fact stop =
        new Fact(
            "child-unavailable",
            NOW.minus(Duration.ofDays(8)),
            Optional.empty(),
            Optional.empty(),
            Optional.of("in hospital"),
            2,
            Long.MAX_VALUE);
    Clock clock =
        only(
            "return-interview",
            clocks()
                .of(
                    facts(Fact.of("missing-found", NOW.minus(Duration.ofDays(9)), 1), stop),
                    NOW,
                    9));

    assertThat(clock.why()).isEqualTo(Why.STANDS_STILL);
    assertThat(clock.state()).isEqualTo(State.DUE);
    assertThat(clock.deadline()).isEmpty();
    assertThat(clock.original()).contains(NOW.minus(Duration.ofDays(6)));
  }

  private static Fact of(String kind, Instant at, Optional<String> child) {
    return new Fact(kind, at, Optional.empty(), child, Optional.empty(), 0, Long.MAX_VALUE);
  }

  private static CaseFacts.Child child(String id, String born) {
    return new CaseFacts.Child(id, Optional.of(LocalDate.parse(born)));
  }

  @Test
  void ageIsThatOfTheChildWhoseTheFactIs() {
    Instant at = NOW.minus(Duration.ofDays(3));
    List<CaseFacts.Child> children =
        List.of(
            child("grown", "2006-01-05"),
            child("young", "2015-01-05"),
            new CaseFacts.Child("unknown", Optional.empty()));
    for (String id : List.of("grown", "young", "unknown", "somebody else")) {
      Fact identified = of("child-victim-identified", at, Optional.of(id));
      Clock clock =
          only(
              "child-seen",
              clocks().of(new CaseFacts(Optional.empty(), children, List.of(identified)), NOW, 0));
      assertThat(clock.why()).as(id).isEqualTo(id.equals("grown") ? Why.OTHER_AGE : Why.NO_RECORD);
    }
    Fact ofAny = of("child-victim-identified", at, Optional.empty());
    assertThat(
            only(
                    "child-seen",
                    clocks()
                        .of(
                            new CaseFacts(Optional.empty(), children.subList(0, 1), List.of(ofAny)),
                            NOW,
                            0))
                .why())
        .isEqualTo(Why.OTHER_AGE);
    assertThat(
            only(
                    "child-seen",
                    clocks()
                        .of(
                            new CaseFacts(Optional.empty(), children.subList(0, 2), List.of(ofAny)),
                            NOW,
                            0))
                .why())
        .isEqualTo(Why.NO_RECORD);
  }

  /** A child's clocks are what they would be if nothing were on record of the others. */
  @Test
  void whatIsOfAnotherChild_changesNothingForThisOne() {
    Random random = new Random(11);
    List<String> kinds =
        rulebook.standards().stream()
            .flatMap(s -> java.util.stream.Stream.of(s.starts().kinds(), s.metBy(), s.ends()))
            .flatMap(java.util.Set::stream)
            .distinct()
            .sorted()
            .toList();
    List<CaseFacts.Child> children =
        List.of(
            child("grown", "2006-01-05"), child("one", "2011-03-01"), child("two", "2014-07-09"));
    int compared = 0;
    for (int round = 0; round < 400; round++) {
      List<Fact> facts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int whose = random.nextInt(4);
        facts.add(
            of(
                kinds.get(random.nextInt(kinds.size())),
                NOW.minus(Duration.ofMinutes(2_000L * random.nextInt(30))),
                whose == 3 ? Optional.empty() : Optional.of(children.get(whose).id())));
      }
      for (CaseFacts.Child child : children) {
        List<Fact> theirs =
            facts.stream()
                .filter(fact -> fact.child().isEmpty() || fact.child().get().equals(child.id()))
                .toList();
        List<Clock> alone = startedBy(child, new CaseFacts(Optional.empty(), children, theirs));
        List<Clock> together = startedBy(child, new CaseFacts(Optional.empty(), children, facts));
        assertThat(together).as("round %s", round).isEqualTo(alone);
        compared += alone.size();
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  /** Of standards that fall due again, the whole row that a fact of the child began. */
  private List<Clock> startedBy(CaseFacts.Child child, CaseFacts facts) {
    List<Clock> started = new ArrayList<>();
    boolean theirs = false;
    for (Clock clock : clocks().of(facts, NOW, 0)) {
      Optional<Fact> start = clock.start();
      if (start.isEmpty() || clock.standard().starts().kinds().contains(start.get().kind())) {
        theirs = start.flatMap(Fact::child).filter(child.id()::equals).isPresent();
      }
      if (theirs) {
        started.add(clock);
      }
    }
    return started;
  }

  /** Two reviews in one minute are two reviews, and do not show each other done for ever. */
  @Test
  void reviewsOfTwoChildrenInOneMinute_areOneRowThatEnds() {
    Instant opened = NOW.minus(Duration.ofDays(3));
    Instant reviewed = NOW.minus(Duration.ofDays(2));
    List<Clock> row =
        clocks()
            .of(
                facts(
                    Fact.of("investigation-opened", opened, 0),
                    of("supervisor-reviewed", reviewed, Optional.of("one")),
                    of("supervisor-reviewed", reviewed, Optional.of("two"))),
                NOW,
                0)
            .stream()
            .filter(clock -> clock.standard().id().equals("supervisor-review"))
            .toList();

    assertThat(row).extracting(Clock::state).containsExactly(State.MET, State.MET, State.DUE);
  }

  /** What ends a row in the very minute of the last review ends it. */
  @Test
  void caseClosedInTheMinuteOfItsReview_asksForNoFurtherOne() {
    Instant opened = NOW.minus(Duration.ofDays(100));
    Instant closed = opened.plus(Duration.ofHours(5));
    List<Clock> row =
        clocks()
            .of(
                facts(
                    Fact.of("investigation-opened", opened, 0),
                    Fact.of("supervisor-reviewed", closed, 0),
                    Fact.of("investigation-closed", closed, 0)),
                NOW,
                0)
            .stream()
            .filter(clock -> clock.standard().id().equals("supervisor-review"))
            .toList();

    assertThat(row).extracting(Clock::why).containsExactly(Why.DONE_IN_TIME, Why.ENDED_BEFORE_DUE);
  }

  /** A fact more can only add clocks or settle one that was open; no order of facts matters. */
  @Test
  void orderOfFacts_doesNotMatter() {
    Random random = new Random(7);
    List<String> kinds =
        rulebook.standards().stream()
            .flatMap(s -> java.util.stream.Stream.of(s.starts().kinds(), s.metBy(), s.ends()))
            .flatMap(java.util.Set::stream)
            .distinct()
            .sorted()
            .toList();
    for (int round = 0; round < 200; round++) {
      List<Fact> facts = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        facts.add(
            Fact.of(
                kinds.get(random.nextInt(kinds.size())),
                NOW.minus(Duration.ofMinutes(2_000L * random.nextInt(12))),
                i));
      }
      List<Clock> expected = clocks().of(facts(facts.toArray(Fact[]::new)), NOW, 99);
      Collections.shuffle(facts, random);
      assertThat(clocks().of(facts(facts.toArray(Fact[]::new)), NOW, 99)).isEqualTo(expected);
    }
  }
}
