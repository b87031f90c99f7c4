package org.heed.rulebook;

import java.util.List;
import java.util.Set;

/**
 * Context words of one kind and manner.
 *
 * @param id its own in the rulebook; {@code negated-2} for the second of its kind without one
 * @param reach how many words away a finding may stand; {@link #TO_THE_END} for the whole sentence
 * @param paragraph whether the whole paragraph is governed, not only the sentence
 * @param ends for a terminator, the kinds whose scope it ends
 * @param source what they were taken from or who uses them; empty where the rulebook does not say
 */
public record Cue(
    String id,
    CueKind kind,
    Governs governs,
    int reach,
    boolean paragraph,
    Set<CueKind> ends,
    String source,
    List<Phrase> phrases,
    Where at) {
  public static final int TO_THE_END = Integer.MAX_VALUE;

  public Cue {
    ends = Set.copyOf(ends);
    phrases = List.copyOf(phrases);
  }
}
