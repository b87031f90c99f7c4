package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;

/**
 * Something to be found in a narrative.
 *
 * @param aboutChild whether the finding counts in prompts only when it is not about an adult
 * @param except phrases that remove a match they overlap
 */
public record Concept(
    String id,
    Family family,
    String title,
    LocalDate since,
    String source,
    boolean aboutChild,
    List<Phrase> phrases,
    List<Phrase> except,
    List<Sample> match,
    List<Sample> noMatch,
    Where at) {
  public Concept {
    phrases = List.copyOf(phrases);
    except = List.copyOf(except);
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
  }
}
