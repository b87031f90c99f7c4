package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is to be done in open cases and by when, some cases at a time, for one of Heed's programs,
 * as {@link Standings} keeps it.
 */
@Service
public class CaseDeadlines {
  /** Cases of one step. */
  static final int STEP = 500;

  private final Acts acts;
  private final Standings standings;
  private final JdbcClient sql;

  public CaseDeadlines(Acts acts, Standings standings, Databases databases) {
    this.acts = acts;
    this.standings = standings;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * The deadlines of the next open cases.
   *
   * @param last the case to go on after; null where there is none left
   */
  public record Step(List<UUID> cases, List<CaseDeadline> deadlines, @Nullable UUID last) {
    public Step {
      cases = List.copyOf(cases);
      deadlines = List.copyOf(deadlines);
    }
  }

  /** Works out every case that asks for it, so that what is told is so. */
  public void settle() {
    standings.settle();
  }

  /**
   * The deadlines of the open cases after one, in the order of their identifiers.
   *
   * @param since only of cases that were worked out since: the others stand as they did, and no
   *     moment of theirs has passed; null: of all
   */
  public Step after(Caller caller, @Nullable UUID last, @Nullable Instant since) {
    caller.require(Right.CASES);
    return acts.plain(
        caller,
        () -> {
          List<UUID> ids =
              sql.sql(
                      """
                      select s.case_file from work.case_standing s
                      where s.open and (cast(:last as uuid) is null or s.case_file > :last)
                        and (cast(:since as timestamptz) is null or s.at >= :since)
                      order by s.case_file limit :step
                      """)
                  .param("last", last)
                  .param("since", since == null ? null : Timestamp.from(since))
                  .param("step", STEP)
                  .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                  .list();
          return new Step(ids, deadlines(ids), ids.size() < STEP ? null : ids.getLast());
        });
  }

  private List<CaseDeadline> deadlines(List<UUID> ids) {
    return sql.sql(
            """
            select k.case_file, c.number, k.area, k.about, k.due, k.nears, k.owner, k.escalates, k.escalates_to
            from work.case_clock k join record.case_file c on c.id = k.case_file
            where k.case_file = any (:ids) and k.asking and k.open and k.escalates is not null
            order by k.case_file, k.place
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> deadline(row))
        .list();
  }

  private static CaseDeadline deadline(ResultSet row) throws SQLException {
    Instant due = row.getTimestamp(5).toInstant();
    Instant nears = row.getTimestamp(6).toInstant();
    return new CaseDeadline(
        Objects.requireNonNull(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        due,
        nears,
        row.getTimestamp(8).toInstant(),
        Standard.To.NOBODY.word().equals(row.getString(9))
            ? Standard.To.NOBODY
            : Standard.To.SUPERVISORS,
        row.getObject(7, UUID.class));
  }
}
