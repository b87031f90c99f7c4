package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody records one phone on two reports, sees the network with a line that nobody has
 * confirmed, confirms it, and undoes it: on a laptop and, without scripts, on a telephone.
 */
@Tag("long")
class NetworkBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
  }

  @Test
  void phoneOfTwoReports_isOfferedConfirmedSeenAroundAndUndone() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      heed.signIn(phone, "officer");
      recorded(phone, "Ada", "07700 900123", "2026-03-01");
      look(phone, "network-report-phone");
      String second = recorded(window, "Bea", "+44 7700 900 123", "2026-06-01");
      unconfirmed(window, phone, second);
      confirmed(window, phone, second);
      foundAndUndone(window, phone, second);
    }
  }

  private String recorded(Window window, String name, String number, String day) {
    Page page = window.page();
    page.navigate(heed.url("/record"));
    page.locator("#narrative").fill("She came back late with a phone and would not say whose.");
    page.locator("#area").selectOption("greyport");
    page.locator("#occurred").fill(day);
    page.locator("#person-1-given").fill(name);
    press(page, "Add a place, vehicle, phone or account");
    page.locator("#thing-1-kind").selectOption("phone");
    page.locator("#thing-1-written").fill(number);
    press(page, "See who and what is already known");
    look(window, "network-record-" + name);
    press(page, "Record the report");
    assertThat(page.getByText("The report is recorded").isVisible()).isTrue();
    return page.url();
  }

  private static void unconfirmed(Window window, Window phone, String report) {
    Page page = window.page();
    page.navigate(report);
    page.getByText("Show the network around this report").click();
    assertThat(page.locator(".heed-network__line--unconfirmed").count()).isEqualTo(2);
    assertThat(page.getByText("nobody has said that it is the same").count()).isEqualTo(2);
    look(window, "network-unconfirmed");
    phone.open(page.url());
    look(phone, "network-unconfirmed-phone");
  }

  private static void confirmed(Window window, Window phone, String report) {
    Page page = window.page();
    page.navigate(report);
    page.getByText("Say what is meant").click();
    assertThat(page.getByText("The same number").isVisible()).isTrue();
    press(page, "This is meant");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "network-offer-problem");
    page.getByLabel("07700 900123", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#because").fill("Both gave it as the number of one adult.");
    press(page, "This is meant");
    assertThat(page.getByText("The reports now mean the same").isVisible()).isTrue();
    page.getByText("Show the network around this report").click();
    assertThat(page.locator(".heed-network__line--unconfirmed").count()).isZero();
    look(window, "network-confirmed");
    Locator rows = page.locator("tr[data-heed-at]");
    assertThat(rows.count()).isEqualTo(4);
    page.locator("#heed-until").fill("0");
    assertThat(rows.filter(new Locator.FilterOptions().setVisible(true)).count()).isEqualTo(2);
    phone.open(page.url() + "?from=2026-05-01&to=2026-12-01&steps=2");
    assertThat(phone.page().locator("tr[data-heed-at]").count()).isEqualTo(2);
    look(phone, "network-confirmed-phone");
    phone.open(page.url() + "?from=2026-05-01&to=2026-04-01");
    assertThat(phone.page().getByText("There is a problem").isVisible()).isTrue();
  }

  private void foundAndUndone(Window window, Window phone, String report) {
    Page page = window.page();
    page.navigate(heed.url("/things?kind=phone&part=900123"));
    look(window, "network-found");
    page.getByRole(AriaRole.CELL).locator("a[href^='/things/']").first().click();
    assertThat(page.locator(".moj-timeline__item").count()).isEqualTo(2);
    look(window, "network-thing");
    Page narrow = phone.page();
    narrow.navigate(report);
    narrow
        .locator("a[href*='/things/']", new Page.LocatorOptions().setHasText("Undo the link"))
        .click();
    narrow.locator("#why").fill("She read it off another phone.");
    press(narrow, "Undo the link");
    assertThat(narrow.getByText("The link is undone").isVisible()).isTrue();
    look(phone, "network-undone-phone");
    page.navigate(report);
    page.getByText("Show the network around this report").click();
    assertThat(page.locator("tr[data-heed-at]").count()).isEqualTo(2);
  }

  /** Nothing inaccessible, nothing wider than the window, nothing that the browser refused. */
  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " scrolls sideways").isFalse();
    assertThat(window.complaints())
        .as(name)
        .filteredOn(complaint -> !complaint.contains("422"))
        .isEmpty();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
