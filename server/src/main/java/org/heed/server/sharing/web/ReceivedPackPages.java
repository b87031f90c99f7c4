package org.heed.server.sharing.web;

import java.time.Clock;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.sharing.ReceivedPacks;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /shared/packs/{id}}: a pack as an agency sees it. */
@Controller
class ReceivedPackPages {
  private final ReceivedPacks packs;
  private final Clock clock;

  ReceivedPackPages(ReceivedPacks packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  @GetMapping("/shared/packs/{id}")
  @Needs(Right.REFERRED)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return Html.of(
        "sharing/received",
        new ReceivedPackPage(
            shell
                .page("Shared by the police")
                .in(Section.SHARED)
                .under(new Crumb("Shared with us", "/shared")),
            packs.open(caller, id),
            caller.agency(),
            clock.instant()));
  }

  @PostMapping("/shared/packs/{id}/receipt")
  @Needs(Right.REFERRED)
  String receive(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
    packs.receive(caller, id);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your receipt is recorded"));
    return "redirect:/shared/packs/" + id;
  }
}
