package org.heed.server.dossier.web;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossiers;
import org.heed.server.report.ReportFile;
import org.heed.server.report.Restrictions;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /reports/{id}/restriction}: closes a report to all but its members, or lifts that. */
@Controller
class RestrictPages {
  private final Dossiers dossiers;
  private final Restrictions restrictions;

  RestrictPages(Dossiers dossiers, Restrictions restrictions) {
    this.dossiers = dossiers;
    this.restrictions = restrictions;
  }

  @GetMapping("/reports/{id}/restriction")
  @Needs(Right.RESTRICT)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "", "", FormErrors.none());
  }

  @PostMapping("/reports/{id}/restriction")
  @Needs(Right.RESTRICT)
  Object restrict(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String members,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    Restrictions.Members named = restrictions.members(caller, members);
    FormErrors errors = FormErrors.none();
    if (!named.allKnown()) {
      errors = errors.and("members", "Enter names that people here sign in with, one a line");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why the report must be restricted");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, members, reason, errors);
    }
    restrictions.restrict(caller, id, named.accounts(), reason.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The report is restricted"));
    return "redirect:/reports/" + id;
  }

  @PostMapping("/reports/{id}/restriction/lift")
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
    restrictions.lift(caller, id, reason.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The restriction is lifted"));
    return "redirect:/reports/" + id;
  }

  private Html page(
      Shell shell, Caller caller, UUID id, String members, String reason, FormErrors errors) {
    ReportFile report = dossiers.open(caller, id, null, "restrict-report").report();
    return Html.of(
            "dossier/restrict",
            new RestrictPage(
                shell
                    .page("Restriction")
                    .in(Section.REPORTS)
                    .under(
                        new Crumb("Reports", "/reports"),
                        new Crumb("Report " + report.reference(), "/reports/" + id))
                    .with(errors),
                report,
                restrictions.isRestricted(caller, id),
                members,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
