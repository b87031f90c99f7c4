package org.heed.server.destruction.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.destruction.Basis;
import org.heed.server.destruction.Destruction;
import org.heed.server.destruction.Destructions;
import org.heed.server.store.Coded;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /destructions}: what two people have destroyed, and what is due to be looked at. */
@Controller
class DestructionPages {
  private static final String LIST = "/destructions";
  private static final int MOST_DUE = 100;
  private static final int MOST_YEARS = 100;

  private final Destructions destructions;
  private final Clock clock;

  DestructionPages(Destructions destructions, Clock clock) {
    this.destructions = destructions;
    this.clock = clock;
  }

  @GetMapping(LIST)
  @Needs(Right.DESTROY)
  Html overview(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "destruction/overview",
        new OverviewPage(
            shell.page("Retention").in(Section.RETENTION),
            destructions.overview(caller, today(), MOST_DUE),
            caller.account(),
            MOST_DUE));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.LONDON);
  }

  private static Page below(Shell shell, String title, FormErrors errors) {
    return shell.page(title).in(Section.RETENTION).under(new Crumb("Retention", LIST)).with(errors);
  }

  @GetMapping("/reports/{id}/destruction")
  @Needs(Right.DESTROY)
  Object report(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return report(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  private Object report(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Destructions.Opened opened = destructions.open(caller, id);
    Optional<Destruction> waiting = opened.proposed();
    if (waiting.isPresent()) {
      return "redirect:" + LIST + "/" + waiting.get().id();
    }
    return Html.of(
            "destruction/report",
            new ReportToDestroyPage(
                below(shell, "Keep or destroy a report", errors), id, opened, typed))
        .checked(errors);
  }

  @PostMapping("/reports/{id}/destruction")
  @Needs(Right.DESTROY)
  Object propose(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    Optional<Basis> basis = Coded.find(Basis.values(), typed.get("basis"));
    FormErrors errors = FormErrors.none();
    if (basis.isEmpty()) {
      errors = errors.and("basis", "Select on what basis it is to be destroyed");
    }
    errors = typed.required(errors, "reason", "Enter why it is to be destroyed");
    if (!errors.isEmpty()) {
      return report(shell, caller, id, typed, errors);
    }
    UUID made = destructions.propose(caller, id, basis.orElseThrow(), typed.get("reason"));
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("It waits for another records manager to decide"));
    return "redirect:" + LIST + "/" + made;
  }

  @PostMapping("/reports/{id}/retention")
  @Needs(Right.DESTROY)
  Object keep(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    LocalDate today = today();
    Optional<LocalDate> again =
        typed
            .day("again")
            .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(MOST_YEARS)));
    FormErrors errors = FormErrors.none();
    if (again.isEmpty()) {
      errors = errors.and("again", "Enter a day in the future on which it is looked at again");
    }
    errors = typed.required(errors, "keep-reason", "Enter why it must still be kept");
    if (!errors.isEmpty()) {
      return report(shell, caller, id, typed, errors);
    }
    destructions.keep(caller, id, again.orElseThrow(), typed.get("keep-reason"));
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success("The report is kept, and looked at again on " + Words.date(again.get())));
    return "redirect:" + LIST;
  }

  @GetMapping(LIST + "/{id}")
  @Needs(Right.DESTROY)
  Html proposal(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return proposal(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  private Html proposal(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Destructions.Opened opened = destructions.proposal(caller, id);
    return Html.of(
            "destruction/proposal",
            new ProposalPage(
                below(shell, "Destroy a report", errors),
                opened.proposed().orElseThrow(),
                opened,
                caller.account(),
                typed))
        .checked(errors);
  }

  @PostMapping(LIST + "/{id}/decision")
  @Needs(Right.DESTROY)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    String decision = typed.get("decision");
    FormErrors errors = FormErrors.none();
    if (!decision.equals("approve") && !decision.equals("refuse")) {
      errors = errors.and("decision", "Select whether it is destroyed");
    }
    errors = typed.required(errors, "reason", "Enter why you decide so");
    if (!errors.isEmpty()) {
      return proposal(shell, caller, id, typed, errors);
    }
    if (decision.equals("refuse")) {
      destructions.refuse(caller, id, typed.get("reason"));
      redirect.addFlashAttribute(Notice.FLASH, Notice.success("The report stays as it is"));
      return "redirect:" + LIST + "/" + id;
    }
    try {
      long gone = destructions.approve(caller, id, typed.get("reason"), typed.get("seen"));
      redirect.addFlashAttribute(
          Notice.FLASH,
          Notice.success(
              "The report is destroyed: " + Words.count(gone, "row is", "rows are") + " gone"));
      return "redirect:" + LIST + "/" + id;
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      return proposal(shell, caller, id, typed, FormErrors.of("decision", refused.sentence()));
    }
  }

  @PostMapping(LIST + "/{id}/withdrawal")
  @Needs(Right.DESTROY)
  Object withdraw(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    FormErrors errors = typed.required(FormErrors.none(), "reason", "Enter why you take it back");
    if (!errors.isEmpty()) {
      return proposal(shell, caller, id, typed, errors);
    }
    destructions.withdraw(caller, id, typed.get("reason"));
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your proposal is taken back"));
    return "redirect:" + LIST;
  }
}
