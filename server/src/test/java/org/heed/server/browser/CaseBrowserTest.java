package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.heed.server.web.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A child's case from the decision to closure: an officer opens it, plans, records what was done
 * and what she said; a supervisor sees the team, gives the case and signs. On a laptop and, without
 * scripts, on a telephone.
 */
@Tag("long")
class CaseBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("colleague", "DC Ines Vale", Role.INVESTIGATOR);
    heed.account("supervisor", "DI Noor Vance", Role.SUPERVISOR);
  }

  @Test
  void case_isOpenedPlannedSeenLateMetAboutAndClosedByTwoPeople() {
    try (Window officer = browser.window(Browser.LAPTOP);
        Window supervisor = browser.window(Browser.PHONE, false)) {
      heed.signIn(officer, "officer");
      heed.signIn(supervisor, "supervisor");
      decide(officer.page(), record(officer.page()));
      String address = open(officer);
      heed.clock().pass(Duration.ofHours(26));
      supervisorGivesIt(supervisor);
      officerSeesTheClocks(officer, address);
      officerPlans(officer, address);
      officerMeets(officer, address);
      restricted(supervisor, address);
      close(officer, supervisor, address);
    }
  }

  private String record(Page page) {
    page.navigate(heed.url("/record"));
    page.getByLabel("Crime report").check();
    page.locator("#narrative")
        .fill("She told her teacher of an older man, a new phone and a hotel in town.");
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Ada");
    page.locator("#person-1-family").fill("Marlow");
    page.locator("#person-1-age").fill("14");
    press(page, "Record the report");
    return page.url();
  }

  private static void decide(Page page, String report) {
    page.navigate(report + "/flag");
    page.getByLabel("Yes, child sexual exploitation").check();
    page.locator("#reason").fill("An older man, a hotel, a phone given.");
    page.getByLabel("I work on this report").check();
    press(page, "Record the decision");
    assertThat(page.getByText("nobody has opened a case").isVisible()).isTrue();
  }

  private String open(Window window) {
    Page page = window.page();
    page.navigate(heed.url("/cases/wanted"));
    look(window, "case-wanted");
    page.getByText("Open a case").first().click();
    press(page, "Open the case");
    assertThat(page.getByText("There is a problem").isVisible()).as("a reason is asked").isTrue();
    look(window, "case-open");
    assertThat(page.locator("#subject").inputValue()).isEqualTo("Ada Marlow");
    page.locator("#reason").fill("She needs a plan with her school and social care.");
    press(page, "Open the case");
    assertThat(page.getByText("The case is open").isVisible()).isTrue();
    look(window, "case");
    return page.url();
  }

  private void restricted(Window supervisor, String address) {
    Page above = supervisor.open(address).page();
    above.getByText("Restrict this case").click();
    press(above, "Restrict the case");
    assertThat(above.getByText("There is a problem").isVisible()).isTrue();
    assertThat(above.getByText("DC Amara Holt answers for it").isVisible()).isTrue();
    look(supervisor, "case-restrict-phone");
    above.locator("#members").fill("officer");
    above.locator("#reason").fill("A relative of somebody here is named in it.");
    press(above, "Restrict the case");
    assertThat(above.getByText("The case is restricted").isVisible()).isTrue();
    try (Window colleague = browser.window(Browser.PHONE, false)) {
      heed.signIn(colleague, "colleague");
      Page page = colleague.open(address).page();
      assertThat(page.locator("main").innerText()).doesNotContain("Ada Marlow");
      press(page, "Open the case");
      assertThat(page.getByText("There is a problem").isVisible()).isTrue();
      colleague.screenshot("case-restricted-phone");
      assertThat(colleague.axe()).isEmpty();
      assertThat(colleague.scrollsSideways()).isFalse();
      page.locator("#reason").fill("She rang me, and nobody else is here tonight.");
      press(page, "Open the case");
      assertThat(page.locator("h1").innerText()).contains("Ada Marlow").contains("Restricted");
    }
    above.navigate(address + "/restriction");
    above.locator("#reason").fill("The relative has moved to another force.");
    look(supervisor, "case-restriction-lift-phone");
    press(above, "Lift the restriction");
    assertThat(above.getByText("The restriction is lifted").isVisible()).isTrue();
  }

  private void supervisorGivesIt(Window window) {
    Page page = window.open(heed.url("/team")).page();
    assertThat(page.getByText("1 case has no owner").isVisible()).isTrue();
    press(page, "Give the cases");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "case-team-phone");
    page.locator("input[name=case]").check();
    page.locator("#owner").selectOption("DC Amara Holt");
    page.locator("#reason").fill("She spoke with her first.");
    press(page, "Give the cases");
    assertThat(page.getByText("1 case is given").isVisible()).isTrue();
  }

  private void officerSeesTheClocks(Window window, String address) {
    Page page = window.open(heed.url("/")).page();
    assertThat(page.getByText("late").first().isVisible()).isTrue();
    page.navigate(heed.url("/work"));
    assertThat(page.getByText("Child seen and spoken to").isVisible()).isTrue();
    look(window, "case-work");
    page.navigate(address + "/clocks");
    assertThat(page.getByText("Not evidenced").first().isVisible()).isTrue();
    look(window, "case-clocks");
    page.locator("#child-seen").getByText("Record what was done").click();
    page.locator("#kind").selectOption("child-seen");
    press(page, "Record it");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "case-event");
    page.locator("#says").fill("Seen at school by DC Holt, with her form tutor.");
    press(page, "Record it");
    assertThat(page.getByText("There is a problem").isVisible()).as("how she seemed").isTrue();
    page.locator("#demeanour").fill("She looked at the door and said nothing.");
    press(page, "Record it");
    assertThat(page.locator("#child-seen").getByText("Late").isVisible()).isTrue();
  }

  private void officerPlans(Window window, String address) {
    Page page = window.open(address + "/plan").page();
    page.getByText("Set an action").click();
    page.locator("#what").fill("Ask the hotel for its register");
    page.locator("#due").fill(today().plusDays(3).toString());
    page.locator("#action-owner").selectOption("DC Amara Holt");
    press(page, "Set the action");
    page.getByText("Open a line of enquiry").first().click();
    page.locator("#line").fill("Who bought the phone?");
    press(page, "Open the line of enquiry");
    page.getByText("Record what the child said").click();
    page.locator("#words").fill("he said i was grown up n he would look after me");
    page.locator("#demeanour").fill("Quiet; she kept her coat on.");
    page.locator("#said-on").fill(today().toString());
    page.locator("#said-time").fill("00:01");
    page.locator("#said-to").fill("DC Holt");
    press(page, "Record the words");
    assertThat(page.getByText("he said i was grown up n he would look after me").isVisible())
        .isTrue();
    page.getByText("Grade the case").click();
    page.getByLabel("Medium").check();
    page.locator("#grade-why").fill("Risk medium as child is streetwise.");
    press(page, "Grade it in my name");
    assertThat(page.getByText("About the words of the last reason").isVisible()).isTrue();
    page.getByText("Record a decision").click();
    page.locator("#decided").fill("The same officer visits each week");
    page.locator("#decided-why").fill("She asked for it.");
    press(page, "Record the decision");
    look(window, "case-plan");
    page.getByText("Say what became of it").click();
    look(window, "case-plan-open");
    page.locator("textarea[id^=done-]").fill("The register names who paid.");
    press(page, "It is done");
    assertThat(page.getByText("The register names who paid.").isVisible()).isTrue();
  }

  private void officerMeets(Window window, String address) {
    Page page = window.open(address + "/meetings").page();
    page.getByText("Plan a meeting").click();
    page.locator("#meets-on").fill(today().toString());
    page.locator("#meets-at").fill("00:01");
    page.locator("#agenda").fill("Where she is safe tonight.");
    page.locator("#asked-social-care").fill("Jo Marsh, Greyport front door");
    page.locator("#asked-police").fill("DI Vance");
    press(page, "Plan the meeting");
    look(window, "case-meetings");
    page.getByText("Record that it was held").click();
    page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("DI Vance, Police"))
        .getByLabel("There")
        .check();
    page.locator("#held-on").fill(today().toString());
    page.locator("#held-at").fill("00:05");
    page.locator("#minutes").fill("She stays with her aunt; social care visits tomorrow.");
    look(window, "case-held");
    press(page, "Record the meeting");
    assertThat(page.getByText("She stays with her aunt").isVisible()).isTrue();
  }

  private void close(Window officer, Window supervisor, String address) {
    Page page = officer.open(address + "/closing").page();
    assertThat(page.getByText("Line of enquiry: Who bought the phone?").isVisible()).isTrue();
    page.locator("#reason").fill("The plan is carried through; social care goes on.");
    press(page, "Propose closure");
    assertThat(page.getByText("somebody else signs").isVisible()).isTrue();
    look(officer, "case-closing");
    Page other = supervisor.open(address + "/closing").page();
    look(supervisor, "case-closing-phone");
    other.locator("#reason").fill("I agree.");
    press(other, "Sign: close the case");
    assertThat(other.getByText("There is a problem").isVisible()).as("a line is open").isTrue();
    look(supervisor, "case-closing-line-phone");
    other.getByLabel("Refused").check();
    other.locator("textarea[id^=why-]").fill("The shop keeps no record of who paid.");
    press(other, "Sign: close the case");
    assertThat(other.getByText("The case is closed").isVisible()).isTrue();
    assertThat(other.getByText("Still open when it was closed").isVisible()).isTrue();
    supervisor.open(heed.url("/cases/closed-early"));
    assertThat(other.getByText("Ada Marlow").isVisible()).as("no line is open").isFalse();
    look(supervisor, "case-closed-early-phone");
    for (String part : new String[] {"", "/clocks", "/plan", "/meetings"}) {
      supervisor.open(address + part);
      look(supervisor, "case-phone" + part.replace('/', '-'));
    }
    supervisor.open(heed.url("/cases?standing=closed"));
    assertThat(other.getByText("Ada Marlow").isVisible()).isTrue();
    look(supervisor, "case-list-phone");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(heed.clock().instant(), Words.LONDON);
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
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }
}
