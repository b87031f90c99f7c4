package org.heed.server.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.RecordRequests;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records linked to cases drawn: asked for, opened for a time, looked at. */
@Controller
class LinkedPages {
  private final Inspections inspections;
  private final RecordRequests requests;
  private final Clock clock;

  LinkedPages(Inspections inspections, RecordRequests requests, Clock clock) {
    this.inspections = inspections;
    this.requests = requests;
    this.clock = clock;
  }

  @GetMapping("/inspections/{id}/cases/{case}/linked")
  @Needs(Right.INSPECT)
  Html linked(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable("case") UUID caseFile) {
    return linked(shell, caller, id, caseFile, Map.of(), FormErrors.none());
  }

  private Html linked(
      Shell shell,
      Caller caller,
      UUID id,
      UUID caseFile,
      Map<String, String> typed,
      FormErrors errors) {
    return Html.of(
            "inspection/linked",
            new LinkedPage(
                InspectionTabs.below(shell, "Other records", id, errors),
                id,
                caseFile,
                requests.linked(caller, id, caseFile),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/cases/{case}/linked")
  @Needs(Right.INSPECT)
  Object ask(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable("case") UUID caseFile,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<UUID> record = new Typed(typed).id("record");
    FormErrors errors = FormErrors.none();
    if (record.isEmpty()) {
      errors = errors.and("record", "Select what you need to see");
    }
    if (typed.getOrDefault("reason", "").isBlank()) {
      errors = errors.and("reason", "Enter why you need it");
    }
    if (errors.isEmpty()) {
      try {
        requests.ask(caller, id, caseFile, record.orElseThrow(), typed.getOrDefault("reason", ""));
        return InspectionTabs.done(
            redirect, "/inspections/" + id + "/requests", "You have asked for it");
      } catch (Refused refused) {
        if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
          throw refused;
        }
        errors = errors.and("record", refused.sentence());
      }
    }
    return linked(shell, caller, id, caseFile, typed, errors);
  }

  @GetMapping("/inspections/{id}/requests")
  @Needs(Right.INSPECT)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return list(shell, caller, id, FormErrors.none());
  }

  private Html list(Shell shell, Caller caller, UUID id, FormErrors errors) {
    return Html.of(
            "inspection/requests",
            new RequestsPage(
                InspectionTabs.page(shell, "Linked records", errors),
                inspections.get(caller, id),
                requests.list(caller, id),
                caller.account(),
                caller.may(Right.SUPERVISE),
                clock.instant()))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/requests/{request}")
  @Needs(Right.SUPERVISE)
  Object answer(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<LocalDate> until = new Typed(typed).day("until");
    if (until.isEmpty() && !typed.getOrDefault("until", "").isBlank()) {
      return list(shell, caller, id, FormErrors.of("until-" + request, "Enter a day, or none"));
    }
    try {
      requests.answer(caller, id, request, until.orElse(null), typed.getOrDefault("reason", ""));
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      return list(shell, caller, id, FormErrors.of("until-" + request, refused.sentence()));
    }
    return InspectionTabs.done(
        redirect,
        "/inspections/" + id + "/requests",
        until.isPresent() ? "The record is open to who asked" : "The record is not open");
  }

  @GetMapping("/inspections/{id}/requests/{request}")
  @Needs(Right.INSPECT)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID request) {
    return Html.of(
        "inspection/record",
        new LinkedRecordPage(
            InspectionTabs.below(shell, "Linked record", id, FormErrors.none()),
            inspections.get(caller, id),
            requests.open(caller, id, request)));
  }
}
