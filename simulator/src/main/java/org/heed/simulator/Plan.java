package org.heed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.simulator.Planned.Crime;
import org.heed.simulator.Planned.Fate;
import org.heed.simulator.Planned.Year;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a force but its words: which reports come in when, about whom, recorded by which
 * officer, and which crimes end up flagged. Invariant: exactly as many reports as asked for, all
 * recorded inside the record, and in an exact scenario exactly the planned number of standing
 * flagged crimes in each year.
 */
final class Plan {

  private static final double SHARE_WITHOUT_CRIME = 0.85;
  private static final double CANCELLED = 0.03;
  private static final double REINSTATED = 0.012;
  private static final double OUT_OF_SCOPE = 0.3;

  final ForceParameters parameters;
  final Instant start;
  final Instant end;
  final List<Year> years = new ArrayList<>();
  final List<Officer> officers = new ArrayList<>();
  final List<Ring> rings = new ArrayList<>();
  final List<Course> courses = new ArrayList<>();
  final People people;
  final List<Planned> reports;

  private final Chance chance;
  private final Phrasebook book;
  private final Map<Topic, List<Situation>> byTopic = new EnumMap<>(Topic.class);

  /** A child drawn in by an exploiter, over time. */
  static final class Course {
    final Human child;
    final Ring ring;
    final int limit;
    Instant last;
    int count;
    boolean disclosed;

    Course(Human child, Ring ring, int limit, Instant last) {
      this.child = child;
      this.ring = ring;
      this.limit = limit;
      this.last = last;
    }
  }

  Plan(ForceParameters parameters) {
    this.parameters = parameters;
    this.start = parameters.start().atStartOfDay(ZoneOffset.UTC).toInstant();
    this.end = parameters.end().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    this.chance = Chance.of(parameters.seed());
    this.people = new People(chance.child("people"), parameters);
    this.book = Phrasebook.load();
    for (Situation situation : book.situations()) {
      byTopic.computeIfAbsent(situation.topic(), t -> new ArrayList<>()).add(situation);
    }
    splitYears();
    int staff = Math.clamp(12 + parameters.reports() / 400L, 12, 400);
    for (int i = 1; i <= staff; i++) {
      officers.add(Officer.of(chance.child("officers"), i));
    }
    this.reports = slots();
    cast();
    flag();
  }

  boolean has(Scenario.Shift shift) {
    return parameters.scenario().shifts().contains(shift);
  }

  Instant at(Scenario.Shift shift) {
    return switch (shift) {
      case CAMPAIGN -> campaign();
      case RULEBOOK -> rulebookChange();
      case QUALITY_ASSURANCE -> qualityAssurance();
    };
  }

  Instant campaign() {
    return end.minus(Duration.ofDays(640));
  }

  Instant rulebookChange() {
    return start.plus(Duration.between(start, end).dividedBy(2));
  }

  Instant qualityAssurance() {
    return end.minus(Duration.ofDays(365));
  }

  private void splitYears() {
    LocalDate to = parameters.end().plusDays(1);
    for (int back = 0; to.isAfter(parameters.start()); back++) {
      LocalDate whole = parameters.end().plusDays(1).minusYears(back + 1L);
      LocalDate from = whole.isBefore(parameters.start()) ? parameters.start() : whole;
      double share =
          (to.toEpochDay() - from.toEpochDay()) / (double) (to.toEpochDay() - whole.toEpochDay());
      years.addFirst(
          new Year(
              from.atStartOfDay(ZoneOffset.UTC).toInstant(),
              to.atStartOfDay(ZoneOffset.UTC).toInstant(),
              share,
              parameters.scenario().planFromEnd(back)));
      to = from;
    }
  }

  /** A plan's count for this force. */
  int scaled(int count, Year year) {
    return (int) Math.round(count * year.share() * parameters.reports() / Scenario.BASE_REPORTS);
  }

