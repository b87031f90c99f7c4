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

  private static final int LOOKED_AT = 80;

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
    List<PeopleIndex.Hit> hits = index.find(spoken, LEAST, LOOKED_AT);
    if (hits.isEmpty()) {
      return List.of();
    }
    return acts.look(
        caller,
        "people.offered",
        "find-person",
        () -> {
          Set<UUID> refused = mention == null ? Set.of() : people.rejected(mention);
          List<Offer> offers = open(spoken, hits, refused, MOST);
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
    List<PeopleIndex.Hit> hits =
        index.find(spoken, LEAST, LOOKED_AT).stream()
            .filter(hit -> person.equals(hit.of().person()))
            .toList();
    Explanation why =
        acts.plain(
            caller,
            () ->
                open(spoken, hits, Set.of(), 1).stream()
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

  /**
   * The first of these that are open to the asker, each person once, by the words that fit best.
   */
  private List<Offer> open(Spoken spoken, List<PeopleIndex.Hit> hits, Set<UUID> refused, int most) {
    Set<UUID> persons = new HashSet<>();
    Set<UUID> mentions = new HashSet<>();
    for (PeopleIndex.Hit hit : hits) {
      if (hit.of().person() != null) {
        persons.add(hit.of().person());
        if (hit.of().mention() != null) {
          mentions.add(hit.of().mention());
        }
      }
    }
    Map<UUID, OfferStore.Person> known = store.people(persons);
    Map<UUID, OfferStore.Told> told = store.mentions(mentions);
    Map<UUID, PeopleIndex.Hit> chosen = new LinkedHashMap<>();
    for (PeopleIndex.Hit hit : hits) {
      UUID person = hit.of().person();
      UUID mention = hit.of().mention();
      boolean closed = mention != null && !told.containsKey(mention);
      if (person != null
          && known.containsKey(person)
          && !closed
          && !refused.contains(person)
          && chosen.size() < most) {
        chosen.putIfAbsent(person, hit);
      }
    }
    Map<UUID, Long> reports = store.reports(chosen.keySet());
    List<Offer> offers = new ArrayList<>();
    chosen.forEach((id, hit) -> {
      OfferStore.Person person = known.get(id);
      if (person != null) {
        offers.add(
            offer(spoken, hit, person, reports.getOrDefault(id, 0L), told.get(hit.of().mention())));
      }
    });
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
