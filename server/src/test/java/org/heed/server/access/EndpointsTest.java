package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.heed.rulebook.Schemas;
import org.heed.server.access.Routes.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Walks every endpoint as every role, as nobody, and as a browser without its page's token. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTest {
  private static final String REPORT =
      """
      {"source": "made", "reference": "MADE/1", "kind": "missing-episode", "area": "brook",
       "recorded_at": "2026-01-05T09:00:00Z", "policing_purpose": "safeguarding",
       "narrative": "Quillfeather House staff say that she came back from town with a new phone.",
       "people": [{"role": "victim", "given_name": "Quillfeather", "age": 14}]}
      """;

  private WebFixture web;
  private List<Route> routes;

  @BeforeAll
  void start() {
    web = WebFixture.start();
    web.ask("GET", "/sign-in", "", Map.of());
    routes = Routes.of(web.server());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void everyEndpoint_saysWhomItIsFor() {
    List<Route> ours = routes.stream().filter(Route::ours).toList();
    assertThat(ours).hasSizeGreaterThan(20);
    assertThat(ours)
        .allSatisfy(
            route -> assertThat(needs(route) != null ^ openToAll(route)).as(route.name()).isTrue());
  }

  /** Adding one is a decision about who may come in without a word. */
  @Test
  void openEndpoints_areTheseAlone() {
    assertThat(routes.stream().filter(EndpointsTest::openToAll).map(Route::name))
        .containsExactlyInAnyOrder(
            "GET /api/openapi.json",
            "GET /schemas/{name}",
            "GET /calendar.ics",
            "POST /api/v1/tokens",
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /signed-out",
            "GET /tell-us",
            "GET /tell-us/leave",
            "GET /tell-us/sent",
            "GET /tell-us/{way}/{step}",
            "POST /tell-us/{way}/{step}");
    assertThat(routes.stream().filter(route -> !route.ours()).map(Route::path))
        .containsOnly("/error", "/health", "/health/**", "/metrics");
    assertThat(Routes.others(web.server()))
        .containsExactly(
            "BeanNameUrlHandlerMapping",
            "RouterFunctionMapping",
            "SimpleUrlHandlerMapping",
            "WelcomePageHandlerMapping",
            "WelcomePageNotAcceptableHandlerMapping");
  }

  @Test
  void schemas_areServedToEditors() {
    for (String name : Schemas.names()) {
      HttpResponse<String> answer = web.ask("GET", "/schemas/" + name, "", Map.of());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Schemas.find(name).orElseThrow());
    }
    assertThat(web.ask("GET", "/schemas/none.schema.json", "", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobody_isSentToSignInOrRefused() {
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : closed()) {
        for (Map<String, String> who :
            List.of(Map.<String, String>of(), Map.of("Authorization", "Bearer nobody"))) {
          HttpResponse<String> answer = ask(route, newId(), who);
          if (route.method().equals("GET") && !route.api()) {
            softly.assertThat(answer.statusCode()).as(route.name()).isEqualTo(302);
            softly
                .assertThat(answer.headers().firstValue("Location").orElse(""))
                .as(route.name())
                .contains("/sign-in?then=");
          } else {
            softly.assertThat(answer.statusCode()).as(route.name()).isIn(401, 403);
            softly.assertThat(answer.headers().firstValue("Location")).as(route.name()).isEmpty();
          }
        }
      }
    });
  }

  @Test
  void browserWhoseSessionHasEnded_isToldWhy_andComesBackWhereItWas() {
    HttpResponse<String> sent =
        web.ask("GET", "/reports?area=AV", "", Map.of("Cookie", "heed_session=ended"));
    assertThat(sent.statusCode()).isEqualTo(302);
    String told = sent.headers().firstValue("Location").orElseThrow();
    assertThat(told).endsWith("/signed-out?then=%2Freports%3Farea%3DAV");
    assertThat(web.ask("GET", told.substring(told.indexOf("/signed-out")), "", Map.of()).body())
        .contains("Your session has ended", "/sign-in?then=%2Freports%3Farea%3DAV");
    assertThat(web.ask("GET", "/signed-out", "", Map.of()).body())
        .contains("You have signed out")
        .doesNotContain("session has ended");
  }

  @Test
  void victimThatIsNone_isAFaultOfTheForm() {
    String insider = web.session(Role.SUPERVISOR);
    web.api(insider, "POST", "/api/v1/reports", REPORT.replace("MADE/1", "MADE/2"));
    String id = web.text("select id::text from record.report where reference = 'MADE/2'");
    Map<String, String> headers = new HashMap<>(bearer(insider));
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/reports/" + id + "/crimes",
            "victim=nobody&offence-1=71&reason=told&record=1",
            headers);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Select the victims from the list");
  }

  @Test
  void decisionThatIsNone_isAFaultOfTheForm() {
    String insider = web.session(Role.SUPERVISOR);
    web.api(insider, "POST", "/api/v1/reports", REPORT.replace("MADE/1", "MADE/3"));
    String id = web.text("select id::text from record.report where reference = 'MADE/3'");
    Map<String, String> headers = new HashMap<>(bearer(insider));
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/reports/" + id + "/flag",
            "decision=perhaps&route=officer&reason=told",
            headers);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Select yes, no or that more is needed");
  }

  @Test
  void everyRole_passesWhereItHoldsARight_andNowhereElse() {
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : closed()) {
        for (Role role : Role.values()) {
          // Ending a session is one of the things walked, so each question has its own.
          String token = web.session(role);
          int status = ask(route, newId(), bearer(token)).statusCode();
          String what = route.name() + " as " + role.code();
          if (opens(route, role)) {
            softly.assertThat(status).as(what).isNotIn(401, 403).isLessThan(500);
          } else {
            softly.assertThat(status).as(what).isEqualTo(403);
          }
        }
      }
    });
  }

  @Test
  void anyoneWithEveryRightButThose_isRefused_andOneOfThoseIsEnough() {
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : closed()) {
        Needs needs = needs(route);
        if (needs == null || needs.value().length == 0) {
          continue;
        }
        Set<Right> named = EnumSet.copyOf(List.of(needs.value()));
        String without =
            web.session("every-right-but", EnumSet.complementOf(EnumSet.copyOf(named)));
        softly
            .assertThat(ask(route, newId(), bearer(without)).statusCode())
            .as(route.name() + " without " + named)
            .isEqualTo(403);
        for (Right right : named) {
          String alone = web.session("one-right", EnumSet.of(right));
          softly
              .assertThat(ask(route, newId(), bearer(alone)).statusCode())
              .as(route.name() + " with " + right + " alone")
              .isNotIn(401, 403)
              .isLessThan(500);
        }
      }
    });
  }

  @Test
  void reportOfAnotherArea_isOnNoPageAndInNoAnswer() {
    String insider = web.session(Role.SUPERVISOR);
    HttpResponse<String> recorded = web.api(insider, "POST", "/api/v1/reports", REPORT);
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    String id =
        web.text(
            "select id::text from record.report where source = 'made' and reference = 'MADE/1'");
    assertThat(web.ask("GET", "/reports/" + id, "", bearer(insider)).body())
        .contains("Quillfeather");
    Map<String, String> strangers =
        Stream.of(Role.values())
            .collect(
                Collectors.toMap(
                    Role::code,
                    role -> web.session(role, List.of("avon")),
                    (first, _) -> first,
                    LinkedHashMap::new));
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : closed()) {
        if (route.method().equals("GET")) {
          strangers.forEach((role, token) ->
              softly
                  .assertThat(ask(route, id, bearer(token)).body())
                  .as(route.name() + " as " + role)
                  .doesNotContain("Quillfeather", "MADE/1"));
        }
      }
    });
  }

  @Test
  void writeFromABrowser_withoutItsPagesToken_isRefused() {
    String session = web.session(Role.SUPERVISOR);
    long before = web.count("select count(*) from ledger.entry");
    SoftAssertions.assertSoftly(softly -> {
      for (Route route : closed()) {
        if (!route.method().equals("GET")) {
          int status =
              ask(route, newId(), Map.of("Cookie", "heed_session=" + session)).statusCode();
          softly.assertThat(status).as(route.name()).isEqualTo(403);
        }
      }
    });
    assertThat(web.count("select count(*) from ledger.entry")).isEqualTo(before);
    assertThat(web.ask("GET", "/reports", "", Map.of("Cookie", "heed_session=" + session)))
        .as("the session goes on")
        .returns(200, HttpResponse::statusCode);
  }

  private List<Route> closed() {
    return routes.stream().filter(Route::ours).filter(route -> !openToAll(route)).toList();
  }

  private static @Nullable Needs needs(Route route) {
    return route.handler().getMethodAnnotation(Needs.class);
  }

  private static boolean openToAll(Route route) {
    return route.handler().hasMethodAnnotation(OpenToAll.class);
  }

  private static boolean opens(Route route, Role role) {
    Needs needs = needs(route);
    return needs != null
        && (needs.value().length == 0
            || Arrays.stream(needs.value()).anyMatch(role.rights()::contains));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private String newId() {
    return web.newId().toString();
  }

  private HttpResponse<String> ask(Route route, String id, Map<String, String> who) {
    String path = route.path().replaceAll("\\{[^/]*\\}", id);
    Map<String, String> headers = new HashMap<>(who);
    headers.put(
        "Content-Type", route.api() ? "application/json" : "application/x-www-form-urlencoded");
    headers.put("Accept", route.api() ? "application/json, text/plain;q=0.5" : "text/html");
    boolean body = !route.method().equals("GET") && route.api();
    return web.ask(route.method(), path, body ? "{}" : "", headers);
  }
}