  private List<Planned> slots() {
    Chance draw = chance.child("slots");
    List<Planned> all = new ArrayList<>(parameters.reports());
    int[] harmCrimes = new int[years.size()];
    for (int y = 0; y < years.size(); y++) {
      Year year = years.get(y);
      int crimes = scaled(year.plan().recordedCrimes(), year);
      int doomed = (int) Math.round(crimes * CANCELLED);
      List<Fate> fates = new ArrayList<>();
      for (int i = 0; i < crimes + doomed; i++) {
        fates.add(
            i < doomed ? Fate.CANCELLED : draw.yes(REINSTATED) ? Fate.REINSTATED : Fate.STANDS);
      }
      for (int i = 0; i < fates.size(); ) {
        int take = i + 1 < fates.size() && draw.yes(0.06) ? 2 : 1;
        add(all, year, Topic.EXPLOITATION, List.copyOf(fates.subList(i, i + take)), draw);
        i += take;
      }
      int without = (int) Math.round(crimes * SHARE_WITHOUT_CRIME);
      for (int i = 0; i < without; i++) {
        add(all, year, Topic.EXPLOITATION, List.of(), draw);
      }
      harmCrimes[y] = scaled(year.plan().wronglyFlagged(), year);
    }
    int rest = parameters.reports() - all.size();
    if (rest < 0) {
      all = new ArrayList<>(all.subList(0, parameters.reports()));
      rest = 0;
    }
    double hits = parameters.reports() * parameters.scenario().indicatorShare() - all.size();
    double hitShare = Math.clamp(hits / Math.max(1, rest), 0.02, 0.95);
    double total = years.stream().mapToDouble(Year::share).sum();
    double before = 0;
    for (int y = 0; y < years.size(); y++) {
      Year year = years.get(y);
      double after = before + year.share() / total;
      int here = (int) (Math.round(rest * after) - Math.round(rest * before));
      before = after;
      for (int i = 0; i < here; i++) {
        boolean mustBeHarm = i < 2 * harmCrimes[y];
        Topic topic = mustBeHarm ? Topic.OTHER_HARM : quietOrNot(hitShare, draw);
        List<Fate> fates = mustBeHarm ? List.of(Fate.STANDS) : List.of();
        add(all, year, topic, fates, draw);
      }
    }
    all.sort(Comparator.comparing((Planned p) -> p.recordedAt).thenComparingLong(p -> p.seed));
    return all;
  }

  private static Topic quietOrNot(double hitShare, Chance draw) {
    if (draw.yes(hitShare)) {
      return draw.yes(0.45) ? Topic.OTHER_HARM : Topic.CHILD_MISSING;
    }
    return switch (draw.weighted(0.12, 0.13, 0.75)) {
      case 0 -> Topic.LOOK_ALIKE;
      case 1 -> Topic.CHILD_WELFARE;
      default -> Topic.ORDINARY;
    };
  }

  private void add(List<Planned> all, Year year, Topic topic, List<Fate> fates, Chance draw) {
    all.add(new Planned(moment(year, topic, draw), year, topic, draw.bits(), fates));
  }

  /** A moment of the year: fewer in the small hours, and more after a campaign. */
  private Instant moment(Year year, Topic topic, Chance draw) {
    long seconds = Duration.between(year.from(), year.to()).toSeconds() - 6 * 3600;
    while (true) {
      Instant at = year.from().plusSeconds((long) (draw.unit() * seconds));
      long hour = at.getEpochSecond() / 3600 % 24;
      double weight = hour < 6 ? 0.35 : hour >= 16 ? 1 : 0.75;
      boolean campaigned =
          topic == Topic.EXPLOITATION && has(Scenario.Shift.CAMPAIGN) && at.isBefore(campaign());
      if (draw.yes(campaigned ? weight * 0.78 : weight)) {
        return at;
      }
    }
  }

  private void cast() {
    Chance draw = chance.child("cast");
    Map<ReportKind, int[]> counters = new EnumMap<>(ReportKind.class);
    for (Planned report : reports) {
      report.officer = draw.pick(officers);
      report.language = draw.yes(parameters.scenario().languageShare());
      if (report.topic == Topic.EXPLOITATION) {
        exploited(report, draw);
      } else {
        Situation situation = situation(report, null, draw);
        report.situation = situation;
        report.kind = kind(situation, !report.fates.isEmpty(), draw);
      }
      Situation situation = report.theSituation();
      boolean crime = report.kind == ReportKind.CRIME && !situation.offences().contains("none");
      List<Fate> fates =
          !report.fates.isEmpty()
              ? report.fates
              : crime && report.topic != Topic.EXPLOITATION
                  ? List.of(draw.yes(0.025) ? Fate.CANCELLED : Fate.STANDS)
                  : List.of();
      report.crimes = fates.stream().map(fate -> new Crime(report, fate)).toList();
      int number = ++counters.computeIfAbsent(report.kind, k -> new int[1])[0];
      report.reference = reference(report, number);
    }
  }

