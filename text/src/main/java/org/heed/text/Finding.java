package org.heed.text;

import java.util.List;
import org.heed.rulebook.Family;
import org.heed.rulebook.Subject;

/**
 * A concept found in a narrative, with what the words around it make of it.
 *
 * @param id unique within the reading: f1, f2, …
 * @param start the first code point
 * @param end after the last code point
 * @param text the words themselves
 * @param cues the context words that decided
 * @param spared those that do not govern it and why, where that was asked for
 */
public record Finding(
    String id,
    String concept,
    Family family,
    int start,
    int end,
    String text,
    boolean negated,
    boolean possible,
    boolean hypothetical,
    boolean historical,
    boolean reported,
    Subject subject,
    boolean quoted,
    List<CueSpan> cues,
    List<Spared> spared) {
  public Finding {
    cues = List.copyOf(cues);
    spared = List.copyOf(spared);
  }

  /** Without the words, which are personal. */
  @Override
  public String toString() {
    return id + " " + concept + " [" + start + ", " + end + ")";
  }
}
