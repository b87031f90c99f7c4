package org.heed.server.missing.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.missing.Interview;
import org.heed.server.missing.Missing;
import org.heed.server.missing.NewEpisode;
import org.heed.server.missing.RiskGrade;
import org.heed.server.missing.Withdrawal;
import org.heed.server.person.People;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.text.LanguageNote;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /missing}: who is missing now; {@code /missing/{id}}: one episode and its acts. */
@Controller
class MissingPages {
  private final Missing missing;
  private final People people;
  private final RulebookInForce rulebook;
  private final Clock clock;

  MissingPages(Missing missing, People people, RulebookInForce rulebook, Clock clock) {
    this.missing = missing;
    this.people = people;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/missing")
  @Needs(Right.PEOPLE)
  Html board(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "1") int page) {
    boolean owing = list.equals("owing");
    Missing.Board board =
        missing.board(caller, owing ? page : 1, owing ? 1 : page, list.equals("before"));
    return Html.of(
        "missing/board",
        new BoardPage(shell.page("Missing").in(Section.MISSING), board, clock.instant()));
  }

  @GetMapping("/people/{id}/missing")
  @Needs(Right.PEOPLE)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return form(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  @PostMapping("/people/{id}/missing")
  @Needs(Right.PEOPLE)
  Object report(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors =
        typed.moment(FormErrors.none(), "reported", "they were reported missing", clock.instant());
    if (!typed.get("seen").isEmpty() || !typed.get("seen-time").isEmpty()) {
      errors = typed.moment(errors, "seen", "they were last seen", clock.instant());
    }
    if (!rulebook.areasOf(caller).containsKey(typed.get("area"))) {
      errors = errors.and("area", "Select the area");
    }
    errors =
        typed.required(errors, "circumstances", "Enter what is known of how they went missing");
    errors = typed.line(typed.line(errors, "by"), "report");
    if (!errors.isEmpty()) {
      return form(shell, caller, id, typed, errors);
    }
    try {
      UUID episode =
          missing.report(
              caller,
              id,
              new NewEpisode(
                  typed.get("area"),
                  typed.text("report"),
                  typed.at("seen").orElse(null),
                  typed.at("reported").orElseThrow(),
                  typed.text("by"),
                  typed.get("circumstances")));
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.important("The episode is open", "Grade the risk now."));
      return "redirect:/missing/" + episode + "/grade";
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return form(shell, caller, id, typed, FormErrors.of("report", refused.sentence()));
    }
  }

  private Html form(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Page page =
        shell
            .page("Report missing")
            .in(Section.MISSING)
            .under(new Crumb("Person", "/people/" + id))
            .with(errors);
    return Html.of(
            "missing/report",
            new ReportMissingPage(
                page, people.open(caller, id, () -> KnownAt.NOW), rulebook.areasOf(caller), typed))
        .checked(errors);
  }

