package org.heed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.postgres.DatabaseAddress;
import org.heed.testkit.TestCluster;

/** An empty database and a data folder, and commands run on them as somebody would type them. */
final class CommandRecord implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "record_" + COUNT.incrementAndGet();
  private final Path data;

  /** What a command came to. */
  record Ran(int status, String out, String err) {
    String lastLine() {
      return out.strip().lines().reduce("", (_, last) -> last);
    }
  }

  CommandRecord(Path data) {
    this.data = data;
    administer("create database " + name);
  }

  private static void administer(String sql) {
    try (Connection connection = Server.CLUSTER.address().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DatabaseAddress address() {
    return Server.CLUSTER.address().withDatabase(name);
  }

  Path data() {
    return data;
  }

  Connection owner() throws SQLException {
    return address().connect();
  }

  /** Runs a command that takes {@code --data}, {@code --database} and {@code --rulebook}. */
  Ran run(String input, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(where());
    all.addAll(List.of("--rulebook", "../rulebooks/england-wales"));
    return runAsItIs(input, all.toArray(String[]::new));
  }

  /** Runs a command that takes {@code --data} and {@code --database} alone. */
  Ran runOnLedger(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(where());
    return runAsItIs("", all.toArray(String[]::new));
  }

  /** A command with where the record is. */
  List<String> onRecord(List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.addAll(where());
    return all;
  }

  private List<String> where() {
    return List.of("--data", data.toString(), "--database", url());
  }

  private String url() {
    DatabaseAddress at = address();
    return "postgresql://"
        + at.user()
        + (at.password() == null ? "" : ":" + at.password())
        + "@"
        + at.host()
        + ":"
        + at.port()
        + "/"
        + at.database();
  }

  static Ran runAsItIs(String input, String... command) {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
      System.setOut(new PrintStream(answer, true, UTF_8));
      int status =
          Heed.run(
              new PrintWriter(System.out, true, UTF_8), new PrintWriter(messages, true), command);
      return new Ran(status, answer.toString(UTF_8), messages.toString());
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
  }

  /** A file beside the data folder. */
  Path file(String name, String content) {
    try {
      Files.createDirectories(data);
      return Files.writeString(data.resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    administer("drop database " + name + " with (force)");
  }

  /** One that flushes, as Heed insists, for all such tests of this JVM. */
  private static final class Server {
    private static final TestCluster CLUSTER = TestCluster.durable();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close, "heed-command-tests-end"));
    }
  }
}
