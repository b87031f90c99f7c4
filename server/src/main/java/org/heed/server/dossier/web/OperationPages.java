package org.heed.server.dossier.web;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossier;
import org.heed.server.dossier.Dossiers;
import org.heed.server.report.Operations;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /reports/{id}/operation}: the operation that a report belongs to. */
@Controller
class OperationPages {
  private final Dossiers dossiers;
  private final Operations operations;

  OperationPages(Dossiers dossiers, Operations operations) {
    this.dossiers = dossiers;
    this.operations = operations;
  }

  @GetMapping("/reports/{id}/operation")
  @Needs(Right.REVIEW)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, null, "", FormErrors.none());
  }

  @PostMapping("/reports/{id}/operation")
  @Needs(Right.REVIEW)
  Object set(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (!operation.isBlank() && Operations.name(operation).isEmpty()) {
      errors =
          errors.and(
              "operation",
              "Enter a name of up to 60 letters, digits, spaces, hyphens and apostrophes");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter how you know");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, operation, reason, errors);
    }
    operations.set(caller, id, operation.isBlank() ? null : operation, reason.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(
            operation.isBlank()
                ? "The report belongs to no operation"
                : "The report belongs to the operation"));
    return "redirect:/reports/" + id;
  }

  /** The form begins with what is said, so that saving it untouched takes nothing out. */
  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      @Nullable String operation,
      String reason,
      FormErrors errors) {
    Dossier dossier = dossiers.open(caller, id, null, "read-report");
    String now = dossier.operation().orElse("");
    return Html.of(
            "dossier/operation",
            new OperationPage(
                shell
                    .page("Operation")
                    .in(Section.REPORTS)
                    .under(
                        new Crumb("Reports", "/reports"),
                        new Crumb("Report " + dossier.report().reference(), "/reports/" + id))
                    .with(errors),
                id,
                now,
                operation == null ? now : operation,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
