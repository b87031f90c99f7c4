package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CaseLists.Listed;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Cases that were closed while lines of enquiry were open or suspects not interviewed, and still
 * are, as {@link Standings} keeps it.
 */
@Service
public class EarlyClosings {
  private static final String EARLY =
      """
       from work.case_standing s join record.case_file c on c.id = s.case_file
      where s.closed_at is not null
      """;

  private final Acts acts;
  private final Standings standings;
  private final JdbcClient sql;

  public EarlyClosings(Acts acts, Standings standings, Databases databases) {
    this.acts = acts;
    this.standings = standings;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * One of them.
   *
   * @param lines how many are open
   * @param suspects how many were neither interviewed nor, with a reason, left alone
   */
  public record ClosedEarly(
      UUID id,
      String number,
      String subject,
      String area,
      Instant closedAt,
      long lines,
      long suspects) {
    @Override
    public String toString() {
      return "ClosedEarly[" + id + "]";
    }
  }

  /** Those open to the caller, the last closed first. */
  public Listed<ClosedEarly> list(Caller caller, int page) {
    caller.require(Right.CASES);
    standings.settleFor(caller.account());
    return acts.look(
        caller,
        "cases.closed-early",
        "find-case",
        () -> {
          long total = sql.sql("select count(*)" + EARLY).query(Long.class).single();
          int size = CaseLists.PAGE;
          int shown = Math.clamp(page, 1, (int) Math.max(1, (total + size - 1) / size));
          List<ClosedEarly> rows =
              sql.sql(
                      "select c.id, c.number, c.subject, c.area, s.closed_at, s.lines, s.suspects"
                          + EARLY
                          + "order by s.closed_at desc, c.id limit :size offset :offset")
                  .param("size", size)
                  .param("offset", (shown - 1) * size)
                  .query((row, _) ->
                      new ClosedEarly(
                          row.getObject(1, UUID.class),
                          row.getString(2),
                          row.getString(3),
                          row.getString(4),
                          row.getTimestamp(5).toInstant(),
                          row.getLong(6),
                          row.getLong(7)))
                  .list();
          return new Acts.Seen<>(
              new Listed<>(rows, total, shown), rows.stream().map(ClosedEarly::id).toList());
        });
  }
}
