package org.heed.postgres;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.postgres.PostgresFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Reads database addresses as PostgreSQL's own tools and its JDBC driver write them. */
final class AddressParser {
  /** The variable that names a file whose first line is the password. */
  static final String PASSWORD_FILE = "HEED_DATABASE_PASSWORD_FILE";

  private static final Pattern SERVER =
      Pattern.compile(
          "(?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
              + "(?<host>\\[[0-9A-Fa-f:.%]+]|[^:/?@,\\[\\]]*)(?::(?<port>\\d{1,5}))?/)?"
              + "(?<database>[^/?]*)(?:\\?(?<query>.*))?");

  private AddressParser() {}

  static DatabaseAddress parse(String text, Map<String, String> environment) {
    String rest = withoutScheme(text.strip());
    Matcher parts = SERVER.matcher(rest.matches("//[^/?]*") ? rest + "/" : rest);
    if (!parts.matches()) {
      throw notUnderstood();
    }
    try {
      Map<String, String> settings = settings(parts.group("query"));
      String user = first(decode(parts.group("user")), settings.remove("user"));
      String password = first(decode(parts.group("password")), settings.remove("password"));
      user = first(user, environment.get("PGUSER"));
      String database = first(decode(parts.group("database")), user);
      if (database == null) {
        throw notUnderstood();
      }
      return new DatabaseAddress(
          host(parts.group("host")),
          port(parts.group("port")),
          database,
          user,
          password != null ? password : outsidePassword(environment),
          settings);
    } catch (IllegalArgumentException e) {
      throw notUnderstood();
    }
  }

  static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String withoutScheme(String text) {
    for (String scheme : new String[] {"postgresql:", "postgres:", "jdbc:postgresql:"}) {
      if (text.startsWith(scheme)) {
        return text.substring(scheme.length());
      }
    }
    throw notUnderstood();
  }

  private static String host(@Nullable String host) {
    if (host == null || host.isEmpty()) {
      return "localhost";
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(@Nullable String port) {
    return port == null ? DatabaseAddress.USUAL_PORT : Integer.parseInt(port);
  }

  private static Map<String, String> settings(@Nullable String query) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return settings;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw notUnderstood();
      }
      String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
      settings.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return settings;
  }

  private static @Nullable String decode(@Nullable String text) {
    // In the part before the question mark a plus is a plus.
    return text == null || text.isEmpty()
        ? null
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static @Nullable String first(@Nullable String a, @Nullable String b) {
    return a != null ? a : b;
  }

  private static @Nullable String outsidePassword(Map<String, String> environment) {
    String password = environment.get("PGPASSWORD");
    String file = environment.get(PASSWORD_FILE);
    if (password != null || file == null) {
      return password;
    }
    try (var lines = Files.lines(Path.of(file))) {
      return lines.findFirst().orElseThrow(() -> new IOException("empty"));
    } catch (IOException | InvalidPathException e) {
      throw new PostgresFailure(
          Kind.BAD_SETTING,
          "The password file named by "
              + PASSWORD_FILE
              + " cannot be read: check that it exists,"
              + " holds the password on its first line and may be read by this user.",
          e);
    }
  }

  private static PostgresFailure notUnderstood() {
    // The text is not repeated: it may hold a password.
    return new PostgresFailure(
        Kind.BAD_SETTING,
        "The database address is not understood: write it as"
            + " postgresql://user@host:5432/database and give the password in PGPASSWORD.");
  }
}
