package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.recount.Definition;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Unit;
import org.heed.figures.recount.Definition.Window;
import org.heed.figures.recount.History;
import org.heed.figures.recount.Recount;
import org.heed.figures.recount.Source;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeReclassified;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The accounting split on whole forces, each recorded, flagged, cancelled and reviewed over three
 * years: its ends are plain counts of the events, and its parts add up to the last unit.
 */
class AccountingTruthTest {
  private static final Rules OLD = new Rules("old", Set.of("N100", "88A"), 365);
  private static final Rules NEW = new Rules("new", Set.of("N100"), 365);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void split_isTheRecount(long seed) {
    check(Scenario.ALL.get((int) (seed % Scenario.ALL.size())), seed, 800);
  }

  @Test
  @Tag("long")
  void split_isTheRecountOverTwoThousandForces() {
    for (long seed = 1; seed <= 2_000; seed++) {
      check(Scenario.ALL.get((int) (seed % Scenario.ALL.size())), seed, 500);
    }
  }

  /**
   * From figures by a rulebook that counts one crime for each offence told, to figures by the one
   * that is shipped: the rulebook's part is what the rules make of the same offences, and no more.
   */
  @Test
  void rulebookStep_isWhatTheOtherRulesMakeOfTheSameOffences() throws Exception {
    Map<String, String> files =
        new TreeMap<>(RulebookLoader.files(Path.of("..", "rulebooks", "england-wales")));
    Rules shipped = rules("shipped", files);
    files.keySet().removeIf(file -> file.startsWith("counting/"));
    Rules each = rules("each offence", files);
    int differ = 0;
    for (long seed = 1; seed <= 4; seed++) {
      Force force = Force.of(Scenario.ALL.get((int) seed), seed, 800);
      Definition asked = Definition.flagged(force.after, shipped).flaggedOnly(false);
      long recorded = force.recount.count(asked.under(NEW));
      assertThat(force.recount.count(asked.under(each)))
          .as("one for each offence is what was recorded")
          .isEqualTo(recorded);
      for (Unit unit : Unit.values()) {
        Definition from =
            Definition.flagged(force.before, each).as(unit).asKnown(new Known.WhenSettled());
        Definition to = Definition.flagged(force.after, shipped).as(unit);
        assertAddsUp(force.recount.split(from, to), force.recount, from, to);
      }
      Accounting split = force.recount.split(asked.under(each), asked);
      assertThat(split.parts())
          .singleElement()
          .satisfies(part -> {
            assertThat(part.step()).isEqualTo("rulebook");
            assertThat(part.whole()).isEqualTo(force.recount.count(asked) - recorded);
          });
      differ += split.from() == split.to() ? 0 : 1;
    }
    assertThat(differ).as("forces in which the rulebook matters").isPositive();
  }

  private static Rules rules(String name, Map<String, String> files) throws RulebookException {
    return new Rules(name, Set.of("N100"), 365, RulebookLoader.parse(files).counting());
  }

  @Test
  void riseOfFlagsAlone_liesInWhatQualityAssuranceFlagged_beforeAnyInference() {
    Force force = Force.of(Scenario.RECOGNITION_ONLY, 5, 8_000);
    Definition from = Definition.flagged(force.before, NEW);
    Definition to = Definition.flagged(force.after, NEW);
    Accounting split =
        force.recount.split(
            from, to, List.of(new Source.FlaggedBy(FlagRoute.QUALITY_ASSURANCE.id())));
    assertThat(split.from()).isEqualTo(184);
    assertThat(split.to()).isEqualTo(240);
    assertThat(split.parts().getFirst().whole()).isBetween(10L, 56L);
  }

