package org.heed.server.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers, for {@code /health}: down, with status 503, while it does not. */
@Component("database")
final class DatabaseHealth implements HealthIndicator {
  private final JdbcClient sql;

  DatabaseHealth(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public Health health() {
    try {
      sql.sql("select 1").query(Integer.class).single();
      return Health.up().build();
    } catch (DataAccessException e) {
      return Health.down().build();
    }
  }
}
