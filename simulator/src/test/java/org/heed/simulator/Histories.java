package org.heed.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heed.figures.recount.Fact;
import org.heed.figures.recount.History;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeReclassified;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.heed.simulator.SimulatedEvent.ReportMade;

/** What a force's events say of each crime. A fact's position is its second. */
final class Histories {
  private final Map<String, ReportMade> reports = new HashMap<>();
  private final Map<String, CrimeRecorded> crimes = new LinkedHashMap<>();
  private final Map<String, List<Fact>> facts = new HashMap<>();

  private Histories() {}

  /**
   * The histories of every crime.
   *
   * @param operations the linked operation of a report, by its reference
   */
  static List<History> of(List<SimulatedEvent> events, Map<String, String> operations) {
    Histories histories = new Histories();
    events.forEach(histories::read);
    return histories.crimes.values().stream()
        .map(crime -> histories.history(crime, operations))
        .toList();
  }

  static long position(Instant at) {
    return at.getEpochSecond();
  }

  private void read(SimulatedEvent event) {
    long position = position(event.at());
    if (event instanceof ReportMade report) {
      reports.put(report.reference(), report);
    } else if (event instanceof CrimeRecorded crime) {
      crimes.put(crime.crimeKey(), crime);
      add(crime.crimeKey(), new Fact.Recorded(position, crime.offence()));
    } else if (event instanceof CrimeReclassified crime) {
      add(crime.crimeKey(), new Fact.Reclassified(position, crime.offence()));
    } else if (event instanceof CrimeCancelled crime) {
      add(crime.crimeKey(), new Fact.Cancelled(position));
    } else if (event instanceof CrimeReinstated crime) {
      add(crime.crimeKey(), new Fact.Reinstated(position));
    } else if (event instanceof FlagDecided decided && decided.crimeKey() != null) {
      add(
          decided.crimeKey(),
          decided.exploitation()
              ? new Fact.Flagged(position, day(decided.at()), decided.route().id())
              : new Fact.Unflagged(position));
    }
  }

  private void add(String crime, Fact fact) {
    facts.computeIfAbsent(crime, _ -> new ArrayList<>()).add(fact);
  }

  private History history(CrimeRecorded crime, Map<String, String> operations) {
    ReportMade report = reports.get(crime.reference());
    if (report == null) {
      throw new IllegalStateException("a crime before its report");
    }
    Set<String> suspects = new TreeSet<>();
    for (PersonInvolved person : report.people()) {
      if (person.role() == PersonInvolved.Role.SUSPECT) {
        suspects.add(person.personKey());
      }
    }
    Instant occurred = report.occurredFrom();
    return new History(
        crime.crimeKey(),
        crime.reference(),
        report.area(),
        report.route().id(),
        operations.get(crime.reference()),
        crime.victimKey() == null ? Set.of() : Set.of(crime.victimKey()),
        suspects,
        occurred == null ? null : day(occurred),
        day(report.reportedAt()),
        day(crime.at()),
        facts.getOrDefault(crime.crimeKey(), List.of()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
