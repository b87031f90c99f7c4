package org.heed.server.tellus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbox's queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
class MessageStore {
  private static final String STANDING =
      """
      select m.id, m.reference, m.source, m.teller, m.area, m.danger, m.received_at, m.due_at,
        m.standard, m.before_from_there, o.owner,
        coalesce((select n.display_name from access.names(array[o.owner]) n), ''),
        opened.at, decided.step, decided.at, decided.report
      """;

  static final String FROM =
      """
      from record.message m
      left join lateral (select s.owner from record.message_step s
        where s.message = m.id and s.step in ('owned', 'taken', 'handed-over')
        order by s.seq desc limit 1) o on true
      left join lateral (select s.at from record.message_step s
        where s.message = m.id and s.step = 'opened' order by s.seq limit 1) opened on true
      left join lateral (select n.* from (
        select s.step, s.at, s.report from record.message_step s
        where s.message = m.id and s.step in ('reported', 'joined', 'closed', 'reopened')
        order by s.seq desc limit 1) n where n.step <> 'reopened') decided on true
      """;

  private final JdbcClient sql;

  MessageStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * Those open, the most immediate first: somebody in danger now, then not known, then the rest,
   * each by age. Those of a flood stand behind, since whoever sends a hundred says what they like.
   */
  List<Message.Standing> open(int flood, int from, int most) {
    return sql.sql(
            STANDING
                + FROM
                + """
                where decided.step is null
                order by m.before_from_there >= :flood,
                  case m.danger when 'now' then 0 when 'not-sure' then 1 else 2 end,
                  m.received_at, m.id
                offset :from limit :most
                """)
        .param("from", from)
        .param("flood", flood)
        .param("most", most)
        .query((row, _) -> standing(row))
        .list();
  }

  /** Those decided last. */
  List<Message.Standing> decided(int from, int most) {
    return sql.sql(
            STANDING
                + FROM
                + "where decided.step is not null order by decided.at desc, m.id"
                + " offset :from limit :most")
        .param("from", from)
        .param("most", most)
        .query((row, _) -> standing(row))
        .list();
  }

  /** How many are decided. */
  long decided() {
    return sql.sql("select count(*) " + FROM + "where decided.step is not null")
        .query(Long.class)
        .single();
  }

  /** Those that were closed together with one and are closed still, that one among them. */
  List<UUID> closedWith(UUID id) {
    return sql.sql(
            """
            with last as (
              select s.entry from record.message_step s
              where s.message = :id and s.step in ('reported', 'joined', 'closed', 'reopened')
              order by s.seq desc limit 1)
            select s.message from record.message_step s join last l on l.entry = s.entry
            where s.step = 'closed' and not exists (
              select 1 from record.message_step n where n.message = s.message and n.seq > s.seq
                and n.step in ('reported', 'joined', 'closed', 'reopened'))
            order by s.ordinal
            """)
        .param("id", id)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /**
   * What is open, counted.
   *
   * @param unread nobody has read them
   * @param overdue of those, whose time is over
   * @param oldest when the first unread one came
   * @param waiting read and not decided
   * @param late of those, whose time is over
   * @param mine open ones that are the asker's own
   */
  record Counts(
      long unread, long overdue, @Nullable Instant oldest, long waiting, long late, long mine) {}

  Counts counts(UUID me, Instant now) {
    return sql.sql(
            """
            select count(*) filter (where opened.at is null),
              count(*) filter (where opened.at is null and (m.due_at is null or m.due_at < :now)),
              min(m.received_at) filter (where opened.at is null),
              count(*) filter (where opened.at is not null),
              count(*) filter (where opened.at is not null and m.due_at < :now),
              count(*) filter (where o.owner = :me)
            """
                + FROM
                + "where decided.step is null")
        .param("now", Timestamp.from(now))
        .param("me", me)
        .query((row, _) ->
            new Counts(
                row.getLong(1),
                row.getLong(2),
                instant(row.getTimestamp(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)))
        .single();
  }

  Optional<Message.Standing> standing(UUID id) {
    return sql.sql(STANDING + FROM + "where m.id = :id")
        .param("id", id)
        .query((row, _) -> standing(row))
        .optional();
  }

  Optional<Message> find(UUID id) {
    return standing(id)
        .map(standing ->
            sql.sql(
                    """
                    select happened, whereabouts, child_name, child_age, teller_name, teller_role,
                      organisation, contact_how, contact_to, contact_when, contact_care, knows
                    from record.message where id = :id
                    """)
                .param("id", id)
                .query((row, _) ->
                    new Message(
                        standing,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        steps(id)))
                .single());
  }

  private List<Message.Step> steps(UUID id) {
    return sql.sql(
            """
            select s.step, s.at,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), ''),
              coalesce((select n.display_name from access.names(array[s.owner]) n), ''),
              s.report, s.reason
            from record.message_step s where s.message = :id order by s.seq
            """)
        .param("id", id)
        .query((row, _) ->
            new Message.Step(
                MessageStep.parse(row.getString(1)),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6)))
        .list();
  }

  int lastStep(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.message_step where message = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** The reports open to the asker that carry this reference. */
  List<Report> reports(String reference) {
    return sql.sql("select id, area from record.report where reference = :reference limit 2")
        .param("reference", reference)
        .query((row, _) -> new Report(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /** A report that is known. */
  record Report(UUID id, String area) {}

  /** The messages that became a report or were joined to it. */
  List<Message.Standing> of(UUID report) {
    return sql.sql(
            STANDING
                + FROM
                + """
                where exists (select 1 from record.message_step s
                  where s.message = m.id and s.report = :report)
                order by m.received_at
                """)
        .param("report", report)
        .query((row, _) -> standing(row))
        .list();
  }

  /** How to make contact with those who told what is on a report, the oldest first. */
  List<Contact> contacts(UUID report) {
    return sql.sql(
            """
            select c.message, c.reference, c.told, c.contact_how, c.contact_to, c.contact_when,
              c.contact_care, c.at
            from record.report_contact c where c.report = :report order by c.at, c.message
            """)
        .param("report", report)
        .query((row, _) ->
            new Contact(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant()))
        .list();
  }

  /** Who may handle messages of an area. */
  List<Handler> handlers(@Nullable String area) {
    return sql.sql(
            """
            select distinct account, display_name from access.handlers(:area)
            order by display_name, account
            """)
        .param("area", area)
        .query((row, _) -> new Handler(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /** Somebody who may handle a message. */
  record Handler(UUID account, String name) {}

  private static Message.Standing standing(ResultSet row) throws SQLException {
    String decided = row.getString(14);
    return new Message.Standing(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getTimestamp(7).toInstant(),
        instant(row.getTimestamp(8)),
        row.getString(9),
        row.getInt(10),
        row.getObject(11, UUID.class),
        row.getString(12),
        instant(row.getTimestamp(13)),
        decided == null
            ? Optional.empty()
            : Optional.of(
                new Message.Decided(
                    MessageStep.parse(decided),
                    row.getTimestamp(15).toInstant(),
                    row.getObject(16, UUID.class))));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
