package org.heed.server.browser;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;
import org.heed.server.HeedServer;
import org.heed.server.MutableClock;
import org.heed.server.ServeOptions;
import org.heed.server.ServerFixture;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.Part;
import org.heed.server.ledger.Sequencer;
import org.heed.testkit.TestCluster;

/** A whole server by a clock that the test sets, with people who can sign in to its pages. */
public final class RunningHeed implements AutoCloseable {
  private static final String PASSWORD = "a long enough pass phrase";

  private final TestCluster cluster;
  private final MutableClock clock = new MutableClock();
  private final HeedServer server;
  private final Caller maker;

  private RunningHeed(TestCluster cluster) throws SQLException {
    this.cluster = cluster;
    try (Connection connection = cluster.address().connect();
        Statement create = connection.createStatement()) {
      create.execute("create database heed");
    }
    this.server =
        HeedServer.start(
            new ServeOptions(
                ServerFixture.folder(),
                0,
                cluster.address().withDatabase("heed"),
                Path.of("..", "rulebooks", "england-wales")),
            clock);
    Accounts accounts = server.service(Accounts.class);
    this.maker =
        server
            .service(Sessions.class)
            .openService(accounts.service("test", "Test"), EnumSet.of(Right.ADMINISTER));
  }

  /** Starts one on a database of its own. */
  public static RunningHeed start() {
    TestCluster cluster = TestCluster.durable();
    try {
      return new RunningHeed(cluster);
    } catch (SQLException | RuntimeException e) {
      cluster.close();
      throw new IllegalStateException("Heed does not start", e);
    }
  }

  /** Makes an account with a role for every area; its password is known to {@link #signIn}. */
  public void account(String name, String displayName, Role role) {
    account(name, displayName, "norchester", role);
  }

  /** As the other, of an agency. */
  public void account(String name, String displayName, String agency, Role role) {
    Accounts accounts = server.service(Accounts.class);
    accounts.give(
        maker,
        accounts.create(maker, name, displayName, agency, PASSWORD),
        role,
        null,
        role.isForATime() ? Instant.parse("2100-01-01T00:00:00Z") : null,
        "Test");
  }

  /** Signs someone in and leaves the window on their first page. */
  public void signIn(Window window, String name) {
    window.open(url("/sign-in"));
    fillIn(window.page(), name);
  }

  /** Fills in the form for signing in that a page shows, and sends it. */
  public void fillIn(com.microsoft.playwright.Page page, String name) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.getByRole(
            AriaRole.BUTTON,
            new com.microsoft.playwright.Page.GetByRoleOptions().setName("Sign in"))
        .click();
  }

  /** Someone's own session, for what the pages are not the point of. */
  public Caller caller(String name) {
    Sessions sessions = server.service(Sessions.class);
    return sessions.signIn(name, PASSWORD, "api").flatMap(sessions::find).orElseThrow();
  }

  /** The address of a page. */
  public String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  public MutableClock clock() {
    return clock;
  }

  /** A module's public service. */
  public <T> T service(Class<T> type) {
    return server.service(type);
  }

  /** Names somebody who grades for as long as tests run, whatever the database's own day is. */
  public void name(Caller by, UUID inspection, Part part, Caller grader) {
    service(Inspections.class)
        .name(
            by,
            inspection,
            part,
            grader.account(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30));
    keepNamed();
  }

  /** Lets whoever is named be so for as long as tests run, whatever the database's own day is. */
  public void keepNamed() {
    try (Connection connection = cluster.address().withDatabase("heed").connect();
        Statement keep = connection.createStatement()) {
      keep.execute(
          "update record.inspection_grader set until = '2100-01-01' where until > at;"
              + " update record.recording_auditor set until = '2100-01-01' where until > at");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives all that was done its place in the ledger, by the clock as it stands. */
  public void settle() {
    try {
      service(Sequencer.class).settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    cluster.close();
  }
}