  private static void check(Scenario scenario, long seed, int reports) {
    Force force = Force.of(scenario, seed, reports);
    Definition then = Definition.flagged(force.before, OLD).asKnown(new Known.WhenSettled());
    Definition now = Definition.flagged(force.after, NEW);
    assertThat(force.recount.count(then))
        .isEqualTo(force.counted(force.before, force.before.settled(), OLD));
    assertThat(force.recount.count(now)).isEqualTo(force.counted(force.after, Long.MAX_VALUE, NEW));
    List<Source> sources = new ArrayList<>(List.of(new Source.NonRecent()));
    force.recount.largestOperation(now).ifPresent(key -> sources.add(new Source.Operation(key)));
    sources.add(new Source.FlaggedBy(FlagRoute.QUALITY_ASSURANCE.id()));
    sources.add(new Source.FlaggedBy(FlagRoute.PROMPT.id()));
    sources.add(new Source.NoticedBy(NoticeRoute.CHILD.id()));
    assertAddsUp(force.recount.split(then, now), force.recount, then, now);
    assertAddsUp(force.recount.split(then, now, sources), force.recount, then, now);
    Definition children = now.as(Unit.CHILDREN).withNonRecent(false).withCancelled(true);
    assertAddsUp(force.recount.split(then, children), force.recount, then, children);
  }

  private static void assertAddsUp(
      Accounting split, Recount recount, Definition from, Definition to) {
    assertThat(split.from()).isEqualTo(recount.count(from));
    assertThat(split.to()).isEqualTo(recount.count(to));
    BigFraction exact = BigFraction.ZERO;
    long whole = 0;
    for (Accounting.Part part : split.parts()) {
      exact = exact.add(part.exact());
      whole += part.whole();
    }
    assertThat(exact).isEqualTo(BigFraction.of(split.to() - split.from()));
    assertThat(whole).isEqualTo(split.to() - split.from());
  }

  /** A force's events, its records, and its last two years. */
  private record Force(List<SimulatedEvent> events, Recount recount, Window before, Window after) {
    static Force of(Scenario scenario, long seed, int reports) {
      SimulatedForce force =
          SimulatedForce.of(ForceParameters.of(seed, reports).withScenario(scenario));
      Map<String, String> operations = new HashMap<>();
      List<SimulatedEvent> events =
          force
              .events(truth -> {
                if (truth instanceof Truth.OfReport report && report.group() != null) {
                  operations.put(report.reference(), report.group());
                }
              })
              .toList();
      List<History> histories = Histories.of(events, operations);
      LocalDate end = force.parameters().end().plusDays(1);
      return new Force(
          events,
          new Recount(histories),
          window(end.minusYears(2), end.minusYears(1)),
          window(end.minusYears(1), end));
    }

    private static Window window(LocalDate from, LocalDate to) {
      return new Window(
          from, to, Histories.position(to.atStartOfDay(ZoneOffset.UTC).toInstant()) - 1);
    }

    /** Flagged crimes that stand, straight from the events. */
    long counted(Window window, long known, Rules rules) {
      Set<String> counted = new HashSet<>();
      Map<String, String> offence = new HashMap<>();
      Set<String> flagged = new HashSet<>();
      Set<String> cancelled = new HashSet<>();
      for (SimulatedEvent event : events) {
        Instant at = event.at();
        if (Histories.position(at) > known) {
          break;
        }
        if (event instanceof CrimeRecorded crime) {
          offence.put(crime.crimeKey(), crime.offence());
          LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
          if (!day.isBefore(window.from()) && day.isBefore(window.to())) {
            counted.add(crime.crimeKey());
          }
        } else if (event instanceof CrimeReclassified crime) {
          offence.put(crime.crimeKey(), crime.offence());
        } else if (event instanceof CrimeCancelled crime) {
          cancelled.add(crime.crimeKey());
        } else if (event instanceof CrimeReinstated crime) {
          cancelled.remove(crime.crimeKey());
        } else if (event instanceof FlagDecided decided && decided.crimeKey() != null) {
          if (decided.exploitation()) {
            flagged.add(decided.crimeKey());
          } else {
            flagged.remove(decided.crimeKey());
          }
        }
      }
      return counted.stream()
          .filter(flagged::contains)
          .filter(crime -> !cancelled.contains(crime))
          .filter(crime -> !rules.outside().contains(offence.getOrDefault(crime, "")))
          .count();
    }
  }
}
