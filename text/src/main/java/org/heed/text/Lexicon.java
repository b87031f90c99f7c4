package org.heed.text;

/**
 * A rulebook's phrases compiled: the automaton and, in flat arrays, what each of its payloads and
 * phrases is.
 *
 * @param payloadPhrase the phrase of which a payload is a segment
 * @param payloadSegment which segment, from 0
 * @param payloadWords how many words the hit has
 * @param phraseRole what a phrase serves
 * @param phraseOwner the index of its concept, cue, subject words or advice
 * @param phraseGaps the words allowed between its segments; one fewer than segments
 * @param phrasePayload its first payload; those of its segments follow each other, and one more
 *     entry closes the last phrase
 * @param phraseKey which of its segments is the rarest
 * @param neighbours what must be near a key for a closer look
 * @param wakes by row of the outputs, whether context and the rest must be worked out at all
 */
@SuppressWarnings("ArrayRecordComponent")
record Lexicon(
    Automaton automaton,
    Outputs outputs,
    int[] payloadPhrase,
    int[] payloadSegment,
    int[] payloadWords,
    Role[] phraseRole,
    int[] phraseOwner,
    int[][] phraseGaps,
    int[] phrasePayload,
    int[] phraseKey,
    Neighbours neighbours,
    boolean[] wakes) {

  int segments(int phrase) {
    return phraseGaps[phrase].length + 1;
  }

  int phrases() {
    return phraseRole.length;
  }

  @Override
  public String toString() {
    return "Lexicon[" + phraseRole.length + " phrases, " + automaton + "]";
  }
}
