package org.heed.text;

/**
 * A rulebook's phrases compiled. An automaton finds those without gaps and of the others the key,
 * their rarest segment; only near it are the other segments looked for.
 *
 * @param automaton whose hits mean rows of {@code keys} and of {@code wholes}
 * @param keys of the phrases whose key is hit, the rarest other segment
 * @param wholes the phrases without gaps that are hit
 * @param phraseRole what a phrase serves
 * @param phraseOwner the index of its concept, cue, subject words or advice
 * @param phraseGaps the words allowed between its segments; one fewer than segments
 * @param phraseKey which of its segments is the key
 * @param neighbours what must be near a key for a closer look
 * @param glance at what must be near a key
 * @param wakes by row, whether context and the rest must be worked out at all
 */
@SuppressWarnings("ArrayRecordComponent")
record Lexicon(
    Alphabet alphabet,
    Automaton automaton,
    Rows keys,
    Rows wholes,
    Parts parts,
    Role[] phraseRole,
    int[] phraseOwner,
    int[][] phraseGaps,
    int[] phraseKey,
    Neighbours neighbours,
    Glance glance,
    boolean[] wakes) {

  /** By row, whether it may be of a concept or of wording to question. */
  static boolean[] wakes(Rows keys, Rows wholes, Neighbours neighbours, Role[] roles) {
    boolean[] wakes = new boolean[keys.size()];
    for (int row = 0; row < wakes.length; row++) {
      for (int i = keys.from(row); i < keys.to(row); i++) {
        wakes[row] |= wakes(roles[neighbours.phrase(keys.item(i))]);
      }
      for (int i = wholes.from(row); i < wholes.to(row); i++) {
        wakes[row] |= wakes(roles[wholes.item(i)]);
      }
    }
    return wakes;
  }

  private static boolean wakes(Role role) {
    return role == Role.CONCEPT || role == Role.ADVICE;
  }

  int segments(int phrase) {
    return phraseGaps[phrase].length + 1;
  }

  int phrases() {
    return phraseRole.length;
  }

  @Override
  public String toString() {
    return "Lexicon[" + phraseRole.length + " phrases, " + automaton + ", " + parts + "]";
  }
}
