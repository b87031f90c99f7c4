package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.heed.server.access.Routes.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
              "q")
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
