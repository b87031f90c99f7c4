package org.heed.server.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.inspection.EarlierGrades;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.Part;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.sampling.web.FrameFile;
import org.heed.server.sampling.web.SampleForm;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /inspections}: plans samples, draws them, names graders, and shows how far they are. */
@Controller
class InspectionPages {
  private final Inspections inspections;
  private final Gradings gradings;
  private final EarlierGrades earlier;
  private final RulebookInForce rulebook;
  private final Clock clock;

  InspectionPages(
      Inspections inspections,
      Gradings gradings,
      EarlierGrades earlier,
      RulebookInForce rulebook,
      Clock clock) {
    this.earlier = earlier;
    this.inspections = inspections;
    this.gradings = gradings;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** Whoever audits recording and inspects nothing goes on to these audits. */
  @GetMapping("/inspections")
  @Needs({Right.INSPECT, Right.AUDIT_RECORDING})
  Object list(Shell shell, @AuthenticationPrincipal Caller caller) {
    if (!caller.may(Right.INSPECT)) {
      return "redirect:/recording-audits";
    }
    return Html.of(
        "inspection/list",
        new ListPage(
            shell.page("Inspections").in(Section.INSPECTION),
            inspections.list(caller),
            caller.may(Right.AUDIT_RECORDING)));
  }

  /** Asks for a plan; with a frame asked for, shows its strata and what the precision takes. */
  @GetMapping("/inspections/new")
  @Needs(Right.INSPECT)
  Html plan(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "part", defaultValue = "") List<String> parts) {
    if (typed.isEmpty()) {
      return plan(shell, caller, begun(), FormErrors.none(), PlanPage.Shared.NONE);
    }
    PlanForm form = PlanForm.of(typed, parts);
    FormErrors errors = form.errors();
    return plan(
        shell,
        caller,
        form,
        errors,
        errors.isEmpty() ? shared(caller, form, strata(caller, form)) : PlanPage.Shared.NONE);
  }

  /**
   * The size wanted, shared out by how large strata are and by what earlier grades tell of them.
   */
  private PlanPage.Shared shared(Caller caller, PlanForm form, SortedMap<String, Integer> strata) {
    if (strata.isEmpty()) {
      return PlanPage.Shared.NONE;
    }
    Map<String, Integer> proportional = SampleForm.proportional(form.size(strata), strata);
    Optional<EarlierGrades.Told> told =
        earlier.find(caller, form.typed().get("criteria"), form.strata());
    Map<String, Integer> neyman =
        told.map(one -> one.neyman(form.size(strata), strata)).orElse(Map.of());
    return new PlanPage.Shared(
        strata,
        proportional,
        neyman,
        told,
        form.isByDifference() && !neyman.isEmpty() ? neyman : proportional);
  }

  private PlanForm begun() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    Map<String, String> begun = new HashMap<>();
    begun.put("since", today.minusMonths(6).toString());
    begun.put("until", today.toString());
    begun.put("purpose", "precision");
    begun.put("precision", "10");
    begun.put("power", "80");
    return PlanForm.of(begun, List.of("first", "second"));
  }

  private SortedMap<String, Integer> strata(Caller caller, PlanForm form) {
    return inspections.strata(
        caller,
        form.typed().text("area"),
        form.typed().day("since").orElseThrow(),
        form.typed().day("until").orElseThrow(),
        form.strata(),
        form.typed().day("known").orElse(null));
  }

  private Html plan(
      Shell shell, Caller caller, PlanForm form, FormErrors errors, PlanPage.Shared shared) {
    return Html.of(
            "inspection/plan",
            new PlanPage(
                InspectionTabs.page(shell, "Plan an inspection", errors),
                form.sample(),
                rulebook.rulebook().inspections(),
                rulebook.areasOf(caller),
                PlanPage.protection(rulebook.rulebook()),
                shared))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections")
  @Needs(Right.INSPECT)
  Object draw(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "part", defaultValue = "") List<String> parts,
      RedirectAttributes redirect) {
    PlanForm form = PlanForm.of(typed, parts);
    FormErrors errors = form.errors();
    if (!errors.isEmpty()) {
      return plan(shell, caller, form, errors, PlanPage.Shared.NONE);
    }
    SortedMap<String, Integer> strata = strata(caller, form);
    Optional<Map<String, Integer>> sizes = form.sample().sizes(strata);
    if (sizes.isEmpty()) {
      return plan(
          shell,
          caller,
          form,
          FormErrors.of(
              "sizes",
              "Enter how many to draw of each, up to as many as there are, and one at least"),
          shared(caller, form, strata));
    }
    if (form.sample().isAgain()) {
      return plan(shell, caller, form, errors, shared(caller, form, strata).changed(sizes.get()));
    }
    UUID id = inspections.draw(caller, form.wanted(sizes.get()));
    return InspectionTabs.done(redirect, "/inspections/" + id, "The sample is drawn");
  }

  @GetMapping("/inspections/{id}")
  @Needs(Right.INSPECT)
  Html sample(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return sample(shell, caller, id, Map.of(), FormErrors.none());
  }

  private Html sample(
      Shell shell, Caller caller, UUID id, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "inspection/sample",
            new SamplePage(
                InspectionTabs.page(shell, "Inspection", errors),
                gradings.sample(caller, id),
                inspections.redraw(caller, id),
                inspections.inspectors(caller, id),
                clock.instant(),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping("/inspections/{id}/graders")
  @Needs(Right.INSPECT)
  Object name(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    Optional<Part> part = Part.find(typed.getOrDefault("part", ""));
    Optional<UUID> account = new Typed(typed).id("account");
    Optional<LocalDate> until = new Typed(typed).day("until");
    if (part.isEmpty()) {
      errors = errors.and("part", "Select the part in which they grade");
    }
    if (account.isEmpty()) {
      errors = errors.and("account", "Select who grades");
    }
    if (until.isEmpty()) {
      errors = errors.and("until", "Enter the last day on which they may open the cases");
    }
    if (errors.isEmpty()) {
      try {
        inspections.name(
            caller, id, part.orElseThrow(), account.orElseThrow(), until.orElseThrow());
        return InspectionTabs.done(redirect, "/inspections/" + id, "The grader is named");
      } catch (Refused refused) {
        if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
          throw refused;
        }
        errors = errors.and("account", refused.sentence());
      }
    }
    return sample(shell, caller, id, typed, errors);
  }

  /** Ends somebody's time to grade. */
  @PostMapping("/inspections/{id}/graders/{account}/end")
  @Needs(Right.INSPECT)
  Object end(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID account,
      RedirectAttributes redirect) {
    inspections.end(caller, id, account);
    return InspectionTabs.done(
        redirect, "/inspections/" + id, "Their time is over: what was drawn is closed to them");
  }

  /** The frame as the draw took it: identifiers and strata, the lines that its hash is of. */
  @GetMapping("/inspections/{id}/frame.tsv")
  @Needs(Right.INSPECT)
  ResponseEntity<String> frame(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return FrameFile.of(inspections.frame(caller, id));
  }
}
