package org.heed.server.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Closes a report to all but its members, and opens one with a reason. */
@Service
public class Restrictions {
  private static final Duration OPEN_FOR = Duration.ofHours(8);

  private final Acts acts;
  private final JdbcClient sql;

  public Restrictions(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** Closes a report to everyone but the members named and oneself. */
  public void restrict(Caller caller, UUID report, List<UUID> members, String reason) {
    change(caller, report, true, members, reason);
  }

  /** Whether a report open to the caller is restricted now. */
  public boolean isRestricted(Caller caller, UUID report) {
    caller.require(Right.RESTRICT);
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    """
                    select restricted from record.restriction
                    where report = :report order by seq desc limit 1
                    """)
                .param("report", report)
                .query(Boolean.class)
                .optional()
                .orElse(false));
  }

  /**
   * Members as they are typed, one a line.
   *
   * @param accounts of the names that people sign in with here
   * @param allKnown whether every name was such
   */
  public record Members(List<UUID> accounts, boolean allKnown) {
    public Members {
      accounts = List.copyOf(accounts);
    }
  }

  /** Who is meant by names, one a line, however they are written in capitals. */
  public Members members(Caller caller, String lines) {
    caller.require(Right.RESTRICT);
    List<String> names =
        lines
            .lines()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return acts.plain(
        caller,
        () -> {
          List<UUID> found =
              sql.sql("select id from access.accounts_called(cast(:names as text[]))")
                  .param("names", names.toArray(String[]::new))
                  .query((row, _) -> row.getObject(1, UUID.class))
                  .list();
          return new Members(found, found.size() == names.size());
        });
  }

  /** Opens it again to all who work in its area. */
  public void lift(Caller caller, UUID report, String reason) {
    change(caller, report, false, List.of(), reason);
  }

  private void change(
      Caller caller, UUID report, boolean restricted, List<UUID> members, String reason) {
    caller.require(Right.RESTRICT);
    requireReason(reason);
    acts.changing(
        caller,
        restricted ? "report.restricted" : "report.restriction-lifted",
        act -> {
          int seq =
              sql.sql(
                      """
                      select (select coalesce(max(seq), 0) + 1 from record.restriction where report = r.id)
                      from record.report r where r.id = :report
                      """)
                  .param("report", report)
                  .query(Integer.class)
                  .optional()
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you."));
          add(act, report, seq, restricted, members, reason);
        });
  }

  private static void add(
      Act act, UUID report, int seq, boolean restricted, List<UUID> members, String reason) {
    act.concerns(report);
    String all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(act.caller().account()), members.stream())
            .distinct()
            .map(UUID::toString)
            .collect(Collectors.joining(","));
    act.add(Tables.RESTRICTION, report, seq, restricted, all, reason);
  }

  /**
   * Opens a restricted report to oneself for eight hours, with a reason that is kept. The hours are
   * the database's, which closes it again.
   */
  public void open(Caller caller, UUID report, String reason) {
    caller.require(Right.READ);
    requireReason(reason);
    acts.changing(
        caller,
        "report.opened-with-reason",
        act -> {
          Instant until =
              sql.sql(
                      """
                      select now() + make_interval(secs => :seconds) from access.restricted_report(:id)
                      """)
                  .param("seconds", (double) OPEN_FOR.toSeconds())
                  .param("id", report)
                  .query((row, _) -> row.getTimestamp(1).toInstant())
                  .optional()
                  .orElseThrow(() ->
                      new Refused(
                          Refused.Code.NOT_FOUND,
                          "There is no restricted report like that in your areas."));
          act.concerns(report);
          act.add(Tables.OPENING, report, caller.account(), until, reason);
        });
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }
}