  private static String reference(Planned report, int number) {
    String prefix =
        switch (report.kind) {
          case CRIME -> "NC";
          case INTELLIGENCE -> "NI";
          case MISSING -> "NM";
          case REFERRAL -> "NR";
        };
    int year = report.recordedAt.atOffset(ZoneOffset.UTC).getYear() % 100;
    return prefix + "-" + Pad.zeros(year, 2) + "-" + Pad.zeros(number, 7);
  }

  private static ReportKind kind(Situation situation, boolean crime, Chance draw) {
    if (crime) {
      return ReportKind.CRIME;
    }
    return draw.pick(List.copyOf(situation.kinds()));
  }

  private void exploited(Planned report, Chance draw) {
    boolean crime = !report.fates.isEmpty();
    if (crime && report.fates.size() == 1 && draw.yes(0.05)) {
      Ring ring = ring("venue", report.recordedAt.minus(Duration.ofDays(5000)), draw);
      report.ring = ring;
      report.children = List.of(people.adult(ring.borough(), 0.8));
      report.situation = book.situation("non-recent");
      return;
    }
    Course course = course(report.recordedAt, draw);
    course.last = report.recordedAt;
    course.count++;
    report.ring = course.ring;
    List<Human> children = new ArrayList<>(List.of(course.child));
    if (report.fates.size() > 1) {
      children.add(sibling(course, report.recordedAt, draw).child);
    }
    report.children = List.copyOf(children);
    Situation situation = situation(report, course, draw);
    if (situation.id().startsWith("disclosure")) {
      course.disclosed = true;
    }
    report.situation = situation;
    if (!crime) {
      List<ReportKind> kinds =
          situation.kinds().stream().filter(k -> k != ReportKind.CRIME).toList();
      report.kind = draw.pick(kinds);
    }
  }

  private Course course(Instant at, Chance draw) {
    for (int tries = 0; tries < 12 && !courses.isEmpty() && draw.yes(0.93); tries++) {
      int from = Math.max(0, courses.size() - 40 - parameters.reports() / 400);
      Course course = courses.get(draw.between(from, courses.size() - 1));
      if (course.count < course.limit && course.last.plus(Duration.ofDays(240)).isAfter(at)) {
        return course;
      }
    }
    return newCourse(anyRing(at, draw), at, draw);
  }

  private Course newCourse(Ring ring, Instant at, Chance draw) {
    double girls = ring.form().equals("online") ? 0.68 : 0.84;
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    Human child = people.child(draw.yes(0.8) ? ring.borough() : null, day, girls);
    Course course = new Course(child, ring, 1 + (int) draw.exponential(5), at);
    courses.add(course);
    return course;
  }

  /** Another child drawn in by the same people. */
  private Course sibling(Course course, Instant at, Chance draw) {
    List<Course> others =
        courses.subList(Math.max(0, courses.size() - 60), courses.size()).stream()
            .filter(c -> c.ring.number() == course.ring.number() && !c.equals(course))
            .toList();
    return others.isEmpty() ? newCourse(course.ring, at, draw) : draw.pick(others);
  }

  private Ring anyRing(Instant at, Chance draw) {
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    for (int tries = 0; tries < 6 && !rings.isEmpty() && draw.yes(0.8); tries++) {
      Ring ring = rings.get(draw.between(Math.max(0, rings.size() - 60), rings.size() - 1));
      boolean many = ring.form().equals("group") || ring.form().equals("venue");
      if (!day.isBefore(ring.from()) && day.isBefore(ring.to()) && draw.yes(many ? 0.9 : 0.12)) {
        return ring;
      }
    }
    return ring(Ring.FORMS.get(draw.weighted(Ring.FORM_SHARES)), at, draw);
  }

