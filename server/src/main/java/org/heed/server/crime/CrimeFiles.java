package org.heed.server.crime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists and opens crimes as they were known; each look is an entry of the ledger. */
@Service
public class CrimeFiles {
  /** Rows on a page. */
  public static final int PAGE = 25;

  private static final String LISTED =
      """
      with latest as (
        select distinct on (f.crime) f.crime, f.act, f.offence, f.counted
        from record.crime_state f where %1$s order by f.crime, f.seq desc),
      listed as (
        select c.id, c.number, c.report, v.area, l.act, l.offence, l.counted,
          (select s.effective_at from record.crime_state s where s.crime = c.id and s.seq = 1) as recorded
        from latest l join record.crime c on c.id = l.crime
        join record.report r on r.id = c.report
        join lateral (select f.area from record.report_version f
                      where f.report = c.report and %1$s order by f.version desc limit 1) v on true
        where (:area = '' or v.area = :area) and (:offence = '' or l.offence = :offence)
          and (:number = '' or starts_with(c.number, :number))
          and (:standing = '' or :standing = case when l.act in ('cancelled', 'merged') then l.act
                                                  when l.counted then 'counted' else 'apart' end))
      """
          .replace("%1$s", KnownAt.FILTER);

  private final Acts acts;
  private final KnownPositions positions;
  private final JdbcClient sql;

  public CrimeFiles(Acts acts, KnownPositions positions, Databases databases) {
    this.acts = acts;
    this.positions = positions;
    this.sql = JdbcClient.create(databases.app());
  }

  /** One page of a list, and how many crimes the whole has. */
  public record Listed(List<CrimeRow> rows, long total, int page) {
    public Listed {
      rows = List.copyOf(rows);
    }

    /** How many pages the whole has, at least one. */
    public int pages() {
      return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
  }

  /**
   * A page, from 1, newest first; beyond the last it is the last.
   *
   * @param moment as known then; null: now
   */
  public Listed list(Caller caller, CrimeFilter filter, @Nullable Instant moment, int page) {
    require(caller);
    return acts.look(
        caller,
        "crimes.listed",
        "find-crime",
        () -> {
          KnownAt known = positions.at(moment);
          long total =
              filtered(LISTED + "select count(*) from listed", filter, known)
                  .query(Long.class)
                  .single();
          int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
          int shown = Math.clamp(page, 1, last);
          List<CrimeRow> rows =
              filtered(
                      LISTED
                          + "select * from listed order by recorded desc, id limit :size offset :offset",
                      filter,
                      known)
                  .param("size", PAGE)
                  .param("offset", (shown - 1) * PAGE)
                  .query((row, _) -> row(row))
                  .list();
          return new Acts.Seen<>(
              new Listed(rows, total, shown),
              rows.stream().flatMap(row -> Stream.of(row.report(), row.id())).distinct().toList());
        });
  }

  /** Opens a crime as it was known; null: now. */
  public CrimeFile open(Caller caller, UUID crime, @Nullable Instant moment) {
    require(caller);
    return acts.look(
        caller,
        "crime.opened",
        "read-crime",
        () -> {
          CrimeFile file = file(crime, positions.at(moment));
          return new Acts.Seen<>(file, List.of(file.report(), crime));
        });
  }

  private CrimeFile file(UUID crime, KnownAt known) {
    List<CrimeFile.State> states =
        sql.sql(
                """
                select f.act, f.offence, f.counted, f.rule, f.reason, f.effective_at,
                  access.author(f.entry), f.because, f.ground, f.reference, f.victim_told_on
                from record.crime_state f where f.crime = :crime and
                """
                    + KnownAt.FILTER
                    + " order by f.seq desc")
            .param("crime", crime)
            .param("known", known.position())
            .query((row, _) ->
                new CrimeFile.State(
                    CrimeAct.parse(row.getString(1)),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant(),
                    Optional.ofNullable(row.getObject(7, UUID.class)),
                    RuleSaid.parse(row.getString(8)),
                    new Grounded(
                        Objects.requireNonNullElse(row.getString(9), ""),
                        Objects.requireNonNullElse(row.getString(10), ""),
                        row.getObject(11, LocalDate.class))))
            .list();
    if (states.isEmpty()) {
      throw new Refused(
          Refused.Code.NOT_FOUND,
          known.moment() == null
              ? "There is no such crime open to you."
              : "This crime was not known then, or is not open to you.");
    }
    Map<UUID, String> names = names(states);
    return sql.sql(
            """
            select c.number, c.report, c.victim, c.suspects, c.offences,
              (select f.reported_at from record.report_version f where f.report = c.report and
            """
                + KnownAt.FILTER
                + """
                     order by f.version desc limit 1)
                from record.crime c
                join record.report r on r.id = c.report where c.id = :crime
                """)
        .param("known", known.position())
        .param("crime", crime)
        .query((row, _) ->
            new CrimeFile(
                crime,
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                CrimeStore.ids(row.getString(4)).size(),
                CrimeStore.texts(row.getString(5)),
                instant(row.getTimestamp(6)),
                states,
                names))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such crime open to you."));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private Map<UUID, String> names(List<CrimeFile.State> states) {
    List<UUID> accounts = new ArrayList<>();
    states.forEach(state -> state.author().ifPresent(accounts::add));
    Map<UUID, String> names = new HashMap<>();
    sql.sql("select id, display_name from access.names(cast(:accounts as uuid[]))")
        .param("accounts", accounts.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return names;
  }

  private JdbcClient.StatementSpec filtered(String query, CrimeFilter filter, KnownAt known) {
    return sql.sql(query)
        .param("known", known.position())
        .param("area", filter.area())
        .param("offence", filter.offence())
        .param("standing", filter.standing())
        .param("number", filter.number().strip());
  }

  private static CrimeRow row(ResultSet row) throws SQLException {
    return new CrimeRow(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("report", UUID.class),
        row.getString("area"),
        CrimeAct.parse(row.getString("act")),
        row.getString("offence"),
        row.getBoolean("counted"),
        row.getTimestamp("recorded").toInstant());
  }

  private static void require(Caller caller) {
    if (!caller.may(Right.READ)) {
      caller.require(Right.CRIME);
    }
  }
}
