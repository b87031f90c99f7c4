package org.heed.server.recording.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recording.Audited;
import org.heed.server.recording.RecordingAudit;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.recording.ReportAudits;
import org.heed.server.store.Coded;
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

/** A report drawn for a recording audit, and what an auditor says of it. */
@Controller
class AuditReportPages {
  private static final Map<String, String> NUMBERS =
      Map.of(
          "should", "Enter how many crimes it amounts to",
          "recorded", "Enter how many of these are recorded",
          "classed", "Enter how many are classed as the rules ask",
          "in-time", "Enter how many were recorded within 24 hours",
          "wrongly", "Enter how many are on record that should not be");

  private final RecordingAudits audits;
  private final ReportAudits reports;

  AuditReportPages(RecordingAudits audits, ReportAudits reports) {
    this.audits = audits;
    this.reports = reports;
  }

  @GetMapping("/recording-audits/{id}/reports/{report}")
  @Needs(Right.AUDIT_RECORDING)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID report) {
    return open(shell, caller, id, report, Map.of(), FormErrors.none());
  }

  private Html open(
      Shell shell,
      Caller caller,
      UUID id,
      UUID report,
      Map<String, String> typed,
      FormErrors errors) {
    return Html.of(
            "recording/report",
            new AuditReportPage(
                AuditTabs.below(shell, "Report", id, errors).acrossTheWindow(),
                reports.open(caller, id, report),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/recording-audits/{id}/reports/{report}")
  @Needs(Right.AUDIT_RECORDING)
  Object say(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID report,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = errors(typed);
    if (errors.isEmpty()) {
      try {
        reports.say(caller, id, report, said(typed));
        Optional<RecordingAudit.Drawn> next = audits.progress(caller, id).next();
        return AuditTabs.done(
            redirect,
            AuditTabs.address(id) + next.map(one -> "/reports/" + one.report()).orElse("/result"),
            next.isPresent()
                ? "It is kept. This is the next report."
                : "It is kept. Every report is audited.");
      } catch (Refused refused) {
        if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
          throw refused;
        }
        errors = errors.and("should", refused.sentence());
      }
    }
    return open(shell, caller, id, report, typed, errors);
  }

  private static FormErrors errors(Map<String, String> typed) {
    FormErrors errors = FormErrors.none();
    String told = typed.getOrDefault("told", "");
    if (!told.equals("yes") && !told.equals("no")) {
      errors = errors.and("told", "Select whether the record tells");
    }
    if (told.equals("yes")) {
      for (String field : new String[] {"should", "recorded", "classed", "in-time", "wrongly"}) {
        if (number(typed, field) < 0) {
          errors = errors.and(field, NUMBERS.getOrDefault(field, ""));
        }
      }
      if (Coded.find(Audited.Flag.values(), typed.getOrDefault("flag", "")).isEmpty()) {
        errors = errors.and("flag", "Select what became of the flag");
      }
    }
    if (typed.getOrDefault("reason", "").isBlank()) {
      errors = errors.and("reason", "Enter what it rests on");
    }
    return errors;
  }

  private static int number(Map<String, String> typed, String field) {
    String text = typed.getOrDefault(field, "").strip();
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static Audited.Said said(Map<String, String> typed) {
    String reason = typed.getOrDefault("reason", "");
    return typed.getOrDefault("told", "").equals("no")
        ? Audited.Said.cannotTell(reason)
        : new Audited.Said(
            true,
            number(typed, "should"),
            number(typed, "recorded"),
            number(typed, "classed"),
            number(typed, "in-time"),
            Coded.parse(Audited.Flag.values(), typed.getOrDefault("flag", ""), "flag"),
            reason,
            number(typed, "wrongly"));
  }
}
