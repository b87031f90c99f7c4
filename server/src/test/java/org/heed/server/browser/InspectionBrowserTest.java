package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A lead draws ten cases of twelve; two inspectors grade them without seeing each other's grades,
 * one on a laptop and one without scripts on a telephone; the lead reads what came of it.
 */
@Timeout(600)
class InspectionBrowserTest extends InBrowser {
  private static final List<String> CRITERIA =
      List.of(
          "partnership-working",
          "initial-response",
          "risk-and-referral",
          "investigation",
          "overall");

  private static final String HARSH = "Nothing shows that she was seen in time.";
  private static final String MILD = "A visit is planned, and her aunt was told.";

  @BeforeAll
  void start() {
    heed.account("lead", "DCI Noor Vance", Role.EXPLOITATION_LEAD);
    heed.account("first", "Inspector Ames", Role.INSPECTOR);
    heed.account("second", "Inspector Birch", Role.INSPECTOR);
    heed.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"), EnumSet.of(Right.CASES));
    for (int i = 1; i <= 12; i++) {
      heed.service(Cases.class)
          .open(
              maker,
              new NewCase(
                  CaseKind.CHILD,
                  i <= 8 ? "greyport" : "alder-vale",
                  "Child " + i,
                  null,
                  null,
                  "Exploitation team",
                  "A teacher worries: a new phone and an older man.",
                  List.of(
                      new NewCase.Member(
                          CaseRole.CHILD, null, null, "Child " + i, LocalDate.of(2012, 5, i)))));
    }
    heed.settle();
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    heed.settle();
  }

