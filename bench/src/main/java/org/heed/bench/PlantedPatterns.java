package org.heed.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linkage;
import org.heed.linkage.Linker;
import org.heed.linkage.Records;
import org.heed.linkage.network.EventGraph;
import org.heed.linkage.network.Finder;
import org.heed.linkage.network.Found;
import org.heed.linkage.network.Part;
import org.heed.linkage.network.Pattern;
import org.heed.linkage.thing.ThingKey;
import org.heed.linkage.thing.ThingKind;
import org.heed.rulebook.PatternRule;
import org.heed.rulebook.PatternRules;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.PersonInvolved;
import org.heed.simulator.ReportKind;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.SimulatedForce;
import org.heed.simulator.ThingInvolved;
import org.heed.simulator.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What is truly planted in a simulated force, and what of it patterns tell of, where who is who is
 * what linking makes of names, dates of birth and sex as reports write them. The truth is asked
 * only to say what was right. Bridges, which the simulator plants none of, are put into the reports
 * of two groups each.
 *
 * <p>What keeps it whole: a look is made of nothing but the reports up to its day, and the truth is
 * asked after it.
 */
final class PlantedPatterns {
  private static final int BRIDGES = 6;

  /** Groups that somebody decided are groups: those that most reports are of. */
  private static final int KNOWN = 10;

