package org.heed.server.dossier.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossier;
import org.heed.server.dossier.Dossiers;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.review.Flags;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /reports/{id}/flag}: a decision by who works on a report or assures quality. Which of the
 * two led to it is kept, since figures tell them apart from the queue's.
 */
@Controller
class FlagPages {
  private static final Set<String> ROUTES = Set.of("officer", "quality-assurance");

  private final Dossiers dossiers;
  private final Flags flags;
  private final RulebookInForce rulebook;

  FlagPages(Dossiers dossiers, Flags flags, RulebookInForce rulebook) {
    this.dossiers = dossiers;
    this.flags = flags;
    this.rulebook = rulebook;
  }

  @GetMapping("/reports/{id}/flag")
  @Needs(Right.REVIEW)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, ReviewForm.EMPTY, "", FormErrors.none());
  }

  @PostMapping("/reports/{id}/flag")
  @Needs(Right.REVIEW)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    ReviewForm typed = ReviewForm.of(fields);
    String route = fields.getOrDefault("route", "");
    FormErrors errors = typed.errors();
    if (!ROUTES.contains(route)) {
      errors = errors.and("route", "Select what led you to decide");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, typed, route, errors);
    }
    flags.decide(
        caller,
        new FlagDecision(
            id,
            null,
            Answer.parse(typed.decision()),
            typed.elements(),
            typed.decision().equals("no") ? typed.instead() : null,
            route,
            typed.reason().strip(),
            null,
            null));
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    return "redirect:/reports/" + id;
  }

  private Html page(
      Shell shell, Caller caller, UUID id, ReviewForm typed, String route, FormErrors errors) {
    Dossier dossier = dossiers.open(caller, id, null, "decide-flag");
    ReviewPage review =
        new ReviewPage(
            shell
                .page("Decide on a report")
                .in(Section.REPORTS)
                .under(
                    new Crumb("Reports", "/reports"),
                    new Crumb("Report " + dossier.report().reference(), "/reports/" + id))
                .with(errors)
                .acrossTheWindow(),
            dossier,
            rulebook
                .rulebook()
                .findDefinition("cse")
                .orElseThrow(() ->
                    new Refused(
                        Refused.Code.CONFLICT,
                        "The rulebook has no definition called cse to decide by.")),
            typed);
    return Html.of("dossier/flag", new FlagPage(review, route))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
