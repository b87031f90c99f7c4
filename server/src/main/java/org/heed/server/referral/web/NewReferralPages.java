package org.heed.server.referral.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.person.People;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.referral.Agreement;
import org.heed.server.referral.Basis;
import org.heed.server.referral.NewReferral;
import org.heed.server.referral.Referrals;
import org.heed.server.referral.Service;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
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

/** {@code /people/{id}/referrals/new}: refers somebody to those who can help. */
@Controller
class NewReferralPages {
  private final Referrals referrals;
  private final People people;
  private final RulebookInForce rulebook;

  NewReferralPages(Referrals referrals, People people, RulebookInForce rulebook) {
    this.referrals = referrals;
    this.people = people;
    this.rulebook = rulebook;
  }

  @GetMapping("/people/{id}/referrals/new")
  @Needs(Right.PEOPLE)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return form(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  @PostMapping("/people/{id}/referrals/new")
  @Needs(Right.PEOPLE)
  Object write(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    Optional<Service> service = Service.find(typed.get("service"));
    Optional<Basis> basis = Basis.find(typed.get("basis"));
    Optional<Agreement> agreed = Agreement.find(typed.get("agreed"));
    FormErrors errors = FormErrors.none();
    if (service.isEmpty()) {
      errors = errors.and("service", "Select who is asked");
    }
    errors = typed.line(typed.required(errors, "recipient", "Enter who is asked"), "recipient");
    if (!typed.get("agency").isEmpty()
        && !referrals.partners(caller).contains(typed.get("agency"))) {
      errors = errors.and("agency", "Select an agency from the list");
    }
    errors = typed.required(errors, "concern", "Enter why, for whoever reads it");
    if (basis.isEmpty()) {
      errors = errors.and("basis", "Select what makes sharing lawful");
    }
    errors = typed.required(errors, "basis-reason", "Enter why that makes sharing lawful here");
    if (agreed.isEmpty()) {
      errors = errors.and("agreed", "Select what the child says of support");
    }
    errors =
        typed.required(
            errors, "contact", "Enter how to reach the child safely, or that nobody knows");
    errors =
        typed.required(errors, "danger", "Enter what is known to be dangerous, or that nothing is");
    if (!rulebook.areasOf(caller).containsKey(typed.get("area"))) {
      errors = errors.and("area", "Select the area");
    }
    if (!errors.isEmpty()) {
      return form(shell, caller, id, typed, errors);
    }
    UUID referral =
        referrals.write(
            caller,
            id,
            new NewReferral(
                service.orElseThrow(),
                typed.get("area"),
                typed.get("recipient"),
                typed.text("agency"),
                typed.get("concern"),
                basis.orElseThrow(),
                typed.get("basis-reason"),
                agreed.orElseThrow(),
                typed.get("contact"),
                typed.get("danger")));
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.important("The referral is written", "It is not sent by that."));
    return "redirect:/referrals/" + referral;
  }

  private Html form(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Page page =
        shell
            .page("Refer")
            .in(Section.PEOPLE)
            .under(new Crumb("Person", "/people/" + id))
            .with(errors);
    return Html.of(
            "referral/new",
            new NewReferralPage(
                page,
                people.open(caller, id, () -> KnownAt.NOW),
                rulebook.areasOf(caller),
                referrals.partners(caller),
                typed))
        .checked(errors);
  }
}
