package org.heed.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.heed.simulator.FlagElement.State;
import org.heed.simulator.PersonInvolved.Role;
import org.heed.simulator.Planned.Crime;
import org.heed.simulator.Planned.Fate;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeReclassified;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.jspecify.annotations.Nullable;

/** What the force does with one report: crimes, reclassification, cancellation and flags. */
final class CaseWork {

  private static final List<String> YES =
      List.of(
          "gifts and lifts from an older adult, then demands",
          "adult male, repeat missing and hotel; imbalance of power is clear",
          "threats used to keep the child attending",
          "child given drugs and told to pay it back",
          "online contact with pressure to send images",
          "more than one adult and more than one child at the venue",
          "account and phone messages show control");
  private static final List<String> LATER =
      List.of(
          "dip sample: exchange is described in the narrative",
          "audit of grooming offences: meets the definition",
          "re-read with the linked missing episodes",
          "monthly check of offences against under 18s");
  private static final List<String> NO =
      List.of(
          "no exchange identified",
          "dealt with under its own offence",
          "child denies any concern",
          "recorded as abuse, context not clear",
          "insufficient information at this time",
          "victim and suspect are of similar age");

  private final Plan plan;
  private final Planned report;
  private final ReportMade made;
  private final Chance chance;
  private final Instant last;
  private final LocalDate on;

