package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever page of a restricted case somebody asks for, it is the reason that they are asked. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedCaseEndpointTest {
  private static final String ASKS = "Why do you need to open it?";
  private static final List<String> PAGES =
      List.of(
          "",
          "/plan",
          "/clocks",
          "/event",
          "/meetings",
          "/documents",
          "/closing",
          "/outcomes",
          "/chronology",
          "/disclosure",
          "/disclosure/pack",
          "/packs",
          "/packs/new");

  private WebFixture web;
  private String colleague;
  private String caseFile;

  @BeforeAll
  void start() {
    web = WebFixture.start();
    String officer = web.session(Role.INVESTIGATOR);
    String supervisor = web.session(Role.SUPERVISOR);
    colleague =
        web.session(
            "colleague",
            Stream.of(Role.INVESTIGATOR, Role.SUPERVISOR)
                .flatMap(role -> role.rights().stream())
                .collect(Collectors.toSet()));
    assertThat(
            form(officer, "/cases", "kind=place&area=greyport&team=Team&reason=told&subject=Hotel")
                .statusCode())
        .isEqualTo(302);
    caseFile = web.text("select id::text from record.case_file");
    assertThat(get(colleague, "/cases/" + caseFile).body()).doesNotContain(ASKS);
    assertThat(
            form(supervisor, "/cases/" + caseFile + "/restriction", "members=&reason=told")
                .statusCode())
        .isEqualTo(302);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private HttpResponse<String> get(String token, String path) {
    return web.ask("GET", path, "", Map.of("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> form(String token, String path, String body) {
    return web.ask(
        "POST",
        path,
        body,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Accept",
            "text/html",
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  @Test
  void everyPage_asksForTheReason_andIsRefused() {
    for (String page : PAGES) {
      HttpResponse<String> answer = get(colleague, "/cases/" + caseFile + page);
      assertThat(answer.statusCode()).as(page).isEqualTo(403);
      assertThat(answer.body())
          .as(page)
          .contains(ASKS, "action=\"/cases/" + caseFile + "/open\"")
          .doesNotContain("Hotel");
    }
  }

  @Test
  void programs_getAProblemDocument() {
    HttpResponse<String> answer = get(colleague, "/api/v1/cases/" + caseFile);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("RESTRICTED").doesNotContain(ASKS);
  }

  @Test
  void programsOpenIt_withAReasonThatIsKept() {
    String other =
        web.session(
            "program",
            Stream.of(Role.INVESTIGATOR, Role.SUPERVISOR)
                .flatMap(role -> role.rights().stream())
                .collect(Collectors.toSet()));
    String openings = "/api/v1/cases/" + caseFile + "/openings";
    assertThat(post(other, openings, "{\"reason\": \" \"}").statusCode()).isEqualTo(422);
    assertThat(get(other, "/api/v1/cases/" + caseFile).statusCode()).isEqualTo(403);
    HttpResponse<String> opened = post(other, openings, "{\"reason\": \"On call tonight.\"}");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    assertThat(get(other, "/api/v1/cases/" + caseFile).statusCode()).isEqualTo(200);
    assertThat(web.text("select reason from record.case_opening")).isEqualTo("On call tonight.");
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return web.ask(
        "POST",
        path,
        body,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Idempotency-Key",
            web.newId().toString(),
            "Content-Type",
            "application/json"));
  }

  @Test
  void formThatWasSent_givesBackWhatWasTyped() {
    HttpResponse<String> answer =
        form(colleague, "/cases/" + caseFile + "/people", "name=&how=She+knows+him");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("She knows him", "This case is restricted");
  }
}
