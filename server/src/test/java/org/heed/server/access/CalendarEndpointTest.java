package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A calendar opens with its own password, by no address alone, and opens nothing else. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarEndpointTest {
  private WebFixture web;
  private Reach reach;
  private Caller officer;

  @BeforeAll
  void start() {
    web = WebFixture.start();
    reach = web.server().service(Reach.class);
    Sessions sessions = web.server().service(Sessions.class);
    Accounts accounts = web.server().service(Accounts.class);
    Caller maker =
        sessions.openService(
            accounts.service("maker", "Maker"), java.util.EnumSet.of(Right.ADMINISTER));
    var account =
        accounts.create(maker, "ahölt", "DC Amara Holt", "norchester", "a long enough phrase");
    accounts.give(maker, account, Role.INVESTIGATOR, "greyport", null, "Test");
    officer =
        sessions
            .signIn("ahölt", "a long enough phrase", "api")
            .flatMap(sessions::find)
            .orElseThrow();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private HttpResponse<String> ask(String path, String name, String password) {
    String both =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return web.ask("GET", path, "", Map.of("Authorization", "Basic " + both));
  }

  @Test
  void calendarsPassword_opensTheCalendar_untilItIsRenewed_andNothingElse() {
    assertThat(web.ask("GET", "/calendar.ics", "", Map.of()).statusCode()).isEqualTo(401);
    assertThat(ask("/calendar.ics", "ahölt", "a long enough phrase").statusCode())
        .as("the password that signs in is not the calendar's")
        .isEqualTo(401);
    String first = reach.renewCalendar(officer);
    HttpResponse<String> answer = ask("/calendar.ics", "ahölt", first);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(answer.body()).startsWith("BEGIN:VCALENDAR");
    assertThat(ask("/cases", "ahölt", first).statusCode()).isEqualTo(302);
    String second = reach.renewCalendar(officer);
    assertThat(ask("/calendar.ics", "ahölt", first).statusCode()).isEqualTo(401);
    assertThat(ask("/calendar.ics", "ahölt", second).statusCode()).isEqualTo(200);
    reach.endCalendar(officer);
    assertThat(ask("/calendar.ics", "ahölt", second).statusCode()).isEqualTo(401);
    assertThat(
            web.text(
                "select count(*)::text from access.reach where calendar_hash like '%"
                    + second
                    + "%'"))
        .isEqualTo("0");
  }
}
