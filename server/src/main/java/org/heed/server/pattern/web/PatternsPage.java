package org.heed.server.pattern.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.pattern.FoundPattern;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code pattern/patterns.jte}.
 *
 * @param kinds what is looked for, by code
 * @param what kind is shown; empty: every one
 */
public record PatternsPage(
    Page page, List<FoundPattern> found, boolean decided, Map<String, String> kinds, String what) {
  public PatternsPage {
    found = List.copyOf(found);
  }

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Everything");
    kinds.forEach(
        (code, says) -> all.put(code, Words.title(says.substring(0, 1)) + says.substring(1)));
    return Choice.list(all, Set.of(what));
  }

  /** What was counted, in words. */
  public static String counted(FoundPattern found) {
    return Words.number(found.count()) + " " + found.says();
  }

  /** How rare it is, in words. */
  public static String rarity(FoundPattern found) {
    return "In "
        + Words.number(found.shuffled())
        + " shuffles of as many reports"
        + (found.pattern().isBridge() ? " that touch a known group " : " ")
        + (found.asMany() == 0
            ? "none counted as many."
            : Words.number(found.asMany()) + " counted as many.");
  }

  /** Nothing: all of it can be personal. */
  @Override
  public String toString() {
    return "PatternsPage[" + found.size() + "]";
  }
}
