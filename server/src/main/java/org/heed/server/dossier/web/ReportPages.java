package org.heed.server.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.destruction.DestroyedReport;
import org.heed.server.destruction.Destructions;
import org.heed.server.dossier.Dossier;
import org.heed.server.dossier.Dossiers;
import org.heed.server.report.Restrictions;
import org.heed.server.tellus.Inbox;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /reports/{id}}: one report, now or as it was known. */
@Controller
class ReportPages {
  private final Dossiers dossiers;
  private final Restrictions restrictions;
  private final Inbox inbox;
  private final Destructions destructions;

  ReportPages(
      Dossiers dossiers, Restrictions restrictions, Inbox inbox, Destructions destructions) {
    this.destructions = destructions;
    this.dossiers = dossiers;
    this.restrictions = restrictions;
    this.inbox = inbox;
  }

  @GetMapping("/reports/{id}")
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(name = "known", defaultValue = "") String known) {
    Page page = shell.page("Report").in(Section.REPORTS).under(new Crumb("Reports", "/reports"));
    try {
      Dossier dossier = dossiers.open(caller, id, moment(known), "read-report");
      return Html.of(
          "dossier/report",
          new ReportPage(
              page.acrossTheWindow(),
              dossier,
              known,
              caller.held(),
              inbox.of(caller, id),
              inbox.told(caller, id)));
    } catch (Refused refused) {
      if (refused.code() == Refused.Code.RESTRICTED) {
        return Html.of("dossier/restricted", new RestrictedPage(page, id, "")).status(403);
      }
      if (refused.code() == Refused.Code.DESTROYED) {
        DestroyedReport gone = destructions.destroyed(caller, id).orElseThrow(() -> refused);
        return Html.of("dossier/destroyed", new DestroyedPage(page, gone)).status(410);
      }
      throw refused;
    }
  }

  @PostMapping("/reports/{id}/open")
  @Needs(Right.READ)
  Object openWithReason(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason) {
    if (reason.isBlank()) {
      Page page =
          shell
              .page("Report")
              .in(Section.REPORTS)
              .with(FormErrors.of("reason", "Enter why you need to open this record"));
      return Html.of("dossier/restricted", new RestrictedPage(page, id, "")).status(422);
    }
    restrictions.open(caller, id, reason);
    return "redirect:/reports/" + id;
  }

  /** The end of a day in London, as the date control gives it; null for now. */
  static @Nullable Instant moment(String known) {
    if (known.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(known.strip()).plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused(Refused.Code.INVALID, "Enter the day as 2026-11-23.");
    }
  }
}
