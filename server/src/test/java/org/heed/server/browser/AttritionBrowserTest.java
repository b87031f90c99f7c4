package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.junit.jupiter.api.Test;

/** The way from report to charge, as it was known on a day. */
class AttritionBrowserTest extends InBrowser {

  @Test
  void way_saysOfWhichDayItIsTold_andItsLinksKeepTheDay() {
    heed.account("lead", "DS Ines Roe", Role.SUPERVISOR);
    try (Window laptop = browser.window(Browser.LAPTOP);
        Window phone = browser.window(Browser.PHONE, false)) {
      heed.signIn(laptop, "lead");
      Page page = laptop.page();
      page.navigate(heed.url("/attrition?known=2020-05-04"));
      assertThat(page.getByText("As it was known at the end of 4 May 2020").isVisible()).isTrue();
      look(laptop, "attrition-known");
      page.getByText("Reached").first().click();
      assertThat(page.url()).contains("known=2020-05-04");
      heed.signIn(phone, "lead");
      phone.page().navigate(heed.url("/attrition"));
      assertThat(phone.page().getByText("As it was known").count()).isZero();
      look(phone, "attrition-now-phone");
    }
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name + " scrolls sideways").isFalse();
  }
}
