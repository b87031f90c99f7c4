package org.heed.server.suspected.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Coded;
import org.heed.server.suspected.SuspectedChild;
import org.heed.server.suspected.SuspectedChildren;
import org.heed.server.suspected.SuspectedVerdict;
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

/** {@code /suspected}: children who are suspected, as work; each decided on. */
@Controller
class SuspectedPages {
  private final SuspectedChildren children;

  SuspectedPages(SuspectedChildren children) {
    this.children = children;
  }

  @GetMapping("/suspected")
  @Needs(Right.PEOPLE)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    List<SuspectedChild> waiting =
        children.list(caller).stream()
            .sorted(Comparator.comparing((SuspectedChild one) -> !one.isOf(caller.account())))
            .toList();
    return Html.of(
        "suspected/list",
        new SuspectedListPage(
            shell
                .page("Children who are suspected")
                .in(Section.PEOPLE)
                .under(new Crumb("People", "/people")),
            waiting,
            caller.account()));
  }

  @GetMapping("/suspected/{id}")
  @Needs(Right.PEOPLE)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "", "", FormErrors.none());
  }

  @PostMapping("/suspected/{id}")
  @Needs(Right.PEOPLE)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String askings,
      @RequestParam(defaultValue = "0") int decisions,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    Optional<SuspectedVerdict> verdict = Coded.find(SuspectedVerdict.values(), decision);
    if (verdict.isEmpty()) {
      errors = errors.and("decision", "Select what is done for their own safety");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, decision, reason, errors);
    }
    SuspectedVerdict said = verdict.orElseThrow();
    try {
      children.decide(caller, id, ids(askings), decisions, said, reason.strip());
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.CONFLICT && refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return page(
          shell, caller, id, decision, reason, FormErrors.none().and("reason", refused.sentence()));
    }
    SuspectedChild child = children.open(caller, id);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    return "redirect:" + next(caller, child, said);
  }

  /** Where what was decided is done. */
  private static String next(Caller caller, SuspectedChild child, SuspectedVerdict verdict) {
    return switch (verdict) {
      case CASE ->
          caller.may(Right.CASES)
              ? "/cases/new?report=" + child.reports().getFirst().report()
              : "/suspected";
      case REFER ->
          child.person() == null ? "/suspected" : "/people/" + child.person() + "/referrals/new";
      case NO -> "/suspected";
    };
  }

  private static Set<UUID> ids(String typed) {
    try {
      Set<UUID> ids = new LinkedHashSet<>();
      Arrays.stream(typed.split(",", -1))
          .filter(one -> !one.isBlank())
          .forEach(one -> ids.add(UUID.fromString(one)));
      return ids;
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "askings is a list of identifiers.");
    }
  }

  private Html page(
      Shell shell, Caller caller, UUID id, String decision, String reason, FormErrors errors) {
    return Html.of(
            "suspected/suspected",
            new SuspectedPage(
                shell
                    .page("A child who is suspected")
                    .in(Section.PEOPLE)
                    .under(
                        new Crumb("People", "/people"),
                        new Crumb("Children who are suspected", "/suspected"))
                    .with(errors),
                id,
                children.open(caller, id),
                decision,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
