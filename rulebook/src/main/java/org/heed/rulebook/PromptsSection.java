package org.heed.rulebook;

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

  private final NodeReader section;
  private final Set<String> concepts;
  private final LocalDate inForce;
  private final Map<String, Condition> named = new LinkedHashMap<>();

  PromptsSection(NodeReader section, Set<String> concepts, LocalDate inForce) {
    this.section = section;
    this.concepts = concepts;
    this.inForce = inForce;
  }

  Prompts read() {
    section
        .named("conditions")
        .forEach((name, text) -> {
          if (concepts.contains(name) || Family.find(name).isPresent()) {
            section.problem(
                text.at(),
                "“" + name + "” is a concept or family already",
                "Name the condition otherwise");
          }
          named.put(name, condition(text));
        });
    List<PromptRule> rules = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("rule", repeated);
    for (NodeReader item : section.items("rules", "the rule")) {
      PromptRule rule = rule(item);
      ids.add(rule.id(), rule.at());
      rules.add(rule);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    List<PromptSample> examples =
        section.items("examples", "the example").stream().map(i -> example(i, rules)).toList();
    section.finish();
    return new Prompts(rules, examples);
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
            item.date("since").orElse(inForce),
            item.text("source"),
            item.at());
    item.finish();
    return rule;
  }

  private Condition condition(Sample text) {
    if (!text.text().isEmpty()) {
      try {
        return ConditionParser.parse(text.text(), concepts, named);
      } catch (PatternException e) {
        section.problem(text.at(), e.what() + " in “" + text.text() + "”", e.cure());
      }
    }
    return new Condition.Any(List.of());
  }

  private static PromptSample example(NodeReader item, List<PromptRule> rules) {
    Optional<String> rule = item.optionalText("rule");
    if (rule.isPresent() && rules.stream().noneMatch(r -> r.id().equals(rule.get()))) {
      item.problem(
          item.at("rule"), "there is no rule “" + rule.get() + "”", "Use an id under rules:");
    }
    Optional<Integer> age = item.number("victim_age");
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
    return sample;
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
