package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One report's whole way, by people at browsers: recorded, read, decided, counted, audited. */
@Timeout(300)
class WholeWayBrowserTest extends InBrowser {
  private static final String TELLING =
      "Missing from her placement overnight for the third time this month. Found at a hotel with an"
          + " older male who had bought her a phone. She is frightened of him.";

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("supervisor", "DI Noor Vance", Role.SUPERVISOR);
    heed.account("reviewer", "DS Ines Roe", Role.HUB);
    heed.account("analyst", "Ola Finch", Role.ANALYST);
    heed.account("auditor", "Max Stone", Role.AUDITOR);
  }

  @Test
  void report_isRecordedReadDecidedCountedAndCountedAsKnownYesterday() {
    String report = officerRecords();
    officerSaysWhoIsMeant(report);
    officerRecordsCancelsAndReinstatesACrime(report);
    officerAmends(report);
    heed.settle();
    heed.clock().pass(Duration.ofDays(1));
    reviewerDecides();
    heed.settle();
    officerSeesTheDecision(report);
    analystSeesTheCountMoveAndMoveBack();
    supervisorRestrictsAndLifts(report);
    auditorReadsOnAPhone();
  }

  private String officerRecords() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "officer");
      Page page = window.page();
      page.navigate(heed.url("/record"));
      page.getByLabel("Crime report").check();
      page.locator("#narrative").fill(TELLING);
      page.locator("#area").selectOption("greyport");
      page.getByLabel("Found by police").check();
      page.locator("#person-1-given").fill("Ada");
      page.locator("#person-1-family").fill("Marlow");
      page.locator("#person-1-age").fill("14");
      press(page, "Add another person");
      assertThat(page.locator("#narrative").inputValue()).isEqualTo(TELLING);
      page.locator("#person-2-given").fill("Rob");
      page.locator("#person-2-age").fill("31");
      look(window, "way-record");
      press(page, "Record the report");
      assertThat(page.locator(".heed-mark").count()).as("words marked").isPositive();
      assertThat(page.getByText("Why a person is asked").isVisible()).isTrue();
      look(window, "way-report");
      return page.url().substring(page.url().lastIndexOf('/') + 1);
    }
  }

  private void officerSaysWhoIsMeant(String report) {
    try (Window window = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      Page page = window.page();
      page.navigate(heed.url("/reports/" + report));
      page.getByText("Say who is meant").first().click();
      look(window, "way-mention-nobody-known");
      press(page, "Create this person");
      assertThat(page.getByText("A new person is on record").isVisible()).isTrue();
      page.getByText("Undo the link").first().click();
      press(page, "Undo the link");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      look(window, "way-mention-undo");
      page.locator("#why").fill("The date of birth does not fit.");
      press(page, "Undo the link");
      assertThat(page.getByText("somebody decided before that this is not").isVisible()).isTrue();
      page.getByLabel("Ada Marlow", new Page.GetByLabelOptions().setExact(true)).check();
      page.locator("#because").fill("The social worker confirmed it.");
      look(window, "way-mention-choose");
      press(page, "This is the person");
      assertThat(page.getByText("The report now means that person").isVisible()).isTrue();
    }
  }

  private void officerRecordsCancelsAndReinstatesACrime(String report) {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "officer");
      Page page = window.page();
      page.navigate(heed.url("/reports/" + report));
      page.getByText("Record a crime from this report").click();
      page.getByLabel("Ada Marlow").check();
      page.locator("#offence-1").selectOption("88A");
      page.locator("#offence-2").selectOption("71");
      press(page, "See how it counts");
      assertThat(page.getByText("There is a problem").isVisible()).as("a reason is asked").isTrue();
      page.locator("#reason").fill("Gifts, a hotel and fear of an adult.");
      press(page, "See how it counts");
      assertThat(page.getByText("One crime is counted for each victim").isVisible()).isTrue();
      assertThat(page.getByText("Of 71, 88A the most serious is recorded: 71").isVisible())
          .isTrue();
      look(window, "way-crime-why");
      press(page, "Record 1 crime");
      assertThat(page.getByText("1 crime is recorded from this report").isVisible()).isTrue();
      page.navigate(heed.url("/crimes"));
      look(window, "way-crimes");
      page.getByRole(AriaRole.ROWHEADER).locator("a").click();
      look(window, "way-crime");
      press(page, "Cancel the crime");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      page.locator("input[name=ground][value=C4]").check();
      page.locator("#why").fill("Recorded by mistake.");
      press(page, "Cancel the crime");
      assertThat(page.getByText("it stays on the record and does not count").isVisible()).isTrue();
      page.locator("#why").fill("It was no mistake after all.");
      press(page, "Reinstate the crime");
      page.locator("#offence").selectOption("88A");
      page.locator("#because").fill("Only grooming is evidenced.");
      press(page, "Reclassify the crime");
      assertThat(page.locator(".moj-timeline__item").count()).isEqualTo(4);
      try (Window phone = browser.window(Browser.PHONE)) {
        heed.signIn(phone, "officer");
        phone.open(page.url());
        look(phone, "way-crime-phone");
        phone.open(heed.url("/crimes"));
        look(phone, "way-crimes-phone");
      }
    }
  }

  private void officerAmends(String report) {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      heed.signIn(phone, "officer");
      Page page = window.page();
      phone.open(heed.url("/reports/" + report + "/amend"));
      page.navigate(heed.url("/reports/" + report));
      page.getByText("Amend this report").click();
      assertThat(page.locator("#narrative").inputValue()).isEqualTo(TELLING);
      page.locator("#narrative").fill(TELLING.replace("older male", "older man"));
      page.locator("#person-2-family").fill("Teale");
      press(page, "Amend the report");
      assertThat(page.getByText("There is a problem").isVisible()).as("a reason is asked").isTrue();
      look(window, "way-amend");
      page.locator("#reason").fill("The staff member corrected what they had said.");
      press(page, "Amend the report");
      assertThat(page.getByText("The report is amended").isVisible()).isTrue();
      assertThat(page.getByText("Rob Teale").first().isVisible()).isTrue();
      page.getByText("Record a crime from this report").click();
      assertThat(page.getByText("A crime is recorded already for Ada Marlow").isVisible()).isTrue();
      look(window, "way-crime-amended");
      page.navigate(heed.url("/reports/" + report));
      page.getByText("Read the versions").click();
      assertThat(page.locator(".heed-version del").innerText()).contains("male");
      assertThat(page.locator(".heed-version ins").innerText()).contains("man");
      assertThat(page.locator(".heed-version").getByText("DC Amara Holt").count()).isEqualTo(2);
      look(window, "way-versions");
      phone.page().locator("#narrative").fill("Something else.");
      phone.page().locator("#reason").fill("Typed before the other was sent.");
      press(phone.page(), "Amend the report");
      assertThat(phone.page().getByText("Somebody amended this report after").isVisible()).isTrue();
      phone.open(heed.url("/reports/" + report + "/versions"));
      look(phone, "way-versions-phone");
      phone.open(heed.url("/reports/" + report + "/amend"));
      look(phone, "way-amend-phone");
    }
  }

  private void reviewerDecides() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "reviewer");
      Page page = window.page();
      page.navigate(heed.url("/review"));
      press(page, "Review the next report");
      page.getByLabel("Yes, child sexual exploitation").check();
      within(page, "Under 18").getByLabel("Present").check();
      within(page, "Imbalance of power").getByLabel("Present").check();
      press(page, "Decide and go to the next");
      assertThat(page.getByText("There is a problem").isVisible()).as("a reason is asked").isTrue();
      assertThat(within(page, "Under 18").getByLabel("Present").isChecked()).isTrue();
      look(window, "way-review-without-reason");
      page.locator("#reason").fill("An older male, a hotel, a phone given, and fear of him.");
      press(page, "Decide and go to the next");
      assertThat(page.getByText("Your decision is recorded").isVisible()).isTrue();
      look(window, "way-review-done");
    }
  }

  private void officerSeesTheDecision(String report) {
    try (Window window = browser.window(Browser.PHONE)) {
      heed.signIn(window, "officer");
      Page page = window.page();
      page.navigate(heed.url("/reports/" + report));
      assertThat(page.getByText("Yes: child sexual exploitation").isVisible()).isTrue();
      assertThat(page.getByText("DS Ines Roe").isVisible()).isTrue();
      look(window, "way-report-decided");
      page.getByText("Decide on this report").click();
      page.getByLabel("Yes, child sexual exploitation").check();
      page.locator("#reason").fill("Checked against the definition: agreed.");
      press(page, "Record the decision");
      assertThat(page.getByText("There is a problem").isVisible()).as("a route is asked").isTrue();
      look(window, "way-flag");
      page.getByLabel("I am checking decisions already made").check();
      press(page, "Record the decision");
      assertThat(page.getByText("by way of quality-assurance").isVisible()).isTrue();
      page.getByText("Ada Marlow").first().click();
      assertThat(page.getByText("Flagged as exploitation").isVisible()).isTrue();
      look(window, "way-timeline");
      page.navigate(heed.url("/reports/" + report + "?known=2026-11-23"));
      assertThat(page.getByText("Nobody has decided yet").isVisible()).isTrue();
    }
  }

  private void analystSeesTheCountMoveAndMoveBack() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "analyst");
      Page page = window.page();
      page.navigate(heed.url("/figures"));
      page.locator("#definition").selectOption("cse-flagged");
      page.locator("#clock").selectOption("recorded");
      page.locator("#from").fill("2026-11-01");
      page.locator("#to").fill("2026-11-30");
      press(page, "Count");
      assertThat(page.locator(".heed-figure__value").innerText()).isEqualTo("1");
      look(window, "way-figures-now");
      page.locator("#known-at").fill("2026-11-23");
      press(page, "Count");
      assertThat(page.locator(".heed-figure__value").innerText()).isEqualTo("0");
      look(window, "way-figures-yesterday");
    }
  }

  private void supervisorRestrictsAndLifts(String report) {
    try (Window window = browser.window(Browser.PHONE);
        Window other = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "supervisor");
      heed.signIn(other, "reviewer");
      Page page = window.page();
      page.navigate(heed.url("/reports/" + report));
      page.getByText("Restrict this report, or lift").click();
      page.locator("#members").fill("officer\nnobody-here");
      page.locator("#reason").fill("A relative works in this building.");
      press(page, "Restrict the report");
      assertThat(page.getByText("There is a problem").isVisible()).as("unknown name").isTrue();
      look(window, "way-restrict");
      page.locator("#members").fill("officer");
      press(page, "Restrict the report");
      other.open(heed.url("/reports/" + report));
      assertThat(other.page().getByText("This record is restricted").isVisible()).isTrue();
      look(other, "way-restricted");
      page.getByText("Restrict this report, or lift").click();
      page.locator("#reason").fill("They have left.");
      press(page, "Lift the restriction");
      other.open(heed.url("/reports/" + report));
      assertThat(other.page().getByText("What was reported").isVisible()).isTrue();
    }
  }

  private void auditorReadsOnAPhone() {
    try (Window window = browser.window(Browser.PHONE)) {
      heed.signIn(window, "auditor");
      Page page = window.open(heed.url("/audit")).page();
      assertThat(page.locator("td[data-label=Records]").first().isVisible()).isTrue();
      boolean hidden =
          (boolean)
              page.evaluate(
                  "[...document.querySelectorAll('.heed-table')]"
                      + ".some(table => table.scrollWidth > table.clientWidth)");
      assertThat(hidden).as("columns are hidden beyond the edge").isFalse();
      look(window, "way-audit-phone");
    }
  }

  /** Nothing inaccessible, nothing wider than the window, nothing that the browser refused. */
  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " scrolls sideways").isFalse();
    assertThat(window.complaints())
        .as(name)
        .filteredOn(complaint ->
            !complaint.contains("422") && !complaint.contains("403") && !complaint.contains("409"))
        .isEmpty();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private static Locator within(Page page, String legend) {
    return page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(legend).setExact(true));
  }
}
