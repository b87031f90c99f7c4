package org.heed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresOptions;
import org.heed.server.access.Accounts;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.testkit.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away under a running Heed, and comes back. */
final class DatabaseAwayTest {
  private static final PostgresOptions OPTIONS =
      PostgresOptions.usual()
          .withUnpackFolder(Path.of("target", "bundled-postgres").toAbsolutePath());

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void pagesAndProgramsAreToldSo_andServedAgainWithoutARestart() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path place = folder.resolve("server");
    OwnPostgres database = OwnPostgres.start(place, OPTIONS);
    int port = database.port();
    try (Connection owner = database.address().connect();
        Statement create = owner.createStatement()) {
      create.execute("create database heed");
    }
    ServeOptions options =
        new ServeOptions(
            folder.resolve("heed"),
            0,
            database.address("heed"),
            Path.of("..", "rulebooks", "england-wales"));
    try (HeedServer heed = HeedServer.start(options, Clock.systemUTC())) {
      String token = token(heed);
      assertThat(page(heed, "/reports", token).join().statusCode()).isEqualTo(200);
      database.close();
      requireTold(heed, token);
      database = OwnPostgres.start(place, OPTIONS.withPort(port));
      Await.until(
          () -> page(heed, "/reports", token).join().statusCode() == 200, "pages to be back");
      assertThat(report(heed, token).join().statusCode()).isEqualTo(201);
      assertThat(page(heed, "/health", null).join().statusCode()).isEqualTo(200);
    } finally {
      database.close();
    }
  }

  /** All at once: each waits a while for a connection. */
  private void requireTold(HeedServer heed, String token) {
    CompletableFuture<HttpResponse<String>> asSomeone = page(heed, "/reports", token);
    CompletableFuture<HttpResponse<String>> asProgram = report(heed, token);
    CompletableFuture<HttpResponse<String>> health = page(heed, "/health", null);
    CompletableFuture<HttpResponse<String>> signingIn = signIn(heed);
    for (HttpResponse<String> page : List.of(asSomeone.join())) {
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("Heed cannot reach its records").doesNotContain("xception");
    }
    for (HttpResponse<String> problem : List.of(asProgram.join(), signingIn.join())) {
      assertThat(problem.statusCode()).isEqualTo(503);
      assertThat(problem.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(problem.body())
          .contains("The database does not answer", "DATABASE_AWAY")
          .doesNotContain("xception");
    }
    assertThat(health.join().statusCode()).isEqualTo(503);
    // What needs no record is there all the time.
    assertThat(page(heed, "/sign-in", null).join().statusCode()).isEqualTo(200);
  }

  private static String token(HeedServer heed) throws SQLException {
    var account = heed.service(Accounts.class).service("intake", "Intake");
    return heed.service(Sessions.class)
        .openService(account, EnumSet.of(Right.RECORD, Right.READ))
        .token()
        .secret();
  }

  private CompletableFuture<HttpResponse<String>> page(
      HeedServer heed, String path, @org.jspecify.annotations.Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(heed, path)).header("Accept", "text/html,*/*;q=0.8");
    if (token != null) {
      request.header("Cookie", "heed_session=" + token);
    }
    return send(request);
  }

  private CompletableFuture<HttpResponse<String>> report(HeedServer heed, String token) {
    String body =
        """
        {"source":"intake","reference":"1","kind":"referral","area":"AV",
         "narrative":"Missing overnight again."}\
        """;
    return send(
        HttpRequest.newBuilder(address(heed, "/api/v1/reports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private CompletableFuture<HttpResponse<String>> signIn(HeedServer heed) {
    return send(
        HttpRequest.newBuilder(address(heed, "/api/v1/tokens"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\",\"password\":\"b\"}")));
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI address(HeedServer heed, String path) {
    return URI.create("http://localhost:" + heed.port() + path);
  }
}
