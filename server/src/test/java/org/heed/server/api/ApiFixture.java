package org.heed.server.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.HeedServer;
import org.heed.server.MutableClock;
import org.heed.server.ServeOptions;
import org.heed.server.ServerFixture;
import org.heed.server.access.Right;
import org.heed.server.access.SessionToken;
import org.heed.server.store.IdSource;
import org.heed.testkit.TestCluster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole running server on a durable database of its own, and programs that ask it over HTTP. */
final class ApiFixture implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestCluster cluster = TestCluster.durable();
  private final Path data = ServerFixture.folder();
  private final MutableClock clock = new MutableClock();
  private final IdSource ids = new IdSource(clock, new Random(3));
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicInteger people = new AtomicInteger();
  private final DatabaseAddress address;
  private final HeedServer server;
  private final Described described;

  private ApiFixture() {
    this.address = cluster.address().withDatabase("heed");
    run(cluster.address(), "create database heed");
    this.server =
        HeedServer.start(
            new ServeOptions(data, 0, address, Path.of("..", "rulebooks", "england-wales")), clock);
    this.described = new Described(send("GET", "/api/openapi.json", null, Map.of()).body());
  }

  static ApiFixture start() {
    return new ApiFixture();
  }

  HeedServer server() {
    return server;
  }

  MutableClock clock() {
    return clock;
  }

  /** Where the server writes what happens. */
  Path log() {
    return data.resolve("log/heed.log");
  }

  /** Stops the database under the running server. */
  void stopDatabase() {
    cluster.close();
  }

  /** An answer, its body read where it is JSON. */
  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    JsonNode body() {
      return JSON.readTree(http.body());
    }

    String text(String field) {
      return body().path(field).asString();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }
  }

  /** Someone with these rights everywhere; the token. */
  String someone(Right... rights) {
    String name = "person-" + people.incrementAndGet();
    SessionToken token = SessionToken.create();
    try (Connection connection = address.connect();
        var account =
            connection.prepareStatement(
                "insert into access.account (id, name, display_name, agency) values (?, ?, ?, 'norchester')");
        var session =
            connection.prepareStatement(
                """
                insert into access.session (token_hash, account, agency, rights, kind, expires_at)
                select ?, id, agency, ?, 'api', now() + interval '1 day'
                from access.account where name = ?\
                """)) {
      account.setObject(1, ids.next());
      account.setString(2, name);
      account.setString(3, name);
      account.executeUpdate();
      session.setBytes(1, token.hash());
      session.setInt(2, Right.mask(java.util.List.of(rights)));
      session.setString(3, name);
      session.executeUpdate();
      return token.secret();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key that no request has used. */
  String key() {
    return "test-key-" + keys.incrementAndGet();
  }

  UUID newId() {
    return ids.next();
  }

  Answer get(String token, String path) {
    return ask("GET", path, null, Map.of("Authorization", "Bearer " + token));
  }

  /** Posts JSON without a key. */
  Answer post(String token, String path, String body) {
    return ask(
        "POST",
        path,
        body,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  /** Posts JSON with a key. */
  Answer post(String token, String path, String body, String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", key);
    return ask("POST", path, body, headers);
  }

  /** Asks, and holds the answer to the API's description. */
  Answer ask(String method, String path, @Nullable String body, Map<String, String> headers) {
    Answer answer = send(method, path, body, headers);
    described.check(method, path, answer);
    return answer;
  }

  private Answer send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A report of an invented child, as JSON. */
  static String report(String reference, String narrative) {
    return """
    {"source": "norchester-crime", "reference": "%s", "area": "greyport",
     "narrative": "%s",
     "people": [{"role": "victim", "given_name": "Ada", "family_name": "Marlow", "age": 14}]}
    """
        .replaceFirst("%s", reference)
        .replaceFirst("%s", narrative);
  }

  void asOwner(String statement) {
    run(address, statement);
  }

  /** One number from a query as owner. */
  long count(String query) {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection as owner of everything. */
  Connection owner() throws SQLException {
    return address.connect();
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
