package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;

/**
 * Decides which context words govern a match, after ConText (Harkema, Dowling, Thornblade and
 * Chapman 2009): a cue governs what follows or precedes it in its sentence, as far as it reaches,
 * until a terminator, a clause's end or a short line's end. What a list holds is read as if it
 * followed its heading. Kept for one text after another.
 */
@SuppressWarnings("EnumOrdinal")
final class ContextResolver {
  /** No cue reaches further than this many words, so that endless sentences cost no more. */
  static final int FARTHEST = 100;

  /** Cues longer than this in words do not exist in practice; bounds the walk to the left. */
  private static final int LONGEST_CUE = 40;

  /** So many words away an answer may stand from what it answers. */
  private static final int ANSWERED = 8;

  /** How far behind a match an “or” still makes it part of a list. */
  private static final int LISTED = 8;

  /**
   * So many words may stand between a denial and the colon of its list: “denies the following:”.
   */
  private static final int ANNOUNCED = 2;

  /** So many words may follow a verb of speaking that looks back. */
  private static final int LISTENER = 3;

  private static final int ALL = (1 << CueKind.values().length) - 1;
  private static final int PERSONAL = bit(CueKind.POSSIBLE) | bit(CueKind.REPORTED);
  private static final int AFTERTHOUGHTS =
      PERSONAL | bit(CueKind.NEGATED) | bit(CueKind.HISTORICAL);

  /** What words in the gaps of a match can make of it. */
  private static final int WITHIN =
      bit(CueKind.NEGATED) | bit(CueKind.POSSIBLE) | bit(CueKind.HISTORICAL);

  private static final ShortWords LISTING = ShortWords.of("or", "nor", "any", "ever", "either");
  private static final ShortWords SUBORDINATORS = ShortWords.of("that", "if", "whether", "how");
  private static final ShortWords CLAUSE_STARTS =
      ShortWords.of(
          "that", "he", "she", "they", "it", "i", "we", "no", "nothing", "there", "how", "he's",
          "she's", "he'd", "she'd", "i'm");

  private final Words words;
  private final Signs signs;

  /** By kind, where its cues before the match are ended; -1 where they are not. */
  private final int[] ended = new int[CueKind.values().length];

  /** Cues and terminators that stand, by place. */
  private final MatchList standing;

  private final CueKind[] kind;
  private final boolean[] forwards;
  private final boolean[] backwards;
  private final int[] reach;

  /** By cue, the kinds that it ends, as bits. */
  private final int[] ends;

  /** The most words that a cue behind a match reaches back over. */
  private final int farthestBack;

  private final WideCues wide;
  private int[] governing = new int[8];
  private int size;

  ContextResolver(List<Cue> cues, Words words, Signs signs, MatchList standing) {
    this.words = words;
    this.signs = signs;
    this.standing = standing;
    wide = new WideCues(cues, words, standing);
    int n = cues.size();
    kind = new CueKind[n];
    forwards = new boolean[n];
    backwards = new boolean[n];
    reach = new int[n];
    ends = new int[n];
    int farthest = 0;
    for (int i = 0; i < n; i++) {
      Cue cue = cues.get(i);
      boolean scoped = scopes(cue);
      kind[i] = cue.kind();
      forwards[i] = scoped && cue.governs() != Governs.PRECEDING;
      backwards[i] = scoped && cue.governs() != Governs.FOLLOWING;
      reach[i] = Math.min(cue.reach(), FARTHEST);
      ends[i] = cue.kind() == CueKind.TERMINATOR ? bits(cue) : 0;
      farthest = backwards[i] ? Math.max(farthest, reach[i]) : farthest;
    }
    farthestBack = farthest;
  }

