package org.heed.server.referral.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.referral.ReceivedReferrals;
import org.heed.server.referral.Referral;
import org.heed.server.referral.ReferralSteps;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /shared/referrals/{id}}: a referral as whoever was asked sees and answers it. */
@Controller
class ReceivedPages {
  private final ReceivedReferrals received;
  private final Following following;
  private final Clock clock;

  ReceivedPages(ReceivedReferrals received, ReferralSteps steps, Clock clock) {
    this.received = received;
    this.following = new Following(steps);
    this.clock = clock;
  }

  @GetMapping("/shared/referrals/{id}")
  @Needs(Right.REFERRED)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  @PostMapping("/shared/referrals/{id}/steps")
  @Needs(Right.REFERRED)
  Object step(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = following.step(caller, id, typed, clock.instant());
    return errors.isEmpty()
        ? done(redirect, id, "Your answer is recorded")
        : page(shell, caller, id, typed, errors);
  }

  @PostMapping("/shared/referrals/{id}/contacts")
  @Needs(Right.REFERRED)
  Object contact(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = following.contact(caller, id, typed, clock.instant());
    return errors.isEmpty()
        ? done(redirect, id, "The contact is recorded")
        : page(shell, caller, id, typed, errors);
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/shared/referrals/" + id;
  }

  private Html page(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Referral referral;
    try {
      referral = received.open(caller, id);
    } catch (Refused refused) {
      return Html.of(
          "referral/ended",
          new EndedPage(
              shell
                  .page("Referral")
                  .in(Section.SHARED)
                  .under(new Crumb("Shared with us", "/shared")),
              received.ended(caller, id).orElseThrow(() -> refused)));
    }
    return Html.of(
            "referral/referral",
            new ReferralPage(
                shell
                    .page("Referral")
                    .in(Section.SHARED)
                    .under(new Crumb("Shared with us", "/shared"))
                    .with(errors),
                referral,
                "/shared/referrals/" + id,
                false,
                typed))
        .checked(errors);
  }
}
