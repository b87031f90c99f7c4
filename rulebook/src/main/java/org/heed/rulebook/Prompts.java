package org.heed.rulebook;

import java.util.List;

/**
 * The prompt rules, the named conditions they are written with, their examples, and how soon a
 * re-read's new prompts are looked at.
 */
public record Prompts(
    List<NamedCondition> conditions,
    List<PromptRule> rules,
    List<PromptSample> examples,
    Triage triage) {
  public Prompts {
    conditions = List.copyOf(conditions);
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
  }

  /** Rules whose conditions are all written out. */
  public Prompts(List<PromptRule> rules, List<PromptSample> examples) {
    this(List.of(), rules, examples, Triage.USUAL);
  }
}
