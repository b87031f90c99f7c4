package org.heed.rulebook;

import java.util.List;

/** The prompt rules and their examples. */
public record Prompts(List<PromptRule> rules, List<PromptSample> examples) {
  public Prompts {
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
  }
}
