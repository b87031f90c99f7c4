package org.heed.server.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.person.People;
import org.heed.server.person.PersonFound;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds people by what somebody types: by the beginnings of names, and beyond them by sound, short
 * form, first and family name the other way round, other scripts, other names that reports give
 * them, and a date of birth with slips or in part. The likeliest come first, each with why; the
 * look is one entry with everyone shown.
 */
@Service
public class PersonSearch {
  /** So many are looked up at once, as the asker, until enough of them are open. */
  private static final int AT_ONCE = 100;

  private static final int LOOKED_AT = 1_000;

  /** A search is for whoever may be meant, however faintly. */
  private static final double LEAST = -25;

  /**
   * How much a part of a date counts beside the weights: as much as a year of birth that agrees.
   */
  private static final double PART = 6;

  /** Whoever was born then, whatever else is said of them. */
  private static final double ANYBODY = -1_000;

  /** Who is so much less likely than the first is noise beside them. */
  private static final double APART = 14;

  private final Acts acts;
  private final PeopleIndex index;
  private final People people;
  private final OfferStore store;

  public PersonSearch(Acts acts, PeopleIndex index, People people, Databases databases) {
    this.acts = acts;
    this.index = index;
    this.people = people;
    this.store = new OfferStore(databases);
  }

  /**
   * Somebody found.
   *
   * @param why in lines, what speaks for them first
   * @param asNamed another name that a report gives them and that was found, or null
   */
  public record Match(PersonFound person, List<String> why, @Nullable String asNamed) {
    public Match {
      why = List.copyOf(why);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Match[" + person.person() + "]";
    }
  }

  private record Scored(Match match, double weight) {}