  CaseWork(Plan plan, Planned report, ReportMade made, Chance chance) {
    this.plan = plan;
    this.report = report;
    this.made = made;
    this.chance = chance;
    this.last = plan.end.minusSeconds(60);
    this.on = made.at().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  List<Truth.OfCrime> addTo(List<SimulatedEvent> events) {
    List<Truth.OfCrime> truths = new ArrayList<>();
    for (int i = 0; i < report.crimes.size(); i++) {
      truths.add(crime(report.crimes.get(i), i, events));
    }
    if (report.crimes.isEmpty()) {
      reportFlag(events);
    }
    return truths;
  }

  private Truth.OfCrime crime(Crime crime, int index, List<SimulatedEvent> events) {
    String key = report.reference + "-" + (index + 1);
    List<PersonInvolved> victims =
        made.people().stream().filter(p -> p.role() == Role.VICTIM).toList();
    PersonInvolved victim = index < victims.size() ? victims.get(index) : null;
    Human child = index < report.children.size() ? report.children.get(index) : null;
    String offence = offence(child);
    long wait =
        chance.yes(0.85) ? chance.between(1, 60) * 60L : (long) (chance.exponential(3) * 86_400);
    Instant at = earliest(made.at().plusSeconds(wait), report.year.to().minusSeconds(3600));
    boolean pending = offence.startsWith("19") && chance.yes(0.3) && crime.fate != Fate.CANCELLED;
    Instant confirmed = at.plusSeconds((long) (chance.exponential(4) * 86_400) + 600);
    pending = pending && confirmed.isBefore(report.year.to().minusSeconds(3600));
    String officer = report.theOfficer().id();
    events.add(
        new CrimeRecorded(
            at,
            key,
            report.reference,
            victim == null ? null : victim.personKey(),
            pending ? "N100" : offence,
            officer));
    Instant settled = pending ? confirmed : at;
    if (pending) {
      events.add(
          new CrimeReclassified(
              confirmed,
              key,
              report.reference,
              offence,
              "confirmed after first account",
              registrar()));
    } else if (report.topic == Topic.EXPLOITATION && chance.yes(0.06)) {
      Instant moved = settled.plusSeconds((long) (chance.exponential(40) * 86_400) + 7200);
      String other =
          offence.equals("88A") ? child != null && child.ageAt(on) < 16 ? "22B" : "71" : "71";
      if (moved.isBefore(last) && !other.equals(offence)) {
        events.add(
            new CrimeReclassified(
                moved,
                key,
                report.reference,
                other,
                "principal crime after interview",
                registrar()));
      }
    }
    boolean standing = fate(crime, key, settled, events);
    flags(crime, key, settled, events);
    return new Truth.OfCrime(
        key,
        report.reference,
        report.topic == Topic.EXPLOITATION,
        child == null ? null : child.trueKey(),
        crime.flagged,
        standing);
  }

  private boolean fate(Crime crime, String key, Instant settled, List<SimulatedEvent> events) {
    if (crime.fate == Fate.STANDS) {
      return true;
    }
    Instant cancelled = between(settled.plusSeconds(3600), last, 60);
    events.add(
        new CrimeCancelled(
            cancelled,
            key,
            report.reference,
            chance.pick(
                List.of(
                    "additional verifiable information",
                    "recorded in error, duplicate of another crime",
                    "took place in another force area, transferred")),
            registrar()));
    if (crime.fate == Fate.REINSTATED) {
      events.add(
          new CrimeReinstated(
              between(cancelled.plusSeconds(60), last, 60),
              key,
              report.reference,
              "cancelled without the registrar's authority",
              registrar()));
      return true;
    }
    return false;
  }

  private void flags(Crime crime, String key, Instant settled, List<SimulatedEvent> events) {
    boolean truly = report.topic == Topic.EXPLOITATION;
    boolean considered = truly || report.topic == Topic.OTHER_HARM;
    if (!considered) {
      return;
    }
    boolean roomForLater = settled.plusSeconds(20 * 86_400L).isBefore(last);
    if (crime.flagged) {
      boolean inspected =
          plan.has(Scenario.Shift.QUALITY_ASSURANCE) && settled.isAfter(plan.qualityAssurance());
      double later = (inspected ? 0.34 : 0.12) * (1.3 - report.theOfficer().care());
      if (roomForLater && chance.yes(later)) {
        if (chance.yes(0.6)) {
          no(key, soon(settled), FlagRoute.OFFICER, events);
        }
        boolean prompted = inspected && chance.yes(0.3);
        yes(
            key,
            between(settled.plusSeconds(8 * 86_400L), last, 200),
            prompted ? FlagRoute.PROMPT : FlagRoute.QUALITY_ASSURANCE,
            events);
      } else {
        yes(key, soon(settled), FlagRoute.OFFICER, events);
      }
    } else if (roomForLater && chance.yes(truly ? 0.02 : 0.05)) {
      yes(key, soon(settled), FlagRoute.OFFICER, events);
      no(
          key,
          between(settled.plusSeconds(8 * 86_400L), last, 120),
          FlagRoute.QUALITY_ASSURANCE,
          events);
    } else if (chance.yes(0.45)) {
      no(key, soon(settled), FlagRoute.OFFICER, events);
    }
  }

  private void reportFlag(List<SimulatedEvent> events) {
    double care = report.theOfficer().care();
    if (report.topic == Topic.EXPLOITATION) {
      if (chance.yes(report.year.plan().recognition() * (0.3 + care))) {
        yes(null, soon(made.at()), FlagRoute.OFFICER, events);
      } else if (chance.yes(0.25)) {
        no(null, soon(made.at()), FlagRoute.OFFICER, events);
      }
    } else if (report.theSituation().hit() || report.topic == Topic.LOOK_ALIKE) {
      if (chance.yes(0.04 * (1.2 - care))) {
        yes(null, soon(made.at()), FlagRoute.OFFICER, events);
      } else if (chance.yes(0.2)) {
        no(null, soon(made.at()), FlagRoute.OFFICER, events);
      }
    }
  }

  private void yes(@Nullable String key, Instant at, FlagRoute route, List<SimulatedEvent> events) {
    LocalDate review = at.atOffset(ZoneOffset.UTC).toLocalDate().plusMonths(3);
    String reason = chance.pick(route == FlagRoute.OFFICER ? YES : LATER);
    events.add(
        new FlagDecided(
            at,
            report.reference,
            key,
            true,
            route,
            elements(true),
            null,
            reason,
            decider(route),
            review));
  }

  private void no(@Nullable String key, Instant at, FlagRoute route, List<SimulatedEvent> events) {
    String instead =
        switch (report.theSituation().id()) {
          case "family-abuse" -> "csa";
          case "county-lines", "intel-cce" -> "cce";
          case "image-shared", "peer-group" -> "peer";
          default ->
              report.kind == ReportKind.MISSING ? "missing" : chance.yes(0.6) ? "csa" : "other";
        };
    String reason =
        route == FlagRoute.OFFICER ? chance.pick(NO) : "audit: does not meet the definition";
    events.add(
        new FlagDecided(
            at,
            report.reference,
            key,
            false,
            route,
            elements(false),
            instead,
            reason,
            decider(route),
            null));
  }

  private List<FlagElement> elements(boolean yes) {
    List<FlagElement> elements = new ArrayList<>();
    for (String name : FlagElement.NAMES) {
      State state =
          switch (chance.weighted(yes ? 0.75 : 0.15, yes ? 0.02 : 0.35, yes ? 0.23 : 0.5)) {
            case 0 -> State.PRESENT;
            case 1 -> State.ABSENT;
            default -> State.NOT_KNOWN;
          };
      elements.add(new FlagElement(name, name.equals("under-18") ? State.PRESENT : state));
    }
    return elements;
  }

  private String offence(@Nullable Human child) {
    List<String> fixed = report.theSituation().offences();
    if (!fixed.isEmpty()) {
      return chance.pick(fixed);
    }
    boolean female = child == null ? chance.yes(0.7) : child.female();
    int age = child == null ? chance.between(8, 16) : ageThen(child);
    if (report.topic == Topic.EXPLOITATION && report.theSituation().id().startsWith("online")) {
      return age < 16 ? chance.pick(List.of("88A", "88A", "71", "22B")) : "71";
    }
    if (age < 13) {
      return chance.pick(
          female ? List.of("20B", "20B", "21", "19E") : List.of("17B", "17B", "21", "19H"));
    }
    if (age < 16) {
      return female
          ? chance.pick(List.of("22B", "22B", "22B", "88A", "71", "71", "19D"))
          : chance.pick(List.of("22B", "22B", "88A", "71", "19G"));
    }
    return female
        ? chance.pick(List.of("19C", "20A", "20A", "71"))
        : chance.pick(List.of("19F", "17A", "17A", "71"));
  }

  private int ageThen(Human child) {
    Instant from = made.occurredFrom();
    return child.ageAt(from == null ? on : from.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private Instant soon(Instant from) {
    return earliest(from.plusSeconds((long) (chance.exponential(20) * 3600) + 120), last);
  }

  /** A moment at most so many days after the first, and before the last. */
  private Instant between(Instant first, Instant latest, int days) {
    long room = Math.min(days * 86_400L, latest.getEpochSecond() - first.getEpochSecond());
    return room <= 1 ? latest : first.plusSeconds((long) (chance.unit() * room));
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private String decider(FlagRoute route) {
    return switch (route) {
      case OFFICER -> report.theOfficer().id();
      case QUALITY_ASSURANCE -> "quality-assurance-" + chance.between(1, 3);
      case PROMPT -> "reviewer-" + chance.between(1, 4);
    };
  }

  private String registrar() {
    return "registrar-" + chance.between(1, 2);
  }
}
