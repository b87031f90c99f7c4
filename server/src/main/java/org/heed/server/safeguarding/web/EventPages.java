package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.CaseEventKinds;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.Plans;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
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

/** {@code /cases/{id}/clocks} and {@code /cases/{id}/event}: standards, and what they run by. */
@Controller
class EventPages {
  private final Cases cases;
  private final Plans plans;
  private final CaseViews views;
  private final CaseEventKinds kinds;
  private final RulebookInForce rulebook;
  private final Clock clock;

  EventPages(
      Cases cases,
      Plans plans,
      CaseViews views,
      CaseEventKinds kinds,
      RulebookInForce rulebook,
      Clock clock) {
    this.cases = cases;
    this.plans = plans;
    this.views = views;
    this.kinds = kinds;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/clocks")
  @Needs(Right.CASES)
  Html clocks(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return Html.of(
        "safeguarding/clocks",
        new ClocksPage(
            shell.page("Clocks").in(Section.CASES).under(new Crumb("Cases", "/cases")),
            views.open(caller, id, Moments.endOf(known)),
            known,
            rulebook.rulebook().standards().stream()
                .filter(one -> !choices(caller, one.id()).isEmpty())
                .map(Standard::id)
                .collect(Collectors.toSet())));
  }

  @GetMapping("/cases/{id}/event")
  @Needs(Right.CASES)
  Html form(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String standard,
      @RequestParam(defaultValue = "") String of) {
    Map<String, String> typed = new HashMap<>();
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), Words.LONDON).truncatedTo(ChronoUnit.MINUTES);
    typed.put("day", now.toLocalDate().toString());
    typed.put("time", now.toLocalTime().toString());
    typed.put("of", of);
    typed.put("standard", standard);
    typed.put("seen-by", caller.displayName());
    return page(shell, caller, id, typed, FormErrors.none());
  }

  @PostMapping("/cases/{id}/events")
  @Needs(Right.CASES)
  Object record(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    String kind = text(typed, "kind");
    if (!kinds.all().containsKey(kind)) {
      errors = errors.and("kind", "Select what happened");
    } else if (kinds.isForSupervisors(kind) && !caller.may(Right.SUPERVISE)) {
      errors = errors.and("kind", "Select something else: a supervisor records this");
    }
    Optional<Instant> at = Moments.at(text(typed, "day"), text(typed, "time"));
    if (at.isEmpty()) {
      errors = errors.and("day", "Enter the day and the time at which it happened");
    } else if (at.get().isAfter(clock.instant())) {
      errors = errors.and("day", "Enter a day and a time that have come");
    }
    if (text(typed, "of").isBlank() && kinds.asksWhose(kind) && hasSeveral(caller, id)) {
      errors = errors.and("of", "Select whom it is about: more than one person could be meant");
    }
    if (text(typed, "says").isBlank()) {
      errors = errors.and("says", "Enter what was done and by whom");
    }
    if (text(typed, "reason").isBlank() && kinds.asksForReason(kind)) {
      errors = errors.and("reason", "Enter why: without a reason it does not count");
    }
    boolean seen = kind.equals(Plans.SEEN);
    if (seen && text(typed, "words").isBlank() && text(typed, "demeanour").isBlank()) {
      errors = errors.and("words", "Enter what the child said, or how the child seemed");
    }
    if (seen && text(typed, "seen-by").isBlank()) {
      errors = errors.and("seen-by", "Enter who saw the child");
    }
    if (!errors.isEmpty() || at.isEmpty()) {
      return page(shell, caller, id, typed, errors);
    }
    String of = text(typed, "of");
    if (seen) {
      plans.seen(
          caller,
          id,
          at.get(),
          CasePages.account(of),
          text(typed, "says"),
          text(typed, "words"),
          text(typed, "demeanour"),
          text(typed, "seen-by"));
    } else {
      cases.record(
          caller,
          id,
          kind,
          at.get(),
          of.isBlank() ? null : of,
          text(typed, "reason").isBlank() ? null : text(typed, "reason"),
          text(typed, "says"));
    }
    return CaseTabs.done(redirect, "/cases/" + id, "It is recorded") + "/clocks";
  }

  private boolean hasSeveral(Caller caller, UUID id) {
    List<CaseFile.Involved> people = views.open(caller, id, null).file().people();
    return people.stream().filter(one -> one.role().isChild()).count() > 1
        || people.stream().filter(one -> one.role() == CaseRole.SUSPECT).count() > 1;
  }

  @PostMapping("/cases/{id}/events/{event}/withdraw")
  @Needs(Right.CASES)
  Object withdraw(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID event,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    cases.withdraw(caller, id, event, reason);
    return CaseTabs.done(redirect, "/cases/" + id, "It is withdrawn; it stays on the record");
  }

  private Html page(
      Shell shell, Caller caller, UUID id, Map<String, String> typed, FormErrors errors) {
    CaseFile file = views.open(caller, id, null).file();
    return Html.of(
            "safeguarding/event",
            new EventPage(
                shell
                    .page("Record what happened")
                    .in(Section.CASES)
                    .under(new Crumb("Cases", "/cases"), new Crumb("Case", "/cases/" + id))
                    .with(errors),
                file,
                choices(caller, text(typed, "standard")),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /** What the asker may record: of one standard, where it was chosen; else of all. */
  private Map<String, String> choices(Caller caller, String standard) {
    Map<String, String> some = new LinkedHashMap<>();
    rulebook.rulebook().standards().stream()
        .filter(one -> one.id().equals(standard))
        .findFirst()
        .ifPresentOrElse(
            chosen -> kinds.of(chosen).forEach(kind -> some.put(kind, CaseEventKinds.words(kind))),
            () -> some.putAll(kinds.all()));
    some.keySet().removeIf(kind -> kinds.isForSupervisors(kind) && !caller.may(Right.SUPERVISE));
    return some;
  }
}
