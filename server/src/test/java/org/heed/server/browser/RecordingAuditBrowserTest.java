package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A registrar draws four reports of six, audits them without scripts, and reads the rates. */
@Tag("long")
@Timeout(600)
class RecordingAuditBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("registrar", "Robin Ashby", Role.REGISTRAR);
    heed.account("lead", "DCI Noor Vance", Role.EXPLOITATION_LEAD);
    heed.account("inspector", "Inspector Ames", Role.INSPECTOR);
    heed.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"),
                EnumSet.of(Right.RECORD, Right.READ));
    for (int i = 0; i < 6; i++) {
      heed.service(ReportDesk.class)
          .record(
              maker,
              new NewReport(
                  "made",
                  "R/" + i,
                  ReportKind.CRIME_REPORT,
                  i < 4 ? NoticeRoute.THIRD_PARTY : NoticeRoute.PARTNER_AGENCY,
                  "greyport",
                  "A new phone, an older man and a hotel.",
                  null,
                  null,
                  Instant.parse("2026-11-02T07:00:00Z"),
                  Instant.parse("2026-11-02T08:00:00Z"),
                  null,
                  null,
                  null,
                  "safeguarding",
                  null,
                  null,
                  List.of(
                      new NewMention(
                          MentionRole.VICTIM,
                          "Child",
                          null,
                          null,
                          14,
                          null,
                          null,
                          null,
                          null,
                          null)),
                  List.of()));
    }
    heed.settle();
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    heed.settle();
  }

  @Test
  void fourReports_areAuditedOnATelephone_andTheRatesAreRead() {
    try (Window laptop = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(laptop, "registrar");
      heed.signIn(phone, "registrar");
      String audit = draw(laptop);
      Page page = phone.open(audit).page();
      page.getByText("Audit the next report").click();
      press(page, "Keep it");
      sees(page, "There is a problem");
      for (int n = 1; n <= 4; n++) {
        page.locator("input[name=told][value=yes]").check();
        page.locator("#should").fill("1");
        page.locator("#recorded").fill("0");
        page.locator("#classed").fill("0");
        page.locator("#in-time").fill("0");
        page.locator("#wrongly").fill("0");
        page.locator("input[name=flag][value=not-decided]").check();
        page.locator("#reason").fill("It tells of an offence; no crime is recorded.");
        if (n == 1) {
          look(phone, "recording-report-phone");
        }
        press(page, "Keep it");
      }
      sees(page, "Every report is audited");
      page = laptop.open(audit + "/result").page();
      sees(page, "4 of 4 reports drawn tell what should be recorded");
      sees(page, "0 of 4");
      sees(page, "No report drawn tells of a crime that is on record");
      look(laptop, "recording-result");
    }
  }

  private String draw(Window window) {
    Page page = window.open(heed.url("/inspections")).page();
    sees(page, "No sample was drawn yet.");
    look(window, "recording-none");
    page.getByText("Plan a recording audit").first().click();
    page.locator("#title").fill("November");
    page.locator("#since").fill("2026-11-01");
    press(page, "Show the frame");
    sees(page, "6 reports can be drawn");
    page.getByLabel("Draw of Family, friend or member of the public").fill("3");
    page.getByLabel("Draw of Partner agency").fill("1");
    look(window, "recording-plan");
    press(page, "Draw the sample");
    sees(page, "the same reports in the same order");
    String audit = page.url();
    page.getByText("Name an auditor").click();
    page.locator("#account").selectOption("Inspector Ames");
    page.locator("#until").fill("2027-01-31");
    press(page, "Name the auditor");
    sees(page, "The auditor is named");
    look(window, "recording-sample");
    press(page, "End Inspector Ames’s time now");
    sees(page, "Their time is over");
    heed.service(RecordingAudits.class)
        .name(
            heed.caller("lead"),
            UUID.fromString(audit.substring(audit.lastIndexOf('/') + 1)),
            heed.caller("registrar").account(),
            LocalDate.of(2027, 1, 31));
    heed.keepNamed();
    return audit;
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
