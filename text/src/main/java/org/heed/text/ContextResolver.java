package org.heed.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;

/**
 * Decides which context words govern a match, after ConText (Harkema, Dowling, Thornblade and
 * Chapman 2009): a cue governs what follows or precedes it in its sentence, as far as it reaches,
 * until a terminator, a clause's end or a short line's end.
 */
final class ContextResolver {
  /** No cue reaches further than this many words, so that endless sentences cost no more. */
  static final int FARTHEST = 100;

  /** Cues longer than this in words do not exist in practice; bounds the walk to the left. */
  private static final int LONGEST_CUE = 40;

  private final List<Cue> cues;
  private final Words words;

  /** Cues, pseudo-cues and terminators that stand, by place. */
  private final List<Match> standing;

  ContextResolver(List<Cue> cues, Words words, List<Match> standing) {
    this.cues = cues;
    this.words = words;
    this.standing = standing;
  }

  /** The cues that govern a match, by place. */
  List<Match> governing(Match target) {
    List<Match> governing = new ArrayList<>();
    int split = firstAtOrAfter(target.first());
    left(target, split, governing);
    inside(target, split, governing);
    right(target, split, governing);
    governing.sort(Matches.BY_PLACE);
    return governing;
  }

  private void left(Match target, int split, List<Match> governing) {
    Set<CueKind> ended = EnumSet.noneOf(CueKind.class);
    int edge = words.sentence(target.first());
    int paragraph = words.paragraph(target.first());
    int farthest = target.first() - FARTHEST;
    for (int i = split - 1; i >= 0; i--) {
      Match match = standing.get(i);
      if (match.first() < paragraph || match.first() < farthest - LONGEST_CUE) {
        break;
      }
      Cue cue = cues.get(match.owner());
      if (cue.kind() == CueKind.TERMINATOR) {
        if (match.end() <= target.first() && match.first() >= edge) {
          ended.addAll(cue.ends());
        }
        continue;
      }
      if (cue.kind() == CueKind.PSEUDO || cue.governs() == Governs.PRECEDING) {
        continue;
      }
      int distance = target.first() - match.end();
      boolean reached =
          cue.paragraph()
              || (match.first() >= edge
                  && distance < Math.min(cue.reach(), FARTHEST)
                  && !ended.contains(cue.kind())
                  && !partedBefore(match, target.first()));
      if (reached) {
        governing.add(match);
      }
    }
  }

  /** Whether a clause or a short line ends between a cue and a later word. */
  private boolean partedBefore(Match cue, int word) {
    return words.clause(word) >= cue.end() || words.line(word) > cue.end();
  }

  /** Cues in the gaps of a match govern what of it follows them. */
  private void inside(Match target, int split, List<Match> governing) {
    for (int i = split; i < standing.size(); i++) {
      Match match = standing.get(i);
      if (match.first() >= target.end()) {
        return;
      }
      Cue cue = cues.get(match.owner());
      boolean scoped = cue.kind() != CueKind.TERMINATOR && cue.kind() != CueKind.PSEUDO;
      if (scoped && cue.governs() != Governs.PRECEDING && match.end() < target.end()) {
        governing.add(match);
      }
    }
  }

  private void right(Match target, int split, List<Match> governing) {
    Set<CueKind> ended = EnumSet.noneOf(CueKind.class);
    int sentence = words.sentence(target.first());
    int paragraph = words.paragraph(target.first());
    int last = target.end() - 1;
    for (int i = split; i < standing.size(); i++) {
      Match match = standing.get(i);
      if (match.first() < target.end()) {
        continue;
      }
      int distance = match.first() - target.end();
      if (words.paragraph(match.first()) != paragraph || distance > FARTHEST) {
        return;
      }
      Cue cue = cues.get(match.owner());
      boolean sameSentence = words.sentence(match.first()) == sentence;
      if (cue.kind() == CueKind.TERMINATOR) {
        if (sameSentence) {
          ended.addAll(cue.ends());
        }
        continue;
      }
      if (cue.kind() == CueKind.PSEUDO || cue.governs() == Governs.FOLLOWING) {
        continue;
      }
      boolean reached =
          cue.paragraph()
              || (sameSentence
                  && distance < Math.min(cue.reach(), FARTHEST)
                  && !ended.contains(cue.kind())
                  && (isAnswer(cue, distance)
                      || (words.clause(match.first()) <= last
                          && words.line(match.first()) <= last)));
      if (reached) {
        governing.add(match);
      }
    }
  }

  /** “Injuries - none”: a dash parts a heading from its answer, not a clause from another. */
  private static boolean isAnswer(Cue cue, int distance) {
    return cue.governs() == Governs.PRECEDING && distance == 0;
  }

  private int firstAtOrAfter(int word) {
    int low = 0;
    int high = standing.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (standing.get(middle).first() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
