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
import org.heed.server.safeguarding.CaseRestrictions;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two of ten graded cases are restricted: every page made of grades says that it leaves them out.
 */
@Tag("long")
@Timeout(600)
class ClosedGradesBrowserTest extends InBrowser {
  private static final LocalDate OPENED = LocalDate.of(2026, 11, 2);

  @BeforeAll
  void start() {
    heed.account("lead", "DCI Noor Vance", Role.EXPLOITATION_LEAD);
    heed.account("chosen", "DI Piet Hale", Role.SUPERVISOR);
    heed.account("first", "Inspector Ames", Role.INSPECTOR);
    heed.account("second", "Inspector Birch", Role.INSPECTOR);
    heed.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    Caller maker =
        heed.service(Sessions.class)
            .openService(
                heed.service(Accounts.class).service("maker", "Maker"), EnumSet.of(Right.CASES));
    for (int i = 1; i <= 10; i++) {
      heed.service(Cases.class)
          .open(
              maker,
              new NewCase(
                  CaseKind.CHILD,
                  i <= 5 ? "greyport" : "alder-vale",
                  "Child " + i,
                  null,
                  null,
                  "Exploitation team",
                  "A teacher worries: a new phone and an older man.",
                  List.of(
                      new NewCase.Member(
                          CaseRole.CHILD, null, null, "Child " + i, LocalDate.of(2012, 5, i)))));
    }
    heed.settle();
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    heed.settle();
  }

  private Inspection draw() {
    Inspections inspections = heed.service(Inspections.class);
    Caller lead = heed.caller("lead");
    UUID id =
        inspections.draw(
            lead,
            new NewInspection(
                "Autumn sample",
                "child-protection-2024",
                null,
                OPENED,
                OPENED,
                StrataBy.AREA,
                Set.of(Part.FIRST, Part.SECOND),
                Map.of("greyport", 5, "alder-vale", 5)));
    for (Map.Entry<Part, String> one :
        Map.of(Part.FIRST, "first", Part.SECOND, "second").entrySet()) {
      Caller grader = heed.caller(one.getValue());
      heed.name(lead, id, one.getKey(), grader);
      Inspection named = inspections.get(lead, id);
      for (Inspection.Drawn drawn : named.cases()) {
        heed.service(Gradings.class)
            .grade(
                grader,
                id,
                drawn.caseFile(),
                named.ofCases().stream()
                    .collect(
                        Collectors.toMap(
                            Inspection.Criterion::id,
                            _ ->
                                new Grading.Given("inadequate", "Nobody saw her for nine days."))));
      }
    }
    heed.clock().pass(Duration.ofDays(1));
    return inspections.get(lead, id);
  }

  @Test
  void everyPageMadeOfGrades_saysWhatItLeavesOut() {
    Inspection inspection = draw();
    for (Inspection.Drawn one : inspection.cases().subList(0, 2)) {
      heed.service(CaseRestrictions.class)
          .restrict(heed.caller("chosen"), one.caseFile(), List.of(), "A relative works here.");
    }
    String of = "/inspections/" + inspection.id();
    for (int size : List.of(Browser.LAPTOP, Browser.PHONE)) {
      try (Window window = browser.window(size, size == Browser.LAPTOP)) {
        heed.signIn(window, "lead");
        sees(
            window,
            of + "/result",
            "2 cases are restricted and closed to you; 2 of these are graded and left out of every"
                + " figure here.");
        sees(window, of + "/result", "8 of 10 cases drawn have a grade that counts");
        sees(window, "/inspections/trends", "8 of 8, 2 left out");
        sees(window, "/inspections/trends", "no share and no group has any of them");
        sees(window, "/inspections/now", "2 graded cases are restricted and closed to you");
        sees(
            window,
            "/inspections/new?title=Next&criteria=child-protection-2024&since=2026-11-02"
                + "&until=2026-11-02&strata=area&purpose=precision&precision=10&part=first",
            "2 graded cases are restricted and closed to you, and left out of that.");
        Page page = window.page();
        assertThat(page.request().get(heed.url("/inspections/trends.csv")).text())
            .contains("row,name,day,wanting,graded,left_out,share")
            .contains(",8,8,2,");
      }
      try (Window window = browser.window(size, size == Browser.LAPTOP)) {
        heed.signIn(window, "chosen");
        sees(window, of + "/result", "10 of 10 cases drawn have a grade that counts");
        assertThat(window.page().locator("main").innerText()).doesNotContain("left out");
      }
    }
  }

  private void sees(Window window, String address, String text) {
    Page page = window.open(heed.url(address)).page();
    page.getByText(text).first().waitFor();
    assertThat(window.axe()).as(address).isEmpty();
    assertThat(window.scrollsSideways()).as(address).isFalse();
  }
}
