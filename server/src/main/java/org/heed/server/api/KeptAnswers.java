package org.heed.server.api;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers kept for repeated requests. Only inside {@link org.heed.server.store.Acts}. */
@Repository
class KeptAnswers {
  private final JdbcClient sql;

  KeptAnswers(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  record Kept(Digest request, String body) {}

  /**
   * Takes a key for this transaction. Waits, ten seconds at most, while another transaction holds
   * it; a key older than {@code oldest} counts as free.
   *
   * @return false when the key's request has been answered
   */
  boolean take(UUID account, String key, Digest request, Instant now, Instant oldest) {
    return sql.sql(
                """
                insert into work.idempotency as kept (account, key, request_hash, status, body, at)
                select :account, :key, :request, 0, '', :now
                from (select set_config('lock_timeout', '10s', true)) as waiting
                on conflict (account, key) do update
                  set request_hash = excluded.request_hash, status = 0, body = '', at = excluded.at
                  where kept.at < :oldest
                """)
            .param("account", account)
            .param("key", key)
            .param("request", request.bytes())
            .param("now", Timestamp.from(now))
            .param("oldest", Timestamp.from(oldest))
            .update()
        == 1;
  }

  /** Keeps the answer of a key taken in this transaction. */
  void keep(UUID account, String key, int status, String body) {
    sql.sql(
            """
            update work.idempotency set status = :status, body = :body
            where account = :account and key = :key
            """)
        .param("account", account)
        .param("key", key)
        .param("status", status)
        .param("body", body)
        .update();
  }

  Kept get(UUID account, String key) {
    return sql.sql(
            "select request_hash, body from work.idempotency where account = :account and key = :key")
        .param("account", account)
        .param("key", key)
        .query((row, _) -> new Kept(Digest.of(row.getBytes(1)), row.getString(2)))
        .single();
  }

  /** Forgets some of everyone's answers from before {@code oldest}. */
  void forget(Instant oldest) {
    sql.sql("select work.forget_answers(:oldest)")
        .param("oldest", Timestamp.from(oldest))
        .query(Integer.class)
        .single();
  }
}
