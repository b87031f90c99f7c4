package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.heed.server.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit's pages in a real browser, at two widths, with scripts and without. */
@Tag("browser")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitchenBrowserTest {

  private PageKitApplication.Running server;
  private Browser browser;

  @BeforeAll
  void start() {
    browser = Browser.start();
    server = PageKitApplication.start();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/kitchen,1280,true",
    "/kitchen,390,true",
    "/kitchen,1280,false",
    "/kitchen,390,false",
    "/narrative,1280,true",
    "/narrative,390,true",
    "/narrative,390,false",
    "/figures,1280,true",
    "/figures,390,true",
    "/figures,390,false",
    "/out/sign-in,1280,true",
    "/out/sign-in-again,390,true",
    "/out/signed-out,390,true",
    "/nowhere,1280,true",
    "/nowhere,390,false"
  })
  void page_isAccessibleAndComplainsOfNothing(String path, int width, boolean scripts) {
    try (var window = browser.window(width, scripts)) {
      window.open(server.url(path));
      window.screenshot(
          path.substring(1).replace('/', '-') + "-" + width + (scripts ? "" : "-no-script"));
      assertThat(window.axe()).isEmpty();
      assertThat(window.scrollsSideways()).as("scrolls sideways").isFalse();
      assertThat(window.complaints())
          .filteredOn(complaint -> !complaint.contains("404") && !complaint.contains("401"))
          .isEmpty();
      assertThat(window.requests()).allMatch(address -> address.startsWith(server.url("/")));
    }
  }

  @Test
  void scripts_openTheMenuOnATelephone() {
    try (var window = browser.window(Browser.PHONE)) {
      window.open(server.url("/kitchen"));
      var figures =
          window
              .page()
              .getByText(
                  "Figures", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true));
      assertThat(figures.isVisible()).isFalse();
      window
          .page()
          .getByText("Menu", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
          .click();
      assertThat(figures.isVisible()).isTrue();
    }
  }
}
