package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A child's case from a school's report to closure as five people see it: the school, the
 * safeguarding hub, an officer, a support practitioner and a supervisor; each sees what is theirs
 * and nothing else.
 */
class FiveRolesBrowserTest extends InBrowser {
  private static final String TOLD =
      "She came in with a second phone and told her tutor of an older man who waits for her by the"
          + " gate. Her friend Nell Ashby saw the car.";

  @BeforeAll
  void start() {
    heed.account("school", "Mira Teale", "school", Role.PARTNER);
    heed.account("other-school", "Tom Reeve", "other-school", Role.PARTNER);
    heed.account("hub", "Jo Marsh", "norchester", Role.HUB);
    heed.account("officer", "DC Amara Holt", "norchester", Role.INVESTIGATOR);
    heed.account("support", "Ines Calder", "harbour-support", Role.SUPPORT_PRACTITIONER);
    heed.account("supervisor", "DI Noor Vance", "norchester", Role.SUPERVISOR);
  }

  @Test
  void childsCase_isSeenByEachOfFiveOnlyAsFarAsItIsTheirs() {
    try (Window school = browser.window(Browser.LAPTOP);
        Window hub = browser.window(Browser.LAPTOP);
        Window officer = browser.window(Browser.LAPTOP);
        Window support = browser.window(Browser.PHONE, false);
        Window supervisor = browser.window(Browser.LAPTOP);
        Window other = browser.window(Browser.PHONE)) {
      heed.signIn(school, "school");
      heed.signIn(hub, "hub");
      heed.signIn(officer, "officer");
      heed.signIn(support, "support");
      heed.signIn(supervisor, "supervisor");
      heed.signIn(other, "other-school");

      String report = reports(school.page());
      decides(hub.page(), report);
      String child = saysWhoIsMeant(officer.page(), report);
      String address = opensACase(officer.page());
      heed.clock().pass(Duration.ofHours(2));
      String referral = refers(officer, child);
      answers(support, referral);
      shares(officer, address);
      seesNothingOfTheDecision(school, report);
      String pack = receives(school);
      followsToTheOutcome(support, officer, referral);
      closes(officer.page(), supervisor.page(), address);

      List<String> ofTheForce =
          List.of(address, address + "/packs", child, referral, heed.url("/cases"));
      String supports = heed.url("/shared/referrals/") + last(referral);
      closed(school.page(), ofTheForce);
      closed(school.page(), List.of(supports));
      closed(support.page(), ofTheForce);
      closed(support.page(), List.of(report, heed.url("/reports"), pack));
      closed(other.page(), ofTheForce);
      closed(other.page(), List.of(report, supports, pack));
      closed(hub.page(), List.of(pack, supports, heed.url("/team")));
      closed(officer.page(), List.of(heed.url("/team"), heed.url("/inbox"), heed.url("/shared")));
      opened(school.page(), List.of(report, pack));
      opened(support.page(), List.of(supports));
      opened(supervisor.page(), List.of(address, child, referral, report, heed.url("/team")));
      supervisor.open(heed.url("/referrals/follow-up"));
      look(supervisor, "five-follow-up");
      assertThat(other.open(heed.url("/shared")).page().content()).doesNotContain("Marlow");
      assertThat(other.open(heed.url("/reports")).page().content()).doesNotContain("phone");
    }
  }

