package org.heed.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Headless Chromium. Tests that use it carry {@code @Tag("browser")} and are skipped, saying so,
 * where none is installed; {@code HEED_CHROMIUM} names one elsewhere than {@code
 * /usr/bin/chromium}. A window collects what the browser complained of and every address it asked
 * for, so that a test can say that there was nothing wrong.
 *
 * <p>Screenshots go to {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {

  /** An ordinary laptop, in CSS pixels. */
  public static final int LAPTOP = 1280;

  /** How long what a page is to show is waited for: a slow machine is no fault of the page. */
  private static final int AT_MOST_MILLIS = 60_000;

  /** A telephone. */
  public static final int PHONE = 390;

  /**
   * GOV.UK's own script sets {@code aria-expanded} on an option that reveals more. ARIA has no such
   * state for radios; GOV.UK found that it helps and keeps it.
   */
  private static final Predicate<String> CONDITIONAL =
      Pattern.compile("^<input class=\"govuk-(radios|checkboxes)__input\".*aria-controls=")
          .asPredicate();

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Starts the browser, or skips the test where there is none. */
  public static Browser start() {
    Path executable = Path.of(System.getenv().getOrDefault("HEED_CHROMIUM", "/usr/bin/chromium"));
    Assumptions.assumeTrue(
        Files.isExecutable(executable), "no Chromium at " + executable + ": browser tests skipped");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    PlaywrightAssertions.setDefaultAssertionTimeout(AT_MOST_MILLIS);
    return new Browser(playwright, chromium);
  }

  /** A window of this width, without cookies, with scripts on. */
  public Window window(int width) {
    return window(width, true);
  }

  /** A window of this width, without cookies. */
  public Window window(int width, boolean scripts) {
    var options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, width == PHONE ? 844 : 900)
            .setJavaScriptEnabled(scripts);
    return new Window(this, chromium.newContext(options), width, scripts);
  }

  /** The page another window shows, its scripts held back, for axe, which is itself a script. */
  private Page withoutScripts(Window window) {
    var options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(window.width, window.width == PHONE ? 844 : 900)
            .setStorageState(window.context.storageState());
    Page page = chromium.newContext(options).newPage();
    page.route(
        "**/*",
        route -> {
          if (route.request().resourceType().equals("script")) {
            route.abort();
          } else {
            route.resume();
          }
        });
    page.navigate(window.page.url());
    return page;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** One window. */
  public static final class Window implements AutoCloseable {

    private final Browser browser;
    private final BrowserContext context;
    private final int width;
    private final boolean scripts;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Window(Browser browser, BrowserContext context, int width, boolean scripts) {
      this.browser = browser;
      this.context = context;
      this.width = width;
      this.scripts = scripts;
      this.page = context.newPage();
      page.setDefaultTimeout(AT_MOST_MILLIS);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") || message.type().equals("warning")) {
          complaints.add(message.text());
        }
      });
      page.onPageError(complaints::add);
      page.onRequest(request -> requests.add(request.url()));
    }

    /** Playwright's own page, for clicking and typing. */
    public Page page() {
      return page;
    }

    /** Goes to an address and waits until it has loaded. */
    public Window open(String address) {
      page.navigate(address);
      return this;
    }

    /** Errors and warnings of the console, refused inline code included. */
    public List<String> complaints() {
      return List.copyOf(complaints);
    }

    /** Every address asked for so far. */
    public List<String> requests() {
      return List.copyOf(requests);
    }

    /** What axe finds wrong under WCAG 2.2 AA and its best practices, one line for each element. */
    public List<String> axe() {
      if (scripts) {
        return axe(page);
      }
      Page twin = browser.withoutScripts(this);
      try {
        return axe(twin);
      } finally {
        twin.context().close();
      }
    }

    private static List<String> axe(Page page) {
      var found = new ArrayList<String>();
      for (var rule : new AxeBuilder(page).analyze().getViolations()) {
        for (var node : rule.getNodes()) {
          if (rule.getId().equals("aria-allowed-attr") && CONDITIONAL.test(node.getHtml())) {
            continue;
          }
          found.add(rule.getId() + ": " + node.getHtml() + " (" + node.getFailureSummary() + ")");
        }
      }
      return found;
    }

    /** Whether anything is wider than the window, tables that scroll by themselves apart. */
    public boolean scrollsSideways() {
      return (boolean)
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Keeps a picture of the whole page as {@code target/screenshots/NAME.png}. */
    public void screenshot(String name) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
