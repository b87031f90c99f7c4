package org.heed.server.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.HeedServer;
import org.heed.server.MutableClock;
import org.heed.server.ServeOptions;
import org.heed.server.ServerFixture;
import org.heed.server.ledger.Sequencer;
import org.heed.server.store.IdSource;
import org.heed.testkit.TestCluster;
import org.jspecify.annotations.Nullable;

/** A whole running server on a durable database of its own, and a client that is anyone. */
final class WebFixture implements AutoCloseable {
  private final TestCluster cluster;
  private final Path data;
  private final HeedServer server;
  private final DatabaseAddress address;
  private final MutableClock clock = new MutableClock();
  private final IdSource ids = new IdSource(clock, new Random(2));
  private final HttpClient client = HttpClient.newHttpClient();

  private WebFixture() {
    this.cluster = TestCluster.durable();
    this.address = cluster.address().withDatabase("heed");
    this.data = ServerFixture.folder();
    run(cluster.address(), "create database heed");
    this.server =
        HeedServer.start(
            new ServeOptions(data, 0, address, Path.of("..", "rulebooks", "england-wales")), clock);
  }

  static WebFixture start() {
    return new WebFixture();
  }

  MutableClock clock() {
    return clock;
  }

  /** An account that signs in with a password. */
  void account(String name, Role role, String password) {
    String administrator = session(Role.ADMINISTRATOR);
    Caller maker =
        server.service(Sessions.class).find(SessionToken.of(administrator)).orElseThrow();
    Accounts accounts = server.service(Accounts.class);
    accounts.give(
        maker,
        accounts.create(maker, name, name, "norchester", password),
        role,
        null,
        null,
        "Test");
  }

  HeedServer server() {
    return server;
  }

  /** Where the server writes what happens. */
  Path log() {
    return data.resolve("log/heed.log");
  }

  /** Gives all that was done its place in the ledger. */
  void settle() {
    try {
      server.service(Sequencer.class).settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One number from a query as owner. */
  long count(String query) {
    return Long.parseLong(text(query));
  }

  /** One text from a query as owner. */
  String text(String query) {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs one statement as owner. */
  void asOwner(String statement) {
    run(address, statement);
  }

  /** A new session of an account that holds the role for every area; the token. */
  String session(Role role) {
    return session(role, null);
  }

  /** A new session of an account that holds the role for these areas; the token. */
  String session(Role role, @Nullable List<String> areas) {
    String name = role.code() + (areas == null ? "" : "-" + String.join("-", areas));
    String agency = role == Role.PARTNER ? "school" : "norchester";
    return session(name, agency, role.rights(), areas);
  }

  /** A new session of an account that holds these rights in every area; the token. */
  String session(String name, Set<Right> rights) {
    return session(name, "norchester", rights, null);
  }

  private String session(
      String name, String agency, Set<Right> rights, @Nullable List<String> areas) {
    SessionToken token = SessionToken.create();
    try (Connection connection = address.connect();
        var account =
            connection.prepareStatement(
                """
                insert into access.account (id, name, display_name, agency)
                values (?, ?, ?, ?) on conflict do nothing\
                """);
        var session =
            connection.prepareStatement(
                """
                insert into access.session
                  (token_hash, account, agency, rights, areas, kind, expires_at)
                select ?, id, agency, ?, ?, 'api', now() + interval '1 day'
                from access.account where name = ?\
                """)) {
      account.setObject(1, ids.next());
      account.setString(2, name);
      account.setString(3, name);
      account.setString(4, agency);
      account.executeUpdate();
      session.setBytes(1, token.hash());
      session.setInt(2, Right.mask(rights));
      session.setArray(3, areas == null ? null : connection.createArrayOf("text", areas.toArray()));
      session.setString(4, name);
      session.executeUpdate();
      return token.secret();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  UUID newId() {
    return ids.next();
  }

  /** Asks; redirects are not followed. */
  HttpResponse<String> ask(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks the API as whoever holds the token. */
  HttpResponse<String> api(String token, String method, String path, String body) {
    return ask(
        method,
        path,
        body,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  private static void run(DatabaseAddress where, String statement) {
    try (Connection connection = where.connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    cluster.close();
  }
}
