package org.heed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heed.simulator.Composer.Composed;
import org.heed.simulator.PersonInvolved.Role;
import org.heed.simulator.SimulatedEvent.ReportAmended;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.heed.simulator.SimulatedEvent.ReportRestricted;
import org.heed.simulator.Story.Mentioned;
import org.jspecify.annotations.Nullable;

/**
 * Turns a planned report into events: writes its narrative, names its people, and lets the force
 * act on it. The same planned report always makes the same story. Not for several threads.
 */
final class Storyteller {

  private final Plan plan;
  private final Phrasebook book = Phrasebook.load();
  private final Composer composer = new Composer(book);

  Storyteller(Plan plan) {
    this.plan = plan;
  }

  Story tell(Planned report) {
    Chance chance = Chance.of(report.seed);
    LocalDate on = report.recordedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    Situation situation = report.theSituation();
    Cast cast = cast(report, on, chance);
    Composed composed = composer.compose(situation, cast, report.language, chance.child("words"));
    List<Mentioned> mentioned = new ArrayList<>();
    List<PersonInvolved> people = people(report, cast, on, chance.child("people"), mentioned);
    String anyAgency = chance.pick(situation.agencies());
    String agency = composed.agency().isEmpty() ? anyAgency : composed.agency();
    Instant reportedAt = reportedAt(report, chance);
    Occurred occurred = occurred(report, reportedAt, chance);
    ReportMade made =
        new ReportMade(
            report.recordedAt,
            report.reference,
            report.kind,
            source(report.kind),
            route(agency),
            agency,
            cast.borough.name(),
            composed.text(),
            occurred.from(),
            occurred.to(),
            reportedAt,
            report.recordedAt,
            report.theOfficer().id(),
            report.kind == ReportKind.INTELLIGENCE ? grade(chance) : null,
            people,
            cast.things);
    List<SimulatedEvent> events = new ArrayList<>();
    events.add(made);
    CaseWork work = new CaseWork(plan, report, made, chance.child("work"));
    List<Truth.OfCrime> crimes = work.addTo(events);
    amend(report, made, cast, chance.child("amend"), events);
    events.sort(Comparator.comparing(SimulatedEvent::at));
    return new Story(
        List.copyOf(events), truth(report, cast, composed), crimes, List.copyOf(mentioned));
  }

  /** Another telling of a planned report. */
  String narrative(Planned report, Composer with, Chance chance) {
    LocalDate on = report.recordedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    Cast cast = cast(report, on, chance);
    return with.compose(report.theSituation(), cast, report.language, chance).text();
  }

  private Cast cast(Planned report, LocalDate on, Chance chance) {
    Topic topic = report.topic;
    Human subject =
        !report.children.isEmpty()
            ? report.children.getFirst()
            : topic == Topic.ORDINARY
                ? plan.people.bystander(chance)
                : plan.people.otherChild(chance, on);
    Human peer =
        report.children.size() > 1 ? report.children.get(1) : plan.people.otherChild(chance, on);
    Ring ring = report.ring;
    Human suspect = ring != null ? chance.pick(ring.suspects()) : plan.people.bystander(chance);
    if (ring != null && suspect.female()) {
      suspect = ring.suspects().getFirst();
    }
    return new Cast(
        subject,
        peer,
        plan.people.carerOf(subject),
        suspect,
        ring,
        ring != null ? ring.borough() : subject.home(),
        on,
        report.theOfficer(),
        topic != Topic.CHILD_WELFARE
            && topic != Topic.LOOK_ALIKE
            && !report.theSituation().id().equals("mother-finds"),
        chance.child("cast"));
  }

  private List<PersonInvolved> people(
      Planned report, Cast cast, LocalDate on, Chance chance, List<Mentioned> mentioned) {
    List<PersonInvolved> people = new ArrayList<>();
    boolean exploited = report.topic == Topic.EXPLOITATION;
    Role role = report.crimes.isEmpty() ? Role.SUBJECT : Role.VICTIM;
    boolean ordinary = report.topic == Topic.ORDINARY;
    String part = exploited ? "child" : "other";
    add(people, mentioned, cast.subject, role, part, exploited ? 0.12 : 0.03, on, chance);
    if (report.crimes.size() > 1) {
      add(people, mentioned, cast.peer, Role.VICTIM, "child", 0.12, on, chance);
    } else if (cast.peerUsed && !ordinary) {
      add(people, mentioned, cast.peer, Role.ASSOCIATE, "other", 0.03, on, chance);
    }
    if (cast.carerUsed && !ordinary && cast.subject.ageAt(on) < 18) {
      add(people, mentioned, cast.carer, Role.PARENT_OR_CARER, "other", 0.03, on, chance);
    }
    boolean named = cast.suspectUsed || (!report.crimes.isEmpty() && chance.yes(0.6));
    if (exploited && named && chance.yes(0.8)) {
      add(people, mentioned, cast.suspect, Role.SUSPECT, "suspect", 0.2, on, chance);
    } else if (ordinary && !report.crimes.isEmpty() && chance.yes(0.35)) {
      Human other = plan.people.bystander(chance);
      add(people, mentioned, other, Role.SUSPECT, "other", 0.05, on, chance);
    }
    return people;
  }

