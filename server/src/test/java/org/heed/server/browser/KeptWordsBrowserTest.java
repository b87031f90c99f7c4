package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.heed.server.notice.Notices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody types a thing twice: not because a session ended, and not because somebody was first. */
class KeptWordsBrowserTest extends InBrowser {
  private static final String TOLD =
      "She told her teacher of an older man, a new phone and a hotel in town.";

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("colleague", "DC Ines Roe", Role.INVESTIGATOR);
  }

  @Test
  void sessionThatEnds_keepsWhatWasTyped_throughSigningInAgain() {
    try (Window window = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      Page page = window.page();
      page.navigate(heed.url("/cases/new"));
      page.getByLabel("Place").first().check();
      page.locator("#subject").fill("The arcade by the station");
      page.locator("#team").fill("Exploitation team");
      page.locator("#area").selectOption("greyport");
      page.locator("#reason").fill("Four children named it in one month.");
      page.context().clearCookies(new ClearCookiesOptions().setName("heed_session"));
      press(page, "Open the case");
      assertThat(page.getByText("Your session has ended").isVisible()).isTrue();
      look(window, "kept-sign-in-phone");
      page.locator("#name").fill("officer");
      page.locator("#password").fill("not the password");
      press(page, "Sign in");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      heed.fillIn(page, "officer");
      assertThat(page.getByText("Four children named it in one month.").isVisible()).isTrue();
      look(window, "kept-go-on-phone");
      press(page, "Send it now");
      assertThat(page.getByText("The case is open").isVisible()).isTrue();
      assertThat(page.getByText("Four children named it in one month.").first().isVisible())
          .isTrue();
    }
  }

  @Test
  void twoWhoAmendOneReport_eachSeeBoth_andNothingIsLost() {
    try (Window first = browser.window(Browser.LAPTOP);
        Window second = browser.window(Browser.LAPTOP)) {
      heed.signIn(first, "officer");
      heed.signIn(second, "colleague");
      String report = record(first.page());
      first.page().navigate(report + "/amend");
      second.page().navigate(report + "/amend");
      amend(first.page(), TOLD.replace("a hotel", "two hotels"), "She named the other.");
      assertThat(first.page().getByText("The report is amended").isVisible()).isTrue();
      amend(second.page(), TOLD + " The man has a grey car.", "Her teacher saw it.");
      Page page = second.page();
      assertThat(page.getByText("Somebody amended this report after").isVisible()).isTrue();
      assertThat(page.locator(".govuk-inset-text").innerText()).contains("two hotels");
      assertThat(page.locator("#narrative").inputValue()).contains("grey car");
      assertThat(page.locator("#reason").inputValue()).isEqualTo("Her teacher saw it.");
      look(second, "kept-amend");
      amend(
          page,
          TOLD.replace("a hotel", "two hotels") + " The man has a grey car.",
          "Her teacher saw it.");
      assertThat(page.getByText("The report is amended").isVisible()).isTrue();
    }
  }

  @Test
  void whoIsSecond_findsTheirWordsOnThePage() {
    try (Window first = browser.window(Browser.LAPTOP);
        Window second = browser.window(Browser.LAPTOP)) {
      heed.signIn(first, "officer");
      heed.signIn(second, "colleague");
      String address = open(first.page());
      setAnAction(first.page(), address);
      heed.clock().pass(Duration.ofDays(30));
      second.page().navigate(address + "/plan");
      done(first.page(), "The register names who paid.");
      done(second.page(), "The hotel keeps no register; the night porter remembers him.");
      Page page = second.page();
      assertThat(page.getByText("Somebody changed this action after").isVisible()).isTrue();
      assertThat(page.getByText("The register names who paid.").isVisible()).isTrue();
      assertThat(page.getByText("the night porter remembers him").isVisible()).isTrue();
      look(second, "kept-conflict");
      page.getByText("record it as something that happened").click();
      assertThat(page.locator("#says").isVisible()).isTrue();
      setAnAction(first.page(), address);
      notices(first);
    }
  }

  @Test
  void twoWhoGiveOneCase_eachSeeBoth_andTheSecondSendsTheirsAgain() {
    try (Window first = browser.window(Browser.LAPTOP);
        Window second = browser.window(Browser.PHONE)) {
      heed.signIn(first, "officer");
      heed.signIn(second, "colleague");
      String address = open(first.page());
      second.page().navigate(address);
      give(first.page(), "DC Amara Holt", "She knows the hotel.");
      assertThat(first.page().getByText("The case has changed hands").isVisible()).isTrue();
      Page page = second.page();
      give(page, "DC Ines Roe", "She speaks to both families.");
      assertThat(page.getByText("Somebody gave this case to somebody").isVisible()).isTrue();
      assertThat(page.getByText("She knows the hotel.").isVisible()).isTrue();
      assertThat(page.locator("#handover").inputValue()).isEqualTo("She speaks to both families.");
      assertThat(page.locator("#owner option:checked").innerText()).isEqualTo("DC Ines Roe");
      look(second, "kept-both-phone");
      page.locator("#handover").fill("She speaks to both families; the hotel stays with DC Holt.");
      press(page, "Send it again");
      assertThat(page.getByText("The case has changed hands").isVisible()).isTrue();
      assertThat(page.getByText("the hotel stays with DC Holt").first().isVisible()).isTrue();
    }
  }

  private static void give(Page page, String owner, String why) {
    page.getByText("Give it to somebody").click();
    page.locator("#owner").selectOption(owner);
    page.locator("#handover").fill(why);
    press(page, "Give the case");
  }

  private void notices(Window window) {
    assertThat(heed.service(Notices.class).give()).isPositive();
    Page page = window.open(heed.url("/notices")).page();
    look(window, "notices");
    page.getByText("How you are told outside Heed").click();
    press(page, "Make a password");
    assertThat(page.getByText("shown this once").isVisible()).isTrue();
    page.locator("#email").fill("nowhere");
    press(page, "Keep it");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    page.locator("#email").fill("officer@norchester.example");
    press(page, "Keep it");
    assertThat(page.getByText("Notices go to that address").isVisible()).isTrue();
    look(window, "account");
  }

  private String record(Page page) {
    page.navigate(heed.url("/record"));
    page.getByLabel("Crime report").check();
    page.locator("#narrative").fill(TOLD);
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Ada");
    page.locator("#person-1-age").fill("14");
    press(page, "Record the report");
    return page.url();
  }

  private static void amend(Page page, String narrative, String reason) {
    page.locator("#narrative").fill(narrative);
    page.locator("#reason").fill(reason);
    press(page, "Amend the report");
  }

  private String open(Page page) {
    page.navigate(heed.url("/cases/new"));
    page.getByLabel("Place").first().check();
    page.locator("#subject").fill("The hotel by the ring road");
    page.locator("#team").fill("Exploitation team");
    page.locator("#area").selectOption("greyport");
    page.locator("#reason").fill("Two children were found there.");
    press(page, "Open the case");
    return page.url();
  }

  private void setAnAction(Page page, String address) {
    page.navigate(address + "/plan");
    page.getByText("Set an action").click();
    page.locator("#what").fill("Ask the hotel for its register");
    page.locator("#due").fill("2026-12-10");
    page.locator("#action-owner").selectOption("DC Amara Holt");
    press(page, "Set the action");
  }

  private static void done(Page page, String outcome) {
    page.getByText("Say what became of it").click();
    page.locator("textarea[id^=done-]").fill(outcome);
    press(page, "It is done");
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " scrolls sideways").isFalse();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }
}
