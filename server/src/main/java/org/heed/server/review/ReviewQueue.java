package org.heed.server.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reports that wait for a reviewer: every draw that no decision has answered, what is the
 * reviewer's own by a moment first, then the oldest report. Random draws stand among the prompted
 * ones and look no different. A claim lasts half an hour, and two reviewers never hold the same
 * report.
 */
@Service
public class ReviewQueue {
  private static final Duration CLAIM = Duration.ofMinutes(30);
  private static final int MOST_ATTEMPTS = 10;

  /** Tells these locks from others of the database. */
  private static final int DECIDING = 4_121_954;

  /**
   * A flagged report drawn at random waits for someone other than who flagged it; one that a
   * re-read newly prompted, for a decision since.
   */
  private static final String WAITING =
      """
      from record.review_draw d
      join record.report r on r.id = d.report
      join record.report_version v on v.report = d.report and v.version = 1
      where case when d.stream = 'reread'
              then not exists (select 1 from record.flag f
                               where f.report = d.report and f.entry > d.entry)
              when d.stream = 'random-flagged'
              then not exists (select 1 from record.flag f
                               where f.report = d.report and f.route = 'random-review')
               and not exists (select 1 from record.flag f join ledger.entry e on e.id = f.entry
                               where f.report = d.report and e.actor = (select access.me()))
              else not exists (select 1 from record.flag f where f.report = d.report) end
      """;

  private final Acts acts;
  private final JdbcClient sql;
  private final Clock clock;

  public ReviewQueue(Acts acts, Databases databases, Clock clock) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
    this.clock = clock;
  }

  /** How many wait, and since when the oldest. */
  public record Waiting(long reports, @Nullable Instant oldest) {}

  /** What waits for this reviewer. */
  public Waiting waiting(Caller caller) {
    caller.require(Right.REVIEW);
    return acts.plain(
        caller,
        () ->
            sql.sql("select count(distinct d.report), min(v.recorded_at) " + WAITING)
                .query((row, _) -> {
                  Timestamp oldest = row.getTimestamp(2);
                  return new Waiting(row.getLong(1), oldest == null ? null : oldest.toInstant());
                })
                .single());
  }

  /** Claims the next report; the one held already, if it is still undecided. */
  public Optional<UUID> next(Caller caller) {
    caller.require(Right.REVIEW);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<UUID> claimed = acts.plain(caller, () -> claim(caller));
      if (claimed.isPresent() || waiting(caller).reports() == 0) {
        return claimed;
      }
      // Someone claimed the same report in this moment: the next one is theirs no longer.
    }
    return Optional.empty();
  }

  private Optional<UUID> claim(Caller caller) {
    Timestamp now = Timestamp.from(clock.instant());
    sql.sql("delete from work.claim where account = :account or expires_at < :now")
        .param("account", caller.account())
        .param("now", now)
        .update();
    return sql.sql(
            """
            with next as (
              select d.report, min(v.recorded_at) as since, min(d.stream) as stream,
                min((select t.due_at from record.triage t
                     where t.report = d.report and t.owner = :account
                       and not exists (select 1 from record.triage later
                                       where later.report = t.report and later.seq > t.seq)))
                  as due
            """
                + WAITING
                + """
                     and not exists (select 1 from work.claim c where c.report = d.report)
                  group by d.report order by due nulls last, since, d.report limit 20)
                insert into work.claim (report, account, stream, claimed_at, expires_at)
                select report, :account, stream, :now, :until from next
                order by due nulls last, since, report limit 1
                on conflict do nothing returning report
                """)
        .param("account", caller.account())
        .param("now", now)
        .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
        .query(UUID.class)
        .optional();
  }

  /**
   * Refuses whoever decides a report from the queue that is not theirs to decide: somebody else has
   * claimed it since, or decided it. Inside the act that decides; whoever asks in the same moment
   * waits until that one has ended.
   */
  public void requireWaiting(Caller caller, UUID report) {
    sql.sql("select pg_advisory_xact_lock(:space, hashtext(cast(:report as text)))")
        .param("space", DECIDING)
        .param("report", report)
        .query((_, _) -> report)
        .single();
    boolean theirs =
        ask(
            """
            select exists (select 1 from work.claim
                           where report = :report and account <> :me and expires_at > :now)
            """,
            caller,
            report);
    if (theirs) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "Somebody else reviews this report now. Your decision is not recorded.");
    }
    boolean waits =
        ask("select exists (select 1 " + WAITING + " and d.report = :report)", caller, report);
    if (!waits
        && ask("select exists (select 1 from record.report where id = :report)", caller, report)) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "This report does not wait for review: somebody decided it meanwhile. Your decision is not"
              + " recorded. Look at the report, and decide there if it should be decided again.");
    }
  }

  private boolean ask(String query, Caller caller, UUID report) {
    return sql.sql(query)
        .param("report", report)
        .param("me", caller.account())
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** Whether the report waits as a random draw, which its decision then records. */
  public boolean isRandom(Caller caller, UUID report) {
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    """
                    select exists (select 1 from record.review_draw
                                   where report = :report and stream like 'random-%')
                       and not exists (select 1 from record.review_draw
                                       where report = :report
                                         and stream in ('prompted', 'reread'))
                    """)
                .param("report", report)
                .query(Boolean.class)
                .single());
  }

  /** Gives a claim back. */
  public void release(Caller caller, UUID report) {
    acts.plain(
        caller,
        () ->
            sql.sql("delete from work.claim where report = :report and account = :account")
                .param("report", report)
                .param("account", caller.account())
                .update());
  }
}