  private Ring ring(String form, Instant at, Chance draw) {
    LocalDate from = at.atOffset(ZoneOffset.UTC).toLocalDate();
    Ring ring =
        Ring.of(
            chance.child("rings"),
            rings.size() + 1,
            form,
            from,
            from.plusDays(60 + (long) draw.exponential(320)),
            people);
    rings.add(ring);
    return ring;
  }

  private Situation situation(Planned report, @Nullable Course course, Chance draw) {
    List<Situation> all = byTopic.getOrDefault(report.topic, List.of());
    boolean crime = !report.fates.isEmpty();
    double[] weights = new double[all.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(all.get(i), report, crime, course);
    }
    return all.get(draw.weighted(weights));
  }

  private static double weight(
      Situation situation, Planned report, boolean crime, @Nullable Course course) {
    if (crime
        && (!situation.kinds().contains(ReportKind.CRIME)
            || situation.offences().contains("none"))) {
      return 0;
    }
    if (course == null) {
      return situation.weight();
    }
    boolean onlyCrime = situation.kinds().equals(Set.of(ReportKind.CRIME));
    if ((!crime && onlyCrime) || situation.id().equals("non-recent")) {
      return 0;
    }
    if (situation.id().equals("withdrawal") && !course.disclosed) {
      return 0;
    }
    double fit =
        switch (course.ring.form()) {
          case "online" -> situation.id().equals("online-approach") ? 9 : 0.45;
          case "peer" -> situation.id().equals("peer-group") ? 9 : 0.5;
          case "venue" ->
              situation.id().contains("venue") || situation.id().contains("hotel") ? 3 : 0.8;
          default -> situation.id().equals("peer-group") ? 0.3 : 1;
        };
    return situation.weight()
        * fit
        * (report.fates.size() > 1 && situation.id().equals("withdrawal") ? 0 : 1);
  }

  private void flag() {
    Chance draw = chance.child("flags");
    for (Year year : years) {
      List<Crime> exploited = new ArrayList<>();
      List<Crime> others = new ArrayList<>();
      for (Planned report : reports) {
        if (!report.year.equals(year)) {
          continue;
        }
        for (Crime crime : report.crimes) {
          if (report.topic == Topic.EXPLOITATION) {
            if (crime.fate == Fate.CANCELLED) {
              crime.flagged = draw.yes(year.plan().recognition());
            } else {
              exploited.add(crime);
            }
          } else if (report.topic == Topic.OTHER_HARM && crime.fate == Fate.STANDS) {
            others.add(crime);
          }
        }
      }
      int wrong = scaled(year.plan().wronglyFlagged(), year);
      int right = scaled(year.plan().flaggedCrimes(), year) - wrong;
      if (!parameters.scenario().exact()) {
        right = binomial(exploited.size(), year.plan().recognition(), draw);
        wrong = binomial(2 * wrong, 0.5, draw);
      }
      choose(exploited, right, true, draw);
      choose(others, wrong, false, draw);
    }
  }

  private static int binomial(int trials, double probability, Chance draw) {
    int count = 0;
    for (int i = 0; i < trials; i++) {
      count += draw.yes(probability) ? 1 : 0;
    }
    return count;
  }

  /** Whether the rulebook then in force did not ask for it: contact that stayed online. */
  private boolean outOfScope(Planned report) {
    return has(Scenario.Shift.RULEBOOK)
        && report.theSituation().id().startsWith("online")
        && report.recordedAt.isBefore(rulebookChange());
  }

  /** Flags the given number, likelier where the officer and the words make it so. */
  private void choose(List<Crime> crimes, int count, boolean rightly, Chance draw) {
    record Scored(Crime crime, double patience) {}
    Scored[] scored = new Scored[crimes.size()];
    for (int i = 0; i < scored.length; i++) {
      Crime crime = crimes.get(i);
      double care = crime.report.theOfficer().care();
      double visible = crime.report.theSituation().visibility();
      double ease = rightly ? (0.15 + care) * (0.35 + visible) : (1.15 - care) * (0.1 + visible);
      if (rightly && outOfScope(crime.report)) {
        ease *= OUT_OF_SCOPE;
      }
      scored[i] = new Scored(crime, draw.exponential(1) / ease);
    }
    Arrays.sort(scored, Comparator.comparingDouble(Scored::patience));
    for (int i = 0; i < Math.min(count, scored.length); i++) {
      scored[i].crime().flagged = true;
    }
  }
}
