package org.heed.server.linking;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.file.LinkFiles;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonName;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Mentions that are likely of one person whom nobody has put on record yet, side by side, and what
 * somebody decides about them: that some are one person, who is then on record, or that each is
 * somebody else.
 */
@Service
public class SeveralReports {
  private final Acts acts;
  private final PeopleIndex index;
  private final People people;
  private final Identities identities;
  private final JdbcClient sql;

  public SeveralReports(
      Acts acts, PeopleIndex index, People people, Identities identities, Databases databases) {
    this.acts = acts;
    this.index = index;
    this.people = people;
    this.identities = identities;
    this.sql = JdbcClient.create(databases.app());
  }

  /** What one report says of whom it means. */
  public record Mention(
      UUID id,
      UUID report,
      String reference,
      String kind,
      String area,
      String role,
      Instant when,
      @Nullable Instant occurred,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate born,
      @Nullable String sex) {
    /** The name as written. */
    public String name() {
      return PersonName.of(givenName, familyName);
    }

    private Conflicts.Facts facts() {
      return new Conflicts.Facts(givenName, familyName, born, sex);
    }

    /** How much is said. */
    private int fullness() {
      return (givenName == null ? 0 : 1) + (familyName == null ? 0 : 1) + (born == null ? 0 : 2);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Mention[" + id + "]";
    }
  }

  /**
   * A proposal that several mentions are one person.
   *
   * @param id of the mention by which the proposal is known
   * @param mentions by when what they are in happened
   * @param one of the two that fit least, whose weights are shown
   * @param conflicts what does not fit, in words
   */
  public record Group(
      UUID id,
      List<Mention> mentions,
      Mention one,
      Mention other,
      Explanation why,
      String model,
      List<String> conflicts) {
    public Group {
      mentions = List.copyOf(mentions);
      conflicts = List.copyOf(conflicts);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Group[" + id + "]";
    }
  }

  /** Opens a proposal: one look, with every report shown. */
  public Group open(Caller caller, UUID id) {
    caller.require(Right.PEOPLE);
    index.refresh();
    return acts.look(
        caller,
        "people.compared",
        "link-people",
        () -> {
          Group group = group(id);
          Set<UUID> shown = new LinkedHashSet<>();
          group.mentions().forEach(one -> shown.add(one.report()));
          return new Acts.Seen<>(group, shown);
        });
  }

  /**
   * Decides that some of a proposal’s mentions are one person: creates them, by the words that say
   * most, and links these mentions; the others were looked at and are not this person.
   *
   * @return the person
   */
  public UUID areOne(Caller caller, UUID id, Set<UUID> chosen, String reason) {
    caller.require(Right.PEOPLE);
    Group group = acts.plain(caller, () -> group(id));
    List<Mention> one = chosen(group, chosen);
    Mention fullest = one.stream().max(Comparator.comparingInt(Mention::fullness)).orElseThrow();
    Map<UUID, People.Evidence> evidence = new HashMap<>();
    for (Mention mention : one) {
      evidence.put(mention.id(), evidence(fullest, mention));
    }
    List<UUID> mentions = new ArrayList<>(List.of(fullest.id()));
    one.stream().map(Mention::id).filter(of -> !of.equals(fullest.id())).forEach(mentions::add);
    LocalDate born = fullest.born();
    return people.createForAll(
        caller,
        mentions,
        group.mentions().stream().map(Mention::id).filter(of -> !chosen.contains(of)).toList(),
        new NewPerson(
            fullest.givenName(),
            fullest.familyName(),
            born,
            born == null ? "unknown" : "day",
            fullest.sex(),
            null,
            null,
            null,
            null),
        reason,
        evidence);
  }

  /** Decides that each of some mentions of a proposal is somebody else. */
  public void areDifferent(Caller caller, UUID id, Set<UUID> chosen, String reason) {
    caller.require(Right.PEOPLE);
    Group group = acts.plain(caller, () -> group(id));
    List<Mention> apart = chosen(group, chosen);
    identities.keepApart(
        caller,
        apart.stream().map(Mention::id).toList(),
        reason,
        evidence(group.one(), group.other()));
  }

  private static List<Mention> chosen(Group group, Set<UUID> chosen) {
    List<Mention> of = group.mentions().stream().filter(one -> chosen.contains(one.id())).toList();
    if (of.size() < chosen.size()) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "Somebody decided on one of these reports meanwhile: look at what is left.");
    }
    if (of.size() < 2) {
      throw new Refused(Refused.Code.INVALID, "Choose two reports or more.");
    }
    return of;
  }

  private People.Evidence evidence(Mention one, Mention other) {
    return new People.Evidence(
        LinkFiles.json(
            one.id().toString(),
            other.id().toString(),
            index.explain(one.facts().spoken(), other.facts().spoken())),
        index.model());
  }

  private Group group(UUID id) {
    List<Mention> mentions = find(id);
    Mention first =
        mentions.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.NOT_FOUND,
                    "There is no such proposal open to you: somebody may have decided on it."));
    Mention least = null;
    Explanation why = null;
    for (Mention one : mentions) {
      if (!one.equals(first)) {
        Explanation of = index.explain(first.facts().spoken(), one.facts().spoken());
        if (why == null || of.weight() < why.weight()) {
          least = one;
          why = of;
        }
      }
    }
    return new Group(
        id,
        mentions,
        first,
        Objects.requireNonNull(least),
        Objects.requireNonNull(why),
        index.model(),
        conflicts(mentions));
  }

  private List<String> conflicts(List<Mention> mentions) {
    Set<String> conflicts =
        Conflicts.among(mentions.stream().map(Mention::facts).toList(), index::explain);
    Set<String> days = new TreeSet<>();
    for (int i = 0; i < mentions.size(); i++) {
      for (Mention other : mentions.subList(i + 1, mentions.size())) {
        Mention one = mentions.get(i);
        if (one.report().equals(other.report())) {
          days.add("Report " + one.reference() + " speaks of two of them, as of two people.");
        } else if (one.occurred() != null
            && other.occurred() != null
            && !one.area().equals(other.area())
            && Words.date(one.occurred()).equals(Words.date(other.occurred()))) {
          days.add(
              "Reports have them in two places on one day: "
                  + Words.date(one.occurred())
                  + ", "
                  + Words.title(one.area())
                  + " and "
                  + Words.title(other.area())
                  + ".");
        }
      }
    }
    List<String> all = new ArrayList<>(conflicts);
    all.addAll(days);
    return all;
  }

  private List<Mention> find(UUID id) {
    List<Mention> found = new ArrayList<>();
    sql.sql(
            """
            with members as (select p.a, p.b
            """
                + Proposals.GROUPS
                + """
                 and p.a = :id)
                select m.id, m.report, r.reference, v.kind, v.area, m.role, v.occurred_from,
                  v.recorded_at, m.given_name, m.family_name, m.date_of_birth, m.sex
                from record.mention m join record.report r on r.id = m.report
                join record.report_version v on v.report = m.report and v.version = m.version
                where m.id in (select a from members union select b from members)
                order by coalesce(v.occurred_from, v.recorded_at), m.id
                """)
        .param("id", id)
        .query(row -> {
          Timestamp occurred = row.getTimestamp(7);
          Instant recorded = row.getTimestamp(8).toInstant();
          Instant at = occurred == null ? null : occurred.toInstant();
          found.add(
              new Mention(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  at == null ? recorded : at,
                  at,
                  row.getString(9),
                  row.getString(10),
                  row.getObject(11, LocalDate.class),
                  row.getString(12)));
        });
    return found;
  }
}
