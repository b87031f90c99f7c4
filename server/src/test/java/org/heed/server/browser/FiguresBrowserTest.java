package org.heed.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.Flags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that show figures, on a record of its own, as an analyst sees them. */
@Timeout(300)
class FiguresBrowserTest extends InBrowser {
  private static final String ASKED =
      "unit=reports&definition=cse-flagged&clock=recorded&from=2026-04-01&to=2026-06-30";
  private static final Instant BEFORE = Instant.parse("2026-02-10T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-05-12T10:00:00Z");

  private Caller team;
  private int references;

  @BeforeAll
  void start() {
    heed.account("analyst", "Ola Finch", Role.ANALYST);
    heed.account("registrar", "Ruth Amery", Role.REGISTRAR);
    team =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("loader", "Loader"),
                EnumSet.of(Right.RECORD, Right.READ, Right.REVIEW, Right.PEOPLE));
    heed.clock().set(BEFORE);
    for (int i = 0; i < 9; i++) {
      flagged(BEFORE.minus(Duration.ofDays(i)), "officer");
    }
    heed.settle();
    heed.clock().set(AFTER);
    for (int i = 0; i < 14; i++) {
      flagged(AFTER.minus(Duration.ofDays(i)), i % 3 == 0 ? "quality-assurance" : "officer");
    }
    heed.settle();
  }

  private void flagged(Instant at, String ledBy) {
    String area = references % 3 == 0 ? "fernley" : "greyport";
    NewMention child =
        new NewMention(
            MentionRole.VICTIM, "Robin", "Reed", null, 14, null, "W1", "self-defined", null, null);
    UUID report =
        heed.service(ReportDesk.class)
            .record(
                team,
                SampleReport.of(
                    "test",
                    Integer.toString(++references),
                    ReportKind.CRIME_REPORT,
                    NoticeRoute.PARTNER_AGENCY,
                    area,
                    "Missing since Friday evening, found with older adults at a hotel.",
                    at,
                    at,
                    at,
                    at,
                    List.of(child)))
            .report();
    heed.service(Flags.class)
        .decide(
            team,
            new FlagDecision(
                report, null, FlagDecision.Answer.YES, Map.of(), null, ledBy, "Reason", at, null));
    NewPerson person =
        new NewPerson(
            "Robin",
            "Reed",
            null,
            "unknown",
            null,
            references % 4 == 0 ? null : "W1",
            references % 4 == 0 ? null : "self-defined",
            null,
            null);
    heed.service(People.class).create(team, person, "First report");
  }

  @ParameterizedTest
  @CsvSource({
    "/figures,1280,true",
    "/figures,390,true",
    "/figures,390,false",
    "/figures/time,1280,true",
    "/figures/time,390,false",
    "/figures/areas,1280,true",
    "/figures/areas,390,false",
    "/figures/breakdown,1280,true",
    "/figures/breakdown,390,false",
    "/figures/published,390,true",
    "/figures/published/met,1280,true",
    "/figures/published/met,390,false",
  })
  void page_isAccessible_fitsItsWindow_andComplainsOfNothing(
      String path, int width, boolean scripts) {
    try (Window window = browser.window(width, scripts)) {
      heed.signIn(window, "analyst");
      window.open(heed.url(path + "?" + ASKED));
      String name = "figures" + path.replace('/', '-') + "-" + width + (scripts ? "" : "-plain");
      window.screenshot(name);
      assertThat(window.axe()).as(name).isEmpty();
      assertThat(window.scrollsSideways()).as(name + " sideways").isFalse();
      assertThat(window.complaints()).as(name + " complaints").isEmpty();
    }
  }

  @Test
  void choiceMovesTheFigureAtOnce_andTheAddressWithIt() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "analyst");
      Page page = window.open(heed.url("/figures?" + ASKED)).page();
      assertThat(page.locator(".heed-figure__value")).hasText("14");
      page.evaluate("window.sameDocument = true");
      page.locator("#area").selectOption("fernley");
      assertThat(page.locator(".heed-figure__value")).hasText("5");
      page.locator("#known-at").fill("2026-03-01");
      page.locator("#known-at").blur();
      assertThat(page.locator(".heed-figure__value")).hasText("0");
      assertThat(page.url()).contains("area=fernley", "known-at=2026-03-01");
      assertThat(page.locator("#heed-live")).containsText("Cannot tell");
      assertThat((Boolean) page.evaluate("window.sameDocument === true"))
          .as("no page was loaded anew")
          .isTrue();
      page.goBack();
      assertThat(page.locator(".heed-figure__value")).hasText("5");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void anotherRulebook_movesTheFigureOnceItIsCounted_withAndWithoutScripts() {
    String prompted = "/figures?" + ASKED.replace("cse-flagged", "prompted");
    for (boolean scripts : new boolean[] {true, false}) {
      try (Window window = browser.window(Browser.LAPTOP, scripts)) {
        heed.signIn(window, "analyst");
        Page page = window.open(heed.url(prompted)).page();
        String rulebook = page.locator("#rulebook option").nth(1).getAttribute("value");
        if (scripts) {
          page.locator("#rulebook").selectOption(rulebook);
        } else {
          page.locator("#rulebook").selectOption(rulebook);
          page.locator("button:has-text('Count')").click();
        }
        assertThat(page.locator(".heed-figure")).containsText("Prompted is what it asks about");
        assertThat(page.locator("#split"))
            .containsText("Prompted by the rulebook chosen, rather than as first read");
        assertThat(page.locator("text=Add to a release")).hasCount(0);
        look(window, "figures-by-rulebook" + (scripts ? "" : "-plain"));
      }
    }
  }

  @Test
  void withoutScripts_theFormAsksTheSame() {
    try (Window window = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "analyst");
      Page page = window.open(heed.url("/figures?" + ASKED)).page();
      page.locator("#area").selectOption("fernley");
      page.locator("button:has-text('Count')").click();
      assertThat(page.locator(".heed-figure__value")).hasText("5");
      assertThat(page.locator(".heed-figure__missing")).isVisible();
      assertThat(page.locator("#split")).containsText("What none of the steps below touches");
      page.locator("text=The numbers as a table").first().click();
      assertThat(page.locator("#split table")).containsText("Flag set by quality assurance");
    }
  }

  @Test
  void questionThatMakesNoSense_saysSoInTheFigurePlace() {
    try (Window window = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "analyst");
      Page page = window.open(heed.url("/figures?" + ASKED)).page();
      page.locator("#to").fill("2026-01-01");
      page.locator("#to").blur();
      assertThat(page.locator("#answer .govuk-error-summary"))
          .containsText("The last day must not be before the first");
      assertThat(window.axe()).isEmpty();
    }
  }

  @Test
  void release_isPutTogether_previewed_proposed_signedByAnother_andDownloaded() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "analyst");
      Page page = window.open(heed.url("/figures?" + ASKED)).page();
      page.locator("text=Add to a release").click();
      assertThat(page.locator("body")).containsText("The question is in your release");
      page.locator("#title").fill("Flagged reports, spring 2026");
      page.locator("#publisher").fill("Norchester Constabulary");
      page.locator("#id").fill("Spring 2026");
      page.locator("button:has-text('Preview')").click();
      assertThat(page.locator(".govuk-error-summary")).containsText("small letters");
      look(window, "release-draft");
      page.locator("#id").fill("spring-2026");
      page.locator("button:has-text('Preview')").click();
      assertThat(page.locator("h1")).containsText("Preview");
      look(window, "release-preview");
      page.locator("text=Propose for signing").click();
      assertThat(page.locator("body")).containsText("waits to be signed");
      assertThat(page.locator("text=Record the decision")).hasCount(0);
      heed.signIn(phone, "registrar");
      Page signs = phone.open(heed.url("/figures/releases")).page();
      look(phone, "releases-phone");
      signs.locator("text=Flagged reports, spring 2026").click();
      signs.locator("text=Record the decision").click();
      assertThat(signs.locator(".govuk-error-summary")).containsText("Select whether you sign it");
      look(phone, "release-sign-phone");
      signs.locator("text=Yes, I sign it").click();
      signs.locator("#reason").fill("Checked against the record.");
      signs.locator("text=Record the decision").click();
      assertThat(signs.locator("body")).containsText("the same bytes as were signed");
      look(phone, "release-signed-phone");
      page.reload();
      look(window, "release-signed");
      var download = page.waitForDownload(() -> page.locator("text=index.html").click());
      assertThat(download.suggestedFilename()).isEqualTo("index.html");
    }
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " sideways").isFalse();
    assertThat(window.complaints()).as(name + " complaints").allMatch(each -> each.contains("422"));
  }
}
