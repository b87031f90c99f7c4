package org.heed.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Turns hits into matches of phrases, joining segments over gaps. Kept for one text after another.
 *
 * <p>A phrase with gaps is looked at only where its key segment was hit and the others may have
 * been near it; then its pieces are gathered and joined.
 */
final class PhraseMatcher {
  private static final int MOST_SEGMENTS = 5;

  /** Most keys are of so few phrases. */
  private static final int FEW = 4;

  /** Where in a candidate its parts begin. */
  private static final int FIRST_AT = 12;

  private static final int SEGMENT_AT = FIRST_AT + Integer.SIZE - 1;
  private static final long WHERE = (1L << SEGMENT_AT) - 1;

  private final Lexicon lexicon;
  private final Words words;
  private final WordSymbols symbols;
  private final Map<Role, MatchList> byRole = new EnumMap<>(Role.class);

  /** By phrase, where its matches go. */
  private final MatchList[] byPhrase;

  /**
   * Phrases that may be around a key: the rarest other segment, the key's first word, and how many
   * more it has.
   */
  private long[] candidates = new long[16];

  private int size;

  /** Keys that were hit, as candidates are but with the place of a phrase among all rows' keys. */
  private long[] sought = new long[64];

  private final Piece[] pieces = new Piece[MOST_SEGMENTS];

  PhraseMatcher(Lexicon lexicon, Words words, WordSymbols symbols) {
    this.lexicon = lexicon;
    this.words = words;
    this.symbols = symbols;
    for (Role role : Role.values()) {
      byRole.put(role, new MatchList());
    }
    byPhrase = new MatchList[lexicon.phrases()];
    Arrays.setAll(byPhrase, phrase -> of(lexicon.phraseRole()[phrase]));
    Arrays.setAll(pieces, _ -> new Piece());
  }

  /** The pieces of one segment that stand near each other, by first word. */
  private static final class Piece {
    private int[] first = new int[8];
    private int[] end = new int[8];

    /** The piece of the next segment that leads to the end, or -1. */
    private int[] next = new int[8];

    private int size;

    void add(int from, int to) {
      if (size == first.length) {
        first = Arrays.copyOf(first, 2 * size);
        end = Arrays.copyOf(end, 2 * size);
        next = Arrays.copyOf(next, 2 * size);
      }
      int at = size++;
      while (at > 0 && (first[at - 1] > from || (first[at - 1] == from && end[at - 1] > to))) {
        first[at] = first[at - 1];
        end[at] = end[at - 1];
        at--;
      }
      first[at] = from;
      end[at] = to;
    }
  }

  /** The matches of a role, in no particular order. */
  MatchList of(Role role) {
    MatchList matches = byRole.get(role);
    if (matches == null) {
      throw new IllegalArgumentException("no role " + role);
    }
    return matches;
  }

  /** Finds all phrases in a text. */
  void find(Hits hits) {
    byRole.values().forEach(MatchList::clear);
    Rows wholes = lexicon.wholes();
    for (int hit = 0; hit < hits.size(); hit++) {
      int row = hits.row(hit);
      for (int i = wholes.from(row); i < wholes.to(row); i++) {
        int phrase = wholes.item(i);
        byPhrase[phrase].add(
            phrase, lexicon.phraseOwner()[phrase], hits.first(hit), hits.last(hit) + 1);
      }
    }
    seek(hits);
    join();
  }

  /**
   * Notes which phrases may be around their keys, as far as a glance at their rarest other tells.
   */
  private void seek(Hits hits) {
    int keys = keys(hits);
    if (candidates.length <= keys) {
      candidates = new long[2 * keys];
    }
    size = 0;
    Glance glance = lexicon.glance();
    for (int i = 0; i < keys; i++) {
      long key = sought[i];
      int at = (int) (key >>> SEGMENT_AT);
      int rarest = glance.segment(at);
      int may = glance.mayEndNear(at, first(key), last(key), symbols);
      if (glance.reachesFar(at)) {
        may |= mayEndNear(rarest, first(key), last(key));
      }
      candidates[size] = (key & WHERE) | (long) rarest << SEGMENT_AT;
      size += may;
    }
  }

  /** Puts each key that was hit into {@link #sought} once for each of its phrases. */
  private int keys(Hits hits) {
    Rows keys = lexicon.keys();
    int size = 0;
    for (int hit = 0; hit < hits.size(); hit++) {
      int row = hits.row(hit);
      int from = keys.from(row);
      int some = keys.to(row) - from;
      if (size + Math.max(some, FEW) > sought.length) {
        sought = Arrays.copyOf(sought, 2 * (size + some + FEW));
      }
      // Without a branch for the few phrases of most keys, and none.
      long where = hits.where(hit);
      for (int i = 0; i < FEW; i++) {
        sought[size + i] = where | (long) (from + i) << SEGMENT_AT;
      }
      for (int i = FEW; i < some; i++) {
        sought[size + i] = where | (long) (from + i) << SEGMENT_AT;
      }
      size += some;
    }
    return size;
  }

