package org.heed.rulebook;

import java.util.List;

/**
 * The prompt rules, the named conditions they are written with, their examples, how soon a
 * re-read's new prompts are looked at, and how many reports without a prompt are drawn.
 */
public record Prompts(
    List<NamedCondition> conditions,
    List<PromptRule> rules,
    List<PromptSample> examples,
    Triage triage,
    Draws draws) {
  public Prompts {
    conditions = List.copyOf(conditions);
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
  }

  /** Rules whose conditions are all written out. */
  public Prompts(List<PromptRule> rules, List<PromptSample> examples) {
    this(List.of(), rules, examples, Triage.USUAL, Draws.USUAL);
  }
}
