package org.heed.server.outcome.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.MeasureStep;
import org.heed.server.recognition.RulebookInForce;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/outcomes}: what became of crimes, and notices, orders and closures. */
@Controller
class OutcomesPages {
  private final CaseOutcomes outcomes;
  private final RulebookInForce rulebook;

  OutcomesPages(CaseOutcomes outcomes, RulebookInForce rulebook) {
    this.outcomes = outcomes;
    this.rulebook = rulebook;
  }

  @GetMapping("/cases/{id}/outcomes")
  @Needs(Right.CASES)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, "", Map.of(), FormErrors.none());
  }

  @PostMapping("/cases/{id}/outcomes")
  @Needs(Right.CASES)
  Object give(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    UUID crime = id(text(typed, "crime"));
    if (crime == null) {
      errors = errors.and("crime", "Select the crime");
    }
    if (text(typed, "outcome").isBlank()) {
      errors = errors.and("outcome", "Select what became of it");
    }
    Optional<Instant> given = day(text(typed, "given"));
    if (given.isEmpty()) {
      errors = errors.and("given", "Enter the day on which it was given");
    }
    if (text(typed, "reason").isBlank()) {
      errors = errors.and("reason", "Enter what the outcome rests on");
    }
    if (errors.isEmpty() && crime != null) {
      try {
        outcomes.give(
            caller, id, crime, text(typed, "outcome"), given.orElseThrow(), text(typed, "reason"));
        return done(redirect, id, "The outcome is on record");
      } catch (Refused refused) {
        errors = errors.and("outcome", asked(refused));
      }
    }
    return page(shell, caller, id, "outcome", typed, errors);
  }

  @PostMapping("/cases/{id}/measures")
  @Needs(Right.CASES)
  Object issue(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "measure").isBlank()) {
      errors = errors.and("measure", "Select what was issued");
    }
    Optional<Instant> issued = day(text(typed, "issued"));
    if (issued.isEmpty()) {
      errors = errors.and("issued", "Enter the day on which it was issued");
    }
    Optional<Instant> expires = day(text(typed, "expires"));
    if (expires.isEmpty() && !text(typed, "expires").isBlank()) {
      errors = errors.and("expires", "Enter the day on which it runs out, or none");
    }
    if (text(typed, "conditions").isBlank()) {
      errors = errors.and("conditions", "Enter what it forbids or asks for");
    }
    if (errors.isEmpty()) {
      String against = text(typed, "against");
      try {
        outcomes.issue(
            caller,
            id,
            new CaseOutcomes.NewMeasure(
                text(typed, "measure"),
                against.startsWith("member:") ? id(against.substring(7)) : null,
                against.startsWith("thing:") ? id(against.substring(6)) : null,
                text(typed, "place"),
                text(typed, "conditions"),
                text(typed, "reference"),
                issued.orElseThrow(),
                expires.orElse(null)));
        return done(redirect, id, "It is on record, and its review has a clock");
      } catch (Refused refused) {
        errors = errors.and("against", asked(refused));
      }
    }
    return page(shell, caller, id, "measure", typed, errors);
  }

  @PostMapping("/cases/{id}/measures/{measure}/steps")
  @Needs(Right.CASES)
  Object step(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID measure,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<Instant> happened = day(text(typed, "happened"));
    FormErrors errors = FormErrors.none();
    if (happened.isEmpty()) {
      errors = errors.and("happened", "Enter the day on which it happened");
    }
    if (text(typed, "says").isBlank()) {
      errors = errors.and("says", "Enter what was found or happened");
    }
    if (errors.isEmpty()) {
      MeasureStep step = MeasureStep.parse(text(typed, "step"));
      outcomes.step(caller, id, measure, step, happened.orElseThrow(), text(typed, "says"));
      return done(redirect, id, step.title());
    }
    return page(shell, caller, id, measure.toString(), typed, errors);
  }

  /** What is asked of whoever typed it; anything else goes its way. */
  private static String asked(Refused refused) {
    if (refused.code() != Refused.Code.INVALID) {
      throw refused;
    }
    return refused.sentence();
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String form,
      Map<String, String> typed,
      FormErrors errors) {
    return Html.of(
            "outcome/outcomes",
            new OutcomesPage(
                shell
                    .page("Outcomes")
                    .in(Section.CASES)
                    .under(new Crumb("Cases", "/cases"))
                    .with(errors),
                outcomes.open(caller, id),
                rulebook.rulebook().outcomes(),
                form,
                typed))
        .checked(errors);
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }

  private static @Nullable UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /** The start of a day: what is given today was given. */
  private static Optional<Instant> day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      return day.getYear() < 1990 || day.getYear() > 9998
          ? Optional.empty()
          : Optional.of(day.atStartOfDay(Words.LONDON).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/cases/" + id + "/outcomes";
  }
}
