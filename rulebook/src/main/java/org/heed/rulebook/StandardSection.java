package org.heed.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one file of standards/. */
final class StandardSection {
  private static final int OLDEST = 120;
  private static final int MOST_TIMES = 100;
  private static final int MOST_DAYS = 3_660;
  static final Map<String, Standard.Basis> BASES =
      Words.map(Standard.Basis.values(), Standard.Basis::word);
  private static final Map<String, Standard.To> RECIPIENTS =
      Words.map(Standard.To.values(), Standard.To::word);
  static final Map<String, String> NATIONS =
      Words.same(List.of("england", "wales", "scotland", "northern-ireland"));

  private final NodeReader section;

  StandardSection(NodeReader section) {
    this.section = section;
  }

  Standard read() {
    String id = section.id();
    if (!section.has("in_force")) {
      section.problem(section.at(), "the standard has no in_force", "Add in_force: 2026-04-01");
    }
    Optional<Period> warn = period("warn");
    Standard standard =
        new Standard(
            id,
            section.text("version"),
            section.date("in_force").orElse(LocalDate.MAX),
            section.text("title"),
            section.text("says"),
            section.text("source"),
            section.word("basis", BASES, null),
            section.date("checked"),
            applies(),
            start(),
            kinds(section, section.someTexts("met_by")),
            section.truth("before", false),
            section.truth("about_child", false),
            section.truth("named", false),
            period("within").orElseGet(() -> missing("within")),
            period("again"),
            kinds("not_done"),
            kinds("ends"),
            pauses(),
            warn,
            escalation(warn),
            section.truth("danger", false),
            section.truth("before_closing", false),
            examples(),
            section.at());
    section.finish();
    return standard;
  }

  private Standard.Applies applies() {
    Optional<NodeReader> item = section.mapping("applies", "applies");
    Set<String> nations = new LinkedHashSet<>();
    OptionalInt from = OptionalInt.empty();
    OptionalInt to = OptionalInt.empty();
    if (item.isPresent()) {
      for (Sample nation : item.get().texts("nations")) {
        requireNation(nation.text(), nation.at());
        nations.add(nation.text());
      }
      from = age(item.get(), "age_from");
      to = age(item.get(), "age_to");
      item.get().finish();
    }
    return new Standard.Applies(nations, from, to);
  }

  private void requireNation(String nation, Where at) {
    if (!NATIONS.containsKey(nation)) {
      String all = String.join(", ", NATIONS.keySet());
      section.problem(
          at,
          "there is no nation “" + nation + "”",
          DidYouMean.cure(nation, NATIONS.keySet(), "Write one of " + all));
    }
  }

  private static OptionalInt age(NodeReader item, String key) {
    return item.number(key, 0, OLDEST).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private Standard.Start start() {
    Optional<NodeReader> item = section.mapping("starts", "starts");
    if (item.isEmpty()) {
      section.problem(
          section.at(), "the standard has no starts", "Add starts: {by: crime-reported}");
      return new Standard.Start(Set.of(), 1, 1);
    }
    Set<String> kinds = kinds(item.get(), item.get().texts("by"));
    if (kinds.isEmpty()) {
      section.problem(item.get().at(), "starts has no by", "Add by: and a kind of fact");
    }
    Standard.Start start =
        new Standard.Start(
            kinds,
            item.get().number("times", 1, MOST_TIMES).orElse(1),
            item.get().number("within_days", 1, MOST_DAYS).orElse(1),
            kinds(item.get(), item.get().texts("from")),
            kinds(item.get(), item.get().texts("each")));
    if (start.times() > 1 && !item.get().has("within_days")) {
      section.problem(
          item.get().at(), "starts has times and no within_days", "Add within_days: 90");
    }
    item.get().finish();
    return start;
  }

  /** Where it says nothing: supervisors, as long after the deadline as it is warned of before. */
  private Standard.Escalation escalation(Optional<Period> warn) {
    Optional<NodeReader> item = section.mapping("escalate", "escalate");
    Period asLong = warn.orElse(new Period(0, Period.Unit.MINUTES));
    if (item.isEmpty()) {
      return new Standard.Escalation(asLong, Standard.To.SUPERVISORS);
    }
    Optional<Period> after = period(item.get(), "after");
    if (!item.get().has("after")) {
      section.problem(item.get().at(), "escalate has no after", "Add after: 24 hours");
    }
    Standard.To to = item.get().word("to", RECIPIENTS, null);
    item.get().finish();
    return new Standard.Escalation(after.orElse(asLong), to);
  }

  private Set<String> kinds(String key) {
    return kinds(section, section.texts(key));
  }

  private static Set<String> kinds(NodeReader item, List<Sample> texts) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Sample kind : texts) {
      item.requireWellFormed(kind.text(), kind.at());
      kinds.add(kind.text());
    }
    return kinds;
  }

  private Optional<Period> period(String key) {
    return period(section, key);
  }

  static Optional<Period> period(NodeReader section, String key) {
    return section
        .optionalText(key)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> {
          String[] words = text.split(" +", 2);
          Optional<Period.Unit> unit =
              words.length < 2 ? Optional.empty() : Period.Unit.find(words[1]);
          if (unit.isEmpty() || !words[0].matches("[0-9]{1,4}")) {
            section.problem(
                section.at(key),
                key + " is not a length of time: “" + text + "”",
                "Write it as “24 hours”, “0 days”, “5 working-days” or “3 months”");
            return Optional.empty();
          }
          return unit.map(of -> new Period(Integer.parseInt(words[0]), of));
        });
  }

  private Period missing(String key) {
    if (!section.has(key)) {
      section.problem(section.at(), "the standard has no " + key, "Add " + key + ": 24 hours");
    }
    return new Period(0, Period.Unit.DAYS);
  }

  private List<Standard.Pause> pauses() {
    List<Standard.Pause> pauses = new ArrayList<>();
    for (NodeReader item : section.items("pauses", "the pause")) {
      pauses.add(new Standard.Pause(item.text("from"), item.text("to")));
      item.finish();
    }
    return pauses;
  }

  private List<StandardExample> examples() {
    List<StandardExample> examples = new ArrayList<>();
    for (NodeReader item : section.someItems("examples", "the example")) {
      List<StandardExample.Fact> facts = new ArrayList<>();
      String about = item.text("about");
      item.optionalText("nation").ifPresent(nation -> requireNation(nation, item.at("nation")));
      for (NodeReader fact : item.items("facts", "the fact")) {
        facts.add(
            new StandardExample.Fact(
                fact.text("kind"),
                fact.moment(fact.text("at"), fact.at("at")),
                fact.optionalText("of"),
                fact.optionalText("child"),
                fact.optionalText("reason")));
        fact.finish();
      }
      List<LocalDateTime> due = new ArrayList<>();
      for (String text : item.optionalText("due").map(StandardSection::listed).orElse(List.of())) {
        due.add(item.moment(text, item.at("due")));
      }
      examples.add(
          new StandardExample(
              about,
              item.optionalText("nation"),
              item.date("born"),
              facts,
              item.moment(item.text("now"), item.at("now")),
              listed(item.text("state")),
              due,
              item.at()));
      item.finish();
    }
    return examples;
  }

  /** “met, late”: one after another. */
  private static List<String> listed(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" *, *", -1));
  }
}
