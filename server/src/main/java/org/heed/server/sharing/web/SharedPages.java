package org.heed.server.sharing.web;

import java.time.Clock;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.referral.ReceivedReferrals;
import org.heed.server.sharing.ReceivedPacks;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /shared}: what was referred to the reader's agency or shared with it. */
@Controller
class SharedPages {
  private final ReceivedReferrals referrals;
  private final ReceivedPacks packs;
  private final Clock clock;

  SharedPages(ReceivedReferrals referrals, ReceivedPacks packs, Clock clock) {
    this.referrals = referrals;
    this.packs = packs;
    this.clock = clock;
  }

  @GetMapping("/shared")
  @Needs(Right.REFERRED)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "sharing/shared",
        new SharedPage(
            shell.page("Shared with us").in(Section.SHARED),
            referrals.list(caller),
            referrals.ended(caller),
            packs.list(caller),
            clock.instant()));
  }
}
