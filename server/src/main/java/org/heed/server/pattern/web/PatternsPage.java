package org.heed.server.pattern.web;

import java.util.List;
import org.heed.server.pattern.FoundPattern;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code pattern/patterns.jte}. */
public record PatternsPage(Page page, List<FoundPattern> found, boolean decided) {
  public PatternsPage {
    found = List.copyOf(found);
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
