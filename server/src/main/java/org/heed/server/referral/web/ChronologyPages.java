package org.heed.server.referral.web;

import java.time.Clock;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.referral.Chronologies;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /cases/{id}/chronology}: what a meeting about a case begins from, to be printed. */
@Controller
class ChronologyPages {
  private final Chronologies chronologies;
  private final Clock clock;

  ChronologyPages(Chronologies chronologies, Clock clock) {
    this.chronologies = chronologies;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/chronology")
  @Needs(Right.CASES)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return Html.of(
        "referral/chronology",
        new ChronologyPage(
            shell
                .page("Chronology for a meeting")
                .in(Section.CASES)
                .under(new Crumb("Cases", "/cases"), new Crumb("Meetings", meetings(id))),
            chronologies.ofCase(caller, id),
            caller.displayName(),
            clock.instant()));
  }

  private static String meetings(UUID id) {
    return "/cases/" + id + "/meetings";
  }
}
