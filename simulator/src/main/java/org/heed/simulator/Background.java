package org.heed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.simulator.Planned.Fate;
import org.heed.simulator.Planned.Year;
import org.jspecify.annotations.Nullable;

/** The truths that belong to no single report. */
final class Background {

  private final Plan plan;

  Background(Plan plan) {
    this.plan = plan;
  }

  Stream<Truth> all() {
    return Stream.of(groups(), officers(), years(), milestones(), offences()).flatMap(List::stream);
  }

  private List<Truth> groups() {
    Map<String, Set<String>> children = new LinkedHashMap<>();
    for (Planned report : plan.reports) {
      if (report.ring != null) {
        Set<String> here =
            children.computeIfAbsent(report.ring.trueKey(), k -> new LinkedHashSet<>());
        report.children.forEach(child -> here.add(child.trueKey()));
      }
    }
    List<Truth> groups = new ArrayList<>();
    for (Ring ring : plan.rings) {
      groups.add(
          new Truth.Group(
              ring.trueKey(),
              ring.form(),
              ring.borough().name(),
              ring.from(),
              ring.to(),
              ring.suspects().stream().map(Human::trueKey).toList(),
              List.copyOf(children.getOrDefault(ring.trueKey(), Set.of())),
              Stream.of(ring.hotel(), ring.takeaway(), ring.carPark(), ring.house())
                  .map(ring::placeKey)
                  .toList(),
              ring.vehicles().stream().map(Ring.Vehicle::key).toList(),
              ring.phones()));
    }
    return groups;
  }

  private List<Truth> officers() {
    return plan.officers.stream().map(o -> (Truth) new Truth.OfOfficer(o.id(), o.care())).toList();
  }

  private List<Truth> years() {
    return plan.years.stream().map(this::year).toList();
  }

  private Truth year(Year year) {
    int recorded = 0;
    int flagged = 0;
    int wrongly = 0;
    for (Planned report : plan.reports) {
      for (Planned.Crime crime :
          report.year.equals(year) ? report.crimes : List.<Planned.Crime>of()) {
        boolean truly = report.topic == Topic.EXPLOITATION;
        boolean stands = crime.fate != Fate.CANCELLED;
        recorded += stands && truly ? 1 : 0;
        flagged += stands && crime.flagged ? 1 : 0;
        wrongly += stands && crime.flagged && !truly ? 1 : 0;
      }
    }
    int offences = recorded + unrecorded(year, recorded);
    return new Truth.OfYear(year.from(), year.to(), offences, recorded, flagged, wrongly);
  }

  private List<Truth> milestones() {
    List<Truth> milestones = new ArrayList<>();
    for (Scenario.Shift shift : Scenario.Shift.values()) {
      if (plan.has(shift)) {
        milestones.add(new Truth.Milestone(shift.id(), plan.at(shift)));
      }
    }
    return milestones;
  }

  /** Recorded offences, and those that nobody reported or recorded, to the number planned. */
  private List<Truth> offences() {
    Chance chance = Chance.of(plan.parameters.seed()).child("offences");
    List<Truth> offences = new ArrayList<>();
    for (Year year : plan.years) {
      int recorded = 0;
      List<Planned> without = new ArrayList<>();
      for (Planned report : plan.reports) {
        if (!report.year.equals(year)
            || report.topic != Topic.EXPLOITATION
            || report.ring == null) {
          continue;
        }
        if (report.crimes.isEmpty()) {
          without.add(report);
        }
        for (int i = 0; i < report.crimes.size(); i++) {
          if (report.crimes.get(i).fate == Fate.CANCELLED) {
            continue;
          }
          recorded++;
          offences.add(
              offence(
                  offences, report, i, report.reference, report.reference + "-" + (i + 1), chance));
        }
      }
      for (int i = unrecorded(year, recorded); i > 0 && !without.isEmpty(); i--) {
        Planned report = chance.pick(without);
        boolean told = chance.yes(0.15);
        offences.add(offence(offences, report, 0, told ? report.reference : null, null, chance));
      }
    }
    return offences;
  }

  private int unrecorded(Year year, int recorded) {
    return Math.max(0, plan.scaled(year.plan().trueCrimes(), year) - recorded);
  }

  private static Truth.Offence offence(
      List<Truth> before,
      Planned report,
      int child,
      @Nullable String reference,
      @Nullable String crimeKey,
      Chance chance) {
    Instant at = report.recordedAt.minus(Duration.ofHours((long) chance.exponential(40 * 24)));
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    Ring ring = Objects.requireNonNull(report.ring);
    return new Truth.Offence(
        "X" + (before.size() + 1),
        report.children.get(child).trueKey(),
        ring.trueKey(),
        day,
        reference,
        crimeKey);
  }
}