  @GetMapping("/missing/{id}")
  @Needs(Right.PEOPLE)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(
        shell, caller, id, "missing/episode", "Missing episode", Map.of(), FormErrors.none());
  }

  @GetMapping("/missing/{id}/grade")
  @Needs(Right.PEOPLE)
  Html gradeForm(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "missing/grade", "Grade the risk", Map.of(), FormErrors.none());
  }

  /**
   * Grades; words that blame a child or make an adult of one are shown once before they are kept.
   */
  @PostMapping("/missing/{id}/grade")
  @Needs(Right.PEOPLE)
  Object grade(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors = FormErrors.none();
    if (java.util.Arrays.stream(RiskGrade.values())
        .noneMatch(one -> one.code().equals(typed.get("grade")))) {
      errors = errors.and("grade", "Select the grade");
    }
    errors =
        typed.required(
            errors, "reason", "Enter why, from what is held: not how the child seems to you");
    String reason = typed.get("reason");
    boolean said = typed.get("kept").equals(Integer.toString(reason.hashCode()));
    if (!errors.isEmpty() || (!said && !missing.advice(reason).isEmpty())) {
      return page(shell, caller, id, "missing/grade", "Grade the risk", fields, errors).status(422);
    }
    missing.grade(caller, id, RiskGrade.parse(typed.get("grade")), reason);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The risk is graded in your name"));
    return "redirect:/missing/" + id;
  }

  @GetMapping("/missing/{id}/found")
  @Needs(Right.PEOPLE)
  Html foundForm(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "missing/found", "Found", Map.of(), FormErrors.none());
  }

  @PostMapping("/missing/{id}/found")
  @Needs(Right.PEOPLE)
  Object found(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    FormErrors errors =
        typed.moment(FormErrors.none(), "found", "they were found", clock.instant());
    errors = typed.required(errors, "place", "Enter where they were found");
    errors = typed.required(errors, "by", "Enter who found them");
    errors = typed.required(errors, "condition", "Enter how they are, in plain words");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "missing/found", "Found", fields, errors).status(422);
    }
    try {
      missing.found(
          caller,
          id,
          typed.at("found").orElseThrow(),
          typed.get("place"),
          typed.get("by"),
          typed.get("condition"));
    } catch (Refused refused) {
      return again(shell, caller, id, "missing/found", "Found", fields, "found", refused);
    }
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.important("They are found", "Two interviews follow, which are two things."));
    return "redirect:/missing/" + id;
  }

  @GetMapping("/missing/{id}/interviews/{kind}")
  @Needs(Right.PEOPLE)
  Html interviewForm(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String kind) {
    return page(
        shell,
        caller,
        id,
        "missing/interview",
        kind(kind).title(),
        Map.of("kind", kind),
        FormErrors.none());
  }

  @PostMapping("/missing/{id}/interviews/{kind}")
  @Needs(Right.PEOPLE)
  Object interview(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Interview.Kind which = kind(kind);
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("kind", kind);
    Typed typed = new Typed(all);
    FormErrors errors = FormErrors.none();
    if (Interview.Outcome.find(typed.get("outcome")).isEmpty()) {
      errors = errors.and("outcome", "Select what became of it");
    }
    errors = typed.moment(errors, "at", "of it", clock.instant());
    errors = typed.line(errors, "interviewer");
    errors = typed.longest(typed.longest(errors, "tried"), "result");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "missing/interview", which.title(), all, errors).status(422);
    }
    try {
      missing.interview(
          caller,
          id,
          new Interview(
              which,
              Interview.Outcome.find(typed.get("outcome")).orElseThrow(),
              typed.at("at").orElseThrow(),
              typed.text("interviewer"),
              which == Interview.Kind.RETURN
                  ? Boolean.valueOf(typed.get("independent").equals("yes"))
                  : null,
              typed.text("tried"),
              typed.text("result"),
              ""));
    } catch (Refused refused) {
      return again(shell, caller, id, "missing/interview", which.title(), all, "outcome", refused);
    }
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The interview is recorded"));
    return "redirect:/missing/" + id;
  }

  @GetMapping("/missing/{id}/withdraw")
  @Needs(Right.PEOPLE)
  Html withdrawForm(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(
        shell, caller, id, "missing/withdraw", "Recorded wrongly", Map.of(), FormErrors.none());
  }

  @PostMapping("/missing/{id}/withdraw")
  @Needs(Right.PEOPLE)
  Object withdraw(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    Typed typed = new Typed(fields);
    Optional<Withdrawal.What> what = Withdrawal.What.find(typed.get("what"));
    FormErrors errors =
        what.isPresent() ? FormErrors.none() : FormErrors.of("what", "Select what is wrong");
    errors = typed.required(errors, "why", "Enter why it is wrong");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "missing/withdraw", "Recorded wrongly", fields, errors)
          .status(422);
    }
    missing.withdraw(caller, id, what.orElseThrow(), typed.get("why"));
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("It is withdrawn"));
    return "redirect:/missing/" + id;
  }

  private Html again(
      Shell shell,
      Caller caller,
      UUID id,
      String template,
      String title,
      Map<String, String> fields,
      String field,
      Refused refused) {
    if (refused.code() != Refused.Code.INVALID) {
      throw refused;
    }
    FormErrors errors = FormErrors.of(field, refused.sentence());
    return page(shell, caller, id, template, title, fields, errors).status(422);
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String template,
      String title,
      Map<String, String> fields,
      FormErrors errors) {
    Missing.Opened opened = missing.open(caller, id);
    Typed typed = new Typed(fields);
    List<LanguageNote> advice =
        typed.get("reason").isEmpty() ? List.of() : missing.advice(typed.get("reason"));
    Page page = shell.page(title).in(Section.MISSING).with(errors);
    page =
        template.endsWith("episode")
            ? page.under(new Crumb("Missing", "/missing"))
            : page.under(new Crumb("Missing", "/missing"), new Crumb("Episode", "/missing/" + id));
    Instant now = clock.instant();
    return Html.of(
        template, new EpisodePage(page, opened, rulebook.rulebook(), typed, advice, now));
  }

  private static Interview.Kind kind(String code) {
    return Interview.Kind.find(code)
        .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such interview."));
  }
}
