package org.heed.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;

/**
 * Databases whose every question of the application is explained before it is asked: how many pages
 * PostgreSQL went through for it. Work is counted, because time on a busy machine says little.
 */
public final class Explained {
  private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)");

  private final Databases databases;
  private final List<Asked> asked = new ArrayList<>();

  /**
   * A question.
   *
   * @param pages gone through, those of row security included
   */
  public record Asked(String sql, long pages, String plan) {}

  /** As the application of a fixture. */
  public Explained(Databases real) {
    DataSource explaining =
        (DataSource)
            Proxy.newProxyInstance(
                Explained.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (_, method, args) -> {
                  Object result = call(real.app(), method, args);
                  return result instanceof Connection connection ? explaining(connection) : result;
                });
    HikariConfig config = new HikariConfig();
    config.setDataSource(explaining);
    config.setMaximumPoolSize(2);
    this.databases = new Databases(new HikariDataSource(config), real.access(), real.ledger());
  }

  /** What to make services of. */
  public Databases databases() {
    return databases;
  }

  /** What was asked since the last time. */
  public List<Asked> asked() {
    List<Asked> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  /** Ends the pool; the fixture's own stay. */
  public void close() {
    databases.app().close();
  }

  private Connection explaining(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            Explained.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, args) -> {
              Object result = call(real, method, args);
              return result instanceof PreparedStatement statement && args != null
                  ? explaining(real, statement, (String) args[0])
                  : result;
            });
  }

  /** Sets a parameter of a statement as it was set of another. */
  @FunctionalInterface
  private interface Setting {
    void on(PreparedStatement statement) throws Throwable;
  }

  private PreparedStatement explaining(Connection on, PreparedStatement real, String sql) {
    List<Setting> parameters = new ArrayList<>();
    return (PreparedStatement)
        Proxy.newProxyInstance(
            Explained.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (_, method, args) -> {
              if (method.getName().startsWith("set") && args != null && args.length > 1) {
                parameters.add(other -> call(other, method, args));
              } else if (method.getName().startsWith("execute") && isQuestion(sql)) {
                explain(on, sql, parameters);
              }
              return call(real, method, args);
            });
  }

  private static boolean isQuestion(String sql) {
    String words = sql.strip().toLowerCase(Locale.ROOT);
    return (words.startsWith("select") || words.startsWith("with"))
        && !words.contains("insert into")
        && !words.contains("set_config");
  }

  private void explain(Connection on, String sql, List<Setting> parameters) throws Throwable {
    try (PreparedStatement explain =
        on.prepareStatement("explain (analyze, buffers, timing off, summary off) " + sql)) {
      for (Setting parameter : parameters) {
        parameter.on(explain);
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      Matcher pages = PAGES.matcher(plan);
      asked.add(new Asked(sql, pages.find() ? Long.parseLong(pages.group(1)) : 0, plan.toString()));
    }
  }

  private static @Nullable Object call(Object on, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(on, args);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? new SQLException(e) : cause;
    }
  }
}
