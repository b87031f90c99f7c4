package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CaseMeeting.Attendee;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.Meetings.Guest;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Meetings over several cases, such as a multi-agency panel. Each has one part in every case, which
 * is a meeting of that case: with its agenda, minutes and actions, for its standards, and open to
 * whoever may see that case. When it is and who came is said once, in every part that is open to
 * who says it.
 */
@Service
public class Sittings {
  private final Acts acts;
  private final CaseStore cases;
  private final MeetingStore store;
  private final Meetings meetings;
  private final JdbcClient sql;

  public Sittings(
      Acts acts, CaseStore cases, MeetingStore store, Meetings meetings, Databases databases) {
    this.acts = acts;
    this.cases = cases;
    this.store = store;
    this.meetings = meetings;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * What is to be decided of a case.
   *
   * @param about whom of the case it is about; none: not said
   */
  public record Item(UUID caseFile, String agenda, Set<UUID> about) {
    public Item {
      about = Set.copyOf(about);
    }

    @Override
    public String toString() {
      return "Item[" + caseFile + "]";
    }
  }

  /** What a meeting over several cases is in one of them. */
  public record Part(CaseFile file, CaseMeeting meeting) {}

  /** One of a list: how many of its cases are open to the asker. */
  public record Row(UUID id, MeetingKind kind, Instant meetsAt, int cases, boolean ahead) {}

  /** Whoever came is one person to the parts: by name and agency. */
  private record Who(String name, AgencyKind kind, String agency) {
    static Who of(Attendee one) {
      return new Who(one.name(), one.kind(), one.agency());
    }

    static Who of(Guest one) {
      return new Who(one.name().strip(), one.kind(), one.agency().strip());
    }
  }

  /**
   * A meeting over several cases, as far as these are open to the asker.
   *
   * @param parts in the order of the agenda, at least one
   */
  public record Sitting(UUID id, List<Part> parts) {
    public Sitting {
      parts = List.copyOf(parts);
    }

    /** The part that tells when it is: one still ahead, else the first. */
    public CaseMeeting meeting() {
      return parts.stream()
          .map(Part::meeting)
          .filter(CaseMeeting::isAhead)
          .findFirst()
          .orElseGet(() -> parts.getFirst().meeting());
    }

    /** Whoever was asked or came, each once; there, where they were for any case. */
    public List<Attendee> people() {
      Map<Who, Attendee> all = new LinkedHashMap<>();
      parts.stream()
          .flatMap(one -> one.meeting().attendees().stream())
          .forEach(one ->
              all.merge(
                  Who.of(one),
                  one,
                  (first, next) -> next.attends() == Attends.PRESENT ? next : first));
      return List.copyOf(all.values());
    }

    /** Those of them who were asked to every part, or came for it: not for one case alone. */
    List<Attendee> ofEveryPart() {
      List<CaseMeeting> held =
          parts.stream()
              .map(Part::meeting)
              .filter(one -> one.now().act() != CaseMeeting.Act.CANCELLED)
              .toList();
      return people().stream()
          .filter(one ->
              held.stream()
                  .allMatch(part ->
                      part.attendees().stream()
                          .anyMatch(other -> Who.of(other).equals(Who.of(one)))))
          .toList();
    }

    /** Grows with everything that is said of it. */
    public int seen() {
      return parts.stream()
          .map(Part::meeting)
          .mapToInt(one -> one.now().seq() + one.attendees().stream().mapToInt(Attendee::seq).sum())
          .sum();
    }
  }

  /** Opens one with all its parts that are open to the asker. */
  public Sitting open(Caller caller, UUID id) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "sitting.read",
        "read-case",
        () -> {
          Sitting sitting = get(id);
          return new Acts.Seen<>(
              sitting,
              sitting.parts().stream().flatMap(one -> one.file().subjects().stream()).toList());
        });
  }

  /** Those with a case that is open to the asker, the latest first; a page, from 1. */
  public CaseLists.Listed<Row> list(Caller caller, int page) {
    caller.require(Right.CASES);
    return acts.plain(
        caller,
        () -> {
          long total =
              sql.sql(
                      "select count(distinct sitting) from record.case_meeting where sitting is not"
                          + " null")
                  .query(Long.class)
                  .single();
          int pages = (int) Math.max(1, (total + CaseLists.PAGE - 1) / CaseLists.PAGE);
          int shown = Math.clamp(page, 1, pages);
          List<Row> rows =
              sql.sql(
                      """
                      select m.sitting, min(m.kind), max(s.meets_at), count(*),
                        bool_or(s.act in ('planned', 'moved', 'withdrawn'))
                      from record.case_meeting m
                      join lateral (select f.act, f.meets_at from record.case_meeting_state f
                                    where f.meeting = m.id order by f.seq desc limit 1) s on true
                      where m.sitting is not null group by m.sitting
                      order by 3 desc, 1 limit :size offset :offset
                      """)
                  .param("size", CaseLists.PAGE)
                  .param("offset", (shown - 1) * CaseLists.PAGE)
                  .query((row, _) ->
                      new Row(
                          Objects.requireNonNull(row.getObject(1, UUID.class)),
                          MeetingKind.parse(row.getString(2)),
                          row.getTimestamp(3).toInstant(),
                          row.getInt(4),
                          row.getBoolean(5)))
                  .list();
          return new CaseLists.Listed<>(rows, total, shown);
        });
  }

  /** The cases with these numbers that are open to the asker, by number, in the order asked. */
  public Map<String, CaseFile> called(Caller caller, Collection<String> numbers) {
    caller.require(Right.CASES);
    String[] wanted =
        numbers.stream()
            .map(one -> one.strip().toUpperCase(Locale.ROOT))
            .distinct()
            .toArray(String[]::new);
    return acts.look(
        caller,
        "cases.listed",
        "find-case",
        () -> {
          List<UUID> ids =
              sql.sql("select id from record.case_file where number = any (:numbers)")
                  .param("numbers", wanted)
                  .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                  .list();
          Map<String, CaseFile> all =
              cases.list(ids, KnownAt.NOW).stream()
                  .collect(Collectors.toMap(CaseFile::number, Function.identity()));
          Map<String, CaseFile> found = new LinkedHashMap<>();
          Arrays.stream(wanted)
              .forEach(number ->
                  Optional.ofNullable(all.get(number)).ifPresent(one -> found.put(number, one)));
          return new Acts.Seen<>(
              found, found.values().stream().flatMap(one -> one.subjects().stream()).toList());
        });
  }

  /** Plans one: a part in each case. */
  public UUID plan(
      Caller caller, MeetingKind kind, Instant when, List<Item> items, List<Guest> guests) {
    caller.require(Right.CASES);
    return acts.change(
        caller,
        "case.meeting-planned",
        act -> {
          UUID sitting = act.newId();
          add(act, sitting, kind, when, items, guests);
          return sitting;
        });
  }

  /** Puts further cases on the agenda, with whoever is asked or came. */
  public void add(Caller caller, UUID id, List<Item> items) {
    caller.require(Right.CASES);
    acts.changing(
        caller,
        "case.meeting-planned",
        act -> {
          Sitting now = get(id);
          if (now.parts().stream()
              .anyMatch(part ->
                  items.stream().anyMatch(item -> item.caseFile().equals(part.file().id())))) {
            throw new Refused(Refused.Code.CONFLICT, "The case is on the agenda already.");
          }
          CaseMeeting meeting = now.meeting();
          List<Guest> guests =
              now.ofEveryPart().stream()
                  .map(one ->
                      new Guest(
                          one.name(),
                          one.kind(),
                          one.agency(),
                          meeting.isAhead() ? Attends.INVITED : one.attends()))
                  .toList();
          add(act, id, meeting.kind(), meeting.now().meetsAt(), items, guests);
        });
  }

  private void add(
      Act act, UUID sitting, MeetingKind kind, Instant when, List<Item> items, List<Guest> guests) {
    if (items.isEmpty()) {
      throw new Refused(Refused.Code.INVALID, "Say which cases it is about.");
    }
    for (Item item : items) {
      Cases.requireText(item.agenda(), "Say what is to be decided of each case.");
      meetings.requireMembers(item.caseFile(), kind, item.about());
      meetings.add(act, item.caseFile(), kind, when, item.agenda(), item.about(), guests, sitting);
    }
  }

  /** Gives it another time, in every part still ahead; the earlier one stays on the record. */
  public void move(Caller caller, UUID id, int seen, Instant when, String reason) {
    Cases.requireText(reason, "Say why it is moved.");
    ahead(
        caller,
        id,
        seen,
        "case.meeting-moved",
        (act, part) -> state(act, part, CaseMeeting.Act.MOVED, when, reason));
  }

  /** Says that what is still ahead of it is not held. */
  public void cancel(Caller caller, UUID id, int seen, String reason) {
    Cases.requireText(reason, "Say why it is not held.");
    ahead(
        caller,
        id,
        seen,
        "case.meeting-cancelled",
        (act, part) ->
            state(act, part, CaseMeeting.Act.CANCELLED, part.meeting().now().meetsAt(), reason));
  }

  private void state(Act act, Part part, CaseMeeting.Act what, Instant when, String says) {
    CaseMeeting meeting = part.meeting();
    meetings.state(act, part.file().id(), meeting.id(), meeting.now().seq() + 1, what, when, says);
  }

  private void ahead(Caller caller, UUID id, int seen, String kind, BiConsumer<Act, Part> change) {
    change(
        caller,
        id,
        seen,
        kind,
        (act, now) -> {
          List<Part> ahead = now.parts().stream().filter(one -> one.meeting().isAhead()).toList();
          if (ahead.isEmpty()) {
            throw new Refused(
                Refused.Code.CONFLICT, "The meeting is held or cancelled already, of every case.");
          }
          ahead.forEach(one -> change.accept(act, one));
        });
  }

  /**
   * Says once who came, in every part that is not cancelled. What was said otherwise in one part
   * stays as it is unless it is said anew.
   *
   * @param said of those who were asked or came, by the identifier in {@link Sitting#people}
   * @param more who came without being asked
   */
  public void attended(
      Caller caller, UUID id, int seen, Map<UUID, Attends> said, List<Guest> more) {
    change(
        caller,
        id,
        seen,
        "case.meeting-attended",
        (act, now) -> {
          Map<Who, Attends> changed = new HashMap<>();
          now.people()
              .forEach(one -> {
                Attends attends = said.get(one.id());
                if (attends != null && attends != one.attends()) {
                  changed.put(Who.of(one), attends);
                }
              });
          Map<Who, Attends> came = new LinkedHashMap<>();
          more.forEach(one -> came.put(Who.of(one), one.attends()));
          now.parts().stream()
              .filter(one -> one.meeting().now().act() != CaseMeeting.Act.CANCELLED)
              .forEach(one -> attended(act, one, changed, new LinkedHashMap<>(came)));
        });
  }

  /** What is said anew of those whom a part has, and whoever came without being asked. */
  private static void attended(
      Act act, Part part, Map<Who, Attends> changed, Map<Who, Attends> came) {
    UUID id = part.file().id();
    UUID meeting = part.meeting().id();
    act.concerns(id);
    for (Attendee one : part.meeting().attendees()) {
      Attends also = came.remove(Who.of(one));
      Attends attends = also == null ? changed.get(Who.of(one)) : also;
      if (attends != null && attends != one.attends()) {
        Meetings.attend(
            act,
            id,
            meeting,
            new Attendee(one.id(), one.seq(), one.name(), one.kind(), one.agency(), attends));
      }
    }
    came.forEach((who, attends) ->
        Meetings.attend(
            act, id, meeting, new Guest(who.name(), who.kind(), who.agency(), attends)));
  }

  private void change(
      Caller caller, UUID id, int seen, String kind, BiConsumer<Act, Sitting> change) {
    caller.require(Right.CASES);
    try {
      acts.changing(
          caller,
          kind,
          act -> {
            Sitting now = get(id);
            if (seen != AsSeen.UNKNOWN && now.seen() != seen) {
              throw overtaken();
            }
            change.accept(act, now);
          });
    } catch (DuplicateKeyException raced) {
      throw overtaken();
    }
  }

  private static Refused overtaken() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody changed this meeting after you opened the page.");
  }

  private Sitting get(UUID id) {
    Map<UUID, UUID> parts = new LinkedHashMap<>();
    sql.sql(
            """
            select case_file, id from record.case_meeting where sitting = :id
            order by at, ordinal, id
            """)
        .param("id", id)
        .query(row -> {
          parts.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
    List<Part> open = new ArrayList<>();
    for (CaseFile file : cases.list(List.copyOf(parts.keySet()), KnownAt.NOW)) {
      store.list(file.id(), KnownAt.NOW).stream()
          .filter(one -> one.id().equals(parts.get(file.id())))
          .forEach(one -> open.add(new Part(file, one)));
    }
    if (open.isEmpty()) {
      throw new Refused(
          Refused.Code.NOT_FOUND, "There is no such meeting, or none of its cases is open to you.");
    }
    return new Sitting(id, open);
  }
}
