package org.heed.server.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.Amendments;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /reports/{id}/amend}: a new version of a report, with a reason; {@code
 * /reports/{id}/versions}: all its versions, with marks of what changed.
 */
@Controller
class AmendPages {
  private final Amendments amendments;
  private final Clock clock;

  AmendPages(Amendments amendments, Clock clock) {
    this.amendments = amendments;
    this.clock = clock;
  }

  @GetMapping("/reports/{id}/amend")
  @Needs(Right.RECORD)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    ReportFile file = amendments.open(caller, id);
    return page(shell, file, AmendForm.of(file), FormErrors.none());
  }

  /** Amends; or, asked for one person more or fewer, shows the form so, without scripts too. */
  @PostMapping("/reports/{id}/amend")
  @Needs(Right.RECORD)
  Object amend(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    ReportFile file = amendments.open(caller, id);
    AmendForm form = AmendForm.of(fields, file);
    RecordForm changed = form.report().changed(fields);
    if (changed != null) {
      return page(shell, file, form.with(changed), FormErrors.none());
    }
    FormErrors errors = form.errors(LocalDate.ofInstant(clock.instant(), Words.LONDON), file);
    if (!errors.isEmpty()) {
      return page(shell, file, form, errors);
    }
    try {
      amendments.amend(caller, id, form.amendment(file));
    } catch (Refused refused) {
      if (refused.code() == Refused.Code.CONFLICT) {
        ReportFile now = amendments.open(caller, id);
        return overtaken(shell, now, form.at(now.version()), refused.sentence());
      }
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return page(shell, file, form, FormErrors.of("narrative", refused.sentence()));
    }
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("The report is amended, and the version before it is kept"));
    return "redirect:/reports/" + id;
  }

  @GetMapping("/reports/{id}/versions")
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  Html versions(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    var versions = amendments.history(caller, id);
    Page page = under(shell.page("Versions of a report"), versions.getLast().file());
    return Html.of("report/versions", new VersionsPage(page, versions));
  }

  private static Html page(Shell shell, ReportFile file, AmendForm form, FormErrors errors) {
    return Html.of(
            "report/amend",
            new AmendPage(under(shell.page("Amend a report"), file).with(errors), file, form, ""))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /**
   * Both: what somebody else made of the report meanwhile, and what was typed, to be sent again.
   */
  private static Html overtaken(Shell shell, ReportFile now, AmendForm form, String sentence) {
    return Html.of(
            "report/amend",
            new AmendPage(under(shell.page("Amend a report"), now), now, form, sentence))
        .status(409);
  }

  private static Page under(Page page, ReportFile file) {
    return page.in(Section.REPORTS)
        .under(
            new Crumb("Reports", "/reports"),
            new Crumb("Report " + file.reference(), "/reports/" + file.id()));
  }
}