  /** Searches by a name and a date of birth as typed, either of them empty. */
  public List<Match> find(Caller caller, String name, String born, int most) {
    caller.require(Right.PEOPLE, Right.SUBJECT_ACCESS);
    SearchedFor sought = SearchedFor.parse(name, born);
    if (sought.isEmpty()) {
      return List.of();
    }
    index.refresh();
    Map<UUID, List<Best>> best = new HashMap<>();
    for (Spoken way : sought.ways()) {
      gather(best, way, index.find(way, LEAST), 0);
      if (sought.isPartOfDate()) {
        gather(best, way, index.findBorn(way, sought.year(), sought.month(), ANYBODY), PART);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    best.forEach((person, of) -> {
      of.sort(Comparator.comparingDouble(Best::weight).reversed());
      candidates.add(new Candidate(person, of));
    });
    candidates.sort(
        Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::person));
    return acts.look(
        caller,
        "people.searched",
        "find-person",
        () -> {
          List<Match> found = open(caller, sought, candidates, most);
          return new Acts.Seen<>(
              found, found.stream().map(match -> match.person().person()).toList());
        });
  }

  private static void gather(
      Map<UUID, List<Best>> best, Spoken way, List<PeopleIndex.Candidate> found, double more) {
    for (PeopleIndex.Candidate one : found) {
      List<Best> of = best.computeIfAbsent(one.person(), _ -> new ArrayList<>());
      one.hits().forEach(hit -> of.add(new Best(way, hit, more)));
    }
  }

  /**
   * What a record fits.
   *
   * @param more what a part of the date of birth adds to the weight of the names
   */
  private record Best(Spoken way, PeopleIndex.Hit hit, double more) {
    double weight() {
      return hit.weight() + more;
    }

    @Nullable UUID mention() {
      return hit.of().mention();
    }
  }

  /** A person who may be meant, by each way of reading what was typed. */
  private record Candidate(UUID person, List<Best> hits) {
    double weight() {
      return hits.getFirst().weight();
    }
  }

  private List<Match> open(
      Caller caller, SearchedFor sought, List<Candidate> candidates, int most) {
    Map<UUID, Scored> matches = new LinkedHashMap<>();
    int end = Math.min(LOOKED_AT, candidates.size());
    for (int from = 0; from < end && matches.size() < most; from += AT_ONCE) {
      open(sought, candidates.subList(from, Math.min(end, from + AT_ONCE)), matches);
    }
    List<PersonFound> typed =
        sought.words().isEmpty()
            ? List.of()
            : people.begin(caller, String.join(" ", sought.words()), most);
    Map<UUID, OfferStore.Person> known =
        store.people(typed.stream().map(PersonFound::person).toList());
    for (PersonFound person : typed) {
      OfferStore.Person of = known.get(person.person());
      if (of != null && !matches.containsKey(of.id())) {
        Match match = new Match(person, List.of("The name begins with what was typed"), null);
        boolean isOtherYear = sought.isPartOfDate() && !sought.fits(of.dateOfBirth());
        matches.put(of.id(), new Scored(match, isOtherYear ? LEAST : part(sought, of)));
      }
    }
    List<Scored> ranked = new ArrayList<>(matches.values());
    ranked.sort(
        Comparator.comparingDouble(Scored::weight)
            .reversed()
            .thenComparing(one -> one.match().person().person()));
    double least = ranked.isEmpty() ? 0 : ranked.getFirst().weight() - APART;
    List<Match> shown =
        ranked.stream()
            .filter(one -> one.weight() >= least)
            .limit(most)
            .map(Scored::match)
            .toList();
    Map<UUID, Long> reports =
        store.reports(shown.stream().map(match -> match.person().person()).toList());
    return shown.stream().map(match -> counted(match, reports)).toList();
  }

  private static Match counted(Match match, Map<UUID, Long> reports) {
    PersonFound person = match.person();
    return new Match(
        new PersonFound(
            person.person(),
            person.givenName(),
            person.familyName(),
            person.dateOfBirth(),
            reports.getOrDefault(person.person(), 0L)),
        match.why(),
        match.asNamed());
  }

  /** Adds those of some candidates that are open to the asker, by the words that fit best. */
  private void open(SearchedFor sought, List<Candidate> some, Map<UUID, Scored> matches) {
    Map<UUID, OfferStore.Person> known =
        store.people(some.stream().map(Candidate::person).toList());
    Map<UUID, OfferStore.Told> told =
        store.mentions(
            some.stream()
                .flatMap(one -> one.hits().stream())
                .map(Best::mention)
                .filter(Objects::nonNull)
                .toList());
    for (Candidate one : some) {
      OfferStore.Person person = known.get(one.person());
      if (person != null) {
        one.hits().stream()
            .filter(of -> of.mention() == null || told.containsKey(of.mention()))
            .findFirst()
            .ifPresent(best ->
                matches.put(person.id(), scored(sought, best, person, told.get(best.mention()))));
      }
    }
  }

  private Scored scored(
      SearchedFor sought, Best best, OfferStore.Person person, OfferStore.@Nullable Told by) {
    Spoken said = best.hit().said();
    var explanation = index.explain(best.way(), said);
    List<String> why = new ArrayList<>();
    Why.speakingFor(explanation).forEach(one -> why.add(one.line()));
    Why.speakingAgainst(explanation).stream()
        .filter(one -> !one.respect().equals("Family"))
        .forEach(one -> why.add("Against it: " + one.line()));
    if (sought.isPartOfDate()) {
      why.add(sought.partWords(person.dateOfBirth()));
    }
    boolean isAlias =
        by != null
            && !name(said.givenName(), said.familyName())
                .equalsIgnoreCase(name(person.givenName(), person.familyName()));
    String alias =
        isAlias && by != null
            ? name(said.givenName(), said.familyName()) + " in report " + by.reference()
            : null;
    PersonFound found =
        new PersonFound(
            person.id(), person.givenName(), person.familyName(), person.dateOfBirth(), 0);
    return new Scored(new Match(found, why, alias), best.hit().weight() + part(sought, person));
  }

  private static double part(SearchedFor sought, OfferStore.Person person) {
    return sought.isPartOfDate() && sought.fits(person.dateOfBirth()) ? PART : 0;
  }

  private static String name(@Nullable String given, @Nullable String family) {
    return ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
  }
}
