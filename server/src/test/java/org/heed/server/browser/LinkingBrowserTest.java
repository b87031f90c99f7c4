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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody records reports, is offered who is known, refuses, links, finds two people who may be
 * one, reads the weights, decides and undoes: on a laptop and, without scripts, on a telephone.
 */
@Tag("long")
class LinkingBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
  }

  @Test
  void people_areOfferedRefusedLinkedComparedDecidedOnAndUndone() {
    try (Window window = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "officer");
      heed.signIn(phone, "officer");
      crowd();
      String first = recorded(window.page(), "Adalind", "Thornbury", "2011-03-14");
      created(window.page(), first);
      keep();
      String second = recorded(window.page(), "Adalinde", "Thornbury", "2011-03-14");
      offeredAndRefused(window, phone, second);
      keep();
      offeredAndLinked(phone, recorded(window.page(), "Adalynd", "Thornbury", "2011-03-14"));
      keep();
      proposedAndDecided(window, phone);
      offeredWhileRecording(window, phone);
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
  }

  private void keep() {
    heed.settle();
    heed.service(PeopleIndex.class).keep();
  }

  private String recorded(Page page, String given, String family, String born) {
    page.navigate(heed.url("/record"));
    page.locator("#narrative").fill("She came back late with a new phone and would not say who.");
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill(given);
    page.locator("#person-1-family").fill(family);
    page.locator("#person-1-born").fill(born);
    press(page, "Record the report");
    return page.url();
  }

  private static void created(Page page, String report) {
    page.navigate(report);
    page.getByText("Say who is meant").first().click();
    press(page, "Create this person");
    assertThat(page.getByText("A new person is on record").isVisible()).isTrue();
  }

  private static void offeredAndRefused(Window window, Window phone, String report) {
    phone.open(report);
    phone.page().getByText("Say who is meant").first().click();
    assertThat(phone.page().getByText("People already known who may be meant").isVisible())
        .isTrue();
    look(phone, "linking-offers-phone");
    Page page = window.page();
    page.navigate(report);
    page.getByText("Say who is meant").first().click();
    assertThat(page.getByText("Date of birth: the same").first().isVisible()).isTrue();
    look(window, "linking-offers");
    press(page, "This is the person");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "linking-offers-problem");
    press(page, "None of these");
    assertThat(page.getByText("They will not be offered").isVisible()).isTrue();
    assertThat(page.getByText("People already known who may be meant").count()).isZero();
    press(page, "Create this person");
    assertThat(page.getByText("A new person is on record").isVisible()).isTrue();
  }

  private static void offeredAndLinked(Window phone, String report) {
    phone.open(report);
    Page page = phone.page();
    page.getByText("Say who is meant").first().click();
    page.getByLabel("Adalind Thornbury", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("#because").fill("Her school gave the same date of birth.");
    press(page, "This is the person");
    assertThat(page.getByText("The report now means that person").isVisible()).isTrue();
  }

  private void proposedAndDecided(Window window, Window phone) {
    Page page = window.page();
    page.navigate(heed.url("/"));
    page.getByText("1 pair of people who may be the same").click();
    look(window, "linking-proposals");
    phone.open(page.url());
    look(phone, "linking-proposals-phone");
    page.locator("tbody a").first().click();
    assertThat(page.locator("#weights svg").first().isVisible()).isTrue();
    look(window, "linking-compare");
    press(page, "Record the decision");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    phone.open(page.url());
    look(phone, "linking-compare-phone");
    phone.page().getByLabel("They are one person").check();
    phone.page().locator("#reason").fill("Her mother confirmed both names.");
    press(phone.page(), "Record the decision");
    assertThat(phone.page().getByText("They are shown as one person").isVisible()).isTrue();
    page.navigate(heed.url("/people?name=Thornbury"));
    page.getByRole(AriaRole.ROWHEADER).locator("a").first().click();
    assertThat(page.locator(".moj-timeline__item").count()).isEqualTo(3);
    assertThat(page.getByText("Somebody decided that this is one person with").isVisible())
        .isTrue();
    look(window, "linking-timeline");
    page.getByText("compare or undo").first().click();
    page.getByLabel("They are two people").check();
    page.locator("#reason").fill("They were seen together at the station.");
    press(page, "Record the decision");
    assertThat(page.getByText("They are two people, and stay so").isVisible()).isTrue();
    assertThat(page.getByText("Decisions so far").isVisible()).isTrue();
    look(window, "linking-undone");
    page.navigate(heed.url("/linking"));
    assertThat(page.getByText("Nothing waits").isVisible()).isTrue();
  }

  private void offeredWhileRecording(Window window, Window phone) {
    keep();
    Page page = phone.page();
    page.navigate(heed.url("/record"));
    page.locator("#narrative").fill("Staff say that she was met by an older adult in a car.");
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Adalind");
    page.locator("#person-1-family").fill("Thornbery");
    press(page, "See who and what is already known");
    assertThat(page.getByText("Is person 1 one of these?").isVisible()).isTrue();
    look(phone, "linking-record-phone");
    page.getByLabel("Adalind Thornbury", new Page.GetByLabelOptions().setExact(true)).check();
    press(page, "Record the report");
    assertThat(page.getByText("The report is recorded").isVisible()).isTrue();
    assertThat(page.getByText("Undo the link").isVisible()).isTrue();
    Page laptop = window.page();
    laptop.navigate(heed.url("/record"));
    laptop.locator("#narrative").fill("A friend of hers has not been seen since Friday.");
    laptop.locator("#area").selectOption("greyport");
    laptop.locator("#person-1-given").fill("Adalind");
    laptop.locator("#person-1-family").fill("Thornbury");
    press(laptop, "See who and what is already known");
    laptop.getByLabel("None of these").check();
    look(window, "linking-record");
    press(laptop, "Record the report");
    laptop.getByText("Say who is meant").first().click();
    assertThat(laptop.getByText("somebody decided before that this is not").first().isVisible())
        .isTrue();
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
