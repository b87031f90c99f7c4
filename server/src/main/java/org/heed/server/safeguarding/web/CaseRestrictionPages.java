package org.heed.server.safeguarding.web;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseRestrictions;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /cases/{id}/restriction}: closes a case to all but its members, or lifts that; {@code
 * /cases/{id}/open}: opens one with a reason.
 */
@Controller
class CaseRestrictionPages {
  private final CaseRestrictions restrictions;
  private final Restrictions accounts;

  CaseRestrictionPages(CaseRestrictions restrictions, Restrictions accounts) {
    this.restrictions = restrictions;
    this.accounts = accounts;
  }

  @GetMapping("/cases/{id}/restriction")
  @Needs(Right.RESTRICT)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "", "", FormErrors.none());
  }

  @PostMapping("/cases/{id}/restriction")
  @Needs(Right.RESTRICT)
  Object restrict(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String members,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    Restrictions.Members named = accounts.members(caller, members);
    FormErrors errors = FormErrors.none();
    if (!named.allKnown()) {
      errors = errors.and("members", "Enter names that people here sign in with, one a line");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why the case must be restricted");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, members, reason, errors);
    }
    restrictions.restrict(caller, id, named.accounts(), reason);
    return CaseTabs.done(redirect, "/cases/" + id, "The case is restricted");
  }

  @PostMapping("/cases/{id}/restriction/lift")
  @Needs(Right.RESTRICT)
  Object lift(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    if (reason.isBlank()) {
      FormErrors errors = FormErrors.of("reason", "Enter why the restriction is lifted");
      return page(shell, caller, id, "", "", errors);
    }
    restrictions.lift(caller, id, reason);
    return CaseTabs.done(redirect, "/cases/" + id, "The restriction is lifted");
  }

  @PostMapping("/cases/{id}/open")
  @Needs(Right.CASES)
  Object open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason) {
    if (reason.isBlank()) {
      return closed(
          shell, id, FormErrors.of("reason", "Enter why you need to open this case"), 422);
    }
    restrictions.open(caller, id, reason);
    return "redirect:/cases/" + id;
  }

  /** Asks for a reason. */
  static Html closed(Shell shell, UUID id, FormErrors errors, int status) {
    return Html.of(
            "safeguarding/restricted",
            new RestrictedCasePage(CaseTabs.page(shell, "Case", errors), id))
        .status(status);
  }

  private Html page(
      Shell shell, Caller caller, UUID id, String members, String reason, FormErrors errors) {
    return Html.of(
            "safeguarding/restrict",
            new RestrictCasePage(
                CaseTabs.page(shell, "Restriction", errors),
                restrictions.look(caller, id),
                members,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
