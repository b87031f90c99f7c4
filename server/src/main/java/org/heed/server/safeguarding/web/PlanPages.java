package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

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
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.Drafts;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.Plans;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.text.LanguageNote;
import org.heed.text.Narrative;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/plan}: what is to be done, what was decided, and what the child said. */
@Controller
class PlanPages {
  private final Cases cases;
  private final CaseViews views;
  private final Plans plans;
  private final RulebookInForce rulebook;
  private final Overtaken overtaken;
  private final Drafts drafts;

  PlanPages(
      Cases cases,
      CaseViews views,
      Plans plans,
      RulebookInForce rulebook,
      Overtaken overtaken,
      Drafts drafts) {
    this.drafts = drafts;
    this.cases = cases;
    this.views = views;
    this.plans = plans;
    this.rulebook = rulebook;
    this.overtaken = overtaken;
  }

  @GetMapping("/cases/{id}/plan")
  @Needs(Right.CASES)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return page(
        shell,
        caller,
        id,
        known,
        known.isBlank() ? drafts.fields(caller, draft(id)) : Map.of(),
        FormErrors.none());
  }

  /** Keeps a child's words as they stand; sent by the page while someone types. */
  @PostMapping("/cases/{id}/words/draft")
  @Needs(Right.CASES)
  ResponseEntity<Void> keep(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields) {
    drafts.keep(caller, draft(id), fields);
    return ResponseEntity.noContent().build();
  }

  private static String draft(UUID id) {
    return "words:" + id;
  }

  @PostMapping("/cases/{id}/actions")
  @Needs(Right.CASES)
  Object act(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = required(FormErrors.none(), typed, "what", "Enter what is to be done");
    Optional<Instant> due = Moments.at(text(typed, "due"), text(typed, "due-time"));
    if (due.isEmpty()) {
      errors = errors.and("due", "Enter the day by which it is to be done");
    }
    if (!text(typed, "action-owner").isBlank() && agency(typed, "action-agency") != null) {
      errors = errors.and("action-agency", ONE_OWNER);
    }
    if (!errors.isEmpty() || due.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    plans.act(
        caller,
        id,
        text(typed, "what"),
        CasePages.account(text(typed, "action-owner")),
        agency(typed, "action-agency"),
        due.get());
    return done(redirect, id, "The action is set");
  }

  @PostMapping("/cases/{id}/actions/{action}")
  @Needs(Right.CASES)
  Object change(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID action,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    String says = text(typed, "says");
    Map<String, Overtaken.Label> labels = new LinkedHashMap<>();
    String doing;
    Runnable work;
    switch (text(typed, "act")) {
      case "done" -> {
        doing = "it is done";
        work = () -> plans.done(caller, id, action, says);
        labels.put("says", Overtaken.Label.lines("What came of it?"));
      }
      case "dropped" -> {
        doing = "drop it";
        work = () -> plans.drop(caller, id, action, says);
        labels.put("says", Overtaken.Label.lines("Why is it not to be done?"));
      }
      case "taken-back" -> {
        doing = "say that it is to be done after all";
        work = () -> plans.takeBack(caller, id, action, says);
        labels.put("says", Overtaken.Label.lines("What was not so?"));
      }
      case "moved" -> {
        Instant due =
            Moments.at(text(typed, "due"), "")
                .orElseThrow(
                    () -> new Refused(Refused.Code.INVALID, "Enter the new day as 2026-11-23."));
        doing = "give it another day";
        work = () -> plans.move(caller, id, action, due, says);
        labels.put("due", Overtaken.Label.day("Another day"));
        labels.put("says", Overtaken.Label.lines("Why does the day change?"));
      }
      case "handed-over" -> {
        UUID owner = CasePages.account(text(typed, "owner"));
        if (owner == null) {
          throw new Refused(Refused.Code.INVALID, "Choose somebody from the list.");
        }
        doing = "hand it over";
        work = () -> plans.hand(caller, id, action, owner, says);
        labels.put("owner", Overtaken.Label.person("Somebody else"));
        labels.put("says", Overtaken.Label.lines("Why does it change hands?"));
      }
      default ->
          throw new Refused(
              Refused.Code.INVALID, "Say whether it is done, dropped, moved or handed over.");
    }
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.ACTION, action, doing, labels, "/actions/" + action, "/plan"),
        typed,
        work,
        () -> done(redirect, id, "What became of the action is recorded"));
  }

  @PostMapping("/cases/{id}/decisions")
  @Needs(Right.CASES)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = required(FormErrors.none(), typed, "decided", "Enter what is decided");
    errors = required(errors, typed, "decided-why", "Enter why");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    plans.decide(caller, id, text(typed, "decided"), text(typed, "decided-why"));
    return done(redirect, id, "The decision is recorded");
  }

  @PostMapping("/cases/{id}/decisions/{decision}/withdraw")
  @Needs(Right.CASES)
  Object withdrawDecision(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID decision,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    plans.withdrawDecision(caller, id, decision, reason);
    return done(redirect, id, "The decision is withdrawn; it stays on the record");
  }

  @PostMapping("/cases/{id}/words/{words}/withdraw")
  @Needs(Right.CASES)
  Object withdrawWords(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID words,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    plans.withdrawWords(caller, id, words, reason);
    return done(redirect, id, "The words are withdrawn; they stay on the record");
  }

  @PostMapping("/cases/{id}/words")
  @Needs(Right.CASES)
  Object said(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "words").isBlank() && text(typed, "demeanour").isBlank()) {
      errors = errors.and("words", "Enter what the child said, or how the child seemed");
    }
    errors = required(errors, typed, "said-to", "Enter who heard it");
    Optional<Instant> at = Moments.at(text(typed, "said-on"), text(typed, "said-time"));
    if (at.isEmpty()) {
      errors = errors.and("said-on", "Enter the day on which the child said it");
    }
    if (!errors.isEmpty() || at.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    plans.said(
        caller,
        id,
        CasePages.account(text(typed, "child")),
        text(typed, "words"),
        text(typed, "demeanour"),
        at.get(),
        text(typed, "said-to"));
    drafts.discard(caller, draft(id));
    return done(redirect, id, "The child’s words are recorded as written");
  }

  @PostMapping("/cases/{id}/lines")
  @Needs(Right.CASES)
  Object enquire(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = required(FormErrors.none(), typed, "line", "Enter what is to be found out");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    plans.enquire(caller, id, text(typed, "line"));
    return done(redirect, id, "The line of enquiry is open");
  }

  @PostMapping("/cases/{id}/lines/{line}")
  @Needs(Right.CASES)
  Object settle(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID line,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    CasePlan.LineAct state =
        switch (text(typed, "state")) {
          case "closed" -> CasePlan.LineAct.CLOSED;
          case "refused" -> CasePlan.LineAct.REFUSED;
          case "open" -> CasePlan.LineAct.OPEN;
          default ->
              throw new Refused(
                  Refused.Code.INVALID, "Say whether the line is closed, refused or open.");
        };
    String doing =
        switch (state) {
          case OPEN -> "open it again";
          case CLOSED -> "close it";
          case REFUSED -> "refuse it";
        };
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.LINE,
            line,
            doing,
            Map.of("reason", Overtaken.Label.lines("What was found, or why?")),
            "/lines/" + line,
            "/plan"),
        typed,
        () -> plans.settle(caller, id, line, state, text(typed, "reason")),
        () -> done(redirect, id, "How the line of enquiry stands is recorded"));
  }

  @PostMapping("/cases/{id}/grade")
  @Needs(Right.CASES)
  Object grade(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (!Plans.GRADES.contains(text(typed, "grade"))) {
      errors = errors.and("grade", "Select how urgent you hold the case to be");
    }
    errors = required(errors, typed, "grade-why", "Enter what the grade rests on");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    String grade = text(typed, "grade");
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.GRADE,
            id,
            "grade the case " + grade,
            Map.of("grade-why", Overtaken.Label.lines("What does that rest on?")),
            "/grade",
            "/plan"),
        typed,
        () -> plans.grade(caller, id, grade, text(typed, "grade-why")),
        () -> done(redirect, id, "Your grade is recorded with your name"));
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors) {
    CaseView view = views.open(caller, id, Moments.endOf(known));
    boolean may = known.isBlank();
    return Html.of(
            "safeguarding/plan",
            new PlanPage(
                CaseTabs.page(shell, "Plan", errors).acrossTheWindow(),
                view,
                known,
                may,
                may ? cases.caseworkers(caller, view.file().area()) : Map.of(),
                advised(view),
                rulebook.rulebook().grades(),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /** What the rulebook advises on the words in which the case was graded. Nothing is changed. */
  private List<String> advised(CaseView view) {
    return view.plan()
        .grade()
        .map(grade ->
            rulebook.reader().read(Narrative.of("grade", grade.reason())).language().stream()
                .map(LanguageNote::suggest)
                .distinct()
                .toList())
        .orElse(List.of());
  }

  static final String ONE_OWNER = "Name one: somebody of the list, or of another agency";

  /** Who of another agency is to do something, in words; null where that is empty. */
  static @Nullable String agency(Map<String, String> typed, String field) {
    String words = text(typed, field).strip();
    return words.isEmpty() ? null : words;
  }

  private static FormErrors required(
      FormErrors errors, Map<String, String> typed, String field, String says) {
    return text(typed, field).isBlank() ? errors.and(field, says) : errors;
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    return CaseTabs.done(redirect, "/cases/" + id + "/plan", says);
  }
}
