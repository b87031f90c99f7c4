package org.heed.server.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.Verdict;
import org.heed.linkage.file.LinkFiles;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts two people of the record side by side, and takes what somebody decides about them. */
@Service
public class Comparing {
  private final Acts acts;
  private final PeopleIndex index;
  private final Identities identities;
  private final PersonStore people;
  private final OfferStore store;
  private final JdbcClient sql;

  public Comparing(
      Acts acts,
      PeopleIndex index,
      Identities identities,
      PersonStore people,
      Databases databases) {
    this.acts = acts;
    this.index = index;
    this.identities = identities;
    this.people = people;
    this.store = new OfferStore(databases);
    this.sql = JdbcClient.create(databases.app());
  }

  /** Compares two people: one look, with both and every report shown. */
  public Compared open(Caller caller, UUID one, UUID other) {
    caller.require(Right.PEOPLE);
    if (one.equals(other)) {
      throw new Refused(Refused.Code.NOT_FOUND, "A comparison is of two people.");
    }
    index.refresh();
    return acts.look(
        caller,
        "people.compared",
        "link-people",
        () -> {
          Compared compared = compared(one, other);
          Set<UUID> shown = new LinkedHashSet<>(compared.both());
          for (KnownPerson person : List.of(compared.one(), compared.other())) {
            person.events().forEach(event -> shown.add(event.report()));
            person.also().forEach(also -> shown.add(also.person()));
          }
          return new Acts.Seen<>(compared, shown);
        });
  }

  /** Decides, with what speaks for and against as it stands now. */
  public void decide(Caller caller, UUID one, UUID other, Verdict verdict, String reason) {
    caller.require(Right.PEOPLE);
    Best best = acts.plain(caller, () -> best(one, other));
    identities.decide(
        caller,
        one,
        other,
        verdict,
        reason,
        new People.Evidence(
            LinkFiles.json(one.toString(), other.toString(), best.why()), index.model()));
  }

  /** The two ways of naming that fit best, of those open to the asker. */
  private record Best(
      Spoken one,
      Spoken other,
      @Nullable String reportOne,
      @Nullable String reportOther,
      Explanation why,
      int pairs) {}

  private Compared compared(UUID a, UUID b) {
    KnownPerson one = known(a);
    KnownPerson other = known(b);
    Best best = best(a, b);
    List<Compared.Made> decisions = made(identities.between(a, b));
    boolean areOne = one.identity().equals(other.identity());
    return new Compared(
        one,
        other,
        best.one(),
        best.other(),
        best.reportOne(),
        best.reportOther(),
        best.why(),
        index.model(),
        best.pairs(),
        Conflicts.of(one, other, best.why()),
        together(one, other),
        decisions,
        areOne);
  }

  private KnownPerson known(UUID person) {
    return people
        .find(person, KnownAt.NOW)
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
  }

  private static List<String> together(KnownPerson one, KnownPerson other) {
    Map<UUID, String> names = new LinkedHashMap<>();
    for (KnownPerson person : List.of(one, other)) {
      names.put(person.id(), person.name());
      person.also().forEach(also -> names.put(also.person(), also.name()));
    }
    return List.copyOf(names.values());
  }

  private Best best(UUID a, UUID b) {
    List<PeopleIndex.Hit> ones = index.said(a);
    List<PeopleIndex.Hit> others = index.said(b);
    Set<UUID> mentions = new HashSet<>();
    addMentions(mentions, ones);
    addMentions(mentions, others);
    Map<UUID, OfferStore.Told> told = store.mentions(mentions);
    if (store.people(List.of(a, b)).size() < 2) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you.");
    }
    Best best = null;
    int pairs = 0;
    for (PeopleIndex.Hit one : ones) {
      for (PeopleIndex.Hit other : others) {
        if (isOpen(one, told) && isOpen(other, told)) {
          pairs++;
          Explanation why = index.explain(one.said(), other.said());
          if (best == null || why.weight() > best.why().weight()) {
            best =
                new Best(
                    one.said(), other.said(), reference(one, told), reference(other, told), why, 0);
          }
        }
      }
    }
    if (best == null) {
      throw new Refused(
          Refused.Code.CONFLICT, "Heed is still taking in who is known: try again in a moment.");
    }
    return new Best(
        best.one(), best.other(), best.reportOne(), best.reportOther(), best.why(), pairs);
  }

  private static void addMentions(Set<UUID> mentions, Collection<PeopleIndex.Hit> hits) {
    for (PeopleIndex.Hit hit : hits) {
      if (hit.of().mention() != null) {
        mentions.add(hit.of().mention());
      }
    }
  }

  private static boolean isOpen(PeopleIndex.Hit hit, Map<UUID, OfferStore.Told> told) {
    return hit.of().mention() == null || told.containsKey(hit.of().mention());
  }

  private static @Nullable String reference(PeopleIndex.Hit hit, Map<UUID, OfferStore.Told> told) {
    OfferStore.Told by = told.get(hit.of().mention());
    return by == null ? null : by.reference();
  }

  private List<Compared.Made> made(List<Decision> decisions) {
    List<Compared.Made> made = new ArrayList<>();
    for (Decision decision : decisions) {
      String by =
          sql.sql("select display_name from access.names(array[cast(:actor as uuid)])")
              .param("actor", decision.actor())
              .query(String.class)
              .optional()
              .orElse("Somebody");
      made.add(new Compared.Made(decision, by));
    }
    return made;
  }
}
