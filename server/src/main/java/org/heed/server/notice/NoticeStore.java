package org.heed.server.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.disclosure.AccessLaw;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class NoticeStore {
  /** Shown at once. */
  static final int MOST = 100;

  private static final int MOST_TRIES = 20;

  private static final String SELECT =
      """
      select f.id,
        case when f.case_file is not null then 'CASE' when f.request is not null then 'REQUEST'
          when f.message is not null then 'MESSAGE' when f.episode is not null then 'EPISODE'
          else 'INSPECTION_ACTION' end,
        coalesce(f.case_file, f.request, f.message, f.episode, f.inspection_action), f.number, f.stage, f.due_at, f.account, f.at,
        exists (select 1 from work.notice_opened o where o.notice = f.id)
      from record.notice f
      """;

  private final JdbcClient sql;

  private final RulebookInForce rulebook;

  public NoticeStore(Databases databases, RulebookInForce rulebook) {
    this.sql = JdbcClient.create(databases.app());
    this.rulebook = rulebook;
  }

  /** What is unique of a notice. */
  record Key(Notice.Of of, UUID id, String about, Instant dueAt, Stage stage, UUID account) {
    Key {
      dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What stands in a column: what the notice is about, if of that kind. */
    @Nullable UUID as(Notice.Of other) {
      return of == other ? id : null;
    }
  }

  /** The notices that were given about these. */
  Set<Key> given(Notice.Of of, Collection<UUID> ids) {
    return new HashSet<>(
        sql.sql(
                """
                select f.%c, f.about, f.due_at, f.stage, f.account from record.notice f
                where f.%c = any (:ids)
                """
                    .replace("%c", column(of)))
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) ->
                new Key(
                    of,
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    Stage.parse(row.getString(4)),
                    row.getObject(5, UUID.class)))
            .list());
  }

  private static String column(Notice.Of of) {
    return switch (of) {
      case CASE -> "case_file";
      case REQUEST -> "request";
      case MESSAGE -> "message";
      case EPISODE -> "episode";
      case INSPECTION_ACTION -> "inspection_action";
    };
  }

  /** The requests that wait for an answer. */
  List<RequestDeadline> requests() {
    return sql.sql("select r.id, r.law, r.received_on, r.at from access.requests_waiting() r")
        .query((row, _) -> {
          LocalDate received = row.getObject(3, LocalDate.class);
          return RequestDeadline.of(
              row.getObject(1, UUID.class),
              AccessLaw.parse(row.getString(2)).limit(rulebook.rulebook(), received),
              received,
              row.getTimestamp(4).toInstant());
        })
        .list();
  }

  /** Those who answer requests. */
  List<UUID> answering() {
    return sql.sql("select a from access.answering() a")
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  /** Whom a request is about. */
  Optional<UUID> person(UUID request) {
    return sql.sql("select person from record.subject_request where id = :request")
        .param("request", request)
        .query(UUID.class)
        .optional();
  }

  /** Those who supervise an area. */
  List<UUID> supervisors(String area) {
    return sql.sql("select s from access.supervisors(:area) s")
        .param("area", area)
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  /** The newest of somebody's. */
  List<Notice> of(UUID account) {
    return sql.sql(SELECT + "where f.account = :account order by f.at desc, f.id limit :most")
        .param("account", account)
        .param("most", MOST)
        .query((row, _) -> notice(row))
        .list();
  }

  Optional<Notice> find(UUID account, UUID id) {
    return sql.sql(SELECT + "where f.account = :account and f.id = :id")
        .param("account", account)
        .param("id", id)
        .query((row, _) -> notice(row))
        .optional();
  }

  /** How many of somebody's they have not opened. */
  long unopened(UUID account) {
    return sql.sql(
            """
            select count(*) from record.notice f where f.account = :account
              and not exists (select 1 from work.notice_opened o where o.notice = f.id)
            """)
        .param("account", account)
        .query(Long.class)
        .single();
  }

  void opened(UUID account, UUID id) {
    sql.sql(
            "insert into work.notice_opened (notice, account) values (:id, :account) on conflict do"
                + " nothing")
        .param("id", id)
        .param("account", account)
        .update();
  }

  /** Those that did not go out by e-mail yet, the oldest first. */
  List<Notice> unsent() {
    return sql.sql(
            SELECT
                + """
                left join work.notice_mail m on m.notice = f.id
                where m.sent_at is null and coalesce(m.tries, 0) < :tries
                order by f.at, f.id limit :most
                """)
        .param("tries", MOST_TRIES)
        .param("most", MOST)
        .query((row, _) -> notice(row))
        .list();
  }

  /** Keeps that one went out, or that this was tried in vain. */
  void tried(UUID id, boolean sent) {
    sql.sql(
            """
            insert into work.notice_mail as m (notice, tries, sent_at)
            values (:id, 1, case when :sent then now() end)
            on conflict (notice) do update
              set tries = m.tries + 1, sent_at = coalesce(m.sent_at, excluded.sent_at)
            """)
        .param("id", id)
        .param("sent", sent)
        .update();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getObject(1, UUID.class),
        Notice.Of.valueOf(row.getString(2)),
        row.getObject(3, UUID.class),
        row.getString(4),
        Stage.parse(row.getString(5)),
        row.getTimestamp(6).toInstant(),
        row.getObject(7, UUID.class),
        row.getTimestamp(8).toInstant(),
        row.getBoolean(9));
  }
}
