package org.heed.text;

import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;

/**
 * Decides which context words govern a match, after ConText (Harkema, Dowling, Thornblade and
 * Chapman 2009): a cue governs what follows or precedes it in its sentence, as far as it reaches,
 * until a terminator, a clause's end or a short line's end. Kept for one text after another.
 */
@SuppressWarnings("EnumOrdinal")
final class ContextResolver {
  /** No cue reaches further than this many words, so that endless sentences cost no more. */
  static final int FARTHEST = 100;

  /** Cues longer than this in words do not exist in practice; bounds the walk to the left. */
  private static final int LONGEST_CUE = 40;

  private final Words words;

  /** Cues, pseudo-cues and terminators that stand, by place. */
  private final MatchList standing;

  private final CueKind[] kind;
  private final boolean[] forwards;
  private final boolean[] backwards;
  private final boolean[] wholeParagraph;
  private final int[] reach;

  /** By cue, the kinds that it ends, as bits. */
  private final int[] ends;

  private int[] governing = new int[8];
  private int size;

  ContextResolver(List<Cue> cues, Words words, MatchList standing) {
    this.words = words;
    this.standing = standing;
    int n = cues.size();
    kind = new CueKind[n];
    forwards = new boolean[n];
    backwards = new boolean[n];
    wholeParagraph = new boolean[n];
    reach = new int[n];
    ends = new int[n];
    for (int i = 0; i < n; i++) {
      Cue cue = cues.get(i);
      boolean scoped = cue.kind() != CueKind.TERMINATOR && cue.kind() != CueKind.PSEUDO;
      kind[i] = cue.kind();
      forwards[i] = scoped && cue.governs() != Governs.PRECEDING;
      backwards[i] = scoped && cue.governs() != Governs.FOLLOWING;
      wholeParagraph[i] = cue.paragraph();
      reach[i] = Math.min(cue.reach(), FARTHEST);
      ends[i] = cue.kind() == CueKind.TERMINATOR ? bits(cue) : 0;
    }
  }

  private static int bits(Cue cue) {
    int bits = 0;
    for (CueKind ended : cue.ends()) {
      bits |= bit(ended);
    }
    return bits;
  }

  /** A kind's place in {@link #resolve}'s answer. */
  static int bit(CueKind kind) {
    return 1 << kind.ordinal();
  }

  /** How many cues govern what was resolved last. */
  int size() {
    return size;
  }

  /** A governing cue's number among those that stand; they are in order of place. */
  int governing(int i) {
    return governing[i];
  }

  /** The kind of a cue that stands. */
  CueKind kind(int cue) {
    return kind[standing.owner(cue)];
  }

  /** Finds the cues that govern the words from one to before another; their kinds as bits. */
  int resolve(int first, int end) {
    size = 0;
    int split = standing.before(first);
    int kinds = left(first, split);
    for (int i = 0, k = size - 1; i < k; i++, k--) {
      int swapped = governing[i];
      governing[i] = governing[k];
      governing[k] = swapped;
    }
    int behind = split;
    while (behind < standing.size() && standing.first(behind) < end) {
      int owner = standing.owner(behind);
      if (forwards[owner] && standing.end(behind) < end) {
        kinds |= add(behind);
      }
      behind++;
    }
    return kinds | right(first, end, behind);
  }

  private int add(int cue) {
    if (size == governing.length) {
      governing = Arrays.copyOf(governing, 2 * size);
    }
    governing[size++] = cue;
    return bit(kind(cue));
  }

  /** Cues before the match, the nearest first. */
  private int left(int first, int split) {
    int kinds = 0;
    int ended = 0;
    int edge = words.sentence(first);
    int paragraph = words.paragraph(first);
    int farthest = first - FARTHEST - LONGEST_CUE;
    for (int i = split - 1; i >= 0; i--) {
      int from = standing.first(i);
      if (from < paragraph || from < farthest) {
        break;
      }
      int owner = standing.owner(i);
      int to = standing.end(i);
      if (ends[owner] != 0) {
        ended |= to <= first && from >= edge ? ends[owner] : 0;
      } else if (forwards[owner]) {
        boolean reached =
            wholeParagraph[owner]
                || (from >= edge
                    && first - to < reach[owner]
                    && (ended & bit(kind[owner])) == 0
                    && !partedBefore(to, first));
        kinds |= reached ? add(i) : 0;
      }
    }
    return kinds;
  }

  /** Whether a clause or a short line ends between a cue's end and a later word. */
  private boolean partedBefore(int end, int word) {
    return words.clause(word) >= end || words.line(word) > end;
  }

  /** Cues behind the match. */
  private int right(int first, int end, int behind) {
    int kinds = 0;
    int ended = 0;
    int sentence = words.sentence(first);
    int paragraph = words.paragraph(first);
    int last = end - 1;
    for (int i = behind; i < standing.size(); i++) {
      int from = standing.first(i);
      int distance = from - end;
      if (words.paragraph(from) != paragraph || distance > FARTHEST) {
        break;
      }
      int owner = standing.owner(i);
      boolean sameSentence = words.sentence(from) == sentence;
      if (ends[owner] != 0) {
        ended |= sameSentence ? ends[owner] : 0;
      } else if (backwards[owner]) {
        boolean reached =
            wholeParagraph[owner]
                || (sameSentence
                    && distance < reach[owner]
                    && (ended & bit(kind[owner])) == 0
                    && (isAnswer(owner, distance)
                        || (words.clause(from) <= last && words.line(from) <= last)));
        kinds |= reached ? add(i) : 0;
      }
    }
    return kinds;
  }

  /** “Injuries - none”: a dash parts a heading from its answer, not a clause from another. */
  private boolean isAnswer(int owner, int distance) {
    return !forwards[owner] && distance == 0;
  }
}
