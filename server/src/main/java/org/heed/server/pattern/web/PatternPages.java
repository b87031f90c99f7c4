package org.heed.server.pattern.web;

import java.util.Map;
import java.util.UUID;
import org.heed.linkage.network.Pattern;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.pattern.Patterns;
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

/** {@code /patterns}: what shows only when reports are put together, as work; each decided on. */
@Controller
class PatternPages {
  private final Patterns patterns;

  PatternPages(Patterns patterns) {
    this.patterns = patterns;
  }

  @GetMapping("/patterns")
  @Needs(Right.PEOPLE)
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String what) {
    Map<String, String> kinds = patterns.kinds();
    Pattern kind = kinds.containsKey(what) ? Pattern.parse(what) : null;
    boolean decided = show.equals("decided");
    return Html.of(
        "pattern/patterns",
        new PatternsPage(
            shell
                .page("What shows across reports")
                .in(Section.PEOPLE)
                .under(new Crumb("People", "/people")),
            patterns.list(caller, decided, kind),
            decided,
            kinds,
            what));
  }

  @GetMapping("/patterns/{id}")
  @Needs(Right.PEOPLE)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "", "", FormErrors.none());
  }

  @PostMapping("/patterns/{id}")
  @Needs(Right.PEOPLE)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (!decision.equals("look-into") && !decision.equals("leave")) {
      errors = errors.and("decision", "Select whether somebody looks into it");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, decision, reason, errors);
    }
    patterns.decide(caller, id, decision.equals("look-into"), reason.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    return "redirect:/patterns";
  }

  private Html page(
      Shell shell, Caller caller, UUID id, String decision, String reason, FormErrors errors) {
    return Html.of(
            "pattern/pattern",
            new PatternPage(
                shell
                    .page("Across reports")
                    .in(Section.PEOPLE)
                    .under(
                        new Crumb("People", "/people"),
                        new Crumb("What shows across reports", "/patterns"))
                    .with(errors),
                patterns.open(caller, id),
                decision,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
