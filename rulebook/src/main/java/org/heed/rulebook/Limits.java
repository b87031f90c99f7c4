package org.heed.rulebook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The limits of a rulebook, each as it was from a day on. */
public record Limits(List<Limit> all) {
  public Limits {
    all =
        all.stream().sorted(Comparator.comparing(Limit::of).thenComparing(Limit::inForce)).toList();
  }

  /** What holds where a rulebook has no {@code limits.yaml}: so were they before it could say. */
  public static Limits usual() {
    return new Limits(
        List.of(
            usual(Limit.Of.ACCESS_GENERAL, 1, Period.Unit.MONTHS, 7),
            usual(Limit.Of.ACCESS_LAW_ENFORCEMENT, 1, Period.Unit.MONTHS, 7),
            usual(Limit.Of.RETENTION_REVIEW, 120, Period.Unit.MONTHS, 0),
            usual(Limit.Of.MISSING_LISTED, 14, Period.Unit.DAYS, 0),
            usual(Limit.Of.EPISODE_TOLD, 180, Period.Unit.DAYS, 0)));
  }

  private static Limit usual(Limit.Of of, int amount, Period.Unit unit, int warnDays) {
    Period within = new Period(amount, unit);
    return new Limit(
        of,
        LocalDate.MIN,
        "Within " + within + ".",
        "The rulebook has no limits.yaml",
        Standard.Basis.DEFAULT,
        Optional.empty(),
        within,
        warnDays == 0 ? Optional.empty() : Optional.of(new Period(warnDays, Period.Unit.DAYS)),
        List.of(),
        new Where("limits.yaml", 1));
  }

  /** The one in force on a day; of days before all of them, the first. */
  public Limit of(Limit.Of of, LocalDate day) {
    List<Limit> its = all.stream().filter(one -> one.of() == of).toList();
    return its.stream()
        .filter(one -> !one.inForce().isAfter(day))
        .reduce((_, later) -> later)
        .orElseGet(its::getFirst);
  }
}
