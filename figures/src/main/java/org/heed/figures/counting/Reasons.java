package org.heed.figures.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heed.rulebook.CountingEffect;

/** Says which rules made a crime what it is. */
final class Reasons {
  private final Rules rules;
  private final Incident incident;

  Reasons(Rules rules, Incident incident) {
    this.rules = rules;
    this.incident = incident;
  }

  List<Because> of(
      String code,
      boolean victim,
      List<ReportedOffence> weighed,
      int ofOffenders,
      boolean reclassified) {
    List<Because> because = new ArrayList<>();
    if (rules.isApart(code)) {
      rules
          .find(CountingEffect.Apart.class)
          .ifPresent(rule ->
              because.add(rule.because(code + " is recorded and does not count as a crime.")));
    }
    rules
        .each(code, victim)
        .ifPresent(rule -> because.add(rule.because(each(rule.effect(), ofOffenders))));
    if (rules.isUndefined(code)) {
      rules
          .find(CountingEffect.UndefinedOffenders.class)
          .ifPresent(rule ->
              because.add(rule.because("Offenders whom nobody can tell apart: one crime.")));
    }
    if (rules.isBeside(code)) {
      rules
          .find(CountingEffect.InAddition.class)
          .ifPresent(
              rule -> because.add(rule.because(code + " is recorded beside the principal crime.")));
    }
    incident(because, weighed, reclassified);
    weigh(code, weighed, because);
    return because;
  }

  private static String each(CountingEffect.Each each, int ofOffenders) {
    return switch (each.unit()) {
      case VICTIM -> "One victim of one offender or group: one crime.";
      case OFFENDER ->
          ofOffenders > 1
              ? ofOffenders + " offenders are told apart: one crime for each."
              : "One offender: one crime.";
      case OFFENDERS -> "One offender or group: one crime, whoever was affected.";
    };
  }

  private void incident(
      List<Because> because, List<ReportedOffence> weighed, boolean reclassified) {
    rules
        .find(CountingEffect.FinishedIncident.class)
        .ifPresent(rule -> {
          if (reclassified) {
            because.add(
                rule.because(
                    "What was told later had happened before the first report: it belongs to the"
                        + " same incident, and the crime takes the class of the most serious."));
          } else if (weighed.size() > 1) {
            because.add(
                rule.because(
                    "What happened before it came to notice is one incident, of "
                        + weighed.size()
                        + " offences."));
          }
          if (incident.further()) {
            because.add(
                rule.because("It went on after it had come to notice: this is a further crime."));
          }
        });
    if (incident.continued() > 0) {
      rules
          .find(CountingEffect.GoesOn.class)
          .ifPresent(rule ->
              because.add(
                  rule.because(
                      "The conduct went on within "
                          + rule.effect().months()
                          + " months: it belongs to the crime recorded already.")));
    }
  }

  private void weigh(String code, List<ReportedOffence> weighed, List<Because> because) {
    Set<String> codes = new TreeSet<>();
    weighed.forEach(one -> codes.add(one.code()));
    for (Rules.Does<CountingEffect.PartOf> rule : rules.all(CountingEffect.PartOf.class)) {
      List<String> parts = codes.stream().filter(rule.effect().codes()::contains).toList();
      List<String> of = codes.stream().filter(rule.effect().of()::contains).toList();
      if (!parts.isEmpty() && !of.isEmpty()) {
        because.add(
            rule.because(
                String.join(", ", parts)
                    + " is part of "
                    + String.join(", ", of)
                    + " and not recorded beside it."));
      }
    }
    if (codes.size() > 1) {
      rules
          .find(CountingEffect.PrincipalCrime.class)
          .ifPresent(rule ->
              because.add(
                  rule.because(
                      "Of "
                          + String.join(", ", codes)
                          + " the most serious is recorded: "
                          + code
                          + ".")));
    }
  }
}
