package org.heed.server.referral.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.People;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.referral.Agreement;
import org.heed.server.referral.Basis;
import org.heed.server.referral.Chronologies;
import org.heed.server.referral.ChronologyLine;
import org.heed.server.referral.NewReferral;
import org.heed.server.referral.Referral;
import org.heed.server.referral.Referrals;
import org.heed.server.referral.Service;
import org.heed.server.report.Drafts;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
  private final Chronologies chronologies;
  private final People people;
  private final RulebookInForce rulebook;
  private final Drafts drafts;

  NewReferralPages(
      Referrals referrals,
      Chronologies chronologies,
      People people,
      RulebookInForce rulebook,
      Drafts drafts) {
    this.drafts = drafts;
    this.referrals = referrals;
    this.chronologies = chronologies;
    this.people = people;
    this.rulebook = rulebook;
  }

  @GetMapping("/people/{id}/referrals/new")
  @Needs(Right.PEOPLE)
  Html form(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID from,
      @RequestParam(name = "case", required = false) @Nullable UUID ofCase) {
    Map<String, String> begun =
        from == null && ofCase == null
            ? drafts.fields(caller, draft(id))
            : begun(caller, id, from, ofCase);
    return form(shell, caller, id, new Typed(begun), FormErrors.none());
  }

  /** Keeps the form as it stands; sent by the page while someone types. */
  @PostMapping("/people/{id}/referrals/draft")
  @Needs(Right.PEOPLE)
  ResponseEntity<Void> keep(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields) {
    drafts.keep(caller, draft(id), fields);
    return ResponseEntity.noContent().build();
  }

  private static String draft(UUID person) {
    return "referral:" + person;
  }

  /** What is written already, in an earlier referral of the child or in a case: written once. */
  private Map<String, String> begun(
      Caller caller, UUID person, @Nullable UUID from, @Nullable UUID ofCase) {
    Map<String, String> begun = new HashMap<>();
    if (from != null) {
      Referral one = referrals.open(caller, from).referral();
      if (!one.person().equals(person)) {
        throw new Refused(Refused.Code.NOT_FOUND, "There is no such referral of this person.");
      }
      begun(begun, one);
      begun.put("concern", one.content().concern());
      begun.put("basis", one.content().basis().code());
      begun.put("basis-reason", one.content().basisReason());
      begun.put("agreed", one.content().agreed().code());
      begun.put("area", one.content().area());
    } else if (ofCase != null) {
      caller.require(Right.CASES);
      Chronologies.Of told = chronologies.ofCase(caller, ofCase);
      StringBuilder concern = new StringBuilder(told.view().file().reason());
      for (ChronologyLine line : told.lines()) {
        String next = "\n" + Words.dateTime(line.at()) + ": " + line.what();
        if (concern.length() + next.length() <= Typed.LONGEST) {
          concern.append(next);
        }
      }
      referrals.newest(caller, person).ifPresent(one -> begun(begun, one));
      begun.put("concern", concern.toString());
      begun.put("area", told.view().file().area());
    }
    return begun;
  }

  private static void begun(Map<String, String> begun, Referral earlier) {
    begun.put("contact", earlier.safeContact());
    begun.put("danger", earlier.danger());
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
    drafts.discard(caller, draft(id));
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
