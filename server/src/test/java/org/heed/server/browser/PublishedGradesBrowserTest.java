package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.Sessions;
import org.heed.server.browser.Browser.Window;
import org.heed.server.inspection.Grading;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.NewInspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A force's own “good”, made again with the published counts of cases: of 132 that a force had
 * called good or adequate in about 80 of a hundred, inspectors found 76 of a hundred wanting (HMIC
 * 2016); of 214, later, 191 (HMICFRS 2018). Who sees it, and from when on.
 */
@Timeout(600)
class PublishedGradesBrowserTest extends InBrowser {
  private static final LocalDate OPENED = LocalDate.of(2026, 11, 2);
  private static final int CASES = 214;

  /** Null only where the start failed. */
  private Caller lead;

  @BeforeAll
  void start() {
    heed.account("lead", "DCI Noor Vance", Role.EXPLOITATION_LEAD);
    heed.account("own", "DI Piet Hale", Role.SUPERVISOR);
    heed.account("inspector", "Inspector Ames", Role.INSPECTOR);
    heed.account("officer", "DC Amara Holt", Role.INVESTIGATOR);
    heed.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"), EnumSet.of(Right.CASES));
    for (int i = 1; i <= CASES; i++) {
      heed.service(Cases.class)
          .open(
              maker,
              new NewCase(
                  CaseKind.CHILD,
                  "alder-vale",
                  "Child " + i,
                  null,
                  null,
                  "Exploitation team",
                  "A teacher worries: a new phone and an older man.",
                  List.of(
                      new NewCase.Member(
                          CaseRole.CHILD, null, null, "Child " + i, LocalDate.of(2012, 5, 1)))));
    }
    heed.settle();
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    heed.settle();
    lead = heed.caller("lead");
  }

  private Inspection draw(String title, int size, Set<Part> parts) {
    Inspections inspections = heed.service(Inspections.class);
    String stratum = inspections.strata(lead, null, OPENED, OPENED, StrataBy.NOTHING).firstKey();
    UUID id =
        inspections.draw(
            lead,
            new NewInspection(
                title,
                "child-protection-2024",
                null,
                OPENED,
                OPENED,
                StrataBy.NOTHING,
                parts,
                Map.of(stratum, size)));
    return inspections.get(lead, id);
  }

  private Caller named(Inspection inspection, Part part, String who) {
    Caller caller = heed.caller(who);
    heed.name(lead, inspection.id(), part, caller);
    return caller;
  }

  /** Grades a case alike by every criterion. */
  private void grade(Caller by, Inspection inspection, int place, String grade) {
    heed.service(Gradings.class)
        .grade(
            by,
            inspection.id(),
            inspection.cases().get(place).caseFile(),
            inspection.ofCases().stream()
                .collect(
                    Collectors.toMap(
                        Inspection.Criterion::id,
                        _ -> new Grading.Given(grade, "As far as the record shows."))));
    heed.clock().pass(Duration.ofMinutes(1));
  }

  @Test
  void forcesOwnGood_standsBesideTheInspectorsGrades_fromTheFirstCaseThatBothGraded() {
    Inspection inspection = draw("The force’s own grades", 132, Set.of(Part.SELF, Part.FIRST));
    Caller own = named(inspection, Part.SELF, "own");
    Caller inspector = named(inspection, Part.FIRST, "inspector");
    for (int place = 0; place < 132; place++) {
      grade(own, inspection, place, place < 106 ? "good" : "requires-improvement");
    }
    String address = "/inspections/" + inspection.id() + "/result";
    try (Window window = browser.window(Browser.LAPTOP);
        Window graded = browser.window(Browser.PHONE, false);
        Window officer = browser.window(Browser.LAPTOP)) {
      heed.signIn(window, "lead");
      Page page = window.open(heed.url(address)).page();
      sees(page, "0 of 132 cases drawn have a grade that counts");
      assertThat(page.locator("main").innerText())
          .as("nothing flatters before there is something to flatter")
          .doesNotContain("Where self-grades flatter");
      grade(inspector, inspection, 0, "inadequate");
      page.navigate(heed.url(address));
      assertThat(row(page, "Where self-grades flatter")).contains("1 better, 0 alike, 0 worse");
      for (int place = 1; place < 132; place++) {
        grade(
            inspector,
            inspection,
            place,
            place < 100 ? "inadequate" : place < 106 ? "good" : "adequate");
      }
      page.navigate(heed.url(address));
      sees(page, "132 of 132 cases drawn have a grade that counts");
      assertThat(row(page, "Not good enough, by criterion")).contains("100 of 132").contains("76%");
      assertThat(row(page, "Where self-grades flatter"))
          .contains("100 better, 6 alike, 26 worse")
          .contains("76%");
      look(window, "failure-own-good");
      heed.signIn(graded, "own");
      Page theirs = graded.open(heed.url(address)).page();
      assertThat(row(theirs, "Where self-grades flatter"))
          .contains("100 better, 6 alike, 26 worse");
      look(graded, "failure-own-good-phone");
      heed.signIn(officer, "officer");
      assertThat(officer.page().navigate(heed.url(address)).status())
          .as("whoever does not inspect")
          .isEqualTo(403);
    }
  }

  @Test
  void inspectorsFinding191Of214Wanting_isTheShareOfTheFrame() {
    Inspection inspection = draw("Every case", CASES, Set.of(Part.FIRST));
    Caller inspector = named(inspection, Part.FIRST, "inspector");
    for (int place = 0; place < CASES; place++) {
      grade(
          inspector,
          inspection,
          place,
          place < 38 ? "inadequate" : place < 191 ? "requires-improvement" : "good");
    }
    try (Window window = browser.window(Browser.PHONE, false)) {
      heed.signIn(window, "lead");
      Page page = window.open(heed.url("/inspections/" + inspection.id() + "/result")).page();
      assertThat(row(page, "Not good enough, by criterion")).contains("191 of 214").contains("89%");
      look(window, "failure-wanting-phone");
    }
  }

  /** The row of the grade overall in a table. */
  private static String row(Page page, String table) {
    return page.locator("table")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(table))
        .locator("tr")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Overall"))
        .innerText();
  }

  private static void sees(Page page, String text) {
    assertThat(page.locator("main").innerText()).contains(text);
  }

  private static void look(Window window, String name) {
    window.screenshot(name);
    assertThat(window.axe()).as(name).isEmpty();
    assertThat(window.scrollsSideways()).as(name).isFalse();
  }
}
