package org.heed.server.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.DecisionLog;
import org.heed.linkage.decision.IdentityView;
import org.heed.linkage.decision.Verdict;
import org.heed.linkage.network.EventGraph;
import org.heed.linkage.network.Found;
import org.heed.linkage.network.Part;
import org.heed.linkage.network.Pattern;
import org.heed.rulebook.PatternRules;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What reports speak of, each mention with the entity it counts as. People who were confirmed to be
 * one count as that one; so do children who are one as far as Heed can tell, which a finding then
 * says. What is written like a thing of the record counts as that thing, unless somebody said
 * otherwise.
 */
final class Mentions {
  private static final String PERSON = "person:";

  private final List<PatternStore.Mentioned> all;
  private final SaidGroups groups = new SaidGroups();
  private final IdentityView who;

  /**
   * Who is who as far as Heed can tell: what was decided holds, and bars what it speaks against.
   */
  private final IdentityView likely;

  private final List<PatternStore.Likely> proposed;
  private final Set<String> people;
  private final Map<String, UUID> things = new HashMap<>();
  private final Map<UUID, List<PatternStore.Mentioned>> children = new HashMap<>();

  private Mentions(
      List<PatternStore.Mentioned> all,
      List<PatternStore.OfGroup> said,
      Set<String> people,
      IdentityView who,
      IdentityView likely,
      List<PatternStore.Likely> proposed) {
    this.all = all;
    this.people = people;
    this.who = who;
    this.likely = likely;
    this.proposed = proposed;
    for (PatternStore.OfGroup one : said) {
      if (one.person() != null) {
        groups.suspect(one.decision(), PERSON + who.person(one.person()));
      } else if (one.report() != null) {
        groups.report(one.decision(), one.report());
      }
    }
    for (PatternStore.Mentioned one : all) {
      if (one.thing() != null && one.entity() != null) {
        things.merge(one.entity(), one.thing(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
      if (isChild(one)) {
        children.computeIfAbsent(one.report(), _ -> new ArrayList<>()).add(one);
      }
    }
  }

  static Mentions of(
      List<PatternStore.Mentioned> all,
      List<PatternStore.OfGroup> said,
      List<Decision> decisions,
      List<PatternStore.Likely> proposed) {
    Set<String> people = new LinkedHashSet<>();
    said.stream().map(PatternStore.OfGroup::person).filter(Objects::nonNull).forEach(people::add);
    Set<String> records = new LinkedHashSet<>();
    decisions.forEach(one -> records.addAll(List.of(one.a(), one.b())));
    for (PatternStore.Mentioned one : all) {
      String person = person(one);
      if (person != null) {
        people.add(person);
      } else if (isChild(one)) {
        records.add(one.mention().toString());
      }
    }
    records.addAll(people);
    DecisionLog log = new DecisionLog();
    decisions.forEach(log::append);
    IdentityView who = log.asOf(log.size(), records);
    Set<Set<String>> refused = new HashSet<>();
    for (PatternStore.Likely one : proposed) {
      if (!one.same()) {
        refused.add(Set.of(one.a(), one.b()));
        log.append(PatternStore.said(Verdict.DIFFERENT, one.a(), one.b()));
      }
    }
    List<PatternStore.Likely> same = new ArrayList<>(alike(all, who));
    proposed.stream().filter(PatternStore.Likely::same).forEach(same::add);
    for (PatternStore.Likely one : same) {
      if (!refused.contains(Set.of(one.a(), one.b()))) {
        log.append(PatternStore.said(Verdict.SAME, one.a(), one.b()));
      }
    }
    return new Mentions(all, said, people, who, log.asOf(log.size(), records), same);
  }

  /**
   * Children whom nobody linked and who are written alike, name and date of birth, count as one: as
   * somebody of the record where one alone was linked by the same words.
   */
  private static List<PatternStore.Likely> alike(
      List<PatternStore.Mentioned> all, IdentityView who) {
    Map<String, Set<String>> linked = new HashMap<>();
    Map<String, String> first = new HashMap<>();
    for (PatternStore.Mentioned one : all) {
      String person = person(one);
      if (person != null && one.alike() != null) {
        linked.computeIfAbsent(one.alike(), _ -> new HashSet<>()).add(who.person(person));
      }
    }
    List<PatternStore.Likely> same = new ArrayList<>();
    for (PatternStore.Mentioned one : all) {
      String alike = one.alike();
      if (alike != null && person(one) == null) {
        Set<String> as = linked.getOrDefault(alike, Set.of());
        String mention = one.mention().toString();
        String other = as.size() == 1 ? as.iterator().next() : first.putIfAbsent(alike, mention);
        if (other != null && !other.equals(mention)) {
          same.add(new PatternStore.Likely(mention, other, true, Set.of()));
        }
      }
    }
    return same;
  }

  private static boolean isChild(PatternStore.Mentioned one) {
    return one.part().equals("child");
  }

  private static @Nullable String person(PatternStore.Mentioned one) {
    String entity = one.entity();
    return entity != null && entity.startsWith(PERSON) ? entity.substring(PERSON.length()) : null;
  }

  /** What it counts as; null where somebody said that it is not what is written alike. */
  private @Nullable String entity(PatternStore.Mentioned one) {
    String person = person(one);
    if (isChild(one)) {
      return child(person == null ? one.mention().toString() : person);
    }
    if (person != null) {
      return PERSON + who.person(person);
    }
    UUID thing = one.thing() != null ? one.thing() : things.get(one.entity());
    if (one.thing() == null && (one.apart() || (thing != null && one.refused().contains(thing)))) {
      return null;
    }
    return thing == null ? one.entity() : "thing:" + thing;
  }

  /** Somebody of the record where any of those who are one is, the first of them. */
  private String child(String record) {
    List<String> records = likely.records(record);
    return records.stream()
        .filter(people::contains)
        .findFirst()
        .map(one -> PERSON + who.person(one))
        .orElseGet(() -> "mention:" + records.getFirst());
  }

  /** What a finding rests on that nobody confirmed of its children; null for nothing. */
  @Nullable Unconfirmed unconfirmed(Found found) {
    List<PatternStore.Mentioned> of =
        found.events().stream()
            .flatMap(event -> children.getOrDefault(UUID.fromString(event), List.of()).stream())
            .toList();
    return switch (found.pattern()) {
      case CHILD_ADDS_UP ->
          of.stream()
                      .filter(one -> found.entity().equals(entity(one)))
                      .map(one -> {
                        String person = person(one);
                        return person == null ? one.mention().toString() : who.person(person);
                      })
                      .distinct()
                      .count()
                  > 1
              ? Unconfirmed.ONE
              : null;
      case PLACE_OF_CHILDREN, SUSPECT_OF_CHILDREN, PHONE_PASSED_AROUND ->
          of.stream().anyMatch(one -> person(one) == null) ? Unconfirmed.SEVERAL : null;
      case MISSING_AT_PLACE,
          CLUSTER_AT_PLACE,
          BRIDGE_AT_PLACE,
          BRIDGE_BY_PHONE,
          BRIDGE_BY_SUSPECT ->
          null;
    };
  }

  /**
   * The reports by whose words a child of a finding counts as one, so that it is told to those
   * alone who may see them.
   */
  Set<UUID> wordsOf(Found found) {
    Set<UUID> reports = new LinkedHashSet<>();
    if (found.pattern() == Pattern.CHILD_ADDS_UP) {
      String record = found.entity().substring(found.entity().indexOf(':') + 1);
      Set<String> records = Set.copyOf(likely.records(record));
      for (PatternStore.Likely one : proposed) {
        if (records.contains(one.a()) && records.contains(one.b())) {
          reports.addAll(one.by());
        }
      }
    }
    return reports;
  }

  /** Places that are hubs by how a report writes them. */
  Set<String> hubs(PatternRules rules) {
    Set<String> hubs = new HashSet<>();
    for (PatternStore.Mentioned one : all) {
      String place = one.place();
      String entity = entity(one);
      if (place != null && entity != null && rules.isHub(place)) {
        hubs.add(entity);
      }
    }
    return hubs;
  }

  /** The groups among people as they were confirmed to be. */
  SaidGroups groups() {
    return groups;
  }

  /** Who is suspected in any of these reports. */
  Set<String> suspects(Set<UUID> reports) {
    Set<String> suspects = new LinkedHashSet<>();
    for (PatternStore.Mentioned one : all) {
      String entity = one.part().equals("suspect") ? entity(one) : null;
      if (entity != null && reports.contains(one.report())) {
        suspects.add(entity);
      }
    }
    return suspects;
  }

  /** Reports with whom and what they speak of. */
  EventGraph graph() {
    EventGraph.Builder graph = EventGraph.builder();
    UUID last = null;
    for (PatternStore.Mentioned one : all) {
      if (!one.report().equals(last)) {
        last = one.report();
        LocalDate day = LocalDate.ofInstant(one.at(), Words.LONDON);
        graph.event(last.toString(), Math.toIntExact(day.toEpochDay()), one.missing());
      }
      String entity = entity(one);
      if (entity != null) {
        graph.mention(
            switch (one.part()) {
              case "child" -> Part.CHILD;
              case "suspect" -> Part.SUSPECT;
              case "place" -> Part.PLACE;
              default -> Part.PHONE;
            },
            entity);
      }
    }
    return graph.freeze();
  }
}
