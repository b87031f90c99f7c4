package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One records manager proposes that a report be destroyed, another decides on a telephone without
 * scripts; afterwards its page says so, and nobody finds it.
 */
@Tag("long")
class DestructionBrowserTest extends InBrowser {
  private static final String NARRATIVE =
      "Staff say that she came back by taxi from the Heron hotel with a new phone.";

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("first", "Imre Castle", Role.RECORDS_MANAGER);
    heed.account("second", "Lena Ash", Role.RECORDS_MANAGER);
  }

  @Test
  void reportIsHeld_thenProposedByOne_andDestroyedByAnother() {
    try (Window officer = browser.window(Browser.LAPTOP);
        Window first = browser.window(Browser.LAPTOP);
        Window second = browser.window(Browser.PHONE, false)) {
      heed.signIn(officer, "officer");
      heed.signIn(first, "first");
      heed.signIn(second, "second");
      String report = record(officer.page());
      String reference = officer.page().locator("h1").innerText().replace("Report ", "");
      heed.settle();

      Page page = first.open(report).page();
      page.getByText("Keep it for longer, or propose to destroy it").click();
      look(first, "destroy-report");
      hold(first, report);
      propose(first, report);
      String proposal = first.page().url();
      assertThat(first.page().getByText("Your decision").count()).isZero();

      heed.settle();
      decide(second, proposal, reference);

      Page gone = officer.open(report).page();
      assertThat(gone.getByText("was destroyed").first().isVisible()).isTrue();
      assertThat(gone.content()).contains("Imre Castle", "Lena Ash").doesNotContain("Heron");
      look(officer, "destroyed-report");
      assertThat(officer.open(heed.url("/reports")).page().content()).doesNotContain(reference);
      assertThat(officer.open(report + "/flag").page().content())
          .contains("destroyed")
          .doesNotContain("Heron");
    }
  }

  private String record(Page page) {
    page.navigate(heed.url("/record"));
    page.getByLabel("Crime report").check();
    page.locator("#narrative").fill(NARRATIVE);
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Ada");
    page.locator("#person-1-family").fill("Marlow");
    page.locator("#person-1-age").fill("14");
    press(page, "Record the report");
    return page.url();
  }

  private void hold(Window window, String report) {
    Page page = window.open(report + "/hold").page();
    press(page, "Keep the report");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "hold-problem");
    page.getByLabel("A public inquiry or another review").first().check();
    page.locator("#reason").fill("A review asked for the reports of that spring.");
    press(page, "Keep the report");
    page = window.open(report + "/destruction").page();
    assertThat(page.getByText("It cannot be destroyed now").isVisible()).isTrue();
    assertThat(page.getByText("Propose to destroy it").count()).isZero();
    look(window, "destroy-held");
    page = window.open(report + "/hold").page();
    page.locator("input[name=ended][value=inquiry]").check();
    page.locator("#end-reason").fill("The review is over.");
    press(page, "Record that it has ended");
    look(window, "hold-ended");
    heed.settle();
  }

  private void propose(Window window, String report) {
    Page page = window.open(report + "/destruction").page();
    press(page, "Propose to destroy it");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "destroy-problem");
    page.getByLabel("A request for erasure was upheld").check();
    page.locator("#reason").fill("The request of 3 May was upheld.");
    press(page, "Propose to destroy it");
    assertThat(page.getByText("It waits for another records manager").isVisible()).isTrue();
    look(window, "destroy-proposed");
  }

  private void decide(Window window, String proposal, String reference) {
    Page page = window.open(heed.url("/destructions")).page();
    assertThat(page.getByText("Yours to decide").isVisible()).isTrue();
    look(window, "retention-phone");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).first().click();
    assertThat(page.url()).isEqualTo(proposal);
    look(window, "decide-phone");
    page.getByLabel("Yes: destroy it now, for good").check();
    page.locator("#reason").fill("I read it and the request.");
    press(page, "Record the decision");
    assertThat(page.getByText("The report is destroyed").isVisible()).isTrue();
    look(window, "decided-phone");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name).isFalse();
    assertThat(window.complaints())
        .as(name)
        .filteredOn(complaint -> !complaint.contains("422") && !complaint.contains("410"))
        .isEmpty();
  }
}
