package org.heed.server.sharing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.referral.Basis;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class PackStore {
  private static final String SELECT =
      """
      select f.id, f.case_file, f.meeting, f.purpose, f.basis, f.basis_reason, f.conditions, f.until,
        coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at, f.handling
      from record.pack f
      """;

  private final JdbcClient sql;

  public PackStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Those of a case, the newest first. */
  List<Pack> ofCase(UUID caseFile) {
    return filled(
        sql.sql(SELECT + "where f.case_file = :case order by f.at desc, f.id")
            .param("case", caseFile));
  }

  /** Those shared with the asker's agency, the newest first. */
  List<Pack> forMe() {
    return filled(
        sql.sql(
            SELECT
                + "where f.id in (select m.pack from access.packs_for_me() m) order by f.at desc,"
                + " f.id"));
  }

  /** One of these. */
  Optional<Pack> findForMe(UUID id) {
    return filled(
            sql.sql(
                    SELECT
                        + "where f.id = :id and f.id in (select m.pack from access.packs_for_me()"
                        + " m)")
                .param("id", id))
        .stream()
        .findFirst();
  }

  /** One that is open to whoever works on its case. */
  Optional<Pack> find(UUID id) {
    return filled(sql.sql(SELECT + "where f.id = :id").param("id", id)).stream().findFirst();
  }

  /** The reports of a case that are open to the asker, by reference. */
  Map<String, UUID> reportsOf(UUID caseFile) {
    Map<String, UUID> reports = new HashMap<>();
    sql.sql(
            """
            select distinct r.reference, r.id
            from record.case_report l join record.report r on r.id = l.report
            where l.case_file = :case
            """)
        .param("case", caseFile)
        .query(row -> {
          reports.put(row.getString(1), row.getObject(2, UUID.class));
        });
    return reports;
  }

  /** The agencies that were given a pack for a meeting which was not recalled. */
  List<String> agenciesOf(UUID meeting) {
    return sql.sql(
            """
            select distinct a.agency from record.pack p join record.pack_agency a on a.pack = p.id
            where p.meeting = :meeting and not exists (
              select 1 from record.pack_step s where s.pack = p.id and s.step = 'recalled')
            order by a.agency
            """)
        .param("meeting", meeting)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  int lastStep(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.pack_step where pack = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private List<Pack> filled(JdbcClient.StatementSpec query) {
    List<Pack> bare =
        query
            .query((row, _) ->
                new Pack(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    Basis.find(row.getString(5)).orElseThrow(),
                    row.getString(6),
                    Handling.of(row.getString(11)),
                    row.getString(7),
                    instant(row.getTimestamp(8)),
                    row.getString(9),
                    row.getTimestamp(10).toInstant(),
                    List.of(),
                    List.of(),
                    List.of()))
            .list();
    UUID[] ids = bare.stream().map(Pack::id).toArray(UUID[]::new);
    Map<UUID, List<String>> agencies = agencies(ids);
    Map<UUID, List<PackItem>> items = items(ids);
    Map<UUID, List<Pack.Happened>> steps = steps(ids);
    return bare.stream()
        .map(one ->
            new Pack(
                one.id(),
                one.caseFile(),
                one.meeting(),
                one.purpose(),
                one.basis(),
                one.basisReason(),
                one.handling(),
                one.conditions(),
                one.until(),
                one.by(),
                one.at(),
                agencies.getOrDefault(one.id(), List.of()),
                items.getOrDefault(one.id(), List.of()),
                steps.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<String>> agencies(UUID[] ids) {
    Map<UUID, List<String>> agencies = new HashMap<>();
    sql.sql(
            """
            select a.pack, a.agency from record.pack_agency a where a.pack = any (:ids)
            order by a.agency
            """)
        .param("ids", ids)
        .query(row -> {
          agencies
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(row.getString(2));
        });
    return agencies;
  }

  private Map<UUID, List<PackItem>> items(UUID[] ids) {
    Map<UUID, List<PackItem>> items = new HashMap<>();
    sql.sql(
            """
            select i.pack, i.happened_at, i.text, i.source, i.left_out, i.report
            from record.pack_item i where i.pack = any (:ids) order by i.number
            """)
        .param("ids", ids)
        .query(row -> {
          items
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new PackItem(
                      row.getTimestamp(2).toInstant(),
                      row.getString(3),
                      row.getString(4),
                      row.getInt(5),
                      row.getObject(6, UUID.class)));
        });
    return items;
  }

  private Map<UUID, List<Pack.Happened>> steps(UUID[] ids) {
    Map<UUID, List<Pack.Happened>> steps = new HashMap<>();
    sql.sql(
            """
            select s.pack, s.step, s.agency, s.says,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), ''), s.at
            from record.pack_step s where s.pack = any (:ids) order by s.seq
            """)
        .param("ids", ids)
        .query(row -> {
          steps
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Pack.Happened(
                      Pack.Step.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getTimestamp(6).toInstant()));
        });
    return steps;
  }
}
