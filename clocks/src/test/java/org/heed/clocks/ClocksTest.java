package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    return new CaseFacts(Optional.of("england"), Optional.empty(), List.of(facts));
  }

  @Test
  void examplesOfTheShippedStandards_comeOut() {
    StandardExamples.Result result = StandardExamples.run(rulebook);

    assertThat(result.failures()).isEmpty();
    assertThat(result.examples()).isGreaterThan(50);
    assertThat(rulebook.standards()).hasSize(29);
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
                NOW.minus(Duration.ofMinutes(i * 2_000L + random.nextInt(1_900))),
                i));
      }
      List<Clock> expected = clocks().of(facts(facts.toArray(Fact[]::new)), NOW, 99);
      Collections.shuffle(facts, random);
      assertThat(clocks().of(facts(facts.toArray(Fact[]::new)), NOW, 99)).isEqualTo(expected);
    }
  }
}
