package org.heed.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.browser.Browser.Window;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.NewInspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.safeguarding.CaseDeadlines;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.Closings;
import org.heed.server.safeguarding.NewCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A case that an inspector refers back after it was closed reaches whoever worked on it. */
@Timeout(120)
class ReferredBackBrowserTest extends InBrowser {
  private static final String WHY = "He still messages her; her school does not know.";
  private static final String ASKED = "Case referred back by an inspection answered";

  private UUID caseFile = new UUID(0, 0);
  private UUID inspection = new UUID(0, 0);

  private void closed() {
    heed.account("lead", "DCI Noor Vance", Role.EXPLOITATION_LEAD);
    heed.account("investigator", "DC Ines Marsh", Role.INVESTIGATOR);
    heed.account("first", "Inspector Ames", Role.INSPECTOR);
    heed.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    Caller investigator = heed.caller("investigator");
    Caller lead = heed.caller("lead");
    caseFile =
        heed.service(Cases.class)
            .open(
                investigator,
                new NewCase(
                    CaseKind.CHILD,
                    "greyport",
                    "Child 1",
                    null,
                    investigator.account(),
                    "Exploitation team",
                    "A teacher worries: a new phone and an older man.",
                    List.of(
                        new NewCase.Member(
                            CaseRole.CHILD, null, null, "Child 1", LocalDate.of(2012, 5, 1)))));
    heed.settle();
    heed.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    heed.settle();
    heed.service(Closings.class).propose(investigator, caseFile, "She is seen weekly at school.");
    heed.service(Closings.class).sign(lead, caseFile, "Agreed with social care.", Map.of());
    LocalDate opened = LocalDate.of(2026, 11, 2);
    inspection =
        heed.service(Inspections.class)
            .draw(
                lead,
                new NewInspection(
                    "Closed cases",
                    "child-protection-2024",
                    null,
                    opened,
                    opened,
                    StrataBy.NOTHING,
                    Set.of(Part.FIRST),
                    Map.of("all", 1)));
    heed.name(lead, inspection, Part.FIRST, heed.caller("first"));
  }

  @Test
  void caseReferredBackAfterItWasClosed_isSeenByItsOwnerAndItsTeam_untilItIsAnswered() {
    closed();
    try (Window own = browser.window(Browser.PHONE, false);
        Window lead = browser.window(Browser.LAPTOP)) {
      heed.signIn(own, "investigator");
      heed.signIn(lead, "lead");
      assertThat(own.open(heed.url("/work")).page().content()).doesNotContain(ASKED);
      heed.service(Gradings.class).refer(heed.caller("first"), inspection, caseFile, WHY);
      heed.clock().pass(Duration.ofMinutes(10));
      heed.settle();
      assertThat(own.open(heed.url("/work")).page().content()).contains(ASKED);
      assertThat(lead.open(heed.url("/team")).page().content()).contains("Child 1");
      assertThat(
              heed.service(CaseDeadlines.class).after(heed.caller("lead"), null, null).deadlines())
          .as("so that notices are given of it")
          .anySatisfy(one -> assertThat(one.caseFile()).isEqualTo(caseFile));
      for (String tab : List.of("", "/clocks")) {
        Page page = own.open(heed.url("/cases/" + caseFile + tab)).page();
        assertThat(page.locator("main").innerText())
            .as(tab)
            .contains("Inspector Ames")
            .contains(WHY);
        assertThat(own.axe()).isEmpty();
        assertThat(own.scrollsSideways()).isFalse();
      }
      answer(own);
      assertThat(own.open(heed.url("/work")).page().content()).doesNotContain(ASKED);
      assertThat(lead.open(heed.url("/team")).page().content()).doesNotContain("Child 1");
    }
  }

  private void answer(Window own) {
    Page page =
        own.open(heed.url("/cases/" + caseFile + "/event?standard=referred-back-answered")).page();
    page.locator("#kind").selectOption("referred-back-answered");
    page.locator("#day").fill("2026-11-23");
    page.locator("#time").fill("09:05");
    page.locator("#says")
        .fill("DC Marsh saw her at home; the school was told and he was arrested.");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Record it")).click();
    page.waitForLoadState();
    assertThat(page.locator("main").innerText())
        .doesNotContain("There is a problem")
        .contains("Done");
    heed.clock().pass(Duration.ofMinutes(1));
    heed.settle();
  }
}
