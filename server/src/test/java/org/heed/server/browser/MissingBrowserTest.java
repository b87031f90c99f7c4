package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A child is reported missing, graded, found and listened to: on a laptop, and on a telephone. */
@Timeout(300)
class MissingBrowserTest extends InBrowser {
  private UUID child;

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.clock().set(Instant.parse("2026-11-23T22:00:00Z"));
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"), EnumSet.of(Right.PEOPLE));
    child =
        heed.service(People.class)
            .create(
                maker,
                new NewPerson(
                    "Elodie",
                    "Marsh",
                    LocalDate.of(2013, 4, 2),
                    "day",
                    null,
                    null,
                    null,
                    null,
                    null),
                "Made for a test");
  }

  @Test
  void child_isReportedMissingGradedFoundAndListenedTo() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      heed.signIn(phone, "officer");
      Page page = window.page();
      page.navigate(heed.url("/missing"));
      look(window, "missing-nobody");
      page.navigate(heed.url("/people/" + child));
      page.getByText("Report missing").click();
      press(page, "Open the episode");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      page.locator("#reported").fill("2026-11-23");
      page.locator("#reported-time").fill("21:40");
      page.locator("#area").selectOption("greyport");
      page.locator("#circumstances").fill("Not back from town. Phone off since six.");
      look(window, "missing-report");
      press(page, "Open the episode");
      String episode = page.url().replace("/grade", "");
      grade(phone, episode);
      page.navigate(heed.url("/missing"));
      look(window, "missing-board");
      page.navigate(episode + "/found");
      heed.clock().pass(Duration.ofHours(10));
      page.locator("#found").fill("2026-11-24");
      page.locator("#found-time").fill("07:30");
      page.locator("#place").fill("The bus station.");
      page.locator("#by").fill("PC on patrol. She was alone.");
      page.locator("#condition").fill("Cold and tired. She said that she wants to sleep.");
      look(window, "missing-found");
      press(page, "Record that they are found");
      assertThat(page.getByText("Two interviews follow").isVisible()).isTrue();
      look(window, "missing-episode");
      declined(phone, episode);
      page.navigate(heed.url("/people/" + child));
      assertThat(page.getByText("Reported missing").isVisible()).isTrue();
      look(window, "missing-timeline");
    }
  }

  private static void grade(Window phone, String episode) {
    Page page = phone.page();
    page.navigate(episode + "/grade");
    page.getByLabel("Medium").check();
    page.locator("#reason").fill("She is streetwise and always comes back.");
    press(page, "Grade in my name");
    assertThat(page.getByText("the word hides a child").first().isVisible()).isTrue();
    look(phone, "missing-grade-streetwise");
    page.getByLabel("High").check();
    page.locator("#reason").fill("She is 13, alone, without medicine, and her phone is off.");
    press(page, "Grade in my name");
    assertThat(page.getByText("The risk is graded in your name").isVisible()).isTrue();
    look(phone, "missing-graded");
  }

  private static void declined(Window phone, String episode) {
    Page page = phone.page();
    page.navigate(episode + "/interviews/return");
    page.getByLabel("Declined by the child").check();
    page.locator("#at").fill("2026-11-24");
    page.locator("#at-time").fill("07:45");
    press(page, "Record it");
    assertThat(page.getByText("Say what was tried, or why not.").first().isVisible()).isTrue();
    page.locator("#tried").fill("Asked twice; a youth worker will ask again at school.");
    page.locator("#interviewer").fill("Jo Teale, youth service");
    look(phone, "missing-interview");
    press(page, "Record it");
    assertThat(page.getByText("The interview is recorded").isVisible()).isTrue();
    look(phone, "missing-episode-phone");
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
