package org.heed.server.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.recognition.ReadingFacts;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.heed.text.Utf8;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the archive asks of the record. Only inside {@link org.heed.server.store.Acts}. */
final class ArchiveStore {
  /**
   * Closed ones come without words, in the same statement, so that none is missed or taken twice.
   */
  private static final String NARRATIVES =
      """
      select n.report, k.position, n.version, r.area as home, v.area, v.occurred_from,
        v.reported_at, v.recorded_at, v.offence, n.text,
        case when n.version = 1 then v.recorded_at else
          (select f.recorded_at from record.report_version f
           where f.report = n.report and f.version = 1) end as first_recorded,
        (select g.ask from record.reading g
         where g.entry = n.entry and g.report = n.report and g.reread is null limit 1) as ask,
        (select string_agg(coalesce(m.date_of_birth::text, '') || ':'
             || coalesce(m.stated_age::text, ''), ',')
         from record.mention m
         where m.entry = n.entry and m.report = n.report
           and m.role in ('victim', 'subject')) as ages
      from ledger.leaf k
      join record.narrative n on n.entry = k.entry
      join record.report r on r.id = n.report
      join record.report_version v on v.entry = n.entry and v.report = n.report
      """;

  private static final String CLOSED =
      """
      union all
      select c.report, c.position, 0, null, null, null, null, null, null, null, null, null, null
      from access.narratives_closed(:after, :upto) c
      """;

  private final JdbcClient sql;

  ArchiveStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A narrative, or that there is one which is closed. */
  record Row(UUID report, long position, @Nullable Kept kept) {}

  /** Those of the positions after one, up to another, in order. */
  List<Row> between(long after, long upto) {
    return sql.sql(
            "select * from ("
                + NARRATIVES
                + "where k.position > :after and k.position <= :upto "
                + CLOSED
                + ") every order by position")
        .param("after", after)
        .param("upto", upto)
        .query((row, _) -> row(row))
        .list();
  }

  /** Those at these positions that are open by now. */
  List<Row> at(Set<Long> positions) {
    return sql.sql(NARRATIVES + "where k.position = any (cast(:positions as bigint[]))")
        .param("positions", positions.toArray(Long[]::new))
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID report = row.getObject("report", UUID.class);
    long position = row.getLong("position");
    String text = row.getString("text");
    if (text == null) {
      return new Row(report, position, null);
    }
    Instant recorded = instant(row, "recorded_at");
    Instant first = instant(row, "first_recorded");
    ReadingFacts facts =
        ReadingFacts.of(
            instant(row, "occurred_from"),
            instant(row, "reported_at"),
            recorded == null ? Instant.EPOCH : recorded,
            row.getString("offence"),
            ArchivePeople.parse(row.getString("ages")));
    Instant day = first == null ? recorded : first;
    return new Row(
        report,
        position,
        new Kept(
            report,
            row.getInt("version"),
            position,
            row.getString("home"),
            row.getString("area"),
            day == null
                ? Kept.NO_DAY
                : Math.toIntExact(LocalDate.ofInstant(day, Words.LONDON).toEpochDay()),
            facts.victimAge().orElse(Kept.NO_AGE),
            facts.occurredOn().map(on -> Math.toIntExact(on.toEpochDay())).orElse(Kept.NO_DAY),
            facts.offence().orElse(null),
            Asked.of(row.getString("ask")),
            Utf8.bytes(text)));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** The ledger's leaf at a position. */
  Optional<Digest> leaf(long position) {
    return sql.sql("select hash from ledger.leaf where position = :position")
        .param("position", position)
        .query((row, _) -> Digest.of(row.getBytes(1)))
        .optional();
  }

  /** Positions up to one whose narrative was destroyed. */
  List<Long> destroyed(long upto) {
    return sql.sql("select * from access.narratives_destroyed(:upto)")
        .param("upto", upto)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
