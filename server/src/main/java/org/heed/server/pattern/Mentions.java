package org.heed.server.pattern;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.IdentityView;
import org.heed.linkage.network.EventGraph;
import org.heed.linkage.network.Part;
import org.heed.rulebook.PatternRules;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What reports speak of, each mention with the entity it counts as. People who were confirmed to be
 * one count as that one. What is written like a thing of the record counts as that thing, unless
 * somebody said otherwise.
 */
final class Mentions {
  private static final String PERSON = "person:";

  private final List<PatternStore.Mentioned> all;
  private final SaidGroups groups = new SaidGroups();
  private final IdentityView who;
  private final Map<String, UUID> things = new HashMap<>();

  private Mentions(
      List<PatternStore.Mentioned> all, List<PatternStore.OfGroup> said, IdentityView who) {
    this.all = all;
    this.who = who;
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
    }
  }

  static Mentions of(
      List<PatternStore.Mentioned> all, List<PatternStore.OfGroup> said, Identified who) {
    Set<String> people = new LinkedHashSet<>();
    for (PatternStore.OfGroup one : said) {
      if (one.person() != null) {
        people.add(one.person());
      }
    }
    for (PatternStore.Mentioned one : all) {
      String entity = one.entity();
      if (entity != null && entity.startsWith(PERSON)) {
        people.add(entity.substring(PERSON.length()));
      }
    }
    return new Mentions(all, said, who.among(people));
  }

  /** Says who is who among people of the record. */
  @FunctionalInterface
  interface Identified {
    IdentityView among(Set<String> people);
  }

  /** What it counts as; null where somebody said that it is not what is written alike. */
  private @Nullable String entity(PatternStore.Mentioned one) {
    if (one.thing() == null && one.refused()) {
      return null;
    }
    String entity = one.entity();
    if (entity != null && entity.startsWith(PERSON)) {
      return PERSON + who.person(entity.substring(PERSON.length()));
    }
    UUID thing = one.thing() != null ? one.thing() : things.get(one.entity());
    return thing == null ? one.entity() : "thing:" + thing;
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
