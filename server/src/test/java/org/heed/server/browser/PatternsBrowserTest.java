package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.demo.DemoPatterns;
import org.heed.server.pattern.Patterns;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Databases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A house that shows only when six reports are put together is found, opened and decided on, and
 * two suspects of a report are said to be a group and then not: on a laptop and, without scripts,
 * on a telephone.
 */
@Tag("long")
class PatternsBrowserTest extends InBrowser {
  private static final String HOUSE = "12 Tannery Street, Greyport";
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private int number;

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"),
                EnumSet.of(Right.RECORD, Right.READ, Right.PEOPLE));
    Random random = new Random(3);
    List<NewReport> reports = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int age = random.nextInt(6) == 0 ? 14 : 40;
      reports.add(report(random.nextInt(900), age, random.nextInt(80) + " Elm Row, Greyport"));
    }
    for (int i = 0; i < 6; i++) {
      reports.add(report(10 * i, 14, HOUSE));
    }
    heed.service(ReportDesk.class).record(maker, reports);
    heed.account("hub", "Hub Officer", Role.HUB);
    Caller hub = heed.caller("hub");
    new DemoPatterns(heed.service(Databases.class), heed.service(RulebookInForce.class), hub, NOW)
        .load();
    heed.service(Patterns.class).look();
  }

  private NewReport report(int daysAgo, int age, String place) {
    Instant at = NOW.minus(daysAgo, ChronoUnit.DAYS);
    return new NewReport(
        "made",
        Integer.toString(++number),
        ReportKind.REFERRAL,
        null,
        "greyport",
        "Seen with an older adult and a new phone.",
        at,
        null,
        null,
        null,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        List.of(
            new NewMention(
                MentionRole.VICTIM, "C" + number, null, null, age, null, null, null, null, null)),
        List.of(new NewThing(ThingKind.PLACE, place, null, null)));
  }

  @Test
  void houseOfSixReports_isListedOpenedDecidedOn_andKeptWithItsReason() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      heed.signIn(phone, "officer");
      Page page = window.page();
      page.navigate(heed.url("/patterns"));
      look(window, "patterns");
      page.locator("#what").selectOption("missing-at-place");
      press(page, "Show");
      assertThat(page.getByText("Nothing waits.").isVisible()).isTrue();
      page.locator("#what").selectOption("place-of-children");
      press(page, "Show");
      phone.open(heed.url("/patterns"));
      look(phone, "patterns-phone");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(HOUSE)).first().click();
      assertThat(page.getByText("6 children at one place within half a year").first().isVisible())
          .isTrue();
      assertThat(page.locator("main a[href^='/reports/']").count()).isEqualTo(6);
      press(page, "Record the decision");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      look(window, "pattern-problem");
      phone.open(page.url());
      Page narrow = phone.page();
      narrow.getByLabel("Look into it").check();
      narrow.locator("#reason").fill("DC Holt visits with the housing officer.");
      look(phone, "pattern-phone");
      press(narrow, "Record the decision");
      assertThat(narrow.getByText("Your decision is recorded").isVisible()).isTrue();
      page.navigate(heed.url("/patterns?show=decided"));
      assertThat(page.getByText("DC Holt visits with the housing officer.").isVisible()).isTrue();
      look(window, "patterns-decided");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster-at-place|" + DemoPatterns.CAFE + "|7 reports about children that crowd|7",
        "bridge-at-place|" + DemoPatterns.YARD + "|2 reports of one place|4"
      })
  void patternOfEveryKind_isListed_andEveryReportOfItsEvidenceOpens(
      String kind, String whose, String counted, int reports) {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      for (Window one : List.of(window, phone)) {
        String name = one == window ? kind : kind + "-phone";
        heed.signIn(one, "hub");
        Page page = one.page();
        page.navigate(heed.url("/patterns?what=" + kind));
        look(one, name + "-list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(whose)).first().click();
        assertThat(page.locator("h1").innerText()).startsWith(whose + ": " + counted);
        look(one, name);
        List<String> evidence = new ArrayList<>();
        for (Locator link : page.locator("main a[href^='/reports/']").all()) {
          evidence.add(link.getAttribute("href"));
        }
        assertThat(evidence).doesNotHaveDuplicates().hasSize(reports);
        evidence.add(page.locator("main a[href^='/network/']").first().getAttribute("href"));
        for (String address : evidence) {
          Response opened = page.navigate(heed.url(address));
          assertThat(opened.status()).as(address).isEqualTo(200);
          assertThat(page.locator("h1").isVisible()).as(address).isTrue();
        }
        look(one, name + "-network");
      }
    }
  }

  @Test
  void whatASourceSaysOfTwoPeople_isOnThePersonsPage_andDrawnAsNotConfirmed() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      for (Window one : List.of(window, phone)) {
        String name = one == window ? "tie" : "tie-phone";
        heed.signIn(one, "hub");
        Page page = one.page();
        page.navigate(heed.url("/people?name=Ostrin"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dav Ostrin"))
            .first()
            .click();
        assertThat(page.locator("main").innerText())
            .contains("Dav Ostrin and Teo Varnes: “Went to school together”, not confirmed");
        look(one, name + "-person");
        page.locator("main a[href^='/network/']").first().click();
        assertThat(page.locator(".heed-network__line--said").count()).isEqualTo(1);
        Locator said =
            page.locator("table", new Page.LocatorOptions().setHasText("What sources say of two"));
        assertThat(said.locator("tbody tr").count()).isEqualTo(1);
        assertThat(said.innerText()).contains("Went to school together", "Teo Varnes", "No. ");
        assertThat(said.locator("a[href^='/reports/']").count()).isPositive();
        look(one, name + "-network");
      }
    }
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
