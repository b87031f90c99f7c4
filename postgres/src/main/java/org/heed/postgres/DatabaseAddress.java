package org.heed.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects. The password stays out of {@link #jdbcUrl()} and {@link
 * #toString()}; driver settings are shown by name only, since some of them are secrets too.
 *
 * @param host name or address, IPv6 without brackets
 * @param port 1 to 65535
 * @param database the database's name
 * @param user the role that connects; null leaves it to the driver
 * @param password null where the server asks for none, or the driver finds it in a password file
 * @param settings further settings of the driver, such as {@code sslmode}
 */
public record DatabaseAddress(
    String host,
    int port,
    String database,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> settings) {

  /** PostgreSQL's registered port. */
  public static final int USUAL_PORT = 5432;

  /** Checks and copies. */
  public DatabaseAddress {
    Objects.requireNonNull(host);
    Objects.requireNonNull(database);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port out of range: " + port);
    }
    settings = Map.copyOf(settings);
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database?sslmode=…} (or {@code postgres://})
   * or {@code jdbc:postgresql:…}. A password is better kept out of a command line: it is taken from
   * {@code PGPASSWORD} or from the file named by {@code HEED_DATABASE_PASSWORD_FILE} when the
   * address has none.
   *
   * @param environment the process's environment
   * @throws PostgresFailure when the text is no such address, without repeating it
   */
  public static DatabaseAddress parse(String text, Map<String, String> environment) {
    return AddressParser.parse(text, environment);
  }

  /** The same server and user, another database. */
  public DatabaseAddress withDatabase(String name) {
    return new DatabaseAddress(host, port, name, user, password, settings);
  }

  /** The same database as another role. */
  public DatabaseAddress withUser(String role, @Nullable String secret) {
    return new DatabaseAddress(host, port, database, role, secret, settings);
  }

  /** The address for the JDBC driver, without user, password and settings. */
  public String jdbcUrl() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "jdbc:postgresql://" + name + ":" + port + "/" + AddressParser.encode(database);
  }

  /** User, password and settings for the JDBC driver. */
  public Properties properties() {
    Properties properties = new Properties();
    settings.forEach(properties::setProperty);
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  /** Opens a connection, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), properties());
  }

  @Override
  public String toString() {
    String who = user == null ? "" : user + (password == null ? "@" : ":***@");
    String more =
        settings.isEmpty()
            ? ""
            : new TreeMap<>(settings)
                .keySet().stream().collect(Collectors.joining("=…&", "?", "=…"));
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "postgresql://" + who + name + ":" + port + "/" + database + more;
  }
}
