package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.heed.server.paper.PdfCheck;
import org.heed.server.web.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A file is attached, a pack leaves without the words that were redacted, and somebody who asks
 * what is held about them is answered; the last on a telephone without scripts.
 */
@Tag("long")
class DisclosureBrowserTest extends InBrowser {
  @BeforeAll
  void start() {
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.account("protection", "Imre Castle", Role.DATA_PROTECTION);
  }

  @Test
  void fileIsAttached_packIsRedacted_andWhoeverAsksIsAnswered() throws Exception {
    try (Window officer = browser.window(Browser.LAPTOP);
        Window protection = browser.window(Browser.PHONE, false)) {
      heed.signIn(officer, "officer");
      heed.signIn(protection, "protection");
      String report = record(officer.page());
      String address = open(officer.page());
      attach(officer, address);
      attach(protection, officer, report);
      pack(officer, address);
      String person = meant(officer.page(), report);
      receive(protection, person);
      answer(protection, person);
    }
  }

  private String record(Page page) {
    page.navigate(heed.url("/record"));
    page.getByLabel("Crime report").check();
    page.locator("#narrative")
        .fill("She told her teacher of an older man called Rooke. He gave her a phone.");
    page.locator("#area").selectOption("greyport");
    page.locator("#person-1-given").fill("Ada");
    page.locator("#person-1-family").fill("Marlow");
    page.locator("#person-1-age").fill("14");
    press(page, "Record the report");
    String report = page.url();
    page.navigate(report + "/flag");
    page.getByLabel("Yes, child sexual exploitation").check();
    page.locator("#reason").fill("An older man, a phone given.");
    page.getByLabel("I work on this report").check();
    press(page, "Record the decision");
    return report;
  }

  private String open(Page page) {
    page.navigate(heed.url("/cases/wanted"));
    page.getByText("Open a case").first().click();
    page.locator("#reason").fill("She needs a plan with her school and social care.");
    press(page, "Open the case");
    assertThat(page.getByText("The case is open").isVisible()).isTrue();
    return page.url();
  }

  private static void attach(Window window, String address) {
    Page page = window.open(address + "/documents").page();
    look(window, "documents-none");
    press(page, "Attach it");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "documents-problem");
    page.locator("#says").fill("What her form tutor wrote down");
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "Note.txt",
                "text/plain",
                "A grey car waited at the gate.".getBytes(StandardCharsets.UTF_8)));
    press(page, "Attach it");
    assertThat(page.getByText("The document is attached").isVisible()).isTrue();
    assertThat(page.url()).doesNotContain("?");
    look(window, "documents");
  }

  /** To a report: its officer does, and whoever only reads it does not. */
  private void attach(Window reader, Window officer, String report) {
    Page page = officer.open(report).page();
    page.getByText("Look at documents, or attach one").click();
    page.locator("#says").fill("What the taxi firm wrote");
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "Taxi.txt", "text/plain", "Two trips.".getBytes(StandardCharsets.UTF_8)));
    press(page, "Attach it");
    assertThat(page.getByText("The document is attached").isVisible()).isTrue();
    look(officer, "report-documents");
    Page theirs = reader.open(report + "/documents").page();
    assertThat(theirs.getByText("What the taxi firm wrote").isVisible()).isTrue();
    assertThat(theirs.getByText("Attach a document").count()).isZero();
    look(reader, "report-documents-phone");
  }

  private static void pack(Window window, String address) throws IOException {
    Page page = window.open(address + "/disclosure/pack").page();
    press(page, "Make the pack");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "pack-problem");
    page.locator("#purpose").fill("For the panel’s chair");
    page.locator("#words").fill("Rooke");
    page.locator("#words-reason").selectOption("third-party");
    press(page, "Make the pack");
    assertThat(page.getByText("The pack is made").isVisible()).isTrue();
    look(window, "disclosure");
    byte[] pdf = saved(page, "case-pack");
    assertThat(PdfCheck.words(pdf)).contains("He gave her a phone").contains("redacted:");
    assertThat(PdfCheck.everything(pdf)).noneMatch(all -> all.contains("Rooke"));
  }

  private static String meant(Page page, String report) {
    page.navigate(report);
    page.getByText("Say who is meant").first().click();
    press(page, "Create this person");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Ada Marlow")).first().click();
    return page.url();
  }

  private void receive(Window window, String person) {
    window.page().navigate(heed.url("/people"));
    assertThat(window.page().locator("a[href='/things'], a[href='/linking']").count())
        .as("links to what may not be opened")
        .isZero();
    Page page = window.open(person + "/held").page();
    look(window, "held-phone");
    press(page, "Record the request");
    assertThat(page.getByText("There is a problem").isVisible()).isTrue();
    look(window, "held-problem-phone");
    page.getByLabel("UK GDPR").check();
    page.locator("#received-on").fill(today().toString());
    page.locator("#says").fill("By letter; her passport was seen.");
    press(page, "Record the request");
    assertThat(page.getByText("A request waits").isVisible()).isTrue();
    window.open(heed.url("/"));
    look(window, "held-home-phone");
    page.getByText("Answer by " + Words.date(today().plusMonths(1))).click();
    assertThat(page.url()).isEqualTo(person + "/held");
  }

  private static void answer(Window window, String person) throws IOException {
    Page page = window.open(person + "/held").page();
    Locator unread =
        page.locator(".heed-clock", new Page.LocatorOptions().setHas(page.getByText("To be read")));
    while (unread.count() > 0) {
      Locator item = unread.first();
      item.getByText("Read it whole and decide").click();
      item.locator("textarea[name=words]").fill("Rooke");
      item.locator("select[name=exemption]").selectOption("others");
      item.locator("input[name=reason]").fill("He is somebody else.");
      item.getByRole(AriaRole.BUTTON).click();
    }
    look(window, "held-decided-phone");
    page.locator("#release-says").fill("Handed over at the station.");
    press(page, "Make the answer");
    assertThat(page.getByText("The answer is made and kept").isVisible()).isTrue();
    look(window, "held-answered-phone");
    byte[] pdf = saved(page, "held.pdf");
    assertThat(PdfCheck.words(pdf)).contains("He gave her a phone");
    assertThat(PdfCheck.everything(pdf)).noneMatch(all -> all.contains("Rooke"));
  }

  private static byte[] saved(Page page, String name) throws IOException {
    Download saved =
        page.waitForDownload(() -> page.locator("a[href*='" + name + "']").first().click());
    try (InputStream in = saved.createReadStream()) {
      return in.readAllBytes();
    }
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
