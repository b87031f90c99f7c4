package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A child tells on a telephone without scripts, a professional on a laptop; the hub reads, and what
 * was told becomes a report. Whoever leaves leaves nothing behind, and no file or script gets in.
 */
@Timeout(300)
class TellUsBrowserTest extends InBrowser {
  private static final String WORDS =
      "A man called Dez waits outside school in a grey car. He gave me a phone and I am scared of"
          + " him. <script>document.title='taken'</script>";

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void start() {
    heed.account("hub", "Ines Roe", Role.HUB);
    heed.account("supervisor", "DI Noor Vance", Role.SUPERVISOR);
  }

  @Test
  void whatAChildAndAProfessionalTell_isReadAndBecomesReports() {
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    String childs = childTells();
    String schools = professionalTells();
    heed.clock().pass(Duration.ofMinutes(75));
    supervisorIsAlarmed();
    hubReadsAndRecords(childs);
    hubJoins(schools, childs);
  }

  private String childTells() {
    try (Window phone = browser.window(Browser.PHONE, false)) {
      Page page = phone.page();
      page.navigate(heed.url("/tell-us"));
      assertThat(page.getByText("call 999").first().isVisible()).isTrue();
      assertThat(page.getByText("We cannot promise that anyone is reading").isVisible()).isTrue();
      look(phone, "tell-start");
      page.getByText("Tell us about yourself, a child or a place").click();
      press(page, "Continue");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      look(phone, "tell-danger-error");
      page.getByLabel("I am not sure").check();
      press(page, "Continue");
      page.locator("#happened").fill(WORDS + "x".repeat(20_000));
      press(page, "Continue");
      assertThat(page.getByText("longer than we can take at once").first().isVisible()).isTrue();
      assertThat(page.locator("#happened").inputValue()).as("nothing is lost").startsWith(WORDS);
      page.locator("#happened").fill(WORDS);
      look(phone, "tell-happened");
      press(page, "Continue");
      page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#happened").inputValue())
          .as("kept on the way back")
          .isEqualTo(WORDS);
      press(page, "Continue");
      page.getByLabel("Me", new Page.GetByLabelOptions().setExact(true)).check();
      page.locator("#child").fill("Elodie Marsh");
      page.locator("#age").fill("13");
      look(phone, "tell-about");
      press(page, "Continue");
      page.locator("#where").fill("By the gate on Fridays.");
      page.locator("#area").selectOption("greyport");
      look(phone, "tell-where");
      press(page, "Continue");
      page.getByLabel("Send a text message").check();
      press(page, "Continue");
      assertThat(page.getByText("Enter the number, address or person").first().isVisible())
          .isTrue();
      page.locator("#to").fill("my sister’s phone");
      page.locator("#care").fill("Do not come to the house.");
      look(phone, "tell-contact");
      press(page, "Continue");
      assertThat(page.getByText("By the gate on Fridays.").isVisible()).isTrue();
      look(phone, "tell-check");
      press(page, "Send");
      assertThat(page.title()).startsWith("We have your message");
      assertThat(page.getByText("call 999").first().isVisible()).isTrue();
      look(phone, "tell-sent");
      String reference = page.locator(".govuk-panel__body strong").innerText();
      assertThat(phone.requests()).allMatch(url -> url.startsWith(heed.url("/")));
      assertThat(phone.requests()).noneMatch(url -> url.contains("?") || url.contains("Elodie"));
      page.navigate(heed.url("/tell-us/public/happened"));
      assertThat(page.locator("#happened").inputValue()).as("gone once sent").isEmpty();
      return reference;
    }
  }

