package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.safeguarding.CaseMeeting.Act;
import org.heed.server.safeguarding.CaseMeeting.Attendee;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.CaseMeeting.State;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries of meetings, and what they show for standards. Only inside {@code Acts}. */
@Repository
public class MeetingStore implements CaseFactSource {
  private final JdbcClient sql;

  public MeetingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The meetings of a case as known, the last one first. */
  List<CaseMeeting> list(UUID id, KnownAt known) {
    Map<UUID, List<State>> states = new HashMap<>();
    of(
            """
            select f.meeting, f.seq, f.act, f.meets_at, f.says, f.by_account, f.at
            from record.case_meeting_state f where f.case_file = :id and %1$s order by f.seq desc
            """,
            id, known)
        .query(row -> {
          states
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new State(
                      row.getInt(2),
                      Act.parse(row.getString(3)),
                      row.getTimestamp(4).toInstant(),
                      row.getString(5),
                      row.getObject(6, UUID.class),
                      row.getTimestamp(7).toInstant()));
        });
    Map<UUID, List<Attendee>> attendees = new HashMap<>();
    of(
            """
            select a.meeting, a.attendee, a.seq, a.name, a.agency, a.attends, a.agency_kind from (
              select distinct on (f.attendee) f.* from record.case_attendance f
              where f.case_file = :id and %1$s order by f.attendee, f.seq desc) a
            order by a.agency, a.name
            """,
            id, known)
        .query(row -> {
          attendees
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Attendee(
                      row.getObject(2, UUID.class),
                      row.getInt(3),
                      row.getString(4),
                      AgencyKind.of(row.getString(7), Objects.requireNonNull(row.getString(5))),
                      row.getString(5),
                      Attends.parse(row.getString(6))));
        });
    return of(
            """
            select f.id, f.kind, f.agenda, f.by_account, f.at, f.children, f.sitting
            from record.case_meeting f where f.case_file = :id and %1$s order by f.at desc, f.id
            """,
            id, known)
        .query((row, _) -> {
          UUID meeting = row.getObject(1, UUID.class);
          return new CaseMeeting(
              meeting,
              MeetingKind.parse(row.getString(2)),
              row.getString(3),
              Set.copyOf(children(row.getString(6))),
              row.getObject(7, UUID.class),
              row.getObject(4, UUID.class),
              row.getTimestamp(5).toInstant(),
              states.getOrDefault(meeting, List.of()),
              attendees.getOrDefault(meeting, List.of()));
        })
        .list();
  }

  private JdbcClient.StatementSpec of(String query, UUID id, KnownAt known) {
    return sql.sql(query.replace("%1$s", KnownAt.FILTER))
        .param("id", id)
        .param("known", known.position());
  }

  /** How a meeting of a case stands. */
  Optional<State> now(UUID id, UUID meeting) {
    return list(id, KnownAt.NOW).stream()
        .filter(one -> one.id().equals(meeting))
        .map(CaseMeeting::now)
        .findFirst();
  }

  @Override
  public List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
    return list(of.id(), known).stream()
        .filter(CaseMeeting::isAhead)
        .map(one ->
            new OpenThing(
                OpenThing.Kind.MEETING,
                one.id().toString(),
                one.kind().title() + " of " + Words.dateTime(one.now().meetsAt()),
                "/cases/" + of.id() + "/meetings#meeting-" + one.id()))
        .toList();
  }

  private static List<UUID> children(@Nullable String kept) {
    return kept == null ? List.of() : Stream.of(kept.split(",")).map(UUID::fromString).toList();
  }

  /** Of each meeting that stands as held: with the police, where it takes them. */
  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Map<UUID, CaseScope> scopes =
        cases.stream().collect(Collectors.toMap(CaseScope::id, Function.identity()));
    UUID[] ids = scopes.keySet().toArray(UUID[]::new);
    Set<UUID> withPolice = withPolice(ids, known);
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    sql.sql(
            """
            select s.case_file, m.kind, s.meets_at, m.children, s.meeting
            from (select distinct on (f.meeting) f.* from record.case_meeting_state f
                  where f.case_file = any (:ids) and %1$s order by f.meeting, f.seq desc) s
            join record.case_meeting m on m.id = s.meeting where s.act = 'held'
            """
                .replace("%1$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position())
        .query(row -> {
          MeetingKind kind = MeetingKind.parse(row.getString(2));
          String shows = kind.shows();
          if (shows != null
              && (!kind.needsPolice() || withPolice.contains(row.getObject(5, UUID.class)))) {
            CaseScope scope = Objects.requireNonNull(scopes.get(row.getObject(1, UUID.class)));
            CaseFact fact =
                CaseFact.of(shows, row.getTimestamp(3).toInstant(), "Meeting in the case");
            List<UUID> about = children(row.getString(4));
            List<CaseFact> all = facts.computeIfAbsent(scope.id(), _ -> new ArrayList<>());
            if (about.isEmpty()) {
              all.add(fact);
            }
            // Of a child taken out of the case it is of nobody who is left.
            about.forEach(one -> all.add(fact.ofChild(scope.child(one).orElse(one.toString()))));
          }
        });
    return facts;
  }

  private Set<UUID> withPolice(UUID[] ids, KnownAt known) {
    Set<UUID> found = new HashSet<>();
    sql.sql(
            """
            select a.meeting, a.agency_kind, a.agency from (
              select distinct on (f.attendee) f.* from record.case_attendance f
              where f.case_file = any (:ids) and %1$s order by f.attendee, f.seq desc) a
            where a.attends = 'present'
            """
                .replace("%1$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position())
        .query(row -> {
          String agency = Objects.requireNonNull(row.getString(3));
          if (AgencyKind.of(row.getString(2), agency) == AgencyKind.POLICE) {
            found.add(row.getObject(1, UUID.class));
          }
        });
    return found;
  }
}
