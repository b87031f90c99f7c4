package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeReclassified;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.heed.simulator.SimulatedEvent.ReportAmended;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.heed.simulator.SimulatedEvent.ReportRestricted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedForceTest {

  private static final int REPORTS = 4_000;
  private static final SimulatedForce COUNTY = SimulatedForce.of(ForceParameters.of(7, REPORTS));
  private static final List<SimulatedEvent> EVENTS = COUNTY.events().toList();

  private static List<ReportMade> reports(List<SimulatedEvent> events) {
    return events.stream()
        .filter(ReportMade.class::isInstance)
        .map(ReportMade.class::cast)
        .toList();
  }

  @Test
  void sameSeed_makesTheSameEvents() {
    assertThat(SimulatedForce.of(ForceParameters.of(7, REPORTS)).events().toList())
        .isEqualTo(EVENTS);
    assertThat(COUNTY.events().toList()).isEqualTo(EVENTS);
  }

  @Test
  void anotherSeed_makesAnotherForce() {
    List<String> narratives = reports(EVENTS).stream().map(ReportMade::narrative).toList();
    List<String> others =
        reports(SimulatedForce.of(ForceParameters.of(8, REPORTS)).events().toList()).stream()
            .map(ReportMade::narrative)
            .toList();
    assertThat(others).doesNotContainAnyElementsOf(narratives);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50, 1_013, 4_000})
  void asManyReportsAsAskedFor(int reports) {
    List<SimulatedEvent> events =
        SimulatedForce.of(ForceParameters.of(3, reports)).events().toList();
    assertThat(reports(events)).hasSize(reports);
    assertThat(reports(events)).extracting(ReportMade::reference).doesNotHaveDuplicates();
  }

  @Test
  void eventsAreInOrderOfTime_andInsideTheRecord() {
    Instant start = Instant.parse("2023-11-23T00:00:00Z");
    Instant end = Instant.parse("2026-11-23T00:00:00Z");
    assertThat(EVENTS).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(EVENTS).allMatch(e -> !e.at().isBefore(start) && e.at().isBefore(end));
  }

  @Test
  void nothingHappensToAReportOrCrime_beforeItIsRecorded() {
    Set<String> references = new HashSet<>();
    Map<String, String> crimes = new HashMap<>();
    Set<String> cancelled = new HashSet<>();
    for (SimulatedEvent event : EVENTS) {
      if (event instanceof ReportMade report) {
        references.add(report.reference());
      }
      assertThat(references).contains(event.reference());
      switch (event) {
        case CrimeRecorded crime ->
            assertThat(crimes.put(crime.crimeKey(), crime.reference())).isNull();
        case CrimeReclassified crime -> assertThat(crimes).containsKey(crime.crimeKey());
        case CrimeCancelled crime -> {
          assertThat(crimes).containsKey(crime.crimeKey());
          assertThat(cancelled.add(crime.crimeKey())).isTrue();
        }
        case CrimeReinstated crime -> assertThat(cancelled.remove(crime.crimeKey())).isTrue();
        case FlagDecided flag -> {
          if (flag.crimeKey() != null) {
            assertThat(crimes).containsEntry(flag.crimeKey(), flag.reference());
          }
          assertThat(flag.insteadOf() == null).isEqualTo(flag.exploitation());
          assertThat(flag.elements()).hasSize(FlagElement.NAMES.size());
        }
        case ReportMade report -> {}
        case ReportAmended amended -> {}
        case ReportRestricted restricted -> {}
      }
    }
  }

  @Test
  void clocksOfAReportAreInOrder() {
    assertThat(reports(EVENTS))
        .allSatisfy(report -> {
          assertThat(report.reportedAt()).isBeforeOrEqualTo(report.recordedAt());
          assertThat(report.recordedAt()).isEqualTo(report.at());
          Instant from = report.occurredFrom();
          Instant to = report.occurredTo();
          assertThat(from == null).isEqualTo(to == null);
          if (from != null && to != null) {
            assertThat(from).isBeforeOrEqualTo(to);
            assertThat(to).isBeforeOrEqualTo(report.reportedAt());
          }
        });
  }

  @Test
  void victimsOfCrimesAreInTheirReports() {
    Map<String, Set<String>> victims = new HashMap<>();
    for (ReportMade report : reports(EVENTS)) {
      Set<String> keys = new HashSet<>();
      report.people().stream()
          .filter(p -> p.role() == PersonInvolved.Role.VICTIM)
          .forEach(p -> keys.add(p.personKey()));
      victims.put(report.reference(), keys);
    }
    assertThat(EVENTS)
        .filteredOn(CrimeRecorded.class::isInstance)
        .map(CrimeRecorded.class::cast)
        .allSatisfy(
            crime -> assertThat(victims.get(crime.reference())).contains(crime.victimKey()));
  }

  @Test
  void onePersonHoldsSeveralKeys_andNoKeyBelongsToTwo() {
    Map<String, String> owner = new HashMap<>();
    List<Truth.Person> people =
        COUNTY
            .truths()
            .filter(Truth.Person.class::isInstance)
            .map(Truth.Person.class::cast)
            .toList();
    for (Truth.Person person : people) {
      person.personKeys().forEach(key -> assertThat(owner.put(key, person.trueKey())).isNull());
    }
    assertThat(people).anyMatch(p -> p.part().equals("child") && p.personKeys().size() > 1);
    assertThat(people).anyMatch(p -> p.part().equals("suspect") && p.personKeys().size() > 1);
  }

  @Test
  void childrenVenuesAndVehiclesRecur() {
    Map<String, Integer> things = new HashMap<>();
    Map<String, Integer> children = new HashMap<>();
    for (ReportMade report : reports(EVENTS)) {
      report.things().stream()
          .filter(t -> t.thingKey() != null)
          .forEach(t -> things.merge(t.kind() + " " + t.thingKey(), 1, Integer::sum));
    }
    COUNTY
        .truths()
        .filter(Truth.OfReport.class::isInstance)
        .map(Truth.OfReport.class::cast)
        .filter(Truth.OfReport::exploitation)
        .forEach(r -> r.children().forEach(c -> children.merge(c, 1, Integer::sum)));
    for (ThingInvolved.Kind kind :
        List.of(ThingInvolved.Kind.PLACE, ThingInvolved.Kind.VEHICLE, ThingInvolved.Kind.PHONE)) {
      assertThat(things.entrySet())
          .as("%s", kind)
          .anyMatch(e -> e.getKey().startsWith(kind.name()) && e.getValue() >= 3);
    }
    assertThat(children.values()).anyMatch(n -> n >= 6);
    assertThat(children.values()).anyMatch(n -> n == 1);
  }

  @Test
  void everyKindOfEventRouteAndKindOfReportOccurs() {
    assertThat(EVENTS.stream().map(Object::getClass).distinct()).hasSize(8);
    assertThat(reports(EVENTS).stream().map(ReportMade::kind).distinct())
        .containsExactlyInAnyOrder(ReportKind.values());
    assertThat(reports(EVENTS).stream().map(ReportMade::route).distinct())
        .containsExactlyInAnyOrder(NoticeRoute.values());
    assertThat(
            EVENTS.stream()
                .filter(FlagDecided.class::isInstance)
                .map(e -> ((FlagDecided) e).route())
                .distinct())
        .containsExactlyInAnyOrder(FlagRoute.values());
  }

  @Test
  void ethnicityIsMissingMoreOftenForSomeGroupsThanForOthers() {
    List<PersonInvolved> people =
        reports(EVENTS).stream().flatMap(r -> r.people().stream()).toList();
    double suspects = missing(people, PersonInvolved.Role.SUSPECT);
    double victims = missing(people, PersonInvolved.Role.VICTIM);
    assertThat(suspects).isBetween(0.3, 0.6);
    assertThat(victims).isBetween(0.15, 0.4).isLessThan(suspects);
  }

  private static double missing(List<PersonInvolved> people, PersonInvolved.Role role) {
    List<PersonInvolved> those = people.stream().filter(p -> p.role() == role).toList();
    return those.stream().filter(p -> p.ethnicity() == null).count() / (double) those.size();
  }

  @Test
  void anotherEnd_movesTheWholeRecord() {
    ForceParameters moved = ForceParameters.of(7, 200).withEnd(LocalDate.of(2020, 3, 31));
    List<SimulatedEvent> events = SimulatedForce.of(moved).events().toList();
    assertThat(events.getLast().at().atOffset(ZoneOffset.UTC).toLocalDate())
        .isBeforeOrEqualTo(LocalDate.of(2020, 3, 31));
    assertThat(moved.start()).isEqualTo(LocalDate.of(2017, 4, 1));
  }

  @Test
  void lessThanAYear_isRefused() {
    assertThatThrownBy(() ->
            new ForceParameters(
                1, 10, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1), Scenario.COUNTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("less than a year");
  }

  @Test
  void printingAnEvent_showsNothingPersonal() {
    ReportMade report = reports(EVENTS).getFirst();
    assertThat(report.toString()).doesNotContain(report.narrative());
    assertThat(report.people().getFirst().toString())
        .doesNotContain(report.people().getFirst().family());
  }
}
