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
import org.heed.server.inspection.InspectionAction;
import org.heed.server.inspection.InspectionActions;
import org.heed.server.inspection.InspectionResults;
import org.heed.server.store.Coded;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of an inspection, and what has to change. */
@Controller
class ResultPages {
  private final InspectionResults results;
  private final InspectionActions actions;
  private final Clock clock;

  ResultPages(InspectionResults results, InspectionActions actions, Clock clock) {
    this.results = results;
    this.actions = actions;
    this.clock = clock;
  }

  @GetMapping("/inspections/{id}/result")
  @Needs(Right.INSPECT)
  Html result(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return Html.of(
        "inspection/result",
        new ResultPage(
            InspectionTabs.page(shell, "Result", FormErrors.none()), results.read(caller, id)));
  }

  /** All of it in one archive, for whoever checks it elsewhere. */
  @GetMapping("/inspections/{id}/pack.zip")
  @Needs(Right.INSPECT)
  ResponseEntity<byte[]> pack(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("inspection-" + id + ".zip")
                .build()
                .toString())
        .body(results.pack(caller, id));
  }

  @GetMapping("/inspections/{id}/actions")
  @Needs(Right.INSPECT)
  Html actions(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return actions(shell, caller, id, Map.of(), FormErrors.none());
  }

  /** What is open of every inspection. */
  @GetMapping("/inspections/actions")
  @Needs(Right.INSPECT)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "inspection/open",
        new OpenActionsPage(
            InspectionTabs.page(shell, "Open actions", FormErrors.none()), actions.open(caller)));
  }

  private Html actions(
      Shell shell, Caller caller, UUID id, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "inspection/actions",
            new ActionsPage(
                InspectionTabs.page(shell, "Actions", errors),
                actions.list(caller, id),
                LocalDate.ofInstant(clock.instant(), Words.LONDON),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/actions")
  @Needs(Right.INSPECT)
  Object set(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<InspectionAction.Kind> kind =
        Coded.find(InspectionAction.Kind.values(), typed.getOrDefault("kind", ""));
    Optional<LocalDate> due = new Typed(typed).day("due");
    FormErrors errors = FormErrors.none();
    if (kind.isEmpty()) {
      errors = errors.and("kind", "Select what it is");
    }
    if (typed.getOrDefault("says", "").isBlank()) {
      errors = errors.and("says", "Enter what has to change");
    }
    if (typed.getOrDefault("owner", "").isBlank()) {
      errors = errors.and("owner", "Enter who answers for it");
    }
    if (due.isEmpty()) {
      errors = errors.and("due", "Enter the day by which it has changed");
    }
    if (!errors.isEmpty()) {
      return actions(shell, caller, id, typed, errors);
    }
    actions.set(
        caller,
        id,
        kind.orElseThrow(),
        typed.getOrDefault("says", ""),
        typed.getOrDefault("owner", ""),
        new Typed(typed).id("account").orElse(null),
        due.orElseThrow());
    return InspectionTabs.done(redirect, "/inspections/" + id + "/actions", "It is set");
  }

  @PostMapping("/inspections/{id}/actions/{action}")
  @Needs(Right.INSPECT)
  Object say(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID action,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<InspectionAction.Act> act =
        Coded.find(InspectionAction.Act.values(), typed.getOrDefault("act", ""));
    try {
      actions.say(
          caller,
          id,
          action,
          act.orElseThrow(() -> new Refused(Refused.Code.INVALID, "Select what is said of it.")),
          typed.getOrDefault("told", ""),
          new Typed(typed).id("recheck").orElse(null));
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      return actions(shell, caller, id, typed, FormErrors.of("act-" + action, refused.sentence()));
    }
    return InspectionTabs.done(redirect, "/inspections/" + id + "/actions", "It is recorded");
  }
}
