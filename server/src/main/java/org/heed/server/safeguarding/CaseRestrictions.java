package org.heed.server.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Closes a case to all but its members, with everything that is kept of it, and opens one with a
 * reason. The reports it is about are restricted by themselves.
 */
@Service
public class CaseRestrictions {
  private static final Duration OPEN_FOR = Duration.ofHours(8);
  private static final int LONGEST = 2_000;

  private final Acts acts;
  private final CaseFiles files;
  private final JdbcClient sql;

  public CaseRestrictions(Acts acts, CaseFiles files, Databases databases) {
    this.acts = acts;
    this.files = files;
    this.sql = JdbcClient.create(databases.app());
  }

  /** Closes a case to everyone but oneself and the members named. */
  public void restrict(Caller caller, UUID id, List<UUID> members, String reason) {
    change(caller, id, true, members, reason);
  }

  /** Opens it again to all who work on cases in its area. */
  public void lift(Caller caller, UUID id, String reason) {
    change(caller, id, false, List.of(), reason);
  }

  /**
   * Opens a case to restrict it or to lift that.
   *
   * @param last what was last said of it; empty where nobody restricted it
   */
  public record Opened(CaseFile file, Optional<Last> last) {
    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + file.id() + "]";
    }
  }

  /** What was last said of a case: whether it is restricted, and why. */
  public record Last(boolean restricted, String reason, String by, Instant at) {
    /** Whether it is only. */
    @Override
    public String toString() {
      return "Last[" + restricted + "]";
    }
  }

  /** Opens a case to restrict it or to lift that. */
  public Opened look(Caller caller, UUID id) {
    caller.require(Right.RESTRICT);
    return acts.look(
        caller,
        "case.read",
        "restrict-case",
        () -> {
          CaseFile file = files.get(id, KnownAt.NOW);
          return new Acts.Seen<>(new Opened(file, last(id)), file.subjects());
        });
  }

  private Optional<Last> last(UUID id) {
    return sql.sql(
            """
            select f.restricted, f.reason,
              coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
            from record.case_restriction f
            where f.case_file = :id order by f.seq desc limit 1
            """)
        .param("id", id)
        .query((row, _) ->
            new Last(
                row.getBoolean(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .optional();
  }

  private void change(
      Caller caller, UUID id, boolean restricted, List<UUID> members, String reason) {
    caller.require(Right.RESTRICT);
    requireReason(reason);
    try {
      acts.changing(
          caller,
          restricted ? "case.restricted" : "case.restriction-lifted",
          act -> {
            State now = state(id);
            if (now.restricted() == restricted && !restricted) {
              throw new Refused(Refused.Code.CONFLICT, "The case is not restricted.");
            }
            act.concerns(id);
            act.add(
                Tables.CASE_RESTRICTION,
                id,
                now.seq() + 1,
                restricted,
                Stream.concat(Stream.of(caller.account()), members.stream())
                    .distinct()
                    .map(UUID::toString)
                    .collect(Collectors.joining(",")),
                reason.strip(),
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException raced) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody else was at this case just now: open it again.");
    }
  }

  private record State(int seq, boolean restricted) {}

  private State state(UUID id) {
    return sql.sql(
            """
            select coalesce(f.seq, 0), coalesce(f.restricted, false) from record.case_file c
            left join lateral (select r.seq, r.restricted from record.case_restriction r
                               where r.case_file = c.id order by r.seq desc limit 1) f on true
            where c.id = :id
            """)
        .param("id", id)
        .query((row, _) -> new State(row.getInt(1), row.getBoolean(2)))
        .optional()
        .orElseThrow(CaseStore::none);
  }

  /**
   * Opens a restricted case to oneself for eight hours, with a reason that is kept. The hours are
   * the database's, which closes it again.
   */
  public void open(Caller caller, UUID id, String reason) {
    caller.require(Right.CASES);
    requireReason(reason);
    acts.changing(
        caller,
        "case.opened-with-reason",
        act -> {
          Instant until =
              sql.sql(
                      """
                      select now() + make_interval(secs => :seconds) from access.restricted_case(:id)
                      """)
                  .param("seconds", (double) OPEN_FOR.toSeconds())
                  .param("id", id)
                  .query((row, _) -> row.getTimestamp(1).toInstant())
                  .optional()
                  .orElseThrow(() ->
                      new Refused(
                          Refused.Code.NOT_FOUND,
                          "There is no restricted case like that in your areas."));
          act.concerns(id);
          act.add(Tables.CASE_OPENING, id, caller.account(), until, reason.strip());
        });
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }
}
