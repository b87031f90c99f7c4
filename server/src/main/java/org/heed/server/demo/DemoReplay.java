package org.heed.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.RecordServices;
import org.heed.server.crime.CrimeAct;
import org.heed.server.person.NewPerson;
import org.heed.server.person.PersonName;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.review.FlagDecision;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.heed.simulator.Borough;
import org.heed.simulator.PersonInvolved;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.ThingInvolved;

/** Turns what a simulated force did into acts on the record, remembering what it named what. */
final class DemoReplay {
  private final RecordServices services;
  private final UUID loader;
  private final DemoCases cases;
  private final DemoOperations operations;
  private final Set<String> restricted;
  private final Map<String, Known> reports = new HashMap<>();
  private final Map<String, KnownCrime> crimes = new HashMap<>();
  private final Map<String, UUID> people = new HashMap<>();
  private final Map<String, UUID> things = new HashMap<>();

  /**
   * @param loader the account that loads: a member of what is restricted, since what happens to a
   *     report goes on after its restriction
   * @param operationsFrom from when on operations are opened
   * @param cases opened from its decisions
   * @param restricted references of the reports that are restricted sooner or later
   */
  DemoReplay(
      RecordServices services,
      UUID loader,
      Instant operationsFrom,
      DemoCases cases,
      Set<String> restricted) {
    this.restricted = Set.copyOf(restricted);
    this.services = services;
    this.loader = loader;
    this.cases = cases;
    this.operations = new DemoOperations(operationsFrom);
  }

  private static final class Known {
    private final UUID id;
    private final Map<String, UUID> mentions;
    private final List<UUID> suspects;
    private NewReport content;
    private int version = 1;
    private int flags;
    private int restrictions;

    private Known(UUID id, NewReport content, Map<String, UUID> mentions, List<UUID> suspects) {
      this.id = id;
      this.suspects = List.copyOf(suspects);
      this.content = content;
      this.mentions = mentions;
    }
  }

  private static final class KnownCrime {
    private final UUID id;
    private final UUID report;
    private String offence;
    private int states = 1;

    private KnownCrime(UUID id, UUID report, String offence) {
      this.id = id;
      this.report = report;
      this.offence = offence;
    }
  }

  void replay(Function<String, Act> begin, SimulatedEvent event) {
    switch (event) {
      case SimulatedEvent.ReportMade made -> made(begin.apply("report.recorded"), made);
      case SimulatedEvent.ReportAmended amended -> amended(begin.apply("report.amended"), amended);
      case SimulatedEvent.CrimeRecorded recorded -> {
        Known report = report(recorded.reference());
        UUID victim =
            recorded.victimKey() == null ? null : report.mentions.get(recorded.victimKey());
        UUID crime =
            services
                .crimes()
                .add(
                    begin.apply("crime.recorded"),
                    report.id,
                    victim,
                    report.suspects,
                    recorded.offence(),
                    "Recorded from the report",
                    recorded.at());
        crimes.put(recorded.crimeKey(), new KnownCrime(crime, report.id, recorded.offence()));
      }
      case SimulatedEvent.CrimeReclassified change -> {
        KnownCrime crime = crime(change.crimeKey());
        crime.offence = change.offence();
        state(begin, crime, CrimeAct.RECLASSIFIED, change.reason(), change);
      }
      case SimulatedEvent.CrimeCancelled change ->
          state(begin, crime(change.crimeKey()), CrimeAct.CANCELLED, change.reason(), change);
      case SimulatedEvent.CrimeReinstated change ->
          state(begin, crime(change.crimeKey()), CrimeAct.REINSTATED, change.reason(), change);
      case SimulatedEvent.FlagDecided decided -> {
        decided(begin.apply("flag.decided"), decided);
        if (decided.exploitation()) {
          open(begin, report(decided.reference()), decided.at());
        }
      }
      case SimulatedEvent.ReportRestricted restricted -> {
        Known report = report(restricted.reference());
        Act act = begin.apply("report.restricted");
        act.concerns(report.id);
        act.add(
            Tables.RESTRICTION,
            report.id,
            ++report.restrictions,
            true,
            loader.toString(),
            restricted.reason());
      }
    }
  }

