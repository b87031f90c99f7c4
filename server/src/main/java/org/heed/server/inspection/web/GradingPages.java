package org.heed.server.inspection.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.inspection.Grading;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.Inspections;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases drawn, and the force: graded, referred back, and settled where parts differ. */
@Controller
class GradingPages {
  private final Inspections inspections;
  private final Gradings gradings;

  GradingPages(Inspections inspections, Gradings gradings) {
    this.inspections = inspections;
    this.gradings = gradings;
  }

  @GetMapping("/inspections/{id}/cases/{case}")
  @Needs(Right.INSPECT)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable("case") UUID caseFile) {
    return open(shell, caller, id, caseFile, Map.of(), FormErrors.none());
  }

  private Html open(
      Shell shell,
      Caller caller,
      UUID id,
      UUID caseFile,
      Map<String, String> typed,
      FormErrors errors) {
    return Html.of(
            "inspection/case",
            new CaseGradingPage(
                InspectionTabs.below(shell, "Case", id, errors).acrossTheWindow(),
                gradings.open(caller, id, caseFile),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/cases/{case}")
  @Needs(Right.INSPECT)
  Object grade(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable("case") UUID caseFile,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    List<Inspection.Criterion> asked = inspections.get(caller, id).ofCases();
    FormErrors errors = errors(asked, typed);
    Map<String, List<String>> words = words(asked, typed);
    Map<String, Integer> unfound = gradings.unfound(caller, id, caseFile, words);
    for (Inspection.Criterion one : asked) {
      Integer line = unfound.get(one.id());
      if (line != null) {
        errors =
            errors.and(
                "passages-" + one.id(),
                "Copy line " + line + " word for word from the record: " + one.title());
      }
    }
    if (!errors.isEmpty()) {
      return open(shell, caller, id, caseFile, typed, errors);
    }
    gradings.grade(caller, id, caseFile, given(asked, typed), words);
    Optional<Inspection.Drawn> next = gradings.progress(caller, id).next();
    return InspectionTabs.done(
        redirect,
        "/inspections/" + id + next.map(one -> "/cases/" + one.caseFile()).orElse(""),
        next.isPresent()
            ? "The grades are kept. This is the next case."
            : "The grades are kept. You have graded every case.");
  }

  private static FormErrors errors(List<Inspection.Criterion> asked, Map<String, String> typed) {
    FormErrors errors = FormErrors.none();
    for (Inspection.Criterion one : asked) {
      if (typed.getOrDefault("grade-" + one.id(), "").isBlank()) {
        errors = errors.and("grade-" + one.id(), "Select a grade: " + one.title());
      }
      if (typed.getOrDefault("reason-" + one.id(), "").isBlank()) {
        errors = errors.and("reason-" + one.id(), "Enter what the grade rests on: " + one.title());
      }
    }
    return errors;
  }

  /** The passages typed, one a line. */
  private static Map<String, List<String>> words(
      List<Inspection.Criterion> asked, Map<String, String> typed) {
    Map<String, List<String>> words = new HashMap<>();
    asked.forEach(one ->
        words.put(
            one.id(),
            typed
                .getOrDefault("passages-" + one.id(), "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList()));
    return words;
  }

  private static Map<String, Grading.Given> given(
      List<Inspection.Criterion> asked, Map<String, String> typed) {
    Map<String, Grading.Given> given = new HashMap<>();
    asked.forEach(one ->
        given.put(
            one.id(),
            new Grading.Given(
                typed.getOrDefault("grade-" + one.id(), ""),
                typed.getOrDefault("reason-" + one.id(), ""))));
    return given;
  }

  @PostMapping("/inspections/{id}/cases/{case}/referral")
  @Needs(Right.INSPECT)
  Object refer(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable("case") UUID caseFile,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    if (typed.getOrDefault("risk", "").isBlank()) {
      return open(
          shell,
          caller,
          id,
          caseFile,
          typed,
          FormErrors.of("risk", "Enter why a child may be at risk now"));
    }
    gradings.refer(caller, id, caseFile, typed.getOrDefault("risk", ""));
    return InspectionTabs.done(
        redirect,
        "/inspections/" + id + "/cases/" + caseFile,
        "The case is referred back. Its clock runs in the case.");
  }

  /** Settles one criterion of a case, or of the force where no case is named. */
  @PostMapping("/inspections/{id}/resolutions")
  @Needs(Right.INSPECT)
  Object resolve(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(name = "case", defaultValue = "") String of,
      @RequestParam(defaultValue = "") String criterion,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    @Nullable UUID caseFile = new Typed(Map.of("case", of)).id("case").orElse(null);
    String back = "/inspections/" + id + (caseFile == null ? "/force" : "/cases/" + caseFile);
    gradings.resolve(caller, id, caseFile, criterion, grade, reason);
    return InspectionTabs.done(redirect, back, "The grade is settled in the open");
  }

  /** Corrects a grade that the caller gave a case, or the force where no case is named. */
  @PostMapping("/inspections/{id}/corrections")
  @Needs(Right.INSPECT)
  Object correct(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(name = "case", defaultValue = "") String of,
      @RequestParam(defaultValue = "") String criterion,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    @Nullable UUID caseFile = new Typed(Map.of("case", of)).id("case").orElse(null);
    gradings.correct(caller, id, caseFile, criterion, new Grading.Given(grade, reason), why);
    return InspectionTabs.done(
        redirect,
        "/inspections/" + id + (caseFile == null ? "/force" : "/cases/" + caseFile),
        "The grade is corrected. What was given before stays on the record.");
  }

  @GetMapping("/inspections/{id}/force")
  @Needs(Right.INSPECT)
  Html force(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return force(shell, caller, id, Map.of(), FormErrors.none());
  }

  private Html force(
      Shell shell, Caller caller, UUID id, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "inspection/force",
            new ForcePage(
                InspectionTabs.below(shell, "The force", id, errors),
                gradings.progress(caller, id),
                gradings.ofTheForce(caller, id),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/force")
  @Needs(Right.INSPECT)
  Object gradeForce(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    List<Inspection.Criterion> asked = inspections.get(caller, id).ofTheForce();
    if (asked.isEmpty()) {
      throw new Refused(Refused.Code.NOT_FOUND, "Nothing is graded of the force here.");
    }
    FormErrors errors = errors(asked, typed);
    if (!errors.isEmpty()) {
      return force(shell, caller, id, typed, errors);
    }
    gradings.grade(caller, id, null, given(asked, typed));
    return InspectionTabs.done(redirect, "/inspections/" + id, "The grades of the force are kept");
  }
}
