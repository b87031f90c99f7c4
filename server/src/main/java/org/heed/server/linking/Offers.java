package org.heed.server.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.file.LinkFiles;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Offers known people for what a report says of somebody: at most five, each with what speaks for
 * and against. Whoever was said not to be meant is not offered again for that mention. Only words
 * that are open to the asker are compared; what is shown is one entry of the ledger.
 */
@Service
public class Offers {
  /** As many as somebody can take in while recording. */
  public static final int MOST = 5;

  /** From odds of about one in a hundred. */
  static final double LEAST = -6.65;

  /** So many are looked up at once, as the asker, until enough of them are open. */
  private static final int AT_ONCE = 40;

  private static final int LOOKED_AT = 800;

  private final Acts acts;
  private final PeopleIndex index;
  private final OfferStore store;
  private final PersonStore people;

  public Offers(Acts acts, PeopleIndex index, Databases databases, PersonStore people) {
    this.acts = acts;
    this.index = index;
    this.store = new OfferStore(databases);
    this.people = people;
  }

  /**
   * Those who may be meant.
   *
   * @param mention whose words they are; null while the report is not recorded yet
   */
  public List<Offer> offers(Caller caller, Spoken spoken, @Nullable UUID mention) {
    caller.require(Right.PEOPLE);
    if (spoken.isEmpty()) {
      return List.of();
    }
    index.refresh();
    List<PeopleIndex.Candidate> candidates = index.find(spoken, LEAST);
    if (candidates.isEmpty()) {
      return List.of();
    }
    return acts.look(
        caller,
        "people.offered",
        "find-person",
        () -> {
          Set<UUID> refused = mention == null ? Set.of() : people.rejected(mention);
          List<Offer> offers =
              open(
                  spoken,
                  candidates.stream().filter(one -> !refused.contains(one.person())).toList());
          List<UUID> shown = new ArrayList<>();
          offers.forEach(offer -> {
            shown.add(offer.person());
            if (offer.report() != null) {
              shown.add(offer.report());
            }
          });
          return new Acts.Seen<>(offers, new HashSet<>(shown));
        });
  }

  /**
   * What speaks for and against somebody's being the person spoken of, as it would be offered: to
   * be kept with a decision.
   */
  public People.Evidence evidence(Caller caller, Spoken spoken, UUID mention, UUID person) {
    List<PeopleIndex.Candidate> candidates =
        index.find(spoken, LEAST).stream().filter(one -> person.equals(one.person())).toList();
    Explanation why =
        acts.plain(
            caller,
            () ->
                open(spoken, candidates).stream()
                    .findFirst()
                    .map(Offer::why)
                    .orElseGet(() -> compared(spoken, person)));
    return new People.Evidence(
        LinkFiles.json(mention.toString(), person.toString(), why), index.model());
  }

  private Explanation compared(Spoken spoken, UUID person) {
    OfferStore.Person known = store.people(List.of(person)).get(person);
    if (known == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you.");
    }
    return index.explain(
        spoken, Spoken.of(known.givenName(), known.familyName(), known.dateOfBirth(), known.sex()));
  }

  /** The first of these that are open to the asker, by the words that fit best. */
  private List<Offer> open(Spoken spoken, List<PeopleIndex.Candidate> candidates) {
    int end = Math.min(LOOKED_AT, candidates.size());
    List<Offer> offers = new ArrayList<>();
    for (int from = 0; from < end && offers.size() < MOST; from += AT_ONCE) {
      List<PeopleIndex.Candidate> some = candidates.subList(from, Math.min(end, from + AT_ONCE));
      offers.addAll(open(spoken, some, MOST - offers.size()));
    }
    return offers;
  }

  private List<Offer> open(Spoken spoken, List<PeopleIndex.Candidate> candidates, int most) {
    Map<UUID, OfferStore.Person> known =
        store.people(candidates.stream().map(PeopleIndex.Candidate::person).toList());
    Map<UUID, OfferStore.Told> told =
        store.mentions(
            candidates.stream()
                .flatMap(one -> one.hits().stream())
                .map(hit -> hit.of().mention())
                .filter(Objects::nonNull)
                .toList());
    Map<OfferStore.Person, PeopleIndex.Hit> chosen = new LinkedHashMap<>();
    for (PeopleIndex.Candidate one : candidates) {
      OfferStore.Person person = known.get(one.person());
      if (person != null && chosen.size() < most) {
        one.hits().stream()
            .filter(hit -> hit.of().mention() == null || told.containsKey(hit.of().mention()))
            .findFirst()
            .ifPresent(hit -> chosen.put(person, hit));
      }
    }
    Map<UUID, Long> reports =
        store.reports(chosen.keySet().stream().map(OfferStore.Person::id).toList());
    List<Offer> offers = new ArrayList<>();
    chosen.forEach((person, hit) ->
        offers.add(
            offer(
                spoken,
                hit,
                person,
                reports.getOrDefault(person.id(), 0L),
                told.get(hit.of().mention()))));
    return offers;
  }

  private Offer offer(
      Spoken spoken,
      PeopleIndex.Hit hit,
      OfferStore.Person person,
      long reports,
      OfferStore.@Nullable Told by) {
    return new Offer(
        person.id(),
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        reports,
        hit.said(),
        by == null ? null : by.report(),
        by == null ? null : by.reference(),
        index.explain(spoken, hit.said()),
        Objects.requireNonNull(index.model()));
  }
}
