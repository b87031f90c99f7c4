package org.heed.server.outcome.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.rulebook.OutcomeRules;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.CrimeEnd;
import org.heed.server.outcome.IssuedMeasure;
import org.heed.server.outcome.MeasureStep;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.web.CasePage;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code outcome/outcomes.jte}: what became of a case's crimes, and what is in force.
 */
public record OutcomesPage(
    Page page,
    CaseOutcomes.Opened opened,
    OutcomeRules rules,
    String form,
    Map<String, String> typed) {

  public CaseFile file() {
    return opened.view().file();
  }

  public String address() {
    return "/cases/" + file().id() + "/outcomes";
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  /** What was typed in a field of one of the page's forms. */
  public String typed(String of, String field) {
    return form.equals(of) ? typed.getOrDefault(field, "") : "";
  }

  /** How many crimes there are and how many have an outcome. */
  public String counted() {
    long with = opened.crimes().stream().filter(one -> one.now().isPresent()).count();
    return Words.number(with)
        + " of "
        + Words.count(opened.crimes().size(), "crime has", "crimes have")
        + " an outcome.";
  }

  public static String standing(CrimeEnd one) {
    return one.now().map(now -> now.code() + ": " + now.title()).orElse("No outcome yet");
  }

  public List<Choice> crimeChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose a crime");
    opened.crimes().forEach(one -> all.put(one.crime().toString(), one.number()));
    return Choice.list(all, Set.of(typed("outcome", "crime")));
  }

  public List<Choice> outcomeChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose an outcome");
    rules.outcomes().forEach(one -> all.put(one.id(), one.code() + ": " + one.title()));
    return Choice.list(all, Set.of(typed("outcome", "outcome")));
  }

  public List<Choice> measureChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose what was issued");
    rules
        .measures()
        .forEach(one -> all.put(one.id(), one.title() + ", against a " + one.against().word()));
    return Choice.list(all, Set.of(typed("measure", "measure")));
  }

  /** Members of the case and places that its reports mean. */
  public List<Choice> againstChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "A place that is written below");
    CaseOutcomes.suspects(file())
        .forEach(one -> all.put("member:" + one.member(), one.name() + ", suspect"));
    for (Map.Entry<UUID, String> place : opened.places().entrySet()) {
      all.put("thing:" + place.getKey(), place.getValue());
    }
    return Choice.list(all, Set.of(typed("measure", "against")));
  }

  /** How a measure stands, in words. */
  public String standing(IssuedMeasure one) {
    return one.binds(opened.now())
        ? one.breaches() > 0 ? "In force, breached" : "In force"
        : "Ended";
  }

  public String colour(IssuedMeasure one) {
    return one.binds(opened.now()) ? one.breaches() > 0 ? "red" : "green" : "grey";
  }

  /** From when to when, in words. */
  public static String period(IssuedMeasure one) {
    Instant expires = one.expiresAt();
    return "Issued "
        + Words.date(one.issuedAt())
        + (expires == null ? "" : ", runs out " + Words.date(expires));
  }

  public List<Choice> stepChoices() {
    List<Choice> all = new ArrayList<>();
    for (MeasureStep step : MeasureStep.values()) {
      all.add(Choice.of(step.code(), step.title()));
    }
    return all;
  }
}
