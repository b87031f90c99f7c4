package org.heed.server.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns a moment into the position of the ledger that had been settled by then. */
public final class KnownPositions {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

  private final JdbcClient sql;

  public KnownPositions(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** As known at the moment; null asks as of now. Joins the open transaction. */
  public KnownAt at(@Nullable Instant moment) {
    if (moment == null) {
      return KnownAt.NOW;
    }
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new Refused(Refused.Code.INVALID, "Ask about a moment from 1900 to 9999.");
    }
    Long position =
        sql.sql("select ledger.position_at(:moment)")
            .param("moment", Timestamp.from(moment))
            .query(Long.class)
            .single();
    return new KnownAt(moment, position);
  }

  /** When a position was settled. */
  public Instant settledAt(long position) {
    return sql.sql(
            "select settled_at from ledger.batch where size > :position order by size limit 1")
        .param("position", position)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single();
  }

  /** The data horizon: how far the tree reaches and when it last grew. */
  public record Horizon(long size, @Nullable Instant settledAt) {}

  /** How far everything is settled. */
  public Horizon horizon() {
    return sql.sql("select size, settled_at from ledger.batch order by size desc limit 1")
        .query((row, _) -> new Horizon(row.getLong(1), row.getTimestamp(2).toInstant()))
        .optional()
        .orElse(new Horizon(0, null));
  }

  /** How far everything was settled as known then; of now, as {@link #horizon()}. */
  public Horizon horizon(KnownAt known) {
    Long position = known.position();
    if (position == null) {
      return horizon();
    }
    return sql.sql(
            """
            select size, settled_at from ledger.batch where size <= :size
            order by size desc limit 1\
            """)
        .param("size", position + 1)
        .query((row, _) -> new Horizon(row.getLong(1), row.getTimestamp(2).toInstant()))
        .optional()
        .orElse(new Horizon(0, null));
  }
}
