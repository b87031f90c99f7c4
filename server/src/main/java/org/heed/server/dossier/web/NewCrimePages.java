package org.heed.server.dossier.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.crime.CountingRules;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.ProposedCrime;
import org.heed.server.dossier.Dossier;
import org.heed.server.dossier.Dossiers;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /reports/{id}/crimes}: records the crimes of a report, once it was said in words how many
 * they are and why.
 */
@Controller
class NewCrimePages {
  private final Dossiers dossiers;
  private final Crimes crimes;
  private final CountingRules rules;

  NewCrimePages(Dossiers dossiers, Crimes crimes, CountingRules rules) {
    this.dossiers = dossiers;
    this.crimes = crimes;
    this.rules = rules;
  }

  @GetMapping("/reports/{id}/crimes")
  @Needs(Right.CRIME)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, NewCrimeForm.EMPTY, List.of(), FormErrors.none());
  }

  @PostMapping("/reports/{id}/crimes")
  @Needs(Right.CRIME)
  Object record(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes redirect) {
    NewCrimeForm form = NewCrimeForm.of(typed);
    FormErrors errors = FormErrors.none();
    if (form.offences().isEmpty()) {
      errors = errors.and("offence-1", "Select the offence class");
    }
    if (!form.victims().stream().allMatch(NewCrimePages::isId)) {
      errors = errors.and("victim", "Select the victims from the list");
    }
    if (!form.suspects().stream().allMatch(NewCrimePages::isId)) {
      errors = errors.and("suspect", "Select the suspects from the list");
    }
    if (form.reason().isBlank()) {
      errors = errors.and("reason", "Enter what makes it a crime");
    }
    boolean apart = form.offences().stream().anyMatch(o -> !rules.keepingApart(o).isEmpty());
    boolean seen = form.explained().equals(typed.getFirst("explained"));
    boolean wanted = typed.containsKey("record") && seen;
    if (wanted && apart && form.ground().isBlank()) {
      errors = errors.and("ground", "Select why it is not confirmed");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, form.withIds(NewCrimePages::isId), List.of(), errors);
    }
    if (!wanted) {
      List<ProposedCrime> proposed = crimes.propose(caller, id, form.said());
      return page(shell, caller, id, form, proposed, errors);
    }
    List<UUID> made = crimes.record(caller, id, form.said());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(
            Words.count(made.size(), "crime is recorded", "crimes are recorded")
                + " from this report"));
    return "redirect:/reports/" + id;
  }

  /** Each rule once, with what it did, in its words. */
  private List<String> why(List<ProposedCrime> proposed) {
    return proposed.stream()
        .flatMap(crime -> crime.because().stream())
        .distinct()
        .map(rules::words)
        .toList();
  }

  private static boolean isId(String typed) {
    try {
      return UUID.fromString(typed).toString().equals(typed);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      NewCrimeForm form,
      List<ProposedCrime> proposed,
      FormErrors errors) {
    Dossier dossier = dossiers.open(caller, id, null, "record-crime");
    ReportFile report = dossier.report();
    Map<String, String> classes = new LinkedHashMap<>();
    rules.classes().forEach(one -> classes.put(one.code(), one.code() + " " + one.title()));
    return Html.of(
            "dossier/newCrime",
            new NewCrimePage(
                shell
                    .page("Record a crime")
                    .in(Section.REPORTS)
                    .under(
                        new Crumb("Reports", "/reports"),
                        new Crumb("Report " + report.reference(), "/reports/" + id))
                    .with(errors),
                report,
                dossier.counted(),
                form,
                classes,
                proposed,
                why(proposed),
                rules.apart()))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
