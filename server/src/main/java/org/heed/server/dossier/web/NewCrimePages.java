package org.heed.server.dossier.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.crime.CountingRules;
import org.heed.server.crime.Crimes;
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
    return page(shell, caller, id, Set.of(), List.of(), "", List.of(), FormErrors.none());
  }

  @PostMapping("/reports/{id}/crimes")
  @Needs(Right.CRIME)
  Object record(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes redirect) {
    Set<String> victims = new HashSet<>(typed.getOrDefault("victim", List.of()));
    List<String> offences =
        NewCrimePage.FIELDS.stream()
            .map(typed::getFirst)
            .filter(Objects::nonNull)
            .filter(code -> !code.isBlank())
            .toList();
    String reason = Objects.requireNonNullElse(typed.getFirst("reason"), "").strip();
    FormErrors errors = FormErrors.none();
    if (offences.isEmpty()) {
      errors = errors.and("offence-1", "Select the offence class");
    }
    if (!victims.stream().allMatch(NewCrimePages::isId)) {
      victims.clear();
      errors = errors.and("victim", "Select the victims from the list");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what makes it a crime");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, victims, offences, reason, List.of(), errors);
    }
    boolean seen = NewCrimePage.explained(victims, offences).equals(typed.getFirst("explained"));
    if (!typed.containsKey("record") || !seen) {
      List<String> why = rules.why(victims.size(), offences);
      return page(shell, caller, id, victims, offences, reason, why, errors);
    }
    List<UUID> made =
        crimes.record(
            caller, id, victims.stream().map(UUID::fromString).toList(), offences, reason);
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(
            Words.count(made.size(), "crime is recorded", "crimes are recorded")
                + " from this report"));
    return "redirect:/reports/" + id;
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
      Set<String> victims,
      List<String> offences,
      String reason,
      List<String> why,
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
                victims,
                offences,
                reason,
                classes,
                why))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
