package org.heed.server.referral;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/**
 * Referrals that were sent and that nobody has opened at the agency that was asked; where nobody
 * there signs in, that nobody has answered.
 */
@Component
public class UnopenedReferrals implements UnopenedSource {
  private final Acts acts;
  private final JdbcClient sql;

  public UnopenedReferrals(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public Optional<Unopened> unopened(Caller caller, String area, Instant now) {
    return caller.may(Right.PEOPLE)
        ? Optional.of(acts.plain(caller, () -> count(area, now)))
        : Optional.empty();
  }

  private Unopened count(String area, Instant now) {
    return sql.sql(
            """
            select count(*), min(u.sent_at), count(*) filter (where u.sent_at >= :day),
              count(*) filter (where u.sent_at >= :week and u.sent_at < :day), count(distinct f.person)
            from access.referrals_unopened() u join record.referral f on f.id = u.referral
            where :area = '' or f.area = :area
            """)
        .param("day", Timestamp.from(now.minus(1, ChronoUnit.DAYS)))
        .param("week", Timestamp.from(now.minus(7, ChronoUnit.DAYS)))
        .param("area", area)
        .query((row, _) -> {
          Timestamp oldest = row.getTimestamp(2);
          return new Unopened(
              "referral",
              "referrals",
              "/referrals",
              row.getLong(1),
              oldest == null ? null : oldest.toInstant(),
              row.getLong(3),
              row.getLong(4),
              row.getLong(5) == 0
                  ? List.of()
                  : List.of(Words.count(row.getLong(5), "child", "children") + " in them."));
        })
        .single();
  }
}
