package org.heed.text;

import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;

/**
 * The cues that govern all of their paragraph: of each kind the nearest before a word and the
 * nearest behind it, found at the same cost however many there are and however far they stand. Kept
 * for one text after another.
 */
@SuppressWarnings("EnumOrdinal")
final class WideCues {
  static final int KINDS = CueKind.values().length;
  private static final int NONE = -1;

  private final Words words;
  private final MatchList standing;
  private final boolean[] wide;
  private final boolean[] forwards;
  private final boolean[] backwards;
  private final int[] kind;

  /** Those of the text, as numbers among the cues that stand. */
  private int[] cues = new int[4];

  private int size;

  /** By one of these and kind, the nearest of its paragraph up to it that governs what follows. */
  private int[] before = new int[4 * KINDS];

  /** The same from it on that governs what precedes it. */
  private int[] behind = new int[4 * KINDS];

  WideCues(List<Cue> all, Words words, MatchList standing) {
    this.words = words;
    this.standing = standing;
    int n = all.size();
    wide = new boolean[n];
    forwards = new boolean[n];
    backwards = new boolean[n];
    kind = new int[n];
    for (int i = 0; i < n; i++) {
      Cue cue = all.get(i);
      wide[i] = cue.paragraph();
      forwards[i] = cue.governs() != Governs.PRECEDING;
      backwards[i] = cue.governs() != Governs.FOLLOWING;
      kind[i] = cue.kind().ordinal();
    }
  }

  boolean isWide(int cue) {
    return wide[cue];
  }

  /** Takes up another text, in which words and cues are already found. */
  void set() {
    size = 0;
    for (int i = 0; i < standing.size(); i++) {
      if (wide[standing.owner(i)]) {
        if (size == cues.length) {
          cues = Arrays.copyOf(cues, 2 * size);
          before = new int[2 * size * KINDS];
          behind = new int[2 * size * KINDS];
        }
        cues[size++] = i;
      }
    }
    for (int i = 0; i < size; i++) {
      fill(before, i, i - 1, forwards);
    }
    for (int i = size - 1; i >= 0; i--) {
      fill(behind, i, i + 1, backwards);
    }
  }

  /** What is nearest at one of them, from what is at its neighbour. */
  private void fill(int[] nearest, int at, int neighbour, boolean[] governs) {
    boolean joins =
        neighbour >= 0 && neighbour < size && paragraph(cues[neighbour]) == paragraph(cues[at]);
    if (joins) {
      System.arraycopy(nearest, neighbour * KINDS, nearest, at * KINDS, KINDS);
    } else {
      Arrays.fill(nearest, at * KINDS, (at + 1) * KINDS, NONE);
    }
    int owner = standing.owner(cues[at]);
    if (governs[owner]) {
      nearest[at * KINDS + kind[owner]] = cues[at];
    }
  }

  private int paragraph(int cue) {
    return words.paragraph(standing.first(cue));
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The nearest of a kind before a word, given the first cue from it on; -1 if there is none. */
  int before(int first, int split, int ofKind) {
    int at = from(split) - 1;
    return at < 0 || paragraph(cues[at]) != words.paragraph(first)
        ? NONE
        : before[at * KINDS + ofKind];
  }

  /** The nearest of a kind from one cue on in a word's paragraph; -1 if there is none. */
  int behind(int first, int cue, int ofKind) {
    int at = from(cue);
    return at == size || paragraph(cues[at]) != words.paragraph(first)
        ? NONE
        : behind[at * KINDS + ofKind];
  }

  /** The first of these that is no cue before one. */
  private int from(int cue) {
    int at = Arrays.binarySearch(cues, 0, size, cue);
    return at < 0 ? -at - 1 : at;
  }
}
