package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.Handovers;
import org.heed.server.safeguarding.Unopened;
import org.heed.server.safeguarding.UnopenedSource;
import org.heed.server.safeguarding.Workloads;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /work} and {@code /team}: what is due and late for one person, and for a team. */
@Controller
class WorkPages {
  private final Workloads workloads;
  private final Handovers handovers;
  private final Cases cases;
  private final RulebookInForce rulebook;
  private final List<UnopenedSource> unopened;
  private final Clock clock;

  WorkPages(
      Workloads workloads,
      Handovers handovers,
      Cases cases,
      RulebookInForce rulebook,
      List<UnopenedSource> unopened,
      Clock clock) {
    this.workloads = workloads;
    this.handovers = handovers;
    this.cases = cases;
    this.rulebook = rulebook;
    this.unopened = List.copyOf(unopened);
    this.clock = clock;
  }

  @GetMapping("/work")
  @Needs(Right.CASES)
  Html work(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "1") int page) {
    return Html.of(
        "safeguarding/work",
        new WorkPage(
            shell.page("Due and late").in(Section.CASES).under(new Crumb("Cases", "/cases")),
            workloads.mine(caller, page),
            clock.instant()));
  }

  @GetMapping("/team")
  @Needs(Right.SUPERVISE)
  Html team(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "1") int page) {
    requireCases(caller);
    return page(shell, caller, area, team, page, Map.of(), Set.of(), FormErrors.none());
  }

  @PostMapping("/team")
  @Needs(Right.SUPERVISE)
  Object give(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "case", required = false) List<String> chosen,
      RedirectAttributes redirect) {
    requireCases(caller);
    FormErrors errors = FormErrors.none();
    List<String> ids = Objects.requireNonNullElse(chosen, List.of());
    String all = text(typed, "all");
    if (!all.isBlank()) {
      ids =
          workloads.fitting(caller, text(typed, "area"), text(typed, "team")).stream()
              .map(UUID::toString)
              .toList();
      if (!all.equals(Integer.toString(ids.size()))) {
        errors =
            errors.and(
                "case",
                Words.count(ids.size(), "case fits", "cases fit")
                    + " now: select all of them again");
      }
    }
    if (ids.isEmpty()) {
      errors = errors.and("case", "Select the cases to give to somebody");
    }
    UUID owner = CasePages.account(text(typed, "owner"));
    if (owner == null) {
      errors = errors.and("owner", "Select who is to have them");
    }
    if (text(typed, "reason").isBlank()) {
      errors = errors.and("reason", "Enter why they change hands");
    }
    if (!errors.isEmpty() || owner == null) {
      return page(
          shell,
          caller,
          text(typed, "area"),
          text(typed, "team"),
          number(typed.get("page")),
          typed,
          all.isBlank() ? Set.copyOf(ids) : Set.of(),
          errors);
    }
    int given =
        handovers.give(
            caller,
            ids.stream().map(CasePages::account).filter(Objects::nonNull).toList(),
            owner,
            text(typed, "reason"));
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success(Words.count(given, "case is", "cases are") + " given"));
    return "redirect:/team";
  }

  private static int number(@Nullable String page) {
    return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
  }

  private static void requireCases(Caller caller) {
    if (!caller.may(Right.CASES)) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no team whose cases you may see.");
    }
  }

  private Html page(
      Shell shell,
      Caller caller,
      String area,
      String team,
      int page,
      Map<String, String> typed,
      Set<String> chosen,
      FormErrors errors) {
    return Html.of(
            "safeguarding/team",
            new TeamPage(
                shell
                    .page("The team’s cases")
                    .in(Section.CASES)
                    .under(new Crumb("Cases", "/cases"))
                    .with(errors)
                    .acrossTheWindow(),
                workloads.team(caller, area, team, page),
                area,
                team,
                CasePages.areas(rulebook),
                cases.caseworkers(caller, area),
                unopened.stream()
                    .flatMap(one -> one.unopened(caller, area, clock.instant()).stream())
                    .sorted(Comparator.comparing(Unopened::one))
                    .toList(),
                typed,
                chosen))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
