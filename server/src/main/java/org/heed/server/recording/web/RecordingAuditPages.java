package org.heed.server.recording.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.sampling.web.FrameFile;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /recording-audits}: plans audits, draws them, names auditors, and tells the rates. */
@Controller
class RecordingAuditPages {
  /** The longest period that what was sampled is grossed up to. */
  private static final int MOST_DAYS = 3_660;

  private final RecordingAudits audits;
  private final RulebookInForce rulebook;
  private final Clock clock;

  RecordingAuditPages(RecordingAudits audits, RulebookInForce rulebook, Clock clock) {
    this.audits = audits;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/recording-audits")
  @Needs(Right.AUDIT_RECORDING)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "recording/list",
        new AuditListPage(
            AuditTabs.page(shell, "Recording audits", FormErrors.none()), audits.list(caller)));
  }

  /** Asks for a plan; with a frame asked for, shows its routes and what the precision takes. */
  @GetMapping("/recording-audits/new")
  @Needs(Right.AUDIT_RECORDING)
  Html plan(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed) {
    AuditPlanForm form = AuditPlanForm.of(typed.isEmpty() ? begun() : typed);
    FormErrors errors = typed.isEmpty() ? FormErrors.none() : form.errors();
    if (typed.isEmpty() || !errors.isEmpty()) {
      return plan(shell, caller, form, errors, new TreeMap<>(), Map.of());
    }
    SortedMap<String, Integer> strata = strata(caller, form);
    return plan(shell, caller, form, errors, strata, form.proposed(strata));
  }

  private Map<String, String> begun() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    Map<String, String> begun = new HashMap<>();
    begun.put("since", today.minusMonths(6).toString());
    begun.put("until", today.toString());
    begun.put("precision", "5");
    begun.put("expected", "90");
    return begun;
  }

  private SortedMap<String, Integer> strata(Caller caller, AuditPlanForm form) {
    return audits.strata(
        caller,
        form.typed().text("area"),
        form.typed().day("since").orElseThrow(),
        form.typed().day("until").orElseThrow(),
        form.by());
  }

  private Html plan(
      Shell shell,
      Caller caller,
      AuditPlanForm form,
      FormErrors errors,
      SortedMap<String, Integer> strata,
      Map<String, Integer> sizes) {
    return Html.of(
            "recording/plan",
            new AuditPlanPage(
                AuditTabs.page(shell, "Plan a recording audit", errors),
                form.sample(),
                form.by(),
                rulebook.areasOf(caller),
                strata,
                sizes))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/recording-audits")
  @Needs(Right.AUDIT_RECORDING)
  Object draw(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    AuditPlanForm form = AuditPlanForm.of(typed);
    FormErrors errors = form.errors();
    if (!errors.isEmpty()) {
      return plan(shell, caller, form, errors, new TreeMap<>(), Map.of());
    }
    SortedMap<String, Integer> strata = strata(caller, form);
    Optional<Map<String, Integer>> sizes = form.sample().sizes(strata);
    if (sizes.isEmpty()) {
      return plan(
          shell,
          caller,
          form,
          FormErrors.of(
              "sizes",
              "Enter how many to draw of each, up to as many as there are, and one at least"),
          strata,
          form.proposed(strata));
    }
    if (form.sample().isAgain()) {
      return plan(shell, caller, form, errors, strata, sizes.get());
    }
    UUID id = audits.draw(caller, form.wanted(sizes.get()));
    return AuditTabs.done(redirect, AuditTabs.address(id), "The sample is drawn");
  }

  @GetMapping("/recording-audits/{id}")
  @Needs(Right.AUDIT_RECORDING)
  Html sample(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return sample(shell, caller, id, Map.of(), FormErrors.none());
  }

  private Html sample(
      Shell shell, Caller caller, UUID id, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "recording/sample",
            new AuditSamplePage(
                AuditTabs.page(shell, "Recording audit", errors),
                audits.progress(caller, id),
                audits.redraw(caller, id),
                audits.others(caller, id),
                clock.instant(),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/recording-audits/{id}/auditors")
  @Needs(Right.AUDIT_RECORDING)
  Object name(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    Optional<UUID> account = new Typed(typed).id("account");
    Optional<LocalDate> until = new Typed(typed).day("until");
    if (account.isEmpty()) {
      errors = errors.and("account", "Select who audits");
    }
    if (until.isEmpty()) {
      errors = errors.and("until", "Enter the last day on which they may open the reports");
    }
    if (errors.isEmpty()) {
      try {
        audits.name(caller, id, account.orElseThrow(), until.orElseThrow());
        return AuditTabs.done(redirect, AuditTabs.address(id), "The auditor is named");
      } catch (Refused refused) {
        if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
          throw refused;
        }
        errors = errors.and("account", refused.sentence());
      }
    }
    return sample(shell, caller, id, typed, errors);
  }

  /** Ends somebody's time to audit. */
  @PostMapping("/recording-audits/{id}/auditors/{account}/end")
  @Needs(Right.AUDIT_RECORDING)
  Object end(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID account,
      RedirectAttributes redirect) {
    audits.end(caller, id, account);
    return AuditTabs.done(
        redirect,
        AuditTabs.address(id),
        "Their time is over: what was drawn for them is closed to them");
  }

  @GetMapping("/recording-audits/{id}/result")
  @Needs(Right.AUDIT_RECORDING)
  Html result(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed) {
    RecordingAudits.Progress progress = audits.progress(caller, id);
    return Html.of(
        "recording/result",
        new AuditResultPage(
            AuditTabs.page(shell, "Result", FormErrors.none()),
            progress,
            progress.rates(),
            new Typed(typed).number("days", 1, MOST_DAYS)));
  }

  /** The frame as the draw took it: identifiers and routes, the lines that its hash is of. */
  @GetMapping("/recording-audits/{id}/frame.tsv")
  @Needs(Right.AUDIT_RECORDING)
  ResponseEntity<String> frame(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return FrameFile.of(audits.frame(caller, id));
  }
}