  private static void add(
      List<PersonInvolved> people,
      List<Mentioned> mentioned,
      Human human,
      Role role,
      String part,
      double wrong,
      LocalDate on,
      Chance chance) {
    int variant = chance.yes(wrong) ? chance.between(1, 2) : 0;
    PersonInvolved person = human.mention(role, variant, on, chance);
    if (people.stream().noneMatch(p -> p.personKey().equals(person.personKey()))) {
      people.add(person);
      mentioned.add(new Mentioned(human.trueKey(), person.personKey(), part));
    }
  }

  private static Instant reportedAt(Planned report, Chance chance) {
    double hours = chance.yes(0.25) ? 0.1 : chance.exponential(report.theOfficer().delayHours());
    return report.recordedAt.minusSeconds((long) (Math.min(hours, 24 * 40) * 3600));
  }

  private record Occurred(@Nullable Instant from, @Nullable Instant to) {}

  private static Occurred occurred(Planned report, Instant reportedAt, Chance chance) {
    String id = report.theSituation().id();
    if (report.kind == ReportKind.INTELLIGENCE && chance.yes(0.5)) {
      return new Occurred(null, null);
    }
    if (id.equals("non-recent")) {
      Instant from =
          report
              .children
              .getFirst()
              .born()
              .plusYears(chance.between(13, 15))
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      return new Occurred(from, from.plus(Duration.ofDays(chance.between(60, 700))));
    }
    boolean slow =
        id.startsWith("disclosure")
            || id.contains("family-abuse")
            || id.startsWith("online")
            || id.equals("withdrawal")
            || id.equals("mother-finds")
            || id.equals("peer-group");
    Instant to =
        reportedAt.minusSeconds(
            slow ? chance.between(1, 20) * 86_400L : chance.between(10, 900) * 60L);
    long length = slow ? (long) (chance.exponential(60) * 86_400) : chance.between(5, 600) * 60L;
    return new Occurred(to.minusSeconds(length), to);
  }

  private static String source(ReportKind kind) {
    return switch (kind) {
      case CRIME -> "norchester-crime";
      case INTELLIGENCE -> "norchester-intelligence";
      case MISSING -> "norchester-missing";
      case REFERRAL -> "norchester-mash";
    };
  }

  private static NoticeRoute route(String agency) {
    return switch (agency) {
      case "child" -> NoticeRoute.CHILD;
      case "police" -> NoticeRoute.FOUND_BY_POLICE;
      case "online" -> NoticeRoute.ONLINE_REFERRAL;
      case "school", "health", "residential", "charity", "partner" -> NoticeRoute.PARTNER_AGENCY;
      default -> NoticeRoute.THIRD_PARTY;
    };
  }

  private static IntelligenceGrade grade(Chance chance) {
    return new IntelligenceGrade(
        1 + chance.weighted(0.45, 0.5, 0.05),
        "ABCDE".charAt(chance.weighted(0.25, 0.3, 0.2, 0.22, 0.03)),
        chance.yes(0.8) ? 'P' : 'C');
  }

  private void amend(
      Planned report, ReportMade made, Cast cast, Chance chance, List<SimulatedEvent> events) {
    Instant last = plan.end.minusSeconds(120);
    if (chance.yes(report.topic == Topic.ORDINARY ? 0.01 : 0.05)) {
      Instant at = made.at().plusSeconds((long) (chance.exponential(6) * 86_400) + 3600);
      if (at.isBefore(last)) {
        String pool =
            report.topic == Topic.ORDINARY
                ? "adult-action"
                : report.theSituation().hit() && chance.yes(0.5) ? "child-history" : "child-action";
        String day = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String more = composer.sentence(pool, cast, chance);
        events.add(
            new ReportAmended(
                at,
                made.reference(),
                made.narrative() + "\n\nUPDATE " + day + ": " + more,
                "update from officer in case",
                report.theOfficer().id()));
      }
    }
    boolean sensitive = report.topic == Topic.EXPLOITATION && !report.crimes.isEmpty();
    if (sensitive && chance.yes(0.03)) {
      Instant at = made.at().plusSeconds(chance.between(1, 72) * 3600L);
      if (at.isBefore(last)) {
        events.add(
            new ReportRestricted(
                at,
                made.reference(),
                chance.pick(
                    List.of(
                        "covert operation in progress",
                        "child is related to a member of staff",
                        "risk to the source")),
                chance.pick(plan.officers).id()));
      }
    }
  }

  private static Truth.OfReport truth(Planned report, Cast cast, Composed composed) {
    Ring ring = report.ring;
    List<String> children =
        report.topic == Topic.ORDINARY
            ? List.of()
            : report.children.isEmpty()
                ? List.of(cast.subject.trueKey())
                : report.children.stream().map(Human::trueKey).toList();
    return new Truth.OfReport(
        report.reference,
        report.topic == Topic.EXPLOITATION,
        report.topic,
        report.theSituation().id(),
        ring == null ? null : ring.trueKey(),
        children,
        ring == null ? List.of() : ring.suspects().stream().map(Human::trueKey).toList(),
        composed.expressed(),
        report.theOfficer().id());
  }
}