  @Test
  void tenCases_areGradedByTwoInspectorsAndTheResultIsRead() {
    try (Window lead = browser.window(Browser.LAPTOP);
        Window first = browser.window(Browser.LAPTOP);
        Window second = browser.window(Browser.PHONE, false)) {
      heed.signIn(lead, "lead");
      heed.signIn(first, "first");
      heed.signIn(second, "second");
      String inspection = draw(lead);
      name(lead, inspection, "first", "Inspector Ames");
      name(lead, inspection, "second", "Inspector Birch");
      look(lead, "inspection-sample");
      gradeAll(first, inspection, true);
      second.open(inspection);
      second.page().getByText("Open case 1", exactly()).click();
      sees(second.page(), "Keep the grades");
      assertThat(second.page().getByText("He still messages her").count()).isZero();
      assertThat(second.page().content())
          .as("no word of the first, however it is shown")
          .doesNotContain(HARSH)
          .doesNotContain("Inspector Ames");
      gradeAll(second, inspection, false);
      second.open(inspection);
      second.page().getByText("Open case 1", exactly()).click();
      sees(second.page(), HARSH);
      sees(second.page(), MILD);
      read(lead, inspection);
      act(lead, inspection);
      correct(first, inspection);
      around(lead, inspection);
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private String draw(Window window) {
    Page page = window.open(heed.url("/inspections")).page();
    look(window, "inspection-none");
    page.getByText("Plan an inspection").first().click();
    press(page, "Show the frame");
    sees(page, "There is a problem");
    page.locator("#title").fill("Autumn sample");
    page.locator("#since").fill("2026-11-01");
    page.locator("#strata").selectOption("area");
    page.locator("#precision").fill("5");
    press(page, "Show the frame");
    sees(page, "12 cases can be drawn");
    page.getByLabel("Draw of Greyport").fill("6");
    page.getByLabel("Draw of Alder Vale").fill("4");
    look(window, "inspection-plan");
    press(page, "Draw the sample");
    sees(page, "The sample is drawn");
    sees(page, "the same cases in the same order");
    return page.url();
  }

  private void name(Window window, String inspection, String part, String who) {
    Page page = window.open(inspection).page();
    page.getByText("Name a grader").click();
    page.locator("#part").selectOption(part);
    page.locator("#account").selectOption(who);
    page.locator("#until").fill("2027-01-31");
    press(page, "Name the grader");
    sees(page, "The grader is named");
    heed.keepNamed();
  }

  private void gradeAll(Window window, String inspection, boolean harsh) {
    Page page = window.open(inspection).page();
    page.getByText("Grade the next case").click();
    if (harsh) {
      press(page, "Keep the grades");
      sees(page, "There is a problem");
      page.getByText("A child is at risk now").click();
      page.locator("#risk").fill("He still messages her; her school does not know.");
      press(page, "Refer it back");
      sees(page, "The case is referred back");
    }
    for (int n = 1; n <= 10; n++) {
      String grade = harsh ? n <= 7 ? "inadequate" : "good" : n <= 5 ? "inadequate" : "good";
      for (String criterion : CRITERIA) {
        page.locator("input[name=grade-" + criterion + "][value=" + grade + "]").check();
        page.locator("#reason-" + criterion).fill(harsh ? HARSH : MILD);
      }
      if (n == 1) {
        cite(page, harsh);
        look(window, harsh ? "inspection-case" : "inspection-case-phone");
      }
      press(page, "Keep the grades");
      heed.clock().pass(Duration.ofMinutes(5));
    }
    sees(page, "You have graded every case");
  }

  /** Cites a passage; words that stand nowhere are sent back. */
  private static void cite(Page page, boolean harsh) {
    if (harsh) {
      page.getByText("Cite passages: Investigation").click();
      page.locator("#passages-investigation").fill("a new phone\nShe told her aunt.");
      press(page, "Keep the grades");
      sees(page, "Copy line 2 word for word from the record: Investigation");
      page.locator("#passages-investigation").fill("a new phone");
    }
  }

  /** Brings a list: lines that name nothing, or again, come back by their number. */
  private static void bring(Window window, Page page, String inspection) {
    String frame =
        page.request()
            .get(inspection + "/frame.tsv")
            .text()
            .lines()
            .limit(2)
            .findFirst()
            .orElseThrow();
    String one = frame.substring(0, frame.indexOf('\t'));
    page.navigate(inspection.replaceAll("/[^/]*$", "/brought"));
    page.locator("#title").fill("Cases of an extract");
    page.locator("#since").fill("2026-11-01");
    page.locator("#origin").fill("Every tenth case of an extract of 3 November.");
    page.locator("#list").fill(one + "\nC2026/XXXXXXXX\n" + one);
    press(page, "Take the list");
    sees(page, "Line 2 names no case of the frame");
    sees(page, "Line 3 names the same case as line 1");
    look(window, "inspection-brought");
    page.locator("#file").setInputFiles(csv("case;note\n" + one + ";\nC2026/XXXXXXXX;\n"));
    press(page, "Take the list");
    sees(page, "Choose a file or enter the references, not both");
    page.locator("#list").fill("");
    page.locator("#file").setInputFiles(csv("case;note\n" + one + ";\nC2026/XXXXXXXX;\n"));
    press(page, "Take the list");
    sees(page, "Line 3 names no case of the frame");
    assertThat(page.locator("#title").inputValue()).isEqualTo("Cases of an extract");
    assertThat(page.locator("input[name=part]:checked").count()).isEqualTo(2);
    page.locator("#file").setInputFiles(csv("a".repeat((2 << 20) + 1)));
    press(page, "Take the list");
    sees(page, "Choose a file of at most 2 megabytes");
    assertThat(page.locator("#origin").inputValue()).contains("Every tenth case");
    look(window, "inspection-brought-file");
    page.locator("#file").setInputFiles(csv("case;note\n" + one + ";\n"));
    press(page, "Take the list");
    sees(page, "The list is taken");
    sees(page, "all cases of the list are in it");
    look(window, "inspection-brought-sample");
    page.navigate(page.url() + "/result");
    sees(page, "Every tenth case of an extract of 3 November.");
    sees(page, "no share of the 12 cases of the frame follows from them");
    look(window, "inspection-brought-result");
  }

  private static FilePayload csv(String text) {
    return new FilePayload(
        "cases.csv", "text/csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void correct(Window window, String inspection) {
    Page page = window.open(inspection).page();
    page.getByText("Open case 1", exactly()).click();
    sees(page, "Why the case was opened, characters 20 to 30");
    page.getByText("Correct your grade: Initial response").click();
    page.locator("[id^=correct-initial-response][value=requires-improvement]").check();
    page.locator("#correct-why-initial-response").fill("A visit was overlooked.");
    page.locator("#correct-why-initial-response")
        .locator("xpath=ancestor::form")
        .getByRole(AriaRole.BUTTON)
        .click();
    sees(page, "The grade is corrected");
    sees(page, "A visit was overlooked.");
    look(window, "inspection-corrected");
  }

  private static void around(Window window, String inspection) {
    Page page = window.open(inspection + "/requests").page();
    sees(page, "Nothing was asked for.");
    look(window, "inspection-requests");
    page.navigate(inspection.replaceAll("/[^/]*$", "/trends"));
    sees(page, "Points since the last of the same areas and strata");
    look(window, "inspection-trends");
    page.navigate(inspection.replaceAll("/[^/]*$", "/language"));
    sees(page, "never by whoever wrote them");
    look(window, "inspection-language");
    bring(window, page, inspection);
    byte[] pack = page.request().get(inspection + "/pack.zip").body();
    assertThat(new String(pack, 0, 2, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  private static void read(Window window, String inspection) {
    Page page = window.open(inspection + "/result").page();
    sees(page, "8 of 10 cases drawn have a grade that counts");
    sees(page, "1 case was referred back");
    sees(page, "80% (44% to 97%)");
    sees(page, "10 disagreements are open");
    look(window, "inspection-result");
    page.getByText("Case 6: Overall").click();
    look(window, "inspection-open");
    page.getByText("Settle it: Overall").click();
    page.locator("[id^=settle-overall][value=inadequate]").check();
    page.locator("#settle-reason-overall").fill("Both looked at the dates again.");
    page.locator("#settle-reason-overall")
        .locator("xpath=ancestor::form")
        .getByRole(AriaRole.BUTTON)
        .click();
    sees(page, "The grade is settled in the open");
    page.navigate(inspection + "/result");
    sees(page, "9 of 10 cases drawn have a grade that counts");
  }

  private static void act(Window window, String inspection) {
    Page page = window.open(inspection + "/actions").page();
    page.getByText("Set what has to change").click();
    page.getByLabel("Cause of concern").check();
    page.locator("#says").fill("Children are seen within a day.");
    page.locator("#owner").fill("Head of public protection");
    page.locator("#due").fill("2027-01-04");
    press(page, "Set it");
    sees(page, "Children are seen within a day.");
    page.getByText("Say what came of it").click();
    page.getByLabel("Evidence").first().check();
    page.locator("[id^=told-]").fill("A briefing was given.");
    press(page, "Record it");
    sees(page, "A briefing was given.");
    assertThat(page.locator("h2 .govuk-tag").innerText())
        .as("evidence closes nothing")
        .isEqualTo("Open");
    look(window, "inspection-actions");
  }

  /** Waits for a text and fails where it does not come. */
  private static void sees(Page page, String text) {
    page.getByText(text).first().waitFor();
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