  private static final int LOOKS = 13;
  private static final Duration BETWEEN_LOOKS = Duration.ofDays(28);
  private static final long SEED = 3;
  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("given_name", Kind.GIVEN_NAME),
              new Layout.Column("family_name", Kind.FAMILY_NAME),
              new Layout.Column("date_of_birth", Kind.DATE_OF_BIRTH),
              new Layout.Column("sex", Kind.SEX)));

  private final PatternRules rules;
  private final Map<Pattern, Finder.Worth> worth = new EnumMap<>(Pattern.class);
  private final List<SimulatedEvent.ReportMade> reports = new ArrayList<>();
  private final Map<String, SimulatedEvent.ReportMade> byReference = new HashMap<>();
  private final Map<String, Truth.OfReport> truths = new HashMap<>();
  private final Map<String, String> trueKeys = new HashMap<>();
  private final Map<String, Truth.Group> groups = new LinkedHashMap<>();

  /** The true groups that are known to be groups. */
  private final Set<String> known = new HashSet<>();

  /** By report, what was put into it so that two groups are connected, and which bridge that is. */
  private final Map<String, Map<Part, String>> bridged = new HashMap<>();

  /** What is planted, by pattern and whose it is: from when it was worth telling. */
  private final Map<Pattern, Map<String, Instant>> planted = new EnumMap<>(Pattern.class);

  PlantedPatterns(long seed, int size, PatternRules rules) {
    this.rules = rules;
    rules
        .patterns()
        .forEach((PatternRule one) ->
            worth.put(Pattern.parse(one.id()), new Finder.Worth(one.least(), one.days())));
    SimulatedForce force = SimulatedForce.of(ForceParameters.of(seed, size));
    force
        .events()
        .forEach(event -> {
          if (event instanceof SimulatedEvent.ReportMade made) {
            reports.add(made);
            byReference.put(made.reference(), made);
          }
        });
    force
        .truths()
        .forEach(truth -> {
          switch (truth) {
            case Truth.OfReport of -> truths.put(of.reference(), of);
            case Truth.Person of -> of.personKeys().forEach(key -> trueKeys.put(key, of.trueKey()));
            default -> {}
          }
        });
    force
        .background()
        .forEach(truth -> {
          if (truth instanceof Truth.Group of) {
            groups.put(of.groupKey(), of);
          }
        });
    plantBridges();
    plant();
  }

  /**
   * How one pattern came out.
   *
   * @param planted truly there, and in reports enough to be told
   * @param told by the finder
   * @param right of these, those whose reports are mostly of one exploiter, or of one child harmed,
   *     or truly of two known groups
   * @param found of the planted
   * @param at precision at 5, 10 and 20; fewer told count as told alone
   * @param days median days from being worth telling to the look that told it, every four weeks of
   *     the last year; NaN where none was told in it
   * @param lately planted that became worth telling in that year
   * @param latelyFound of these, those told by its end
   * @param shuffled told of the same reports with their parts dealt by chance
   * @param peerAt precision at 5, 10 and 20 of whoever is in most reports about children
   * @param peerFound of the planted, found among as many of these as were told
   */
  record Outcome(
      Pattern pattern,
      int planted,
      int told,
      int right,
      int found,
      List<Double> at,
      double days,
      int lately,
      int latelyFound,
      int shuffled,
      List<Double> peerAt,
      int peerFound) {}

  /**
   * Who is who among the mentions of people, by linking them; and what that makes of the reports.
   */
  private final class Look {
    private final List<String> owners = new ArrayList<>();
    private final Map<String, String> entities = new HashMap<>();
    private final Map<String, Map<String, Integer>> truly = new HashMap<>();
    private final Instant until;

    Look(Instant until) {
      this.until = until;
      Records.Builder records = Records.builder(LAYOUT);
      for (SimulatedEvent.ReportMade made : reports) {
        for (int i = 0; i < made.people().size() && !made.at().isAfter(until); i++) {
          PersonInvolved person = made.people().get(i);
          records.add(
              made.reference() + "/" + i,
              new @Nullable String[] {
                person.given(),
                person.family(),
                person.dateOfBirth() == null ? null : person.dateOfBirth().toString(),
                person.sex()
              });
          owners.add(trueKeys.getOrDefault(person.personKey(), person.personKey()));
        }
      }
      Records frozen = records.freeze();
      Linkage linkage = Linker.link(frozen, org.heed.linkage.Settings.usual(), LinkListener.deaf());
      for (int r = 0; r < frozen.size(); r++) {
        String entity = "person " + linkage.cluster(r);
        entities.put(frozen.id(r), entity);
        truly.computeIfAbsent(entity, _ -> new HashMap<>()).merge(owners.get(r), 1, Integer::sum);
      }
    }

    /** The true person whom most records of an entity are of. */
    String truly(String entity) {
      return Objects.requireNonNull(truly.getOrDefault(entity, Map.of(entity, 1)))
          .entrySet()
          .stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .orElse(entity);
    }

    /** The suspects of each known group, as linking has them: what somebody decided is a group. */
    List<Set<String>> known() {
      Map<String, String> groupOf = new HashMap<>();
      groups
          .values()
          .forEach(group -> group.suspects().forEach(one -> groupOf.put(one, group.groupKey())));
      Map<String, Set<String>> of = new TreeMap<>();
      for (String entity : truly.keySet()) {
        String group = groupOf.get(truly(entity));
        if (group != null && known.contains(group)) {
          of.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(entity);
        }
      }
      return List.copyOf(of.values());
    }

    /**
     * The reports as a graph.
     *
     * @param order from which report each has what is dealt: its own, or by chance another
     * @param dealt children, suspects, or places and all other things; all else stays
     */
    EventGraph graph(List<Integer> order, Part dealt, Set<String> hubs) {
      EventGraph.Builder graph = EventGraph.builder();
      for (int i = 0; i < reports.size(); i++) {
        SimulatedEvent.ReportMade made = reports.get(i);
        SimulatedEvent.ReportMade other = reports.get(order.get(i));
        if (made.at().isAfter(until) || other.at().isAfter(until)) {
          continue;
        }
        LocalDate day = day(made);
        graph.event(made.reference(), (int) day.toEpochDay(), made.kind() == ReportKind.MISSING);
        people(graph, Part.CHILD, dealt == Part.CHILD ? other : made);
        people(graph, Part.SUSPECT, dealt == Part.SUSPECT ? other : made);
        SimulatedEvent.ReportMade holder = dealt == Part.PLACE ? other : made;
        things(graph, holder, hubs);
        bridged
            .getOrDefault(holder.reference(), Map.of())
            .forEach((part, entity) -> graph.mention(part, entity));
      }
      return graph.freeze();
    }

    private void people(EventGraph.Builder graph, Part part, SimulatedEvent.ReportMade made) {
      for (int i = 0; i < made.people().size(); i++) {
        PersonInvolved person = made.people().get(i);
        boolean is =
            part == Part.CHILD
                ? isChild(person, day(made))
                : person.role() == PersonInvolved.Role.SUSPECT;
        if (is) {
          graph.mention(part, Objects.requireNonNull(entities.get(made.reference() + "/" + i)));
        }
      }
    }

    private void things(
        EventGraph.Builder graph, SimulatedEvent.ReportMade made, Set<String> hubs) {
      for (ThingInvolved thing : made.things()) {
        String key = key(thing);
        if (key != null && thing.kind() == ThingInvolved.Kind.PLACE) {
          graph.mention(Part.PLACE, key);
          if (rules.isHub(thing.label())) {
            hubs.add(key);
          }
        } else if (key != null && thing.kind() != ThingInvolved.Kind.VEHICLE) {
          graph.mention(Part.PHONE, key);
        }
      }
    }

    List<Found> find(List<Integer> order, Part dealt) {
      Set<String> hubs = new HashSet<>();
      EventGraph graph = graph(order, dealt, hubs);
      return new Finder(
              new Finder.Settings(
                  SEED, rules.wrongInHundred() / 100.0, hubs, rules.fewest(), rules.most(), worth))
          .find(graph, known());
    }

    /** What is planted that this tells of: an entity as the truth calls it. */
    String called(Found found) {
      return switch (found.pattern().part()) {
        case CHILD, SUSPECT ->
            found.entity().startsWith("person ") ? truly(found.entity()) : found.entity();
        case PLACE, PHONE -> found.entity();
      };
    }
  }

  private static @Nullable String key(ThingInvolved thing) {
    return ThingKey.of(ThingKind.parse(thing.kind().id()), thing.label(), thing.detail()).exact();
  }

  private static LocalDate day(SimulatedEvent.ReportMade made) {
    Instant when = made.occurredFrom() == null ? made.recordedAt() : made.occurredFrom();
    return LocalDate.ofInstant(when, ZoneOffset.UTC);
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

  private Truth.OfReport truth(String reference) {
    return Objects.requireNonNull(truths.get(reference));
  }

  /** Who in a report is a suspect of which true group. */
  private boolean namesGroup(SimulatedEvent.ReportMade made, Truth.Group group) {
    return made.people().stream()
        .anyMatch(person ->
            person.role() == PersonInvolved.Role.SUSPECT
                && group.suspects().contains(trueKeys.get(person.personKey())));
  }

  /** Two reports of two groups each, within four months, speak of one thing or person more. */
  private void plantBridges() {
    Map<String, List<SimulatedEvent.ReportMade>> naming = new TreeMap<>();
    for (SimulatedEvent.ReportMade made : reports) {
      String group = truth(made.reference()).group();
      Truth.Group of = group == null ? null : groups.get(group);
      if (of != null && of.suspects().size() > 1 && namesGroup(made, of)) {
        naming.computeIfAbsent(of.groupKey(), _ -> new ArrayList<>()).add(made);
      }
    }
    List<Map.Entry<String, List<SimulatedEvent.ReportMade>>> all =
        naming.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, List<SimulatedEvent.ReportMade>> one) ->
                        -one.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .limit(KNOWN)
            .toList();
    all.forEach(one -> known.add(one.getKey()));
    Part[] parts = {Part.PLACE, Part.PHONE, Part.SUSPECT};
    Pattern[] patterns = {
      Pattern.BRIDGE_AT_PLACE, Pattern.BRIDGE_BY_PHONE, Pattern.BRIDGE_BY_SUSPECT
    };
    int made = 0;
    for (int i = 0; i < all.size() && made < BRIDGES * parts.length; i++) {
      for (int j = i + 1; j < all.size() && made < BRIDGES * parts.length; j++) {
        List<SimulatedEvent.ReportMade> four = four(all.get(i).getValue(), all.get(j).getValue());
        if (!four.isEmpty()) {
          int kind = made % parts.length;
          String entity = "bridge " + made;
          four.forEach(one -> bridged.put(one.reference(), Map.of(parts[kind], entity)));
          planted
              .computeIfAbsent(patterns[kind], _ -> new HashMap<>())
              .put(
                  entity,
                  four.stream()
                      .map(SimulatedEvent.ReportMade::at)
                      .max(Instant::compareTo)
                      .orElseThrow());
          made++;
        }
      }
    }
  }

  /** Two reports of the one and two of the other, within some four months; empty for none. */
  private List<SimulatedEvent.ReportMade> four(
      List<SimulatedEvent.ReportMade> one, List<SimulatedEvent.ReportMade> other) {
    for (SimulatedEvent.ReportMade first : one) {
      List<SimulatedEvent.ReportMade> four = new ArrayList<>();
      for (List<SimulatedEvent.ReportMade> all : List.of(one, other)) {
        all.stream()
            .filter(a -> !bridged.containsKey(a.reference()))
            .filter(a -> Math.abs(day(a).toEpochDay() - day(first).toEpochDay()) < 60)
            .limit(2)
            .forEach(four::add);
      }
      if (four.size() == 4) {
        return four;
      }
    }
    return List.of();
  }

  /** What is worth telling by the truth: of one exploiter's reports alone, or of one child's. */
  private void plant() {
    Map<Pattern, Map<String, List<SimulatedEvent.ReportMade>>> of = new EnumMap<>(Pattern.class);
    for (SimulatedEvent.ReportMade made : reports) {
      Truth.OfReport truth = truth(made.reference());
      if (!truth.exploitation() || truth.group() == null) {
        continue;
      }
      for (ThingInvolved thing : made.things()) {
        String key = key(thing);
        if (key == null || thing.kind() == ThingInvolved.Kind.VEHICLE) {
          continue;
        }
        String planted = truth.group() + "\t" + key;
        if (thing.kind() == ThingInvolved.Kind.PLACE && !rules.isHub(thing.label())) {
          add(of, Pattern.PLACE_OF_CHILDREN, planted, made);
          add(of, Pattern.CLUSTER_AT_PLACE, planted, made);
          if (made.kind() == ReportKind.MISSING) {
            add(of, Pattern.MISSING_AT_PLACE, planted, made);
          }
        } else if (thing.kind() != ThingInvolved.Kind.PLACE) {
          add(of, Pattern.PHONE_PASSED_AROUND, planted, made);
        }
      }
      for (PersonInvolved person : made.people()) {
        if (person.role() == PersonInvolved.Role.SUSPECT) {
          add(
              of,
              Pattern.SUSPECT_OF_CHILDREN,
              "\t" + trueKeys.getOrDefault(person.personKey(), person.personKey()),
              made);
        } else if (isChild(person, day(made))) {
          add(
              of,
              Pattern.CHILD_ADDS_UP,
              "\t" + trueKeys.getOrDefault(person.personKey(), person.personKey()),
              made);
        }
      }
    }
    of.forEach((pattern, all) ->
        all.forEach((whose, its) -> {
          Instant from = worthFrom(pattern, its);
          if (from != null) {
            planted
                .computeIfAbsent(pattern, _ -> new HashMap<>())
                .merge(
                    whose.substring(whose.indexOf('\t') + 1),
                    from,
                    (a, b) -> a.isBefore(b) ? a : b);
          }
        }));
  }

  private static void add(
      Map<Pattern, Map<String, List<SimulatedEvent.ReportMade>>> of,
      Pattern pattern,
      String whose,
      SimulatedEvent.ReportMade made) {
    List<SimulatedEvent.ReportMade> its =
        of.computeIfAbsent(pattern, _ -> new HashMap<>())
            .computeIfAbsent(whose, _ -> new ArrayList<>());
    if (!its.contains(made)) {
      its.add(made);
    }
  }

  /** When the report came that made them enough within one window; null where none did. */
  private @Nullable Instant worthFrom(Pattern pattern, List<SimulatedEvent.ReportMade> its) {
    Finder.Worth least = worth.get(pattern);
    if (least == null) {
      return null;
    }
    List<SimulatedEvent.ReportMade> came =
        its.stream().sorted(Comparator.comparing(SimulatedEvent.ReportMade::at)).toList();
    for (int n = rules.fewest(); n <= came.size(); n++) {
      for (SimulatedEvent.ReportMade first : came.subList(0, n)) {
        Set<String> counted = new HashSet<>();
        for (SimulatedEvent.ReportMade one : came.subList(0, n)) {
          long after = day(one).toEpochDay() - day(first).toEpochDay();
          if (after >= 0 && after < least.days()) {
            counted.addAll(counted(pattern, one));
          }
        }
        if (counted.size() >= least.least()) {
          return came.get(n - 1).at();
        }
      }
    }
    return null;
  }

  private Collection<String> counted(Pattern pattern, SimulatedEvent.ReportMade made) {
    List<String> children =
        made.people().stream()
            .filter(person -> isChild(person, day(made)))
            .map(person -> trueKeys.getOrDefault(person.personKey(), person.personKey()))
            .toList();
    return switch (pattern) {
      case PLACE_OF_CHILDREN, SUSPECT_OF_CHILDREN, PHONE_PASSED_AROUND -> children;
      case CLUSTER_AT_PLACE -> children.isEmpty() ? List.of() : List.of(made.reference());
      default -> List.of(made.reference());
    };
  }

  /** Whether most of the reports are truly of one exploiter; of a child, that they were harmed. */
  private boolean isRight(Pattern pattern, String entity, Collection<String> events) {
    if (pattern.isBridge()) {
      return planted.getOrDefault(pattern, Map.of()).containsKey(entity)
          || events.stream()
                  .map(event -> truth(event).group())
                  .filter(Objects::nonNull)
                  .filter(known::contains)
                  .distinct()
                  .count()
              > 1;
    }
    Map<String, Integer> byGroup = new HashMap<>();
    int exploitation = 0;
    for (String event : events) {
      Truth.OfReport truth = truth(event);
      exploitation += truth.exploitation() ? 1 : 0;
      if (truth.exploitation() && truth.group() != null) {
        byGroup.merge(truth.group(), 1, Integer::sum);
      }
    }
    int most =
        pattern == Pattern.CHILD_ADDS_UP
            ? exploitation
            : byGroup.values().stream().max(Integer::compareTo).orElse(0);
    return most * 2 >= events.size();
  }

  private List<Integer> inOrder() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      order.add(i);
    }
    return order;
  }

  /**
   * All of it.
   *
   * @param looks how many looks, four weeks apart, to measure the time by; the last sees everything
   */
  List<Outcome> outcomes(int looks) {
    Instant end =
        reports.stream().map(SimulatedEvent.ReportMade::at).max(Instant::compareTo).orElseThrow();
    Map<Pattern, Map<String, Instant>> first = new EnumMap<>(Pattern.class);
    Instant began = end.minus(BETWEEN_LOOKS.multipliedBy(looks - 1L));
    Look last = new Look(end);
    List<Found> found = last.find(inOrder(), Part.PLACE);
    for (int back = looks - 1; back >= 0; back--) {
      Instant at = end.minus(BETWEEN_LOOKS.multipliedBy(back));
      Look look = back == 0 ? last : new Look(at);
      for (Found one : back == 0 ? found : look.find(inOrder(), Part.PLACE)) {
        first
            .computeIfAbsent(one.pattern(), _ -> new HashMap<>())
            .putIfAbsent(look.called(one), at);
      }
    }
    List<Integer> shuffled = inOrder();
    Collections.shuffle(shuffled, new Random(5));
    List<Found> byChance =
        Stream.of(Part.CHILD, Part.SUSPECT, Part.PLACE)
            .flatMap(dealt ->
                last.find(shuffled, dealt).stream().filter(one -> dealt(one.pattern()) == dealt))
            .toList();
    Map<Part, List<Map.Entry<String, List<String>>>> peers = peers(last);
    List<Outcome> outcomes = new ArrayList<>();
    for (Pattern pattern : Pattern.values()) {
      if (worth.containsKey(pattern)) {
        outcomes.add(
            outcome(
                pattern,
                last,
                found.stream().filter(one -> one.pattern() == pattern).toList(),
                first.getOrDefault(pattern, Map.of()),
                began,
                (int) byChance.stream().filter(one -> one.pattern() == pattern).count(),
                Objects.requireNonNull(peers.get(pattern.part()))));
      }
    }
    return outcomes;
  }

  /** What is dealt by chance to see what a pattern tells of then. */
  private static Part dealt(Pattern pattern) {
    return switch (pattern) {
      case CHILD_ADDS_UP -> Part.CHILD;
      case SUSPECT_OF_CHILDREN -> Part.SUSPECT;
      default -> Part.PLACE;
    };
  }

  private Outcome outcome(
      Pattern pattern,
      Look look,
      List<Found> told,
      Map<String, Instant> first,
      Instant began,
      int shuffled,
      List<Map.Entry<String, List<String>>> peers) {
    Map<String, Instant> there = planted.getOrDefault(pattern, Map.of());
    List<Boolean> right =
        told.stream().map(one -> isRight(pattern, one.entity(), one.events())).toList();
    Set<String> called = new HashSet<>();
    told.forEach(one -> called.add(look.called(one)));
    List<Long> days = new ArrayList<>();
    int lately = 0;
    for (Map.Entry<String, Instant> one : there.entrySet()) {
      if (one.getValue().isAfter(began)) {
        lately++;
        Instant at = first.get(one.getKey());
        if (at != null && !at.isBefore(one.getValue())) {
          days.add(Duration.between(one.getValue(), at).toDays());
        }
      }
    }
    Collections.sort(days);
    List<Boolean> peerRight = new ArrayList<>();
    Set<String> peerCalled = new HashSet<>();
    for (int i = 0; i < peers.size() && i < Math.max(20, told.size()); i++) {
      Map.Entry<String, List<String>> one = peers.get(i);
      peerRight.add(isRight(pattern, one.getKey(), one.getValue()));
      if (i < told.size()) {
        peerCalled.add(
            one.getKey().startsWith("person ") ? look.truly(one.getKey()) : one.getKey());
      }
    }
    return new Outcome(
        pattern,
        there.size(),
        told.size(),
        (int) right.stream().filter(one -> one).count(),
        (int) there.keySet().stream().filter(called::contains).count(),
        at(right),
        days.isEmpty() ? Double.NaN : days.get(days.size() / 2),
        lately,
        days.size(),
        shuffled,
        at(peerRight),
        (int) there.keySet().stream().filter(peerCalled::contains).count());
  }

  private static List<Double> at(List<Boolean> right) {
    return IntStream.of(5, 10, 20)
        .mapToDouble(k -> {
          List<Boolean> some = right.subList(0, Math.min(k, right.size()));
          return some.isEmpty()
              ? Double.NaN
              : some.stream().filter(one -> one).count() / (double) some.size();
        })
        .boxed()
        .toList();
  }

  /** Whoever and whatever is in most reports, hubs left out: what a plain count puts first. */
  private Map<Part, List<Map.Entry<String, List<String>>>> peers(Look look) {
    Map<Part, Map<String, List<String>>> of = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      of.put(part, new TreeMap<>());
    }
    for (SimulatedEvent.ReportMade made : reports) {
      Map<Part, Set<String>> spoken = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        spoken.put(part, new LinkedHashSet<>());
      }
      for (int i = 0; i < made.people().size(); i++) {
        PersonInvolved person = made.people().get(i);
        String entity = Objects.requireNonNull(look.entities.get(made.reference() + "/" + i));
        if (person.role() == PersonInvolved.Role.SUSPECT) {
          Objects.requireNonNull(spoken.get(Part.SUSPECT)).add(entity);
        } else if (isChild(person, day(made))) {
          Objects.requireNonNull(spoken.get(Part.CHILD)).add(entity);
        }
      }
      for (ThingInvolved thing : made.things()) {
        String key = key(thing);
        if (key != null
            && thing.kind() != ThingInvolved.Kind.VEHICLE
            && !rules.isHub(thing.label())) {
          Part part = thing.kind() == ThingInvolved.Kind.PLACE ? Part.PLACE : Part.PHONE;
          Objects.requireNonNull(spoken.get(part)).add(key);
        }
      }
      bridged
          .getOrDefault(made.reference(), Map.of())
          .forEach((part, entity) -> Objects.requireNonNull(spoken.get(part)).add(entity));
      spoken.forEach((part, entities) ->
          entities.forEach(entity ->
              Objects.requireNonNull(of.get(part))
                  .computeIfAbsent(entity, _ -> new ArrayList<>())
                  .add(made.reference())));
    }
    Map<Part, List<Map.Entry<String, List<String>>>> ranked = new EnumMap<>(Part.class);
    of.forEach((part, entities) ->
        ranked.put(
            part,
            entities.entrySet().stream()
                .sorted(
                    Comparator.comparingInt(
                            (Map.Entry<String, List<String>> one) -> -one.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList()));
    return ranked;
  }

  /** As many looks as make a year of four weeks each. */
  static int aYear() {
    return LOOKS + 1;
  }
}