  private static boolean scopes(Cue cue) {
    return cue.kind() != CueKind.TERMINATOR && cue.kind() != CueKind.PSEUDO;
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

  /** Takes up another text, in which words and cues are already found. */
  void set() {
    wide.set();
  }

  /** How many cues govern what was resolved last. */
  int size() {
    return size;
  }

  /**
   * What governs, in order of place: a cue's number among those that stand with its {@link Scope},
   * or a sign of {@link Signs}.
   */
  int governing(int i) {
    return governing[i];
  }

  private CueKind kindOf(int governs) {
    return governs < 0 ? Signs.kind(governs) : kind[standing.owner(Scope.cue(governs))];
  }

  /**
   * Finds the cues that govern the words from one to before another; their kinds as bits. Talk in
   * general is neither doubted nor reported of anybody: “children may be …”.
   */
  int resolve(int first, int end) {
    size = 0;
    int split = standing.before(first);
    int kinds = left(first, end, split);
    for (int i = 0, k = size - 1; i < k; i++, k--) {
      int swapped = governing[i];
      governing[i] = governing[k];
      governing[k] = swapped;
    }
    int behind = split;
    while (behind < standing.size() && standing.first(behind) < end) {
      int owner = standing.owner(behind);
      boolean within = forwards[owner] && standing.end(behind) < end;
      if (within && (bit(kind[owner]) & WITHIN) != 0) {
        kinds |= add(behind, Scope.WITHIN);
      }
      behind++;
    }
    kinds |= right(first, end, behind);
    if (!wide.isEmpty()) {
      kinds |= around(first, split, behind);
    }
    if ((kinds & bit(CueKind.GENERAL)) != 0) {
      kinds = withoutPersonal(kinds);
    }
    kinds |= addSign(signs.speech(first, end, kinds));
    return kinds | addSign(signs.query(first, end, kinds));
  }

  /** Cues that govern all of their paragraph. */
  private int around(int first, int split, int behind) {
    int kinds = 0;
    for (int ofKind = 0; ofKind < WideCues.KINDS; ofKind++) {
      int before = wide.before(first, split, ofKind);
      int after = wide.behind(first, behind, ofKind);
      kinds |= before < 0 ? 0 : insert(Scope.PARAGRAPH.of(before));
      kinds |= after < 0 ? 0 : insert(Scope.PARAGRAPH.of(after));
    }
    return kinds;
  }

  private int withoutPersonal(int kinds) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if ((bit(kindOf(governing[i])) & PERSONAL) == 0) {
        governing[kept++] = governing[i];
      }
    }
    size = kept;
    return kinds & ~PERSONAL;
  }

  private int addSign(int sign) {
    return sign == Signs.NONE ? 0 : insert(sign);
  }

  /** Adds what governs in its place. */
  private int insert(int governs) {
    int bit = add(governs);
    for (int i = size - 1; i > 0 && place(governing[i - 1]) > place(governs); i--) {
      governing[i] = governing[i - 1];
      governing[i - 1] = governs;
    }
    return bit;
  }

  private int place(int governs) {
    return governs < 0 ? Signs.place(governs) : words.start(standing.first(Scope.cue(governs)));
  }

  private int add(int cue, Scope scope) {
    return add(scope.of(cue));
  }

  private int add(int governs) {
    if (size == governing.length) {
      governing = Arrays.copyOf(governing, 2 * size);
    }
    governing[size++] = governs;
    return bit(kindOf(governs));
  }

  /** Cues before the match, the nearest first: in its line's sentence and in its list's heading. */
  private int left(int first, int end, int split) {
    int kinds = 0;
    Arrays.fill(ended, -1);
    int heading = words.heading(first);
    int edge = heading > 0 ? words.line(first) : words.sentence(first);
    int farthest = first - FARTHEST - LONGEST_CUE;
    for (int i = split - 1; i >= 0; i--) {
      int from = standing.first(i);
      if (from < edge || from < farthest) {
        break;
      }
      int owner = standing.owner(i);
      int to = standing.end(i);
      if (ends[owner] != 0) {
        if (!hangsOn(from, edge)) {
          end(ends[owner], from);
        }
      } else if (forwards[owner] && !wide.isWide(owner)) {
        boolean reached =
            first - to < reach[owner]
                && ended[kind[owner].ordinal()] < to
                && !partedBefore(to, first)
                && !(kind[owner] == CueKind.NEGATED && partedBySign(to, first, end));
        kinds |= reached ? add(i, words.line(first) == to ? Scope.HEADING : Scope.BEFORE) : 0;
      }
    }
    return heading == 0 ? kinds : kinds | above(heading, edge, first, end);
  }

  /**
   * “Denies:” over a list: an item is read as if it followed right behind its heading. As in one
   * line, a denial does not reach over the colon from afar.
   */
  private int above(int heading, int item, int first, int end) {
    int kinds = 0;
    int top = words.sentence(heading - 1);
    int between = item - heading;
    for (int k = 0; k < ended.length; k++) {
      ended[k] = ended[k] < 0 ? -1 : ended[k] - between;
    }
    boolean parted = partedBySign(item, first, end);
    for (int i = standing.before(heading) - 1; i >= 0; i--) {
      int from = standing.first(i);
      if (from < top || from < heading - FARTHEST - LONGEST_CUE) {
        break;
      }
      int owner = standing.owner(i);
      int to = standing.end(i);
      if (ends[owner] != 0) {
        if (!hangsOn(from, top)) {
          end(ends[owner], from);
        }
      } else if (forwards[owner] && !wide.isWide(owner)) {
        boolean reached =
            first - between - to < reach[owner]
                && ended[kind[owner].ordinal()] < to
                && !partedBefore(to, heading - 1)
                && !(kind[owner] == CueKind.NEGATED && (parted || heading - to > ANNOUNCED));
        kinds |= reached ? add(i, Scope.HEADING) : 0;
      }
    }
    return kinds;
  }

  /**
   * The nearest cue of each kind before the match in its sentence that does not govern it, though
   * none of its kind does, and what ends it: told to people who ask, never needed to read.
   *
   * @param kinds of what governs the match
   */
  List<Spared> spared(int first, int kinds) {
    List<Spared> spared = new ArrayList<>();
    int[] endedBy = new int[ended.length];
    Arrays.fill(ended, -1);
    Arrays.fill(endedBy, -1);
    int edge = words.sentence(first);
    int known = kinds;
    for (int i = standing.before(first) - 1; i >= 0 && standing.first(i) >= edge; i--) {
      int owner = standing.owner(i);
      if (ends[owner] != 0 && !hangsOn(standing.first(i), edge)) {
        for (int k = 0; k < ended.length; k++) {
          endedBy[k] = endedBy[k] < 0 && (ends[owner] & 1 << k) != 0 ? i : endedBy[k];
        }
        end(ends[owner], standing.first(i));
      } else if (forwards[owner] && (known & bit(kind[owner])) == 0) {
        known |= bit(kind[owner]);
        spared.add(spared(i, first, endedBy[kind[owner].ordinal()]));
      }
    }
    return spared;
  }

  private Spared spared(int cue, int first, int terminator) {
    int owner = standing.owner(cue);
    int to = standing.end(cue);
    boolean ending = ended[kind[owner].ordinal()] >= to;
    Limit by =
        ending
            ? Limit.TERMINATOR
            : words.clause(first) >= to
                ? Limit.CLAUSE
                : words.line(first) > to
                    ? Limit.LINE
                    : first - to >= reach[owner] ? Limit.REACH : Limit.COMMA;
    return new Spared(
        words.start(standing.first(cue)),
        words.end(to - 1),
        kind[owner],
        by,
        ending ? words.start(standing.first(terminator)) : 0,
        ending ? words.end(standing.end(terminator) - 1) : 0);
  }

  /**
   * Notes that cues before a terminator are ended. One for some kinds only does not end a cue right
   * before it: “denies she was …”. One for all kinds does: “denied but …”.
   */
  private void end(int bits, int from) {
    int since = bits == ALL ? from : from - 1;
    for (int i = 0; i < ended.length; i++) {
      ended[i] = ended[i] < 0 && (bits & 1 << i) != 0 ? since : ended[i];
    }
  }

  /** “that she was …”: a clause that hangs on what came before ends nothing. */
  private boolean hangsOn(int terminator, int edge) {
    return terminator > edge && words.is(terminator - 1, SUBORDINATORS);
  }

  /** Whether a clause or a short line ends between a cue's end and a later word. */
  private boolean partedBefore(int end, int word) {
    return words.clause(word) >= end || words.line(word) > end;
  }

  /**
   * Whether a denial ends at a colon or comma before a match: at a comma unless it follows the cue
   * itself or goes on with a list, that is an “or” or “any” follows or the match is all there is up
   * to the next comma.
   */
  private boolean partedBySign(int cueEnd, int first, int end) {
    int comma = first;
    while (comma > cueEnd && !words.follows(comma, ',')) {
      if (words.follows(comma, ':')) {
        return true;
      }
      comma--;
    }
    if (comma <= cueEnd || (comma == first && endsItem(end))) {
      return false;
    }
    int sentence = words.sentence(comma);
    int to = Math.min(words.size(), end + LISTED);
    for (int w = comma; w < to && words.sentence(w) == sentence; w++) {
      if (words.is(w, LISTING)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsItem(int next) {
    return next == words.size() || words.line(next) == next || words.follows(next, ',');
  }

  /** Cues behind the match. */
  private int right(int first, int end, int behind) {
    int kinds = 0;
    int over = 0;
    int sentence = words.sentence(first);
    int paragraph = words.paragraph(first);
    for (int i = behind; i < standing.size(); i++) {
      int from = standing.first(i);
      int distance = from - end;
      if (words.paragraph(from) != paragraph) {
        break;
      }
      boolean parted = words.line(from) >= end;
      if (distance >= ANSWERED && (parted || distance >= farthestBack)) {
        break;
      }
      int owner = standing.owner(i);
      if (ends[owner] != 0) {
        over |= words.sentence(from) == sentence ? ends[owner] : 0;
      } else if (!wide.isWide(owner) && (over & bit(kind[owner])) == 0 && !heads(i)) {
        if (backwards[owner] && !parted && distance < reach[owner]) {
          kinds |= add(i, Scope.BEHIND);
        } else if (isAfterthought(i, end, parted)) {
          kinds |= add(i, isLast(standing.end(i)) ? Scope.ANSWER : Scope.TELLER);
        }
      }
    }
    return kinds;
  }

  /** “Denies:” at a line's end looks ahead, not back. */
  private boolean heads(int cue) {
    int next = standing.end(cue);
    return forwards[standing.owner(cue)] && isLast(next) && words.endsInColon(next);
  }

  /**
   * “Injuries - no”, “Drugs? Not known.”, “at the hotel, he says”: a cue with nothing behind it to
   * govern looks back, over a break only if it stands alone right behind it.
   */
  private boolean isAfterthought(int cue, int end, boolean parted) {
    CueKind of = kind[standing.owner(cue)];
    int from = standing.first(cue);
    int next = standing.end(cue);
    if ((bit(of) & AFTERTHOUGHTS) == 0 || from - end >= ANSWERED) {
      return false;
    }
    boolean alone = words.line(from) == from && words.line(from - 1) < end;
    boolean last = isLast(next) || (of == CueKind.REPORTED && isSpeaker(from, next));
    return last && (!parted || alone);
  }

  private boolean isLast(int next) {
    return next == words.size() || words.line(next) == next;
  }

  /** “…, she told the nurse.”: of a clause behind a comma little but the listener is left. */
  private boolean isSpeaker(int from, int end) {
    if (words.is(end, CLAUSE_STARTS)) {
      return false;
    }
    int next = end;
    while (!isLast(next) && next - end < LISTENER) {
      next++;
    }
    boolean comma = false;
    for (int w = from; w > Math.max(0, from - LISTENER); w--) {
      comma |= words.follows(w, ',');
    }
    return comma && isLast(next) && !words.endsInColon(next);
  }
}