  private void made(Act act, SimulatedEvent.ReportMade made) {
    NewReport content =
        new NewReport(
            made.source(),
            made.reference(),
            kind(made),
            NoticeRoute.parse(made.route().id()),
            area(made.area()),
            made.narrative(),
            made.occurredFrom(),
            made.occurredTo(),
            made.reportedAt(),
            made.recordedAt(),
            null,
            made.grade() == null
                ? null
                : "" + made.grade().source() + made.grade().assessment() + made.grade().handling(),
            null,
            "safeguarding",
            null,
            null,
            made.people().stream().map(DemoReplay::mention).toList(),
            made.things().stream().map(DemoReplay::thing).toList());
    UUID id = act.newId();
    ReportDesk.Named named = services.reports().addVersion(act, id, 1, content);
    List<UUID> mentions = named.people();
    Map<String, UUID> byKey = new LinkedHashMap<>();
    List<UUID> suspects = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      PersonInvolved person = made.people().get(i);
      byKey.put(person.personKey(), mentions.get(i));
      if (content.people().get(i).role() == MentionRole.SUSPECT) {
        suspects.add(mentions.get(i));
      }
      UUID known = people.computeIfAbsent(person.personKey(), _ -> person(act, person));
      services
          .people()
          .addLink(act, mentions.get(i), id, known, true, 1, "Same number in the force's index");
    }
    operations
        .of(
            made.people().stream()
                .filter(person -> person.role() == PersonInvolved.Role.SUSPECT)
                .map(PersonInvolved::personKey)
                .toList(),
            made.recordedAt())
        .ifPresent(operation ->
            act.add(
                Tables.REPORT_OPERATION,
                id,
                1,
                operation,
                "The suspect is one of the operation's"));
    link(act, made, id, named.things());
    reports.put(made.reference(), new Known(id, content, byKey, suspects));
  }

  /** The force's index has numbers for some things; the rest waits for somebody to decide. */
  private void link(Act act, SimulatedEvent.ReportMade made, UUID report, List<UUID> mentions) {
    for (int i = 0; i < mentions.size(); i++) {
      ThingInvolved thing = made.things().get(i);
      String key = thing.thingKey();
      if (key != null && indexed(key)) {
        UUID known =
            things.computeIfAbsent(
                key, _ -> services.things().add(act, kind(thing), thing.label()));
        services
            .things()
            .addLink(act, mentions.get(i), report, known, "Same number in the force's index");
      }
    }
  }

  /** Two in three were said to be one; the others were never looked at. */
  private static boolean indexed(String key) {
    return Math.floorMod(key.hashCode(), 3) != 0;
  }

  private static NewThing thing(ThingInvolved thing) {
    return new NewThing(kind(thing), thing.label(), thing.detail(), thing.thingKey());
  }

  private static ThingKind kind(ThingInvolved thing) {
    return ThingKind.parse(thing.kind().id());
  }

  private UUID person(Act act, PersonInvolved person) {
    return services
        .people()
        .add(
            act,
            new NewPerson(
                blankToNull(person.given()),
                blankToNull(person.family()),
                person.dateOfBirth(),
                person.dateOfBirth() == null ? "unknown" : "day",
                person.sex(),
                person.ethnicity(),
                person.ethnicityBasis(),
                person.nationality(),
                person.disability() == null ? null : person.disability() ? "yes" : "no"),
            "First report");
  }

  private static NewMention mention(PersonInvolved person) {
    return new NewMention(
        MentionRole.parse(person.role().id()),
        blankToNull(person.given()),
        blankToNull(person.family()),
        person.dateOfBirth(),
        person.approximateAge(),
        person.sex(),
        person.ethnicity(),
        person.ethnicityBasis(),
        person.nationality(),
        person.personKey());
  }

  private static @org.jspecify.annotations.Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static ReportKind kind(SimulatedEvent.ReportMade made) {
    return switch (made.kind()) {
      case CRIME -> ReportKind.CRIME_REPORT;
      case INTELLIGENCE -> ReportKind.INTELLIGENCE;
      case MISSING -> ReportKind.MISSING_EPISODE;
      case REFERRAL -> ReportKind.REFERRAL;
    };
  }

  private static String area(String code) {
    String borough = Borough.valueOf(code).title();
    return borough.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void amended(Act act, SimulatedEvent.ReportAmended amended) {
    Known report = report(amended.reference());
    NewReport before = report.content;
    report.version++;
    report.content =
        new NewReport(
            before.source(),
            before.reference(),
            before.kind(),
            before.route(),
            before.area(),
            amended.narrative(),
            before.occurredFrom(),
            before.occurredTo(),
            before.reportedAt(),
            before.recordedAt(),
            before.offence(),
            before.grading(),
            before.sourceSystem(),
            before.policingPurpose(),
            before.reviewOn(),
            amended.reason(),
            List.of());
    services.reports().addVersion(act, report.id, report.version, report.content);
  }

  private void decided(Act act, SimulatedEvent.FlagDecided decided) {
    Known report = report(decided.reference());
    Map<String, String> elements = new LinkedHashMap<>();
    decided.elements().forEach(element -> elements.put(element.name(), element.state().id()));
    FlagDecision decision =
        new FlagDecision(
            report.id,
            decided.crimeKey() == null ? null : crime(decided.crimeKey()).id,
            decided.exploitation() ? FlagDecision.Answer.YES : FlagDecision.Answer.NO,
            elements,
            decided.insteadOf(),
            decided.route().id(),
            decided.reason(),
            decided.at(),
            decided.reviewOn());
    services.flags().add(act, decision, ++report.flags, report.version);
  }

  /**
   * A case for the children whom the report is about. None is opened from a report that is or will
   * be restricted: whoever grades the demonstration's cases may open them.
   */
  private void open(Function<String, Act> begin, Known report, Instant at) {
    if (restricted.contains(report.content.reference())) {
      return;
    }
    List<NewCase.Member> members = new ArrayList<>();
    String subject = "A child whose name is not known";
    Spoken spoken = Spoken.CHILD;
    for (NewMention one : report.content.people()) {
      String key = one.sourceKey();
      UUID mention = key == null ? null : report.mentions.get(key);
      boolean child = one.role() == MentionRole.VICTIM || one.role() == MentionRole.SUBJECT;
      if (mention == null || !(child || one.role() == MentionRole.SUSPECT)) {
        continue;
      }
      members.add(
          new NewCase.Member(
              child ? CaseRole.CHILD : CaseRole.SUSPECT, people.get(key), mention, null, null));
      if (child && one.givenName() != null) {
        subject = PersonName.of(one.givenName(), one.familyName());
        spoken = Spoken.of(one.sex());
      }
    }
    cases.decided(begin, report.id, report.content.area(), at, subject, spoken, members);
  }

  private void state(
      Function<String, Act> begin,
      KnownCrime crime,
      CrimeAct what,
      String reason,
      SimulatedEvent event) {
    services
        .crimes()
        .addState(
            begin.apply("crime." + what.code()),
            crime.id,
            crime.report,
            ++crime.states,
            what,
            crime.offence,
            reason,
            event.at());
  }

  private Known report(String reference) {
    return Objects.requireNonNull(reports.get(reference), "a report before its events");
  }

  private KnownCrime crime(String key) {
    return Objects.requireNonNull(crimes.get(key), "a crime before its events");
  }
}
