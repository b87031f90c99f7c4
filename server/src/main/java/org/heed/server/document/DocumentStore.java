package org.heed.server.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class DocumentStore {
  private final JdbcClient sql;

  public DocumentStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Whether what would hold a document is open to the asker. */
  boolean isOpen(DocumentHolder of) {
    String table =
        switch (of.kind()) {
          case CASE -> "record.case_file";
          case REPORT -> "record.report";
        };
    return sql.sql("select exists (select 1 from " + table + " where id = :of)")
        .param("of", of.id())
        .query(Boolean.class)
        .single();
  }

  /** What its files come to, in bytes. */
  long sizeOf(DocumentHolder of) {
    return sql.sql(
            "select coalesce(sum(f.size), 0)::bigint from record.document f where f."
                + of.column()
                + " = :of")
        .param("of", of.id())
        .query(Long.class)
        .single();
  }

  Optional<Document> find(DocumentHolder of, UUID id) {
    return list(of).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those of a case or a report, the newest first. */
  public List<Document> list(DocumentHolder of) {
    Map<UUID, List<Document.Scanned>> scans = scans(of);
    Map<UUID, List<Document.State>> states = states(of);
    return sql.sql(
            """
            select f.id, f.name, f.type, f.size, f.sha256, f.parts, f.says, f.by_account,
              coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
            from record.document f where f.%s = :of order by f.at desc, f.id
            """
                .replace("%s", of.column()))
        .param("of", of.id())
        .query((row, _) -> {
          UUID id = Objects.requireNonNull(row.getObject(1, UUID.class));
          return new Document(
              id,
              of,
              row.getString(2),
              FileType.parse(row.getString(3)),
              row.getLong(4),
              HexFormat.of().formatHex(row.getBytes(5)),
              row.getInt(6),
              row.getString(7),
              Objects.requireNonNull(row.getObject(8, UUID.class)),
              row.getString(9),
              row.getTimestamp(10).toInstant(),
              scans.getOrDefault(id, List.of()),
              states.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Map<UUID, List<Document.Scanned>> scans(DocumentHolder of) {
    Map<UUID, List<Document.Scanned>> scans = new HashMap<>();
    sql.sql(
            """
            select s.document, s.seq, s.outcome, s.scanner, s.signature, s.at
            from record.document_scan s join record.document d on d.id = s.document
            where d.%s = :of order by s.seq desc
            """
                .replace("%s", of.column()))
        .param("of", of.id())
        .query(row -> {
          scans
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Document.Scanned(
                      row.getInt(2),
                      Scan.parse(row.getString(3)),
                      row.getString(4),
                      row.getString(5),
                      row.getTimestamp(6).toInstant()));
        });
    return scans;
  }

  private Map<UUID, List<Document.State>> states(DocumentHolder of) {
    Map<UUID, List<Document.State>> states = new HashMap<>();
    sql.sql(
            """
            select s.document, s.seq, s.act, s.reason,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), ''), s.at
            from record.document_state s join record.document d on d.id = s.document
            where d.%s = :of order by s.seq desc
            """
                .replace("%s", of.column()))
        .param("of", of.id())
        .query(row -> {
          states
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Document.State(
                      row.getInt(2),
                      Coded.parse(Document.StateAct.values(), row.getString(3), "act"),
                      row.getString(4),
                      row.getString(5),
                      row.getTimestamp(6).toInstant()));
        });
    return states;
  }

  /** The bytes of a document, a part after another; fewer where some are kept back or destroyed. */
  List<byte[]> parts(UUID id) {
    return sql.sql(
            "select p.content from record.document_part p where p.document = :id order by p.number")
        .param("id", id)
        .query((row, _) -> row.getBytes(1))
        .list();
  }
}
