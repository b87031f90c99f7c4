package org.heed.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads prompts.yaml. */
final class PromptsSection {
  private static final Map<String, Ask> ASKS = asks();
  private static final Map<String, Optional<Ask>> ANSWERS = answers();

  private static final int OLDEST = 150;
  private static final int MOST_HOURS = 720;

  private final NodeReader section;
  private final ConditionParser.Names names;
  private final LocalDate inForce;
  private boolean broken;

  /**
   * A reader of the section.
   *
   * @param codes offence codes that conditions and examples may name; none: any
   */
  PromptsSection(NodeReader section, Set<String> concepts, Set<String> codes, LocalDate inForce) {
    this.section = section;
    this.names = new ConditionParser.Names(concepts, codes);
    this.inForce = inForce;
  }

  Prompts read() {
    List<NamedCondition> conditions = conditions();
    List<PromptRule> rules = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("rule", repeated);
    for (NodeReader item : section.someItems("rules", "the rule")) {
      PromptRule rule = rule(item);
      ids.add(rule.id(), rule.at());
      rules.add(rule);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    List<PromptSample> examples =
        section.items("examples", "the example").stream().map(i -> example(i, rules)).toList();
    requireExamples(rules, examples);
    Triage triage =
        section.mapping("triage", "triage").map(PromptsSection::triage).orElse(Triage.USUAL);
    Draws draws = section.mapping("draws", "draws").map(PromptsSection::draws).orElse(Draws.USUAL);
    conditions.stream()
        .filter(condition -> !broken && !names.isUsed(condition.name()))
        .forEach(condition ->
            section.problem(
                condition.at(),
                "the condition “" + condition.name() + "” is used nowhere",
                "Use it in a rule, or remove it"));
    section.finish();
    return new Prompts(conditions, rules, examples, triage, draws);
  }

  private static Triage triage(NodeReader item) {
    Triage triage =
        new Triage(
            item.number("decision", 1, MOST_HOURS)
                .map(Duration::ofHours)
                .orElse(Triage.USUAL.decision()),
            item.number("look", 1, MOST_HOURS).map(Duration::ofHours).orElse(Triage.USUAL.look()));
    item.finish();
    return triage;
  }

  private static Draws draws(NodeReader item) {
    Draws draws =
        new Draws(
            item.number("unprompted", 0, Draws.ALL).orElse(Draws.USUAL.unprompted()),
            item.number("flagged", 0, Draws.ALL).orElse(Draws.USUAL.flagged()));
    item.finish();
    return draws;
  }

  private List<NamedCondition> conditions() {
    List<NamedCondition> conditions = new ArrayList<>();
    section
        .named("conditions")
        .forEach((name, text) -> {
          section.requireWellFormed(name, text.at());
          if (names.isConcept(name) || ConditionParser.isReserved(name)) {
            section.problem(
                text.at(),
                "“" + name + "” is a concept, family or word of conditions already",
                "Name the condition otherwise");
          }
          names.define(name, condition(text));
          conditions.add(new NamedCondition(name, text.text(), text.at()));
        });
    return conditions;
  }

  /** Every rule is shown to work by an example that names it. */
  private void requireExamples(List<PromptRule> rules, List<PromptSample> examples) {
    for (PromptRule rule : rules) {
      if (!rule.id().isEmpty()
          && examples.stream().noneMatch(e -> e.rule().equals(Optional.of(rule.id())))) {
        section.problem(
            rule.at(),
            "no example shows that the rule “" + rule.id() + "” asks",
            "Add one under examples: with rule: " + rule.id());
      }
    }
  }

  private PromptRule rule(NodeReader item) {
    Sample when = new Sample(item.text("when"), item.at("when"));
    PromptRule rule =
        new PromptRule(
            item.id(),
            item.word("ask", ASKS, null),
            condition(when),
            when.text(),
            item.text("says"),
            item.since(inForce),
            item.text("source"),
            item.at());
    item.finish();
    return rule;
  }

  private Condition condition(Sample text) {
    if (!text.text().isEmpty()) {
      try {
        return ConditionParser.parse(text.text(), names);
      } catch (PatternException e) {
        broken = true;
        section.problem(text.at(), e.what() + " in “" + text.text() + "”", e.cure());
      }
    }
    return new Condition.Any(List.of());
  }

  private PromptSample example(NodeReader item, List<PromptRule> rules) {
    Optional<String> rule = item.optionalText("rule").filter(id -> !id.isEmpty());
    Optional<Integer> age = item.number("victim_age", 0, OLDEST);
    PromptSample sample =
        new PromptSample(
            item.text("text"),
            age.isPresent() ? OptionalInt.of(age.get()) : OptionalInt.empty(),
            item.optionalText("offence"),
            item.word("ask", ANSWERS, null),
            rule,
            item.at());
    item.date("occurred_on");
    item.finish();
    rule.ifPresent(id -> checkRule(item, id, sample, rules));
    sample
        .offence()
        .filter(code -> !names.isCode(code))
        .ifPresent(code ->
            item.problem(
                item.at("offence"),
                "no class of counting.yaml has the code “" + code + "”",
                "Use a code that stands there, or add its class"));
    return sample;
  }

  private static void checkRule(
      NodeReader item, String id, PromptSample sample, List<PromptRule> rules) {
    Optional<PromptRule> rule = rules.stream().filter(r -> r.id().equals(id)).findFirst();
    if (rule.isEmpty()) {
      item.problem(
          item.at("rule"),
          "there is no rule “" + id + "”",
          DidYouMean.cure(
              id, rules.stream().map(PromptRule::id).toList(), "Use an id under rules:"));
    } else if (sample.ask().isEmpty()
        || (rule.get().ask() == Ask.DECISION && sample.ask().get() == Ask.LOOK)) {
      item.problem(
          item.at("ask"),
          "the rule “"
              + id
              + "” asks "
              + rule.get().ask().word()
              + ", so the example cannot ask less",
          "Write ask: " + rule.get().ask().word() + ", or leave rule out");
    }
  }

  private static Map<String, Ask> asks() {
    Map<String, Ask> words = new LinkedHashMap<>();
    for (Ask ask : Ask.values()) {
      words.put(ask.word(), ask);
    }
    return words;
  }

  private static Map<String, Optional<Ask>> answers() {
    Map<String, Optional<Ask>> words = new LinkedHashMap<>();
    words.put("none", Optional.empty());
    asks().forEach((word, ask) -> words.put(word, Optional.of(ask)));
    return words;
  }
}
