package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

  private static final Instant LAST = Instant.parse("2025-11-23T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2024-11-23T00:00:00Z");

  /** Standing crimes by the year of their recording, as the events and the truth leave them. */
  private record Counts(
      Map<String, Integer> flagged, Map<String, Integer> trueCrimes, long flaggedInTruth) {

    static Counts of(SimulatedForce force) {
      Map<String, Instant> recorded = new HashMap<>();
      Map<String, Boolean> flag = new HashMap<>();
      Set<String> cancelled = new HashSet<>();
      Set<String> exploited = new HashSet<>();
      Set<String> flaggedInTruth = new HashSet<>();
      force
          .events(truth -> {
            if (truth instanceof Truth.OfCrime crime && crime.standing()) {
              if (crime.exploitation()) {
                exploited.add(crime.crimeKey());
              }
              if (crime.flagged()) {
                flaggedInTruth.add(crime.crimeKey());
              }
            }
          })
          .forEach(event -> {
            if (event instanceof CrimeRecorded crime) {
              recorded.put(crime.crimeKey(), crime.at());
            } else if (event instanceof CrimeCancelled crime) {
              cancelled.add(crime.crimeKey());
            } else if (event instanceof CrimeReinstated crime) {
              cancelled.remove(crime.crimeKey());
            } else if (event instanceof FlagDecided decided && decided.crimeKey() != null) {
              flag.put(decided.crimeKey(), decided.exploitation());
            }
          });
      Map<String, Integer> flagged = new HashMap<>();
      Map<String, Integer> trueCrimes = new HashMap<>();
      recorded.forEach((crime, at) -> {
        String year = at.isBefore(BEFORE) ? "first" : at.isBefore(LAST) ? "before" : "last";
        if (flag.getOrDefault(crime, false) && !cancelled.contains(crime)) {
          flagged.merge(year, 1, Integer::sum);
        }
        if (exploited.contains(crime)) {
          trueCrimes.merge(year, 1, Integer::sum);
        }
      });
      return new Counts(flagged, trueCrimes, flaggedInTruth.size());
    }
  }

  private static Counts counts(Scenario scenario, long seed, int reports) {
    return Counts.of(SimulatedForce.of(ForceParameters.of(seed, reports).withScenario(scenario)));
  }

  @ParameterizedTest
  @CsvSource({
    "recognition-only,1,750,750",
    "recognition-only,2,750,750",
    "real-rise,5,717,933",
    "mixture,9,735,838"
  })
  void flaggedCrimesAndTrueCrimesAreExactlyThoseOfThePlan(
      String scenario, long seed, int trueBefore, int trueLast) {
    Counts counts = counts(Scenario.of(scenario), seed, 20_000);
    assertThat(counts.flagged()).containsEntry("before", 461).containsEntry("last", 600);
    assertThat(counts.trueCrimes())
        .containsEntry("before", trueBefore)
        .containsEntry("last", trueLast);
    assertThat(counts.flagged().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(counts.flaggedInTruth());
  }

  @Test
  void aForceOfTheBaseSize_hasTheNumbersOfThePublishedRise() {
    Counts counts = counts(Scenario.RECOGNITION_ONLY, 4, Scenario.BASE_REPORTS);
    assertThat(counts.flagged()).containsEntry("before", 922).containsEntry("last", 1_200);
    assertThat(counts.trueCrimes()).containsEntry("before", 1_500).containsEntry("last", 1_500);
  }

  @Test
  void realRise_leavesRecognitionWhereItWas() {
    Scenario.YearPlan before = Scenario.REAL_RISE.planFromEnd(1);
    Scenario.YearPlan last = Scenario.REAL_RISE.planFromEnd(0);
    assertThat(last.recordedCrimes() / (double) before.recordedCrimes())
        .isCloseTo(1_200 / 922.0, within(0.001));
    assertThat(last.recognition()).isCloseTo(before.recognition(), within(0.001));
    assertThat(last.recordedCrimes() / (double) last.trueCrimes())
        .isCloseTo(before.recordedCrimes() / (double) before.trueCrimes(), within(0.001));
  }

  @Test
  void mixture_isAboutHalfAndHalf() {
    Scenario.YearPlan before = Scenario.MIXTURE.planFromEnd(1);
    Scenario.YearPlan last = Scenario.MIXTURE.planFromEnd(0);
    double offences = Math.log(last.recordedCrimes() / (double) before.recordedCrimes());
    double recognition = Math.log(last.recognition() / before.recognition());
    assertThat(offences / (offences + recognition)).isBetween(0.45, 0.55);
  }

  @Test
  void unreportedOffencesBringTheTruthUpToThePlan() {
    SimulatedForce force =
        SimulatedForce.of(ForceParameters.of(4, 40_000).withScenario(Scenario.RECOGNITION_ONLY));
    long offences = force.background().filter(Truth.Offence.class::isInstance).count();
    long unrecorded =
        force
            .background()
            .filter(t -> t instanceof Truth.Offence offence && offence.crimeKey() == null)
            .count();
    assertThat(offences).isEqualTo(3 * 2_150);
    assertThat(unrecorded).isEqualTo(3 * 650);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"recognition-only", "real-rise", "mixture", "reporting-only", "hidden-fall"})
  void yearsOfTheTruth_areThoseOfThePlan(String name) {
    Scenario scenario = Scenario.of(name);
    List<Truth> background =
        SimulatedForce.of(ForceParameters.of(11, 40_000).withScenario(scenario))
            .background()
            .toList();
    List<Scenario.YearPlan> years =
        background.stream()
            .filter(Truth.OfYear.class::isInstance)
            .map(Truth.OfYear.class::cast)
            .map(year ->
                new Scenario.YearPlan(
                    year.offences(), year.recorded(), year.flagged(), year.wronglyFlagged()))
            .toList();
    assertThat(years).isEqualTo(scenario.years());
    assertThat(background.stream().filter(Truth.Milestone.class::isInstance))
        .hasSameSizeAs(scenario.shifts());
  }

  @Test
  void contactThatStaysOnline_isFlaggedOftenerOnceTheRulebookAsksForIt() {
    Plan plan = new Plan(ForceParameters.of(6, 40_000).withScenario(Scenario.RECOGNITION_ONLY));
    double before = onlineFlagged(plan, plan.start, plan.rulebookChange());
    double after = onlineFlagged(plan, plan.rulebookChange(), plan.qualityAssurance());
    assertThat(after).isGreaterThan(before * 1.5);
  }

  private static double onlineFlagged(Plan plan, Instant from, Instant to) {
    return plan.reports.stream()
        .filter(report -> !report.recordedAt.isBefore(from) && report.recordedAt.isBefore(to))
        .filter(report -> report.topic == Topic.EXPLOITATION)
        .filter(report -> report.theSituation().id().startsWith("online"))
        .flatMap(report -> report.crimes.stream())
        .mapToInt(crime -> crime.flagged ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void reportingOnly_leavesOffencesAndRecognitionWhereTheyWere() {
    Scenario.YearPlan before = Scenario.REPORTING_ONLY.planFromEnd(1);
    Scenario.YearPlan last = Scenario.REPORTING_ONLY.planFromEnd(0);
    assertThat(last.trueCrimes()).isEqualTo(before.trueCrimes());
    assertThat(last.recognition()).isCloseTo(before.recognition(), within(0.001));
    assertThat(last.recordedCrimes()).isGreaterThan(before.recordedCrimes());
  }

  @Test
  void countyCountsAreNearThePlan() {
    Counts counts = counts(Scenario.COUNTY, 2, 20_000);
    assertThat(counts.flagged().getOrDefault("before", 0)).isBetween(400, 520);
    assertThat(counts.flagged().getOrDefault("last", 0)).isBetween(530, 670);
  }

  @Test
  void unknownName_isRefusedNamingThoseThereAre() {
    assertThatThrownBy(() -> Scenario.of("none"))
        .hasMessageContaining("county, recognition-only, real-rise, mixture");
  }
}
