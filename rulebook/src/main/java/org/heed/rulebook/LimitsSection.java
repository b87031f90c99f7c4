package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads limits.yaml. */
final class LimitsSection {
  private static final Map<String, Limit.Of> OF = Words.map(Limit.Of.values(), Limit.Of::word);
  private static final Set<Period.Unit> UNITS = EnumSet.of(Period.Unit.DAYS, Period.Unit.MONTHS);

  private final NodeReader section;

  private LimitsSection(NodeReader section) {
    this.section = section;
  }

  static Limits read(NodeReader section) {
    return new LimitsSection(section).read();
  }

  private Limits read() {
    List<Limit> limits = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("limit", repeated);
    List<NodeReader> items = section.someItems("limits", "the limit");
    for (NodeReader item : items) {
      Limit.Of of = item.word("id", OF, null);
      Optional<LocalDate> inForce = item.date("in_force");
      if (!item.has("in_force")) {
        item.problem(item.at(), "the limit has no in_force", "Add in_force: 2018-05-25");
      }
      Limit limit =
          new Limit(
              of,
              inForce.orElse(LocalDate.MAX),
              item.text("says"),
              item.text("source"),
              item.word("basis", StandardSection.BASES, null),
              item.date("checked"),
              within(item),
              period(item, "warn"),
              examples(item),
              item.at());
      item.finish();
      ids.add(limit.of().word() + " from " + limit.inForce(), limit.at());
      limits.add(limit);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    for (Limit.Of of : Limit.Of.values()) {
      if (!items.isEmpty() && limits.stream().noneMatch(one -> one.of() == of)) {
        section.problem(section.at(), "there is no limit " + of.word(), "Add - id: " + of.word());
      }
    }
    section.finish();
    return new Limits(limits);
  }

  private static Period within(NodeReader item) {
    if (!item.has("within")) {
      item.problem(item.at(), "the limit has no within", "Add within: 1 months");
    }
    return period(item, "within").orElse(new Period(1, Period.Unit.DAYS));
  }

  private static Optional<Period> period(NodeReader item, String key) {
    Optional<Period> period = StandardSection.period(item, key);
    if (period.isPresent()
        && (!UNITS.contains(period.get().unit()) || period.get().amount() == 0)) {
      item.problem(
          item.at(key),
          key + " cannot be " + period.get(),
          "Write days or months of the calendar, as “14 days” or “1 months”");
    }
    return period;
  }

  private static List<Limit.Example> examples(NodeReader item) {
    List<Limit.Example> examples = new ArrayList<>();
    for (NodeReader example : item.someItems("examples", "the example")) {
      examples.add(new Limit.Example(day(example, "from"), day(example, "last"), example.at()));
      example.finish();
    }
    return examples;
  }

  private static LocalDate day(NodeReader example, String key) {
    Optional<LocalDate> day = example.date(key);
    if (!example.has(key)) {
      example.problem(example.at(), "the example has no " + key, "Add " + key + ": 2026-01-31");
    }
    return day.orElse(LocalDate.EPOCH);
  }
}
