package org.heed.linkage.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.heed.linkage.thing.ThingKey;
import org.heed.linkage.thing.ThingKind;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.PersonInvolved;
import org.heed.simulator.ReportKind;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.SimulatedForce;
import org.heed.simulator.ThingInvolved;
import org.heed.simulator.Truth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A simulated force's reports as its record has them: of what is told first, most truly is of
 * somebody who exploits children, and of the same reports put together by chance next to nothing is
 * told.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedForceTest {
  private static final int K = 20;

  private final List<SimulatedEvent.ReportMade> reports = new ArrayList<>();
  private final Map<String, Truth.OfReport> truths = new HashMap<>();

  @BeforeAll
  void simulate() {
    SimulatedForce force = SimulatedForce.of(ForceParameters.of(11, 12_000));
    force
        .events()
        .forEach(event -> {
          if (event instanceof SimulatedEvent.ReportMade made) {
            reports.add(made);
          }
        });
    force
        .truths()
        .forEach(truth -> {
          if (truth instanceof Truth.OfReport of) {
            truths.put(of.reference(), of);
          }
        });
  }

  private static Finder finder() {
    return new Finder(new Finder.Settings(3, 0.05, Set.of(), 4, 150, FinderTest.WORTH));
  }

  /**
   * The reports up to a moment as a graph.
   *
   * @param order which report's things each report has: its own, or by chance another's
   */
  private EventGraph graph(Instant until, List<Integer> order) {
    EventGraph.Builder graph = EventGraph.builder();
    for (int i = 0; i < reports.size(); i++) {
      SimulatedEvent.ReportMade made = reports.get(i);
      if (made.at().isAfter(until)) {
        continue;
      }
      Instant when = made.occurredFrom() == null ? made.recordedAt() : made.occurredFrom();
      LocalDate day = LocalDate.ofInstant(when, ZoneOffset.UTC);
      graph.event(made.reference(), (int) day.toEpochDay(), made.kind() == ReportKind.MISSING);
      SimulatedEvent.ReportMade other = reports.get(order.get(i));
      for (PersonInvolved person : made.people()) {
        if (isChild(person, day)) {
          graph.mention(Part.CHILD, person.personKey());
        }
      }
      for (PersonInvolved person : other.people()) {
        if (person.role() == PersonInvolved.Role.SUSPECT) {
          graph.mention(Part.SUSPECT, person.personKey());
        }
      }
      for (ThingInvolved thing : other.things()) {
        String key =
            ThingKey.of(ThingKind.parse(thing.kind().id()), thing.label(), thing.detail()).exact();
        if (key != null) {
          switch (thing.kind()) {
            case PLACE -> graph.mention(Part.PLACE, key);
            case PHONE, ACCOUNT -> graph.mention(Part.PHONE, key);
            case VEHICLE -> {}
          }
        }
      }
    }
    return graph.freeze();
  }

  private static boolean isChild(PersonInvolved person, LocalDate day) {
    Integer age =
        person.dateOfBirth() == null
            ? person.approximateAge()
            : Integer.valueOf(Period.between(person.dateOfBirth(), day).getYears());
    return (person.role() == PersonInvolved.Role.VICTIM
            || person.role() == PersonInvolved.Role.SUBJECT)
        && age != null
        && age < 18;
  }

  private List<Integer> inOrder() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      order.add(i);
    }
    return order;
  }

  /** At least half of its reports are truly of exploitation. */
  private boolean isTrue(Found found) {
    long exploited =
        found.events().stream()
            .filter(event -> Objects.requireNonNull(truths.get(event)).exploitation())
            .count();
    return exploited * 2 >= found.events().size();
  }

  @Test
  void ofTheFirstTwentyOfEachPattern_nineInTenAreTrue() {
    List<Found> found = finder().find(graph(Instant.MAX, inOrder()), List.of());
    StringBuilder says = new StringBuilder();
    int told = 0;
    int right = 0;
    for (Pattern pattern : Pattern.values()) {
      List<Found> of = found.stream().filter(one -> one.pattern() == pattern).limit(K).toList();
      int truly = (int) of.stream().filter(this::isTrue).count();
      told += of.size();
      right += truly;
      says.append(pattern.code())
          .append(' ')
          .append(truly)
          .append('/')
          .append(of.size())
          .append("; ");
    }
    assertThat(told).as(says.toString()).isGreaterThanOrEqualTo(25);
    assertThat((double) right / told).as(says.toString()).isGreaterThanOrEqualTo(0.9);
  }

  /**
   * Looked for every four weeks of the last year: how long after the report that made it worth
   * telling a true pattern is told.
   */
  @Test
  void halfOfWhatIsTrulyThere_isToldWithinFourWeeksOfBeingWorthIt() {
    Instant end =
        reports.stream().map(SimulatedEvent.ReportMade::at).max(Instant::compareTo).orElseThrow();
    Map<String, Instant> made = new HashMap<>();
    reports.forEach(report -> made.put(report.reference(), report.at()));
    Map<String, Long> delays = new HashMap<>();
    for (int look = 13; look >= 0; look--) {
      Instant at = end.minus(Duration.ofDays(28L * look));
      for (Found found : finder().find(graph(at, inOrder()), List.of())) {
        if (look < 13 && isTrue(found)) {
          delays.putIfAbsent(found.pattern() + found.entity(), days(found, made, at));
        } else {
          delays.putIfAbsent(found.pattern() + found.entity(), -1L);
        }
      }
    }
    List<Long> sorted = delays.values().stream().filter(days -> days >= 0).sorted().toList();
    assertThat(sorted).hasSizeGreaterThanOrEqualTo(15);
    assertThat(sorted.get(sorted.size() / 2)).as(sorted.toString()).isLessThanOrEqualTo(28);
  }

  /** From when as many of its reports were made as are worth telling of. */
  private static long days(Found found, Map<String, Instant> made, Instant told) {
    int least = Objects.requireNonNull(FinderTest.WORTH.get(found.pattern())).least();
    List<Instant> moments =
        found.events().stream()
            .map(event -> Objects.requireNonNull(made.get(event)))
            .sorted()
            .toList();
    return Duration.between(moments.get(Math.min(least, moments.size()) - 1), told).toDays();
  }

  @Test
  void reportsPutTogetherByChance_tellOfNextToNothing() {
    List<Integer> order = inOrder();
    Collections.shuffle(order, new Random(5));
    List<Found> found =
        finder().find(graph(Instant.MAX, order), List.of()).stream()
            .filter(one -> one.pattern() != Pattern.CHILD_ADDS_UP)
            .toList();
    assertThat(found).hasSizeLessThanOrEqualTo(5);
  }
}
