package org.heed.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of reports, newest first; each list shown is one entry with the identifiers on it. */
@Service
public class ReportLists {
  /** Rows on a page. */
  public static final int PAGE = 25;

  private static final String COLUMNS =
      """
      select r.id, r.reference, v.kind, v.area, v.recorded_at, d.ask, g.decision
      """;

  private static final String WHERE =
      """
      from record.report r
      join record.report_version v on v.report = r.id
        and v.version = (select max(version) from record.report_version where report = r.id)
      left join lateral (select ask from record.reading
                         where report = r.id and reread is null
                         order by version desc limit 1) d on true
      left join lateral (select decision from record.flag
                         where report = r.id order by seq desc limit 1) g on true
      where (:area = '' or v.area = :area)
        and (:kind = '' or v.kind = :kind)
        and (:flag = '' or coalesce(g.decision, 'undecided') = :flag)
        and (:ask = '' or coalesce(d.ask, 'none') = :ask)
        and (:reference = '' or starts_with(r.reference, :reference))
      """;

  private final Acts acts;
  private final JdbcClient sql;

  public ReportLists(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** One page of a list, and how many reports the whole has. */
  public record Listed(List<ReportRow> rows, long total, int page) {
    /** How many pages the whole has, at least one. */
    public int pages() {
      return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
  }

  /** A page, from 1; beyond the last it is the last. */
  public Listed list(Caller caller, ReportFilter filter, int page) {
    return acts.look(
        caller,
        "reports.listed",
        "find-report",
        () -> {
          long total = filtered("select count(*) " + WHERE, filter).query(Long.class).single();
          int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
          int shown = Math.clamp(page, 1, last);
          List<ReportRow> rows = rows(filter, (shown - 1) * PAGE);
          return new Acts.Seen<>(
              new Listed(rows, total, shown), rows.stream().map(ReportRow::id).toList());
        });
  }

  /**
   * The reports that Heed received before the one named, newest first. A report's place never
   * changes, so a walk shows every report that was there when it began once, whatever comes in or
   * is amended meanwhile.
   */
  public ReportSlice before(Caller caller, ReportFilter filter, UUID report, int most) {
    return acts.look(
        caller,
        "reports.listed",
        "find-report",
        () -> {
          List<ReportRow> rows =
              filtered(
                      COLUMNS + WHERE + " and r.id < :before order by r.id desc limit :size",
                      filter)
                  .param("before", report)
                  .param("size", most + 1)
                  .query((row, _) -> row(row))
                  .list();
          boolean more = rows.size() > most;
          List<ReportRow> shown = more ? rows.subList(0, most) : rows;
          return new Acts.Seen<>(
              new ReportSlice(shown, more), shown.stream().map(ReportRow::id).toList());
        });
  }

  private List<ReportRow> rows(ReportFilter filter, int offset) {
    return filtered(
            COLUMNS + WHERE + " order by v.recorded_at desc, r.id limit :size offset :offset",
            filter)
        .param("size", PAGE)
        .param("offset", offset)
        .query((row, _) -> row(row))
        .list();
  }

  private static ReportRow row(ResultSet row) throws SQLException {
    return new ReportRow(
        row.getObject(1, UUID.class),
        row.getString(2),
        ReportKind.parse(row.getString(3)),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        row.getString(6),
        row.getString(7));
  }

  private JdbcClient.StatementSpec filtered(String query, ReportFilter filter) {
    return sql.sql(query)
        .param("area", filter.area())
        .param("kind", filter.kind())
        .param("flag", filter.flag())
        .param("ask", filter.ask())
        .param("reference", filter.reference().strip());
  }
}
