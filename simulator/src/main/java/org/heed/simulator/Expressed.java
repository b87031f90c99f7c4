package org.heed.simulator;

import java.util.List;

/**
 * Words of a narrative that were put there to express a concept.
 *
 * @param concept the simulator's own name for it, see the phrasebook
 * @param context {@code neg}, {@code hyp}, {@code hist}, {@code pos}, {@code rep}, {@code quo},
 *     {@code other} (about someone else) or {@code benign} (an innocent look-alike); empty where it
 *     is plainly so, now
 * @param start first code point, from 0
 * @param end after the last code point
 */
public record Expressed(String concept, List<String> context, int start, int end) {
  /** Copies the list. */
  public Expressed {
    context = List.copyOf(context);
  }

  /** Whether this is victim-blaming language planted for a language check to find. */
  public boolean isLanguage() {
    return concept.startsWith("language-");
  }

  /** Whether this is an indicator that the narrative states as a present or past fact. */
  public boolean isPlainIndicator() {
    return !isLanguage()
        && !context.contains("neg")
        && !context.contains("hyp")
        && !context.contains("other")
        && !context.contains("benign");
  }
}
