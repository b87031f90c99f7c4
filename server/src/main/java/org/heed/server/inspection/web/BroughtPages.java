package org.heed.server.inspection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.web.FormWithFile;
import org.heed.server.inspection.CaseList;
import org.heed.server.inspection.Inspections;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /inspections/brought}: takes a list of cases that was chosen elsewhere. */
@Controller
class BroughtPages {
  /** Bytes: more than a list that is typed may have, so that it is told that it is too long. */
  private static final int LONGEST_LIST = 1 << 20;

  private final Inspections inspections;
  private final RulebookInForce rulebook;
  private final Clock clock;

  BroughtPages(Inspections inspections, RulebookInForce rulebook, Clock clock) {
    this.inspections = inspections;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/inspections/brought")
  @Needs(Right.INSPECT)
  Html ask(Shell shell, @AuthenticationPrincipal Caller caller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    return page(
        shell,
        caller,
        BroughtForm.of(
            Map.of("since", today.minusYears(1).toString(), "until", today.toString()),
            List.of("first", "second")),
        FormErrors.none());
  }

  @PostMapping("/inspections/brought")
  @Needs(Right.INSPECT)
  Object bring(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    BroughtForm form =
        BroughtForm.of(
            FormWithFile.of(request, BroughtForm.FILE, CaseList.LARGEST_FILE, LONGEST_LIST));
    FormErrors errors = form.errors();
    if (errors.isEmpty()) {
      try {
        CaseList list = form.list();
        errors = form.errors(list, inspections.check(caller, form.wanted(), list));
        if (errors.isEmpty()) {
          UUID id = inspections.bring(caller, form.wanted(), list, form.origin());
          return InspectionTabs.done(redirect, "/inspections/" + id, "The list is taken");
        }
      } catch (Refused refused) {
        if (refused.code() != Refused.Code.INVALID) {
          throw refused;
        }
        errors = FormErrors.of(form.field(), refused.sentence());
      }
    }
    return page(shell, caller, form, errors);
  }

  private Html page(Shell shell, Caller caller, BroughtForm form, FormErrors errors) {
    return Html.of(
            "inspection/brought",
            new PlanPage(
                InspectionTabs.page(shell, "Bring a list of cases", errors),
                form.plan().sample(),
                rulebook.rulebook().inspections(),
                rulebook.areasOf(caller),
                PlanPage.protection(rulebook.rulebook()),
                PlanPage.Shared.NONE))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
