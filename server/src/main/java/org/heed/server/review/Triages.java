package org.heed.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reports that a re-read newly prompted and nobody has decided since. */
@Service
public class Triages {
  private static final int MOST = 50;

  private static final String OPEN =
      """
      from record.triage f join record.report r on r.id = f.report
      where not exists (select 1 from record.triage later
                        where later.report = f.report and later.seq > f.seq)
        and not exists (select 1 from record.flag g
                        where g.report = f.report and g.entry > f.entry)
      """;

  private static final String COLUMNS =
      """
      select f.report, r.area, f.reread, f.rulebook, f.ask, f.owner, f.due_at,
        coalesce((select n.display_name from access.names(array[f.owner]) n), '')
      """;

  private final Acts acts;
  private final JdbcClient sql;

  public Triages(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** How many are the caller's own, and by when the first is due. */
  public record Own(long reports, @Nullable Instant due) {}

  /** The caller's own. */
  public Own own(Caller caller) {
    caller.require(Right.REVIEW);
    return acts.plain(
        caller,
        () ->
            sql.sql("select count(*), min(f.due_at) " + OPEN + " and f.owner = :me")
                .param("me", caller.account())
                .query((row, _) -> {
                  var due = row.getTimestamp(2);
                  return new Own(row.getLong(1), due == null ? null : due.toInstant());
                })
                .single());
  }

  /** Those open to the caller, their own first, then the most pressing; at most fifty. */
  public List<Triage> list(Caller caller) {
    caller.require(Right.REVIEW);
    return acts.look(
        caller,
        "triage.listed",
        "review-report",
        () -> {
          List<Triage> open =
              sql.sql(
                      COLUMNS
                          + OPEN
                          + " order by (f.owner is distinct from :me), f.due_at, f.report limit "
                          + MOST)
                  .param("me", caller.account())
                  .query((row, _) -> triage(row))
                  .list();
          return new Acts.Seen<>(open, open.stream().map(Triage::report).toList());
        });
  }

  /** That of a report, if it is open; only as things are now. Only inside {@link Acts}. */
  public Optional<Triage> find(UUID report, KnownAt known) {
    return known.position() != null
        ? Optional.empty()
        : sql.sql(COLUMNS + OPEN + " and f.report = :report")
            .param("report", report)
            .query((row, _) -> triage(row))
            .optional();
  }

  private static Triage triage(ResultSet row) throws SQLException {
    return new Triage(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getObject(6, UUID.class)),
        row.getString(8),
        row.getTimestamp(7).toInstant());
  }
}
