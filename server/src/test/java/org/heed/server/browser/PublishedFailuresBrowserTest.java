package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.heed.server.crime.Crimes;
import org.heed.server.missing.Missing;
import org.heed.server.missing.NewEpisode;
import org.heed.server.notice.Notices;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.Flags;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What inspections found and published, each made again: that Heed shows it, from when on, and to
 * whom (HMIC 2016 and 2017, on the police in London).
 */
@Timeout(300)
class PublishedFailuresBrowserTest extends InBrowser {
  private static final String TOLD =
      "She told her teacher of an older man, a new phone and a hotel.";

  /** Null only where the start failed. */
  private Caller maker;

  /** Likewise. */
  private UUID officer;

  private int reports;

  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("supervisor", "DI Noor Vance", Role.SUPERVISOR);
    heed.account("hub", "Ines Roe", Role.HUB);
    heed.clock().set(Instant.parse("2026-03-02T09:00:00Z"));
    maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"),
                EnumSet.of(
                    Right.CASES,
                    Right.RECORD,
                    Right.READ,
                    Right.REVIEW,
                    Right.CRIME,
                    Right.PEOPLE));
    officer =
        heed.service(Cases.class).caseworkers(maker, "greyport").entrySet().stream()
            .filter(one -> one.getValue().equals("DC Amara Holt"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
  }

  /** A crime reported now of a girl of fourteen, decided to be exploitation, and her case. */
  private UUID open(String given, String family, @Nullable UUID owner) {
    Instant now = heed.clock().instant();
    UUID report =
        heed.service(ReportDesk.class)
            .record(
                maker,
                SampleReport.of(
                    "test",
                    "PF/" + ++reports,
                    ReportKind.CRIME_REPORT,
                    null,
                    "greyport",
                    TOLD,
                    now,
                    now,
                    now,
                    now,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            given,
                            family,
                            LocalDate.of(2012, 3, 14),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))))
            .report();
    UUID child =
        heed.service(Acts.class)
            .plain(
                maker,
                () ->
                    heed.service(ReportFiles.class)
                        .find(report, KnownAt.NOW)
                        .orElseThrow()
                        .people()
                        .getFirst()
                        .id());
    heed.service(Crimes.class).record(maker, report, List.of(child), List.of("71"), "She said so.");
    heed.service(Flags.class)
        .decide(
            maker,
            new FlagDecision(
                report,
                null,
                FlagDecision.Answer.YES,
                Map.of(),
                null,
                "officer",
                "An older man, a hotel and a phone.",
                null,
                null));
    return heed.service(Cases.class)
        .open(
            maker,
            new NewCase(
                CaseKind.CHILD,
                "greyport",
                given + " " + family,
                report,
                owner,
                "Exploitation team",
                "Decided yes: a child who needs a plan.",
                List.of(new NewCase.Member(CaseRole.CHILD, null, child, null, null))));
  }

  private void after(Duration time) {
    heed.clock().pass(time);
    heed.service(Notices.class).give();
  }

  private Page signedIn(Window window, String who, String path) {
    heed.signIn(window, who);
    window.page().navigate(heed.url(path));
    return window.page();
  }

  private static void sees(Page page, String text) {
    assertThat(page.locator("main").innerText()).contains(text);
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

  @Test
  void seventeenDaysToAllocate_areBeforeTheSupervisorFromTheFirstHour_andLateForEver() {
    UUID id = open("Ada", "Marlow", null);
    try (Window window = browser.window(Browser.LAPTOP)) {
      Page page = signedIn(window, "supervisor", "/team");
      sees(page, "Ada Marlow");
      sees(page, "Nobody yet");
      after(Duration.ofHours(19));
      page.navigate(heed.url("/notices"));
      sees(page, "Due soon");
      after(Duration.ofHours(6));
      page.navigate(heed.url("/cases/" + id + "/clocks"));
      assertThat(page.locator("#investigator-named").innerText()).contains("Not evidenced");
      after(Duration.ofDays(16));
      page.navigate(heed.url("/team"));
      sees(page, "17 days old");
      look(window, "failure-allocation");
      heed.service(Cases.class).assign(maker, id, officer, "Exploitation team", "Found unowned.");
      page.navigate(heed.url("/cases/" + id + "/clocks"));
      assertThat(page.locator("#investigator-named").innerText()).contains("Late");
    }
  }

  @Test
  void victimNotSeenForElevenDays_isOnTheOfficersListAndToldToTheSupervisorAfterOne() {
    UUID id = open("Elsie", "Thorne", officer);
    try (Window window = browser.window(Browser.PHONE, false);
        Window above = browser.window(Browser.LAPTOP)) {
      Page page = signedIn(window, "officer", "/work");
      sees(page, "Child seen and spoken to");
      after(Duration.ofHours(31));
      page.navigate(heed.url("/work"));
      sees(page, "past");
      look(window, "failure-not-seen-phone");
      Page supervisor = signedIn(above, "supervisor", "/notices");
      sees(supervisor, "Past its time");
      assertThat(supervisor.locator("main").innerText())
          .as("a notice names nobody")
          .doesNotContain("Elsie");
      after(Duration.ofDays(10));
      heed.service(Cases.class)
          .record(
              maker,
              id,
              "child-seen",
              heed.clock().instant(),
              null,
              null,
              "Seen at home on the third attempt.");
      supervisor.navigate(heed.url("/cases/" + id + "/clocks"));
      assertThat(supervisor.locator("#child-seen").innerText()).contains("Late");
    }
  }

  @Test
  void fourteenHoursInAnInbox_areAnAlarmToHubAndSupervisorAfterTheFirst() {
    heed.service(Notices.class).give();
    try (Window teller = browser.window(Browser.PHONE, false)) {
      Page page = teller.page();
      page.navigate(heed.url("/tell-us/public/danger"));
      page.locator("input[name=danger][value=now]").check();
      press(page, "Continue");
      page.locator("#happened").fill("She is thirteen and in a house with three men.");
      press(page, "Continue");
      page.locator("input[name=about]").last().check();
      press(page, "Continue");
      page.locator("#area").selectOption("greyport");
      press(page, "Continue");
      page.locator("input[name=how]").last().check();
      press(page, "Continue");
      press(page, "Send");
      assertThat(page.title()).startsWith("We have your message");
    }
    try (Window hub = browser.window(Browser.LAPTOP);
        Window above = browser.window(Browser.PHONE, false)) {
      heed.clock().pass(Duration.ofMinutes(30));
      Page page = signedIn(hub, "hub", "/");
      assertThat(page.locator("main").innerText()).doesNotContain("left unread");
      heed.clock().pass(Duration.ofMinutes(31));
      page.navigate(heed.url("/"));
      sees(page, "1 message has been left unread past the time");
      heed.clock().pass(Duration.ofHours(13));
      Page supervisor = signedIn(above, "supervisor", "/");
      sees(supervisor, "The oldest came 14 hours ago");
      look(above, "failure-inbox-phone");
    }
  }

  @Test
  void mediumBecauseStreetwise_isPointedOutToWhoeverGrades_andStaysVisibleWhereKept() {
    UUID child =
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
    UUID episode =
        heed.service(Missing.class)
            .report(
                maker,
                child,
                new NewEpisode(
                    "greyport",
                    null,
                    null,
                    heed.clock().instant(),
                    "Her aunt",
                    "Not back from town. Phone off since six."));
    try (Window window = browser.window(Browser.LAPTOP);
        Window above = browser.window(Browser.PHONE, false)) {
      Page page = signedIn(window, "officer", "/missing/" + episode + "/grade");
      page.getByLabel("Medium").check();
      page.locator("#reason").fill("She is streetwise and always comes back.");
      press(page, "Grade in my name");
      sees(page, "the word hides a child");
      look(window, "failure-streetwise");
      press(page, "Record these words as they are");
      sees(page, "The risk is graded in your name");
      Page supervisor = signedIn(above, "supervisor", "/missing/" + episode);
      sees(supervisor, "DC Amara Holt");
      sees(supervisor, "Words of this reason were pointed out as hiding or blaming a child");
      look(above, "failure-streetwise-phone");
    }
  }
}
