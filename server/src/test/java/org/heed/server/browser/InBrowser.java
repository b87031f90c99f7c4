package org.heed.server.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** A test of pages: one Heed and one browser for all of its methods. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
  /** Null only where the start failed. */
  protected Browser browser;

  /** Likewise. */
  protected RunningHeed heed;

  @BeforeAll
  void startBrowserAndHeed() {
    browser = Browser.start();
    heed = RunningHeed.start();
  }

  @AfterAll
  void stopHeedAndBrowser() {
    if (heed != null) {
      heed.close();
    }
    if (browser != null) {
      browser.close();
    }
  }
}
