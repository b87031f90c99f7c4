package org.heed.server.importing;

import java.time.Instant;
import java.time.ZoneOffset;
import org.heed.ledger.Digest;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows of a file, under a mapping, are behind us: changed in the same transaction as the
 * rows go in. Only inside {@link org.heed.server.store.Acts}.
 */
final class ProgressStore {
  private final JdbcClient sql;

  ProgressStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** What is imported how. */
  record Key(Digest file, Digest mapping) {}

  /** Rows done by now. */
  long done(Key key) {
    return sql.sql(
            """
            select rows_done from work.import_progress
            where file_hash = :file and mapping_hash = :mapping
            """)
        .param("file", key.file().bytes())
        .param("mapping", key.mapping().bytes())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Rows done by now; another import of the same file waits until this transaction ends. */
  long lock(Key key, Instant now) {
    return sql.sql(
            """
            insert into work.import_progress as p (file_hash, mapping_hash, rows_done, counts, at)
            values (:file, :mapping, 0, '{}', :at)
            on conflict (file_hash, mapping_hash) do update set at = excluded.at
            returning p.rows_done
            """)
        .param("file", key.file().bytes())
        .param("mapping", key.mapping().bytes())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Says that so many rows are done; after {@link #lock}. */
  void advance(Key key, long rows) {
    sql.sql(
            """
            update work.import_progress set rows_done = greatest(rows_done, :rows)
            where file_hash = :file and mapping_hash = :mapping
            """)
        .param("rows", rows)
        .param("file", key.file().bytes())
        .param("mapping", key.mapping().bytes())
        .update();
  }
}
