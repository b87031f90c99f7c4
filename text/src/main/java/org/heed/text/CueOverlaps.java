package org.heed.text;

import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;

/**
 * Tells which context words stand. The longest at a place wins, save that reporting a thing and
 * ending a scope go together with any other word: these give way to longer ones of their own kind
 * and to pseudo-cues only. Kept for one text after another.
 */
final class CueOverlaps {
  /** Asks whether a cue begins before a finding and shares words with it. */
  interface RunsInto {
    boolean test(MatchList cues, int cue);
  }

  private static final int TRUTH = 1;
  private static final int SPEECH = 1 << 1;
  private static final int SCOPE = 1 << 2;
  private static final int PSEUDO = TRUTH | SPEECH | SCOPE;
  private static final int LAYERS = 3;

  /** By cue, the layers in which it gives way. */
  private final int[] layers;

  /** By cue, whether it governs only what precedes it. */
  private final boolean[] looksBack;

  /** By word, the layers in which it is taken, of the text that {@link #mark} counts. */
  private long[] stamp = new long[256];

  private long mark;
  private final int[] before = new int[LAYERS];

  /** Cues that overlap each other. */
  private int[] rivals = new int[16];

  /** By cue, whether it stands. */
  private boolean[] stands = new boolean[16];

  private final Words words;

  /** By cue, whether the year in it must be a past one. */
  private final boolean[] dates;

  CueOverlaps(List<Cue> cues, Words words) {
    this.words = words;
    layers = cues.stream().mapToInt(cue -> layers(cue.kind())).toArray();
    looksBack = new boolean[layers.length];
    dates = new boolean[layers.length];
    for (int i = 0; i < layers.length; i++) {
      looksBack[i] = cues.get(i).governs() == Governs.PRECEDING;
      dates[i] = cues.get(i).kind() == CueKind.HISTORICAL;
    }
  }

  private static int layers(CueKind kind) {
    return switch (kind) {
      case NEGATED, POSSIBLE, HYPOTHETICAL, GENERAL, HISTORICAL -> TRUTH;
      case REPORTED -> SPEECH;
      case TERMINATOR -> SCOPE;
      case PSEUDO -> PSEUDO;
    };
  }

  /**
   * Puts those that stand, but not the pseudo-cues, by place. A pseudo-cue that runs into a finding
   * is none, and so is one that governs what precedes it: in “not excluded” it is the finding that
   * is denied. A year is past before {@code year} only.
   */
  void stand(MatchList cues, RunsInto finding, int year, MatchList kept) {
    if (stamp.length < words.size()) {
      stamp = new long[Math.max(words.size(), 2 * stamp.length)];
    }
    if (stands.length < cues.size()) {
      stands = new boolean[2 * cues.size()];
      rivals = new int[stands.length];
    }
    mark += 1 << LAYERS;
    int[] order = cues.sorted(MatchList.Order.PLACE);
    int from = 0;
    while (from < cues.size()) {
      int to = cues.groupEnd(order, from);
      if (to - from == 1) {
        int cue = order[from];
        stands[cue] = layers[cues.owner(cue)] != PSEUDO && !isNone(cues, cue, finding, year);
      } else {
        System.arraycopy(order, from, rivals, from, to - from);
        cues.sort(rivals, from, to, MatchList.Order.LONGER);
        settle(cues, from, to, finding, year);
      }
      from = to;
    }
    kept.clear();
    for (int i = 0; i < cues.size(); i++) {
      if (stands[order[i]]) {
        kept.add(cues, order[i]);
      }
    }
  }

  /** Tells which of some overlapping cues stand, the longer first. */
  private void settle(MatchList cues, int from, int to, RunsInto finding, int year) {
    Arrays.fill(before, -1);
    for (int i = from; i < to; i++) {
      int cue = rivals[i];
      stands[cue] = false;
      if (isNone(cues, cue, finding, year)) {
        continue;
      }
      int wanted = layers[cues.owner(cue)];
      int free = wanted & ~taken(cues, cue);
      for (int layer = 0; layer < LAYERS; layer++) {
        if ((wanted & 1 << layer) != 0 && before[layer] >= 0 && same(cues, cue, before[layer])) {
          free |= 1 << layer;
        }
        if ((free & 1 << layer) != 0) {
          before[layer] = cue;
        }
      }
      take(cues, cue, free);
      stands[cue] = free != 0 && wanted != PSEUDO;
    }
  }

  /** Whether a pseudo-cue or one that looks back runs into a finding, or a year is not past. */
  private boolean isNone(MatchList cues, int cue, RunsInto finding, int year) {
    int owner = cues.owner(cue);
    return ((layers[owner] == PSEUDO || looksBack[owner]) && finding.test(cues, cue))
        || (dates[owner] && namesYearFrom(year, cues, cue));
  }

  private boolean namesYearFrom(int year, MatchList cues, int cue) {
    for (int w = cues.first(cue); w < cues.end(cue); w++) {
      int number = words.number(w);
      if (number >= year && number < 10_000) {
        return true;
      }
    }
    return false;
  }

  /** Equals in place stand beside each other. */
  private static boolean same(MatchList cues, int one, int other) {
    return cues.first(one) == cues.first(other)
        && cues.end(one) == cues.end(other)
        && cues.owner(one) != cues.owner(other);
  }

  /** The layers in which a word of a cue is taken. */
  private int taken(MatchList cues, int cue) {
    long taken = 0;
    for (int w = cues.first(cue); w < cues.end(cue); w++) {
      taken |= stamp[w] >= mark ? stamp[w] - mark : 0;
    }
    return (int) taken;
  }

  private void take(MatchList cues, int cue, int inLayers) {
    for (int w = cues.first(cue); w < cues.end(cue); w++) {
      stamp[w] = stamp[w] >= mark ? stamp[w] | inLayers : mark | inLayers;
    }
  }
}