  private String reports(Page page) {
    page.navigate(heed.url("/record"));
    page.getByLabel("Referral", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#narrative").fill(TOLD);
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Ada");
    page.locator("#person-1-family").fill("Marlow");
    page.locator("#person-1-age").fill("14");
    press(page, "Record the report");
    return page.url();
  }

  private static void seesNothingOfTheDecision(Window school, String report) {
    String page = school.open(report).page().content();
    assertThat(page)
        .contains("phone")
        .doesNotContain(
            "An older man, a phone given, and he waits",
            "Flag decisions",
            "Why a person is asked",
            "heed-mark",
            "Crimes");
    assertThat(
            school.open(school.page().url().replaceAll("/reports/.*", "/reports")).page().content())
        .doesNotContain("Exploitation", "Prompt");
  }

  private static void decides(Page page, String report) {
    page.navigate(report + "/flag");
    page.getByLabel("Yes, child sexual exploitation").check();
    page.locator("#reason").fill("An older man, a phone given, and he waits for her.");
    page.getByLabel("I work on this report").check();
    press(page, "Record the decision");
    assertThat(page.getByText("nobody has opened a case").isVisible()).isTrue();
  }

  private String saysWhoIsMeant(Page page, String report) {
    page.navigate(report);
    page.getByText("Say who is meant").first().click();
    press(page, "Create this person");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Ada Marlow")).first().click();
    assertThat(page.url()).contains("/people/");
    return page.url();
  }

  private String opensACase(Page page) {
    page.navigate(heed.url("/cases/wanted"));
    page.getByText("Open a case").first().click();
    page.locator("#reason").fill("She needs a plan with her school and somebody to talk to.");
    press(page, "Open the case");
    assertThat(page.getByText("The case is open").isVisible()).isTrue();
    return page.url();
  }

  private String refers(Window window, String child) {
    Page page = window.open(child + "/referrals/new").page();
    press(page, "Write the referral");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    page.getByLabel("Victim support").check();
    page.locator("#recipient").fill("Harbour support service");
    page.locator("#agency").selectOption("harbour-support");
    page.locator("#concern")
        .fill("She is frightened of an older man and asks for somebody to talk to.");
    page.getByLabel("Consent", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#basis-reason").fill("She asked for it herself.");
    page.getByLabel("Agrees", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#contact").fill("At school, through her tutor. Do not ring her phone.");
    page.locator("#danger").fill("He waits by the gate at three.");
    page.locator("#area").selectOption("greyport");
    look(window, "five-referral-new");
    press(page, "Write the referral");
    assertThat(page.getByText("It is not sent by that.").isVisible()).isTrue();
    String referral = page.url();
    step(page, "Sent", null);
    look(window, "five-referral");
    page.getByRole(
            AriaRole.LINK, new GetByRoleOptions().setName("Request for an independent return"))
        .click();
    look(window, "five-form");
    return referral;
  }

  private void answers(Window window, String referral) {
    Page page = window.open(heed.url("/shared")).page();
    look(window, "five-shared-phone");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Ada Marlow")).click();
    assertThat(last(page.url())).isEqualTo(last(referral));
    assertThat(page.getByText("He waits by the gate at three.").isVisible()).isTrue();
    assertThat(page.getByLabel("Taken back").count()).as("not theirs to say").isZero();
    step(page, "Accepted", null);
    page.getByText("Record a contact").click();
    page.getByLabel("The child was seen").check();
    page.locator("#contact-at").fill(today());
    page.locator("#contact-at-time").fill(now());
    page.locator("#contact-says").fill("Seen with her tutor. She will come on Tuesdays.");
    press(page, "Record the contact");
    assertThat(page.getByText("The contact is recorded").isVisible()).isTrue();
    look(window, "five-received-phone");
  }

  private void shares(Window window, String address) {
    Page page = window.open(address + "/packs/new").page();
    press(page, "Go on: leave out what they need not");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    page.getByLabel("School", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#purpose").fill("To keep her safe on the way to and from school.");
    page.getByLabel("Safeguarding: a child is at risk").check();
    page.locator("#basis-reason").fill("He waits for her at the school.");
    page.locator("#conditions").fill("For the safeguarding lead alone.");
    page.locator("#until").fill("2099-12-31");
    page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("as written")).check();
    look(window, "five-pack-new");
    press(page, "Go on: leave out what they need not");
    page.getByLabel("Nell Ashby").check();
    look(window, "five-pack-check");
    press(page, "Share it in my name");
    assertThat(page.getByText("School: not received yet").isVisible()).isTrue();
    look(window, "five-packs");
  }

  private String receives(Window window) {
    Page page = window.open(heed.url("/shared")).page();
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("on the way to and from")).click();
    assertThat(page.content()).doesNotContain("second phone");
    look(window, "five-pack-before");
    press(page, "We received it and handle it so");
    assertThat(page.content()).contains("second phone").doesNotContain("Nell Ashby");
    assertThat(page.content()).contains("[left out]");
    look(window, "five-pack");
    return page.url();
  }

  private void followsToTheOutcome(Window support, Window officer, String referral) {
    Page page = support.open(heed.url("/shared/referrals/") + last(referral)).page();
    step(page, "Outcome for the child", "She says that she feels safe on Tuesdays.");
    Page seen = officer.open(referral).page();
    assertThat(seen.getByText("She says that she feels safe on Tuesdays.").isVisible()).isTrue();
    assertThat(seen.getByText("Ended").isVisible()).isTrue();
    look(officer, "five-referral-ended");
  }

  private void closes(Page officer, Page supervisor, String address) {
    officer.navigate(address + "/closing");
    officer.locator("#reason").fill("The plan is carried through; her school goes on.");
    press(officer, "Propose closure");
    supervisor.navigate(address + "/closing");
    supervisor.locator("#reason").fill("I agree.");
    press(supervisor, "Sign: close the case");
    assertThat(supervisor.getByText("The case is closed").isVisible()).isTrue();
  }

  private void step(Page page, String what, @Nullable String says) {
    heed.clock().pass(Duration.ofMinutes(30));
    page.getByLabel(what, new Page.GetByLabelOptions().setExact(true)).check();
    if (what.equals("Outcome for the child")) {
      page.getByLabel("The child is safer").check();
    }
    page.locator("#at").fill(today());
    page.locator("#at-time").fill(now());
    if (says != null) {
      page.locator("#says").fill(says);
    }
    press(page, "Record it");
    assertThat(page.getByText("There is a problem").count()).isZero();
  }

  private String today() {
    return LocalDate.ofInstant(heed.clock().instant(), Words.LONDON).toString();
  }

  private String now() {
    return heed.clock()
        .instant()
        .atZone(Words.LONDON)
        .toLocalTime()
        .withNano(0)
        .withSecond(0)
        .toString();
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Refused, or as if it were not there. */
  private static void closed(Page page, List<String> addresses) {
    for (String address : addresses) {
      assertThat(page.navigate(address).status()).as(address).isIn(403, 404);
    }
  }

  private static void opened(Page page, List<String> addresses) {
    for (String address : addresses) {
      assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    }
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " scrolls sideways").isFalse();
  }

  private static void press(Page page, String button) {
    Locator found =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true));
    found.first().click();
  }
}
