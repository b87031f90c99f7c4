package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.heed.server.HeedServer;
import org.heed.server.access.Routes.Route;
import org.heed.server.importing.ImportCounts;
import org.heed.server.importing.ImportFile;
import org.heed.server.importing.Importer;
import org.heed.server.importing.Mapping;
import org.heed.server.importing.Rejects;
import org.heed.server.recognition.Recogniser;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.View;

/**
 * Sends a made-up name to every endpoint, where it belongs and where it does not, and looks for it
 * in the log, in refusals and in addresses.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogCanaryTest {
  private static final String NAME = "Quillfeather";
  private static final List<String> BODIES =
      List.of(
          "{\"narrative\": \"" + NAME + "\"",
          "{\"" + NAME + "\": 1}",
          "{\"area\": {\"a\": \"" + NAME + "\"}, \"kind\": \"" + NAME + "\"}",
          "{\"source\": \"made\", \"reference\": \"MADE/9\", \"kind\": \""
              + NAME
              + "\", \"area\": \"brook\", \"recorded_at\": \""
              + NAME
              + "\", \"narrative\": \""
              + NAME
              + " came back\", \"people\": [{\"role\": \""
              + NAME
              + "\", \"sex\": \""
              + NAME
              + "\"}]}",
          "\"" + NAME + "\\u0000\"");
  private static final String FORM =
      List.of(
              "kind",
              "area",
              "route",
              "narrative",
              "occurred",
              "reported",
              "person-1-role",
              "person-1-given",
              "person-1-family",
              "person-1-born",
              "reason",
              "why",
              "because",
              "offence",
              "offence-1",
              "victim",
              "members",
              "decision",
              "person",
              "name",
              "q",
              "subject",
              "team",
              "handover",
              "how",
              "says",
              "born",
              "of",
              "link",
              "reference",
              "what",
              "line",
              "words",
              "demeanour",
              "said-to",
              "decided",
              "decided-why",
              "grade",
              "grade-why",
              "agenda",
              "asked",
              "minutes",
              "act",
              "case",
              "owner")
          .stream()
          .map(field -> field + "=" + NAME)
          .reduce((a, b) -> a + "&" + b)
          .orElseThrow();

  private WebFixture web;
  private List<Route> routes;

  @BeforeAll
  void start() {
    web = WebFixture.start();
    web.ask("GET", "/sign-in", "", Map.of());
    routes = Routes.of(web.server()).stream().filter(Route::ours).toList();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void nameSentToEveryEndpoint_isInNoLogLineNoRefusalAndNoNewAddress() throws IOException {
    String id = web.newId().toString();
    SoftAssertions softly = new SoftAssertions();
    for (Route route : routes) {
      for (String in : List.of(id, NAME)) {
        String path = route.path().replaceAll("\\{[^/]*\\}", in);
        if (route.method().equals("GET")) {
          ask(route, path + "?known=" + NAME + "&area=" + NAME + "&q=" + NAME, "");
        } else if (route.api()) {
          for (String body : BODIES) {
            HttpResponse<String> answer = ask(route, path, body);
            if (answer.statusCode() >= 400) {
              // The problem names the address that was asked, as its asker wrote it.
              softly
                  .assertThat(answer.body().replace("\"instance\":\"" + path, ""))
                  .as(route.name())
                  .doesNotContain(NAME);
            }
          }
        } else {
          HttpResponse<String> answer = ask(route, path, FORM);
          softly.assertThat(answer.statusCode()).as(route.name()).isLessThan(500);
          softly
              .assertThat(answer.headers().firstValue("Location").orElse(""))
              .as(route.name())
              .doesNotContain(NAME);
        }
      }
    }
    web.ask("GET", "/" + NAME, "", Map.of());
    web.ask("GET", "/api/v1/" + NAME, "", Map.of());
    softly.assertAll();
    String log = Files.readString(web.log());
    assertThat(log).contains("/api/v1/reports");
    assertThat(log.lines().filter(line -> line.contains(NAME))).isEmpty();
  }

  @Test
  void faultOfAPage_isToldByAReference_andLoggedWithoutItsMessage() throws Exception {
    Routes.add(web.server(), "/made-fault", new Faulty(), "fault");
    Routes.add(web.server(), "/made-view", new Faulty(), "view");
    Routes.add(web.server(), "/made-error", new Faulty(), "error");
    for (String path : List.of("/made-fault", "/made-view", "/made-error")) {
      for (String accept : List.of("text/html", "application/json")) {
        HttpResponse<String> answer = web.ask("GET", path, "", Map.of("Accept", accept));
        String reference = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(answer.statusCode()).as(path).isEqualTo(500);
        assertThat(answer.body()).as(path).doesNotContain(NAME, "xception");
        if (accept.equals("text/html")) {
          assertThat(answer.body()).contains("Something went wrong", reference);
        }
        List<String> logged =
            Files.readAllLines(web.log()).stream()
                .filter(line -> line.contains(reference))
                .toList();
        assertThat(logged).as(path).anyMatch(line -> line.contains("LogCanaryTest$Faulty"));
      }
    }
    assertThat(Files.readString(web.log()))
        .contains(
            "java.lang.IllegalStateException", "because of java.lang.IllegalArgumentException")
        .doesNotContain(NAME);
  }

  /** Fails in the three ways a page can. */
  @SuppressWarnings("DoNotCallSuggester") // a running server calls them
  static final class Faulty {
    @OpenToAll("a test's own")
    public String fault() {
      throw new IllegalStateException(NAME + " of 14", new IllegalArgumentException(NAME));
    }

    @OpenToAll("a test's own")
    public View view() {
      return (_, _, _) -> {
        throw new IllegalStateException(NAME + " while the page was made");
      };
    }

    @OpenToAll("a test's own")
    public String error() {
      throw new AssertionError(NAME);
    }
  }

  @Test
  void rowsThatAnImportRefuses_areInItsRejectsAlone() throws Exception {
    Path folder = Files.createTempDirectory("heed-canary");
    Path file =
        Files.writeString(
            folder.resolve("rows.csv"),
            "Ref,When,Age,Text\n"
                + "1,1 "
                + NAME
                + " 2026,14,Missing overnight.\n"
                + "2,01/02/2026,"
                + NAME
                + ",Missing overnight.\n"
                + "3,32/02/2026,14,"
                + NAME
                + " stayed out overnight.\n");
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            """
            source: {value: made}
            reference: Ref
            narrative: Text
            recorded_at: When
            kind: {value: referral}
            area: {value: brook}
            formats: ["dd/MM/yyyy"]
            people:
              - role: {value: victim}
                age: Age
            """);
    HeedServer server = web.server();
    Importer importer =
        new Importer(
            new Importer.Tools(
                server.service(Databases.class),
                server.service(Acts.class),
                server
                    .service(Sessions.class)
                    .openService(
                        server.service(Accounts.class).service("made-import", "Import"),
                        EnumSet.of(Right.RECORD, Right.READ, Right.IMPORT)),
                server.service(Recogniser.class),
                server.service(Clock.class),
                _ -> {}));
    try (Rejects rejects = new Rejects(folder.resolve("rejects.csv"), false)) {
      ImportCounts counts =
          importer.run(ImportFile.of(file), Mapping.load(mapping), rejects, (_, _) -> {});
      assertThat(counts.refused()).isEqualTo(3);
      assertThat(counts.toString()).doesNotContain(NAME);
    }
    assertThat(Files.readString(folder.resolve("rejects.csv"))).contains(NAME);
    assertThat(Files.readString(web.log())).doesNotContain(NAME);
  }

  private HttpResponse<String> ask(Route route, String path, String body) {
    String token = web.session("canary", EnumSet.allOf(Right.class));
    return web.ask(
        route.method(),
        path,
        body,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Idempotency-Key",
            web.newId().toString(),
            "Accept",
            route.api() ? "application/json, text/plain;q=0.5" : "text/html",
            "Content-Type",
            route.api() ? "application/json" : "application/x-www-form-urlencoded"));
  }
}
