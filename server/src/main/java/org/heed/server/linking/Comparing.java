package org.heed.server.linking;

import java.sql.Timestamp;
import java.time.LocalDate;
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

/**
 * Puts two people of the record side by side, or a mention and a person whom it may mean, and takes
 * what somebody decides about them.
 */
@Service
public class Comparing {
  private final Acts acts;
  private final PeopleIndex index;
  private final Identities identities;
  private final PersonStore people;
  private final People links;
  private final OfferStore store;
  private final JdbcClient sql;

  public Comparing(
      Acts acts,
      PeopleIndex index,
      Identities identities,
      PersonStore people,
      People links,
      Databases databases) {
    this.acts = acts;
    this.index = index;
    this.identities = identities;
    this.people = people;
    this.links = links;
    this.store = new OfferStore(databases);
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * Compares two people, or a mention, which comes first, and a person: one look, with both and
   * every report shown.
   */
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
          if (compared.report() != null) {
            shown.remove(one);
          }
          for (KnownPerson person : List.of(compared.one(), compared.other())) {
            person.events().forEach(event -> shown.add(event.report()));
            person.also().forEach(also -> shown.add(also.person()));
          }
          return new Acts.Seen<>(compared, shown);
        });
  }

  /**
   * Decides, with what speaks for and against as it stands now.
   *
   * @param knowing that whoever decides knows which decisions on others no longer hold then
   * @return the report whose mention it is about; null where both are people
   */
  public @Nullable UUID decide(
      Caller caller, UUID one, UUID other, Verdict verdict, String reason, boolean knowing) {
    caller.require(Right.PEOPLE);
    Best best = acts.plain(caller, () -> best(one, other));
    People.Evidence evidence =
        new People.Evidence(
            LinkFiles.json(one.toString(), other.toString(), best.why()), index.model());
    if (!best.isMention()) {
      identities.decide(caller, one, other, verdict, reason, knowing, evidence);
      return null;
    }
    switch (verdict) {
      case SAME -> links.choose(caller, one, other, reason, evidence);
      case DIFFERENT -> links.refuse(caller, one, List.of(other), reason);
      case UNKNOWN ->
          throw new Refused(
              Refused.Code.INVALID, "Say whether the report means the person, or leave it open.");
    }
    return best.report();
  }

  /** The two ways of naming that fit best, of those open to the asker. */
  private record Best(
      Spoken one,
      Spoken other,
      @Nullable String reportOne,
      @Nullable String reportOther,
      Explanation why,
      int pairs,
      @Nullable UUID report) {
    /** Whether the one is a mention. */
    boolean isMention() {
      return report != null;
    }
  }

  private Compared compared(UUID a, UUID b) {
    Best best = best(a, b);
    KnownPerson one = best.isMention() ? mentioned(a) : known(a);
    KnownPerson other = known(b);
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
        conflicts(one, other),
        together(one, other),
        decisions,
        areOne,
        best.report(),
        best.isMention() ? Map.of() : noLonger(a, b),
        best.isMention()
            ? List.of()
            : identities.named(identities.following(a, b, Verdict.UNKNOWN).again()));
  }

  /** Decisions on others that would not hold any more, by what is decided on these. */
  private Map<Verdict, List<Identities.Waiting>> noLonger(UUID a, UUID b) {
    return Map.of(
        Verdict.DIFFERENT,
        identities.named(identities.following(a, b, Verdict.DIFFERENT).noLonger()),
        Verdict.UNKNOWN,
        identities.named(identities.following(a, b, Verdict.UNKNOWN).noLonger()));
  }

  /** A mention as somebody of whom nothing is known but what its report says. */
  private KnownPerson mentioned(UUID mention) {
    return sql.sql(
            """
            select m.given_name, m.family_name, m.date_of_birth, m.sex, r.id, r.reference, v.kind,
              v.area, m.role, v.occurred_from, v.recorded_at,
              (select l.person from record.mention_person l
               where l.mention = m.id and l.same and not exists (
                 select 1 from record.mention_person u
                 where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
               order by l.seq desc limit 1)
            from record.mention m join record.report r on r.id = m.report
            join record.report_version v on v.report = m.report and v.version = m.version
            where m.id = :mention
            """)
        .param("mention", mention)
        .query((row, _) -> {
          Timestamp occurred = row.getTimestamp(10);
          UUID person = row.getObject(12, UUID.class);
          LocalDate born = row.getObject(3, LocalDate.class);
          return new KnownPerson(
              mention,
              row.getString(1),
              row.getString(2),
              born,
              born == null ? "unknown" : "day",
              row.getString(4),
              null,
              null,
              null,
              null,
              person == null ? mention : person,
              List.of(),
              List.of(
                  new KnownPerson.Event(
                      row.getObject(5, UUID.class),
                      row.getString(6),
                      row.getString(7),
                      row.getString(8),
                      row.getString(9),
                      occurred == null ? null : occurred.toInstant(),
                      row.getTimestamp(11).toInstant(),
                      null,
                      null,
                      0)),
              List.of());
        })
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such mention open to you."));
  }

  private KnownPerson known(UUID person) {
    return people
        .find(person, KnownAt.NOW)
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
  }

  private List<String> conflicts(KnownPerson one, KnownPerson other) {
    List<String> conflicts = new ArrayList<>();
    boolean areOne = one.identity().equals(other.identity());
    if (!areOne && !identities.isFree(one.id(), other.id())) {
      conflicts.add(
          "Somebody decided that two of the people who would come together are different: that they"
              + " are one person would be refused while that decision holds.");
    }
    conflicts.addAll(
        Conflicts.of(one, other, facts(one, other), facts(other, one), index::explain));
    return conflicts;
  }

  /** What is known of everybody who is this person, but not the other. */
  private List<Conflicts.Facts> facts(KnownPerson person, KnownPerson other) {
    List<Conflicts.Facts> facts = new ArrayList<>();
    facts.add(Conflicts.Facts.of(person));
    List<UUID> also =
        person.also().stream()
            .map(KnownPerson.Also::person)
            .filter(one -> !one.equals(other.id()))
            .toList();
    store
        .people(also)
        .values()
        .forEach(of ->
            facts.add(
                new Conflicts.Facts(of.givenName(), of.familyName(), of.dateOfBirth(), of.sex())));
    return facts;
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
    mentions.add(a);
    Map<UUID, OfferStore.Told> told = store.mentions(mentions);
    OfferStore.Told mention = told.get(a);
    Map<UUID, OfferStore.Person> open = store.people(List.of(a, b));
    if (!open.containsKey(b) || !(mention != null || open.containsKey(a))) {
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
                    one.said(),
                    other.said(),
                    reference(one, told),
                    reference(other, told),
                    why,
                    0,
                    null);
          }
        }
      }
    }
    if (best == null) {
      throw new Refused(
          Refused.Code.CONFLICT, "Heed is still taking in who is known: try again in a moment.");
    }
    return new Best(
        best.one(),
        best.other(),
        best.reportOne(),
        best.reportOther(),
        best.why(),
        pairs,
        mention == null ? null : mention.report());
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
