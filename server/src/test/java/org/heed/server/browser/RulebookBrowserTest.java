package org.heed.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lead changes the rulebook, the registrar assures it, and the two adopt it. */
@Timeout(300)
class RulebookBrowserTest extends InBrowser {
  private static final String SAMPLE =
      "The girl, 14, was reported missing again. She does not drink but was groomed by an older man.";

  @BeforeAll
  void start() {
    heed.account("lead", "Mina Okoro", Role.EXPLOITATION_LEAD);
    heed.account("registrar", "Ruth Amery", Role.REGISTRAR);
  }

  @Test
  void change_isTriedAsOneTypes_proposed_assured_andAdoptedByTwo() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "lead");
      Page page = window.open(heed.url("/rulebook")).page();
      look(window, "rulebook");
      page.locator("a:has-text('indicators/vulnerability.yaml')").click();
      look(window, "rulebook-file");
      page.locator("text=Change this file in your draft").click();
      Locator sample = page.locator("#sample");
      sample.pressSequentially(SAMPLE);
      assertThat(page.locator("#tried")).containsText("reported missing again");
      assertThat(page.locator("#tried")).containsText("Not denied: “not” ends at “but”.");
      look(window, "rulebook-edit");
      Locator text = page.locator("#text");
      String before = text.inputValue();
      text.fill(before.replaceFirst("concepts:", "concepst:"));
      assertThat(page.locator("#tried")).containsText("indicators/vulnerability.yaml:");
      text.fill(before.replaceFirst("title: ", "title: Known to be "));
      assertThat(page.locator("#tried")).containsText("The sample, marked");
      page.locator("button:has-text('Keep and check')").click();
      assertThat(page.locator("body")).containsText("What differs from the rulebook in force");
      assertThat(page.locator("body")).containsText("come out as they should");
      page.locator("a:has-text('rulebook.yaml')").first().click();
      Locator version = page.locator("#text");
      version.fill(
          version
              .inputValue()
              .replaceFirst("version: .*", "version: \"2026.2\"")
              .replaceFirst("in_force: .*", "in_force: 2026-05-01"));
      page.locator("button:has-text('Keep and check')").click();
      page.locator("text=Add a new file").click();
      page.locator("text=Begin it").click();
      assertThat(page.locator(".govuk-error-summary")).containsText("Select what it will hold");
      page.locator("label:has-text('Concepts')").click();
      page.locator("#name").fill("night-time");
      look(window, "rulebook-new-file");
      page.locator("text=Begin it").click();
      assertThat(page.locator("h1")).containsText("indicators/night-time.yaml");
      page.locator("button:has-text('Keep and check')").click();
      assertThat(page.locator("body")).containsText("indicators/night-time.yaml");
      look(window, "rulebook-draft");
      page.locator("#title").fill("Say that missing is known");
      page.locator("#why").fill("Reviewers misread the title.");
      page.locator("button:has-text('Propose to the registrar')").click();
      assertThat(page.locator("body")).containsText("waits for the crime registrar");
      assertThat(page.locator("text=Record the decision")).hasCount(0);
      look(window, "rulebook-proposed");

      heed.signIn(phone, "registrar");
      Page assures = phone.open(heed.url("/rulebook")).page();
      look(phone, "rulebook-phone");
      assures.locator("a:has-text('Say that missing is known')").click();
      assures.locator("text=Record the decision").click();
      assertThat(assures.locator(".govuk-error-summary")).containsText("Select what you decide");
      look(phone, "rulebook-assure-phone");
      decide(assures, "Yes, I assure it");
      decide(assures, "Yes, I adopt it");
      assertThat(assures.locator("body")).containsText("Adopted by one of two");
      page.reload();
      decide(page, "Yes, I adopt it");
      assertThat(page.locator("body")).containsText("in force: Heed reads and counts by it");
      look(window, "rulebook-adopted");
      window.open(heed.url("/rulebook"));
      assertThat(page.locator("body")).containsText("england-wales/2026.2#");
    }
  }

  private static void decide(Page page, String answer) {
    page.locator("label:has-text('" + answer + "')").click();
    page.locator("#reason").fill("Read it, and ran its examples.");
    page.locator("text=Record the decision").click();
    assertThat(page.locator("body")).containsText("Your decision is recorded");
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " sideways").isFalse();
    assertThat(window.complaints()).as(name + " complaints").allMatch(each -> each.contains("422"));
  }
}
