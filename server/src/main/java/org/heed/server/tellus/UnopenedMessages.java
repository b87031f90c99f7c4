package org.heed.server.tellus;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.Unopened;
import org.heed.server.safeguarding.UnopenedSource;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages from the public and professionals that nobody has opened. */
@Component
public class UnopenedMessages implements UnopenedSource {
  private final Acts acts;
  private final JdbcClient sql;

  public UnopenedMessages(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public Optional<Unopened> unopened(Caller caller, String area, Instant now) {
    return caller.may(Right.MESSAGES)
        ? Optional.of(acts.plain(caller, () -> count(area, now)))
        : Optional.empty();
  }

  private Unopened count(String area, Instant now) {
    return sql.sql(
            """
            select count(*), min(m.received_at), count(*) filter (where m.received_at >= :day),
              count(*) filter (where m.received_at >= :week and m.received_at < :day),
              count(*) filter (where m.due_at is null or m.due_at < :now),
              count(*) filter (where m.danger = 'now')
            """
                + MessageStore.FROM
                + """
                where decided.step is null and opened.at is null and (:area = '' or m.area = :area)
                """)
        .param("day", Timestamp.from(now.minus(1, ChronoUnit.DAYS)))
        .param("week", Timestamp.from(now.minus(7, ChronoUnit.DAYS)))
        .param("now", Timestamp.from(now))
        .param("area", area)
        .query((row, _) -> {
          List<String> risk = new ArrayList<>();
          if (row.getLong(5) > 0) {
            risk.add(Words.count(row.getLong(5), "is", "are") + " past their time.");
          }
          if (row.getLong(6) > 0) {
            risk.add(
                Words.count(row.getLong(6), "says", "say") + " that somebody is in danger now.");
          }
          Timestamp oldest = row.getTimestamp(2);
          return new Unopened(
              "message",
              "messages",
              "/inbox",
              row.getLong(1),
              oldest == null ? null : oldest.toInstant(),
              row.getLong(3),
              row.getLong(4),
              risk);
        })
        .single();
  }
}
