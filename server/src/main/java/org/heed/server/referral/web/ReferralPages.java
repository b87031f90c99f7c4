package org.heed.server.referral.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.referral.ReferralSteps;
import org.heed.server.referral.Referrals;
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

/** {@code /referrals}: those that wait; {@code /referrals/{id}}: one, its steps and its forms. */
@Controller
class ReferralPages {
  private final Referrals referrals;
  private final RulebookInForce rulebook;
  private final Following following;
  private final Clock clock;

  ReferralPages(Referrals referrals, ReferralSteps steps, RulebookInForce rulebook, Clock clock) {
    this.referrals = referrals;
    this.rulebook = rulebook;
    this.following = new Following(steps);
    this.clock = clock;
  }

  @GetMapping("/referrals")
  @Needs(Right.PEOPLE)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "referral/list",
        new ReferralsPage(
            shell.page("Referrals").in(Section.PEOPLE),
            referrals.open(caller),
            clock.instant(),
            caller.may(Right.SUPERVISE)));
  }

  @GetMapping("/referrals/{id}")
  @Needs(Right.PEOPLE)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  @PostMapping("/referrals/{id}/steps")
  @Needs(Right.PEOPLE)
  Object step(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = following.step(caller, id, typed, clock.instant());
    return errors.isEmpty() ? done(redirect, id) : page(shell, caller, id, typed, errors);
  }

  @PostMapping("/referrals/{id}/contacts")
  @Needs(Right.PEOPLE)
  Object contact(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = following.contact(caller, id, typed, clock.instant());
    return errors.isEmpty() ? done(redirect, id) : page(shell, caller, id, typed, errors);
  }

  @PostMapping("/referrals/{id}/safety")
  @Needs(Right.PEOPLE)
  Object safety(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = following.safety(caller, id, typed);
    return errors.isEmpty() ? done(redirect, id) : page(shell, caller, id, typed, errors);
  }

  private static String done(RedirectAttributes redirect, UUID id) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The referral is brought up to date"));
    return "redirect:/referrals/" + id;
  }

  @GetMapping("/referrals/{id}/forms/{kind}")
  @Needs(Right.PEOPLE)
  Html print(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String kind) {
    ReferralForm form =
        ReferralForm.find(kind)
            .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such form."));
    return Html.of(
        "referral/print",
        new PrintedPage(
            shell
                .page(form.title())
                .in(Section.PEOPLE)
                .under(new Crumb("Referral", "/referrals/" + id)),
            referrals.print(caller, id),
            form,
            caller.displayName(),
            returnInterview(),
            clock.instant()));
  }

  /** What the rulebook in force asks for: an interview after a child was found, and by when. */
  private String returnInterview() {
    return rulebook.rulebook().standards().stream()
        .filter(one -> one.metBy().contains("return-interview-held"))
        .findFirst()
        .map(Standard::says)
        .orElse("");
  }

  private Html page(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    return Html.of(
            "referral/referral",
            new ReferralPage(
                shell
                    .page("Referral")
                    .in(Section.PEOPLE)
                    .under(new Crumb("Referrals", "/referrals"))
                    .with(errors),
                referrals.open(caller, id).referral(),
                "/referrals/" + id,
                true,
                typed))
        .checked(errors);
  }
}