  private int mayEndNear(int segment, int first, int last) {
    return lexicon
        .neighbours()
        .mayEndNear(segment, first, last, words.sentence(first), words.sentenceTo(first), symbols);
  }

  /** Joins the phrases around each key; places that touch become one. */
  private void join() {
    Arrays.sort(candidates, 0, size);
    Neighbours neighbours = lexicon.neighbours();
    int at = 0;
    while (at < size) {
      int rarest = segment(candidates[at]);
      int phrase = neighbours.phrase(rarest);
      Piece keys = pieces[lexicon.phraseKey()[phrase]];
      keys.size = 0;
      int sentence = -1;
      int reach = -1;
      for (; at < size && segment(candidates[at]) == rarest; at++) {
        int first = first(candidates[at]);
        int last = last(candidates[at]);
        if (!neighbours.mayHold(
            phrase, first, last, words.sentence(first), words.sentenceTo(first), symbols)) {
          continue;
        }
        if (keys.size > 0
            && (words.sentence(first) != sentence || reach < neighbours.reachFrom(phrase, first))) {
          join(phrase, keys);
          keys.size = 0;
        }
        sentence = words.sentence(first);
        keys.add(first, last + 1);
        reach = Math.max(reach, neighbours.reachTo(phrase, last));
      }
      if (keys.size > 0) {
        join(phrase, keys);
      }
    }
  }

  private static int segment(long candidate) {
    return (int) (candidate >>> SEGMENT_AT);
  }

  private static int first(long candidate) {
    return (int) (candidate >>> FIRST_AT & Integer.MAX_VALUE);
  }

  private static int last(long candidate) {
    return first(candidate) + (int) (candidate & ((1 << FIRST_AT) - 1));
  }

  /** Gathers the other pieces around a phrase's keys and joins them. */
  private void join(int phrase, Piece keys) {
    int segments = lexicon.segments(phrase);
    int segment = lexicon.neighbours().firstSegment(phrase);
    int keyLast = 0;
    for (int i = 0; i < keys.size; i++) {
      keyLast = Math.max(keyLast, keys.end[i] - 1);
    }
    for (int s = 0; s < segments; s++) {
      if (pieces[s] != keys) {
        gather(segment + s, keys.first[0], keyLast, pieces[s]);
        if (pieces[s].size == 0) {
          return;
        }
      }
    }
    int[] gaps = lexicon.phraseGaps()[phrase];
    for (int s = segments - 2; s >= 0; s--) {
      link(pieces[s], pieces[s + 1], gaps[s], s + 1 == segments - 1);
    }
    MatchList matches = byPhrase[phrase];
    for (int i = 0; i < pieces[0].size; i++) {
      if (pieces[0].next[i] >= 0) {
        matches.begin(phrase, lexicon.phraseOwner()[phrase]);
        int at = i;
        for (int s = 0; s < segments; s++) {
          matches.addSegment(pieces[s].first[at], pieces[s].end[at]);
          at = s < segments - 1 ? pieces[s].next[at] : at;
        }
      }
    }
  }

  /** Gathers a segment's pieces around a phrase's keys. */
  private void gather(int segment, int keyFirst, int keyLast, Piece piece) {
    piece.size = 0;
    Neighbours neighbours = lexicon.neighbours();
    int sentence = words.sentence(keyFirst);
    int from = Math.max(sentence, neighbours.endsFrom(segment, keyFirst));
    int to = Math.min(words.sentenceTo(keyFirst) - 1, neighbours.endsTo(segment, keyLast));
    for (int last = from; last <= to; last++) {
      if (neighbours.mayEnd(segment, last, symbols)) {
        take(segment, last, sentence, piece);
      }
    }
  }

  /** Adds the pieces of a segment that end with a word. */
  private void take(int segment, int last, int sentence, Piece piece) {
    Parts parts = lexicon.parts();
    for (int payload = parts.payloadFrom()[segment]; parts.isOf(segment, payload); payload++) {
      int first = last + 1 - parts.payloadWords()[payload];
      if (first >= sentence && parts.is(segment, payload, first, last, symbols)) {
        piece.add(first, last + 1);
      }
    }
  }

  /**
   * Links each piece to the first of the next segment that leads to the end. Since both are in
   * order, the work is linear in the pieces.
   */
  private void link(Piece from, Piece to, int gap, boolean last) {
    int begin = 0;
    for (int i = 0; i < from.size; i++) {
      from.next[i] = -1;
      while (begin < to.size && to.first[begin] < from.first[i]) {
        begin++;
      }
      for (int j = begin; j < to.size && to.first[j] <= from.end[i] + gap; j++) {
        if ((last || to.next[j] >= 0) && to.first[j] >= from.end[i]) {
          from.next[i] = j;
          break;
        }
      }
    }
  }
}
