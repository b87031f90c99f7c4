package org.heed.server.crime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The crime tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class CrimeStore {
  private final JdbcClient sql;

  public CrimeStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A crime as it stands. */
  record Now(UUID report, int seq, CrimeAct act, String offence) {}

  Now now(UUID crime) {
    return sql.sql(
            """
            select report, seq, act, offence from record.crime_state
            where crime = :crime order by seq desc limit 1
            """)
        .param("crime", crime)
        .query((row, _) ->
            new Now(
                row.getObject(1, UUID.class),
                row.getInt(2),
                CrimeAct.parse(row.getString(3)),
                row.getString(4)))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such crime open to you."));
  }

  /**
   * Of the victims named, those of this report for whom no crime is recorded yet, under no version
   * of it; one that is empty where none is named and the report has no crime without a victim.
   */
  List<Optional<UUID>> victimsToCount(UUID report, List<UUID> victims) {
    boolean open =
        sql.sql("select exists (select 1 from record.report where id = :report)")
            .param("report", report)
            .query(Boolean.class)
            .single();
    if (!open) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you.");
    }
    if (victims.isEmpty()) {
      boolean counted =
          sql.sql(
                  "select exists (select 1 from record.crime where report = :report and victim is null)")
              .param("report", report)
              .query(Boolean.class)
              .single();
      return counted ? List.of() : List.of(Optional.empty());
    }
    Set<UUID> counted = victims(report).counted();
    return sql
        .sql(
            """
            select m.id from record.mention m
            where m.report = :report and m.id in (:victims)
            order by m.entry, m.ordinal
            """)
        .param("report", report)
        .param("victims", victims)
        .query((row, _) -> Optional.of(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .filter(mention -> mention.filter(counted::contains).isEmpty())
        .toList();
  }

  /** Everyone whom any version of a report speaks of. */
  Victims victims(UUID report) {
    return new Victims(
        sql.sql(
                """
                select m.id, m.version, m.role, m.given_name, m.family_name, m.date_of_birth,
                  m.stated_age, m.source_key,
                  (select l.person from record.mention_person l
                   where l.mention = m.id and l.same and not exists (
                     select 1 from record.mention_person u
                     where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
                   order by l.seq desc limit 1),
                  exists (select 1 from record.crime c where c.victim = m.id)
                from record.mention m where m.report = :report
                """)
            .param("report", report)
            .query((row, _) ->
                new Victims.Named(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    new NewMention(
                        MentionRole.parse(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, Integer.class),
                        null,
                        null,
                        null,
                        null,
                        row.getString(8)),
                    row.getObject(9, UUID.class),
                    row.getBoolean(10)))
            .list());
  }

  /** The crimes of a report as they stood. */
  List<CrimeStanding> list(UUID report, KnownAt known) {
    return sql.sql(
            """
            select distinct on (c.id) c.id, c.number, f.act, f.offence, f.counted, f.reason, f.effective_at
            from record.crime c join record.crime_state f on f.crime = c.id
            where c.report = :report and
            """
                + KnownAt.FILTER
                + " order by c.id, f.seq desc")
        .param("report", report)
        .param("known", known.position())
        .query((row, _) ->
            new CrimeStanding(
                row.getObject(1, UUID.class),
                row.getString(2),
                CrimeAct.parse(row.getString(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getTimestamp(7).toInstant()))
        .list();
  }
}
