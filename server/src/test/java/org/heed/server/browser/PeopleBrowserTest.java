package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.linking.PeopleIndex;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.suspected.SuspectedChildren;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several reports of one child are seen together, confirmed and undone; and a child who is
 * suspected in another is decided on: on a laptop and, without scripts, on a telephone.
 */
@Tag("long")
class PeopleBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("supervisor", "DS Amara Holt", Role.SUPERVISOR);
  }

  @Test
  void severalReportsOfOneChild_areSeenConfirmedAndUndone_andASuspectedChildIsDecidedOn() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "supervisor");
      heed.signIn(phone, "supervisor");
      crowd();
      recorded(window.page(), "victim");
      recorded(window.page(), "victim");
      recorded(window.page(), "suspect");
      keep();
      seenTogether(window, phone);
      heed.settle();
      assertThat(heed.service(SuspectedChildren.class).ask()).isEqualTo(3);
      decidedOn(window, phone);
      undone(phone);
    }
  }

  /** Others, so that names have frequencies. */
  private void crowd() {
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"), EnumSet.of(Right.PEOPLE));
    for (String given : List.of("Bo", "Cara", "Dan", "Elif", "Finn", "Gita", "Hal", "Ines")) {
      for (String family : List.of("Marlow", "Teale", "Okoro", "Brandt", "Ferris", "Quill")) {
        LocalDate born = LocalDate.of(2005, 1, 1).plusDays(37L * (given + family).hashCode() % 900);
        heed.service(People.class)
            .create(
                maker,
                new NewPerson(given, family, born, "day", null, null, null, null, null),
                "Made for a test");
      }
    }
    keep();
  }

  private void keep() {
    heed.settle();
    heed.service(PeopleIndex.class).keep();
  }

  private void recorded(Page page, String role) {
    page.navigate(heed.url("/record"));
    page.locator("#narrative").fill("She came back late with a new phone and would not say who.");
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-role").selectOption(role);
    page.locator("#person-1-given").fill("Adalind");
    page.locator("#person-1-family").fill("Thornbury");
    page.locator("#person-1-born").fill("2011-03-14");
    press(page, "Record the report");
  }

  private void seenTogether(Window window, Window phone) {
    Page page = window.page();
    page.navigate(heed.url("/linking"));
    page.locator("tbody a").first().click();
    assertThat(page.getByText("One person in 3 reports?").isVisible()).isTrue();
    assertThat(page.locator("tbody tr").first().isVisible()).isTrue();
    look(window, "several");
    phone.open(page.url());
    look(phone, "several-phone");
    press(phone.page(), "Record the decision");
    assertThat(phone.page().getByText("There is a problem").isVisible()).isTrue();
    look(phone, "several-problem-phone");
    for (int i = 0; i < 3; i++) {
      phone.page().locator("input[name=mention]").nth(i).check();
    }
    phone.page().getByLabel("Those ticked are one person").check();
    phone.page().locator("#reason").fill("Her mother confirmed all three.");
    press(phone.page(), "Record the decision");
    assertThat(phone.page().getByText("The person is on record").isVisible()).isTrue();
    assertThat(phone.page().locator(".moj-timeline__item").count()).isEqualTo(3);
    look(phone, "several-confirmed-phone");
  }

  private void decidedOn(Window window, Window phone) {
    Page page = window.page();
    page.navigate(heed.url("/"));
    page.getByText("1 child who is suspected").click();
    look(window, "suspected-list");
    phone.open(page.url());
    look(phone, "suspected-list-phone");
    assertThat(page.getByRole(AriaRole.CELL).getByText("You").isVisible()).isTrue();
    page.getByText("Adalind Thornbury").click();
    look(window, "suspected");
    press(page, "Record the decision");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    phone.open(page.url());
    look(phone, "suspected-phone");
    phone.page().getByLabel("Nothing further for their own safety").check();
    phone.page().locator("#reason").fill("Her case is open and her worker has seen the report.");
    press(phone.page(), "Record the decision");
    assertThat(phone.page().getByText("Your decision is recorded").isVisible()).isTrue();
    assertThat(phone.page().getByText("Nobody waits").isVisible()).isTrue();
    page.navigate(heed.url("/people?name=Thornbury"));
    page.getByRole(AriaRole.ROWHEADER).locator("a").first().click();
    assertThat(page.getByText("What was decided on their own safety").isVisible()).isTrue();
    look(window, "suspected-person");
    page.getByText("Show the network around this person").click();
    assertThat(page.getByText("what was decided on their own safety").isVisible()).isTrue();
    page.navigate(heed.url("/"));
    assertThat(page.getByText("child who is suspected").count()).isZero();
  }

  /** One of the three is taken off again, and shows on her timeline no more. */
  private void undone(Window phone) {
    Page page = phone.page();
    page.navigate(heed.url("/people?name=Thornbury"));
    page.getByRole(AriaRole.ROWHEADER).locator("a").first().click();
    page.locator(".moj-timeline__title a").first().click();
    page.getByText("Undo the link").first().click();
    page.locator("#why").fill("It was her cousin.");
    press(page, "Undo the link");
    page.navigate(heed.url("/people?name=Thornbury"));
    page.getByRole(AriaRole.ROWHEADER).locator("a").first().click();
    assertThat(page.locator(".moj-timeline__item").count()).isEqualTo(2);
    look(phone, "several-undone-phone");
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
