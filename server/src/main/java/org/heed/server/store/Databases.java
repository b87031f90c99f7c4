package org.heed.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.heed.postgres.DatabaseAddress;

/**
 * One pool for each role that connects, so that what a query may do is the database's to say.
 *
 * @param app the application: reads and appends under row security
 * @param access signing in and out
 * @param ledger settling positions
 */
public record Databases(HikariDataSource app, HikariDataSource access, HikariDataSource ledger)
    implements AutoCloseable {
  /** PostgreSQL is back from a crash in less; whoever waits for a page should not wait for more. */
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  /** Pools for the three roles of one database. */
  public static Databases open(String jdbcUrl, RolePasswords passwords, int appConnections) {
    return open(jdbcUrl, Map.of(), passwords, appConnections);
  }

  /** Pools for the three roles, connecting with the address's settings, such as {@code sslmode}. */
  public static Databases open(
      DatabaseAddress address, RolePasswords passwords, int appConnections) {
    return open(address.jdbcUrl(), address.settings(), passwords, appConnections);
  }

  private static Databases open(
      String url, Map<String, String> settings, RolePasswords passwords, int appConnections) {
    return new Databases(
        pool(url, settings, RolePasswords.APP, passwords.app(), appConnections),
        pool(url, settings, RolePasswords.ACCESS, passwords.access(), 2),
        pool(url, settings, RolePasswords.LEDGER, passwords.ledger(), 2));
  }

  private static HikariDataSource pool(
      String url, Map<String, String> settings, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName(user);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    Properties driver = new Properties();
    settings.forEach(driver::setProperty);
    driver.setProperty("reWriteBatchedInserts", "true");
    driver.setProperty("ApplicationName", user);
    // A server error would otherwise repeat the row's values in its detail line.
    driver.setProperty("logServerErrorDetail", "false");
    config.setDataSourceProperties(driver);
    return new HikariDataSource(config);
  }

  /** The application's pool, where only a data source is wanted. */
  public DataSource record() {
    return app;
  }

  @Override
  public void close() {
    app.close();
    access.close();
    ledger.close();
  }
}