  private String professionalTells() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      Page page = window.page();
      page.navigate(heed.url("/tell-us"));
      look(window, "tell-start-laptop");
      page.getByText("I work with children").click();
      page.getByLabel("Not right now").check();
      press(page, "Continue");
      page.locator("#happened").fill("A pupil was seen getting into a grey car with an older man.");
      press(page, "Continue");
      page.getByLabel("A child or children").check();
      press(page, "Continue");
      page.locator("#area").selectOption("greyport");
      press(page, "Continue");
      page.locator("#name").fill("Jo Teale");
      page.locator("#role").fill("School nurse");
      page.locator("#organisation").fill("A school in Greyport");
      look(window, "tell-you");
      press(page, "Continue");
      page.getByLabel("Phone").check();
      page.locator("#to").fill("the school office");
      page.locator("#knows").fill("She knows. Her family does not yet.");
      look(window, "tell-contact-professional");
      press(page, "Continue");
      look(window, "tell-check-professional");
      press(page, "Send");
      assertThat(window.complaints()).isEmpty();
      return page.locator(".govuk-panel__body strong").innerText();
    }
  }

  private void supervisorIsAlarmed() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "supervisor");
      assertThat(
              window.page().getByText("2 messages have been left unread past the time").isVisible())
          .isTrue();
      look(window, "tell-alarm");
    }
  }

  private void hubReadsAndRecords(String reference) {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "hub");
      Page page = window.page();
      page.navigate(heed.url("/inbox"));
      assertThat(page.locator("main").innerText()).doesNotContain("grey car");
      look(window, "tell-inbox");
      page.getByText(reference).click();
      assertThat(page.title()).as("a script is words").startsWith("Message " + reference);
      assertThat(page.getByText("document.title='taken'").isVisible()).isTrue();
      assertThat(page.getByText("Do not come to the house.").isVisible()).isTrue();
      press(page, "Decide");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      page.getByLabel("Record it as a report").check();
      assertThat(page.locator("#given").inputValue()).isEqualTo("Elodie");
      page.locator("#reason").fill("Gifts and an older adult at the school gate.");
      look(window, "tell-message");
      press(page, "Decide");
      assertThat(page.title()).startsWith("Report");
      assertThat(page.locator(".heed-mark").count()).as("read by the rulebook").isPositive();
      assertThat(page.getByText("Message " + reference).isVisible()).isTrue();
      look(window, "tell-report");
    }
  }

  private void hubJoins(String reference, String report) {
    try (Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(phone, "hub");
      Page page = phone.page();
      page.navigate(heed.url("/inbox"));
      look(phone, "tell-inbox-phone");
      page.getByText(reference).click();
      page.getByText("Hand it over", new Page.GetByTextOptions().setExact(true)).first().click();
      look(phone, "tell-message-phone");
      page.getByLabel("Join it to a report that is known").check();
      page.locator("#reference").fill("none such");
      page.locator("#reason").fill("The same car and school.");
      press(page, "Decide");
      assertThat(page.getByText("No report open to you has this reference.").first().isVisible())
          .isTrue();
      page.locator("#reference").fill(report);
      press(page, "Decide");
      assertThat(page.getByText("Message " + reference).isVisible()).isTrue();
    }
  }

  @Test
  void whoeverLeaves_isElsewhereAtOnce_andLeavesNothingBehind() {
    for (boolean scripts : List.of(true, false)) {
      try (Window phone = browser.window(Browser.PHONE, scripts)) {
        Page page = phone.page();
        page.route(
            "https://www.bbc.co.uk/**",
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions().setBody("weather")));
        page.navigate(heed.url("/tell-us/public/happened"));
        page.locator("#happened").fill("He waits by the gate.");
        press(page, "Continue");
        page.navigate(heed.url("/tell-us/public/happened"));
        assertThat(page.locator("#happened").inputValue()).isEqualTo("He waits by the gate.");
        page.getByText("Exit this page", new Page.GetByTextOptions().setExact(false))
            .first()
            .click();
        page.waitForURL("https://www.bbc.co.uk/weather");
        assertThat(page.context().cookies(heed.url("/tell-us")))
            .noneMatch(cookie -> cookie.name.equals("heed_tell"));
        page.navigate(heed.url("/tell-us/public/happened"));
        assertThat(page.locator("#happened").inputValue()).isEmpty();
      }
    }
  }

  @Test
  void fileFloodOfBytesAndForgedForm_areRefusedKindly() throws Exception {
    HttpResponse<String> file =
        post("/tell-us/public/happened", "multipart/form-data; boundary=x", "--x--");
    assertThat(file.statusCode()).isEqualTo(415);
    assertThat(file.body()).contains("We cannot take files here", "call 999", "Childline");
    HttpResponse<String> tooLong =
        post(
            "/tell-us/public/happened",
            "application/x-www-form-urlencoded",
            "happened=" + "x".repeat(600_000));
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(tooLong.body()).contains("That is too much at once", "call 999");
    HttpResponse<String> forged =
        post("/tell-us/public/danger", "application/x-www-form-urlencoded", "danger=now");
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("This page needs cookies", "call 999");
    HttpResponse<String> none =
        client.send(
            HttpRequest.newBuilder(URI.create(heed.url("/tell-us/public/none")))
                .header("Accept", "text/html")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("Page not found", "Childline");
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(heed.url(path)))
            .header("Content-Type", type)
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name).isFalse();
  }
}
