package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;

/** Wording to question, with a better one. Never applied inside quoted words. */
public record Advice(
    String id,
    List<Phrase> phrases,
    List<Phrase> except,
    String suggest,
    LocalDate since,
    String source,
    List<Sample> match,
    List<Sample> noMatch,
    Where at) {
  public Advice {
    phrases = List.copyOf(phrases);
    except = List.copyOf(except);
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
  }
}
