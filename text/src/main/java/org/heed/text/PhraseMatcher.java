package org.heed.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Turns hits into matches of phrases: checks numbers, and joins segments over gaps. Kept for one
 * text after another.
 *
 * <p>A phrase with gaps is looked at only where its first segment and, near enough behind it, its
 * last were hit; then its pieces are gathered and joined.
 */
final class PhraseMatcher {
  private static final int MOST_SEGMENTS = 5;
  private static final int LATEST = 1 << 30;

  private final Lexicon lexicon;
  private final Words words;
  private final Map<Role, MatchList> byRole = new EnumMap<>(Role.class);

  /** By phrase, where its matches go. */
  private final MatchList[] byPhrase;

  private byte[] folded = {};

  /**
   * By phrase, the last word until which its last segment can end, counted on from text to text so
   * that none need be forgotten.
   */
  private final int[] deadline;

  private final int[] reach;
  private final int furthest;
  private int wordsBefore = 1;

  /** By phrase, which candidate is its last. */
  private final int[] lastCandidate;

  private int[] candidatePhrase = new int[16];
  private int[] candidateFrom = new int[16];
  private int[] candidateEnd = new int[16];
  private int[] candidateHit = new int[16];
  private int candidates;

  private final Piece[] pieces = new Piece[MOST_SEGMENTS];

  PhraseMatcher(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
    deadline = new int[lexicon.phrases()];
    lastCandidate = new int[lexicon.phrases()];
    reach = lexicon.phraseReach();
    furthest = Arrays.stream(reach).max().orElse(0);
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
  void find(Hits hits, byte[] text) {
    folded = text;
    byRole.values().forEach(MatchList::clear);
    candidates = 0;
    hits.locate(words);
    int[] next = lexicon.outputs().next();
    for (int h = 0; h < hits.size(); h++) {
      for (int row = firstRow(hits, h); row >= 0; row = next[row]) {
        take(row, h, hits.word(h));
      }
    }
    for (int candidate = 0; candidate < candidates; candidate++) {
      join(candidate, hits);
    }
    begin();
  }

  private int firstRow(Hits hits, int hit) {
    return lexicon.automaton().meaning(hits.state(hit));
  }

  /** Takes up one row of what a hit means. */
  private void take(int row, int hit, int word) {
    int[] items = lexicon.outputs().items();
    int[] index = lexicon.outputs().index();
    int at = row * Outputs.KINDS;
    int now = wordsBefore + word;
    int closes = index[at + Outputs.CLOSES];
    int wholes = index[at + Outputs.WHOLES];
    int parts = index[at + Outputs.PARTS];
    for (int i = index[at + Outputs.OPENS]; i < closes; i++) {
      deadline[items[i]] = now + reach[items[i]];
    }
    for (int i = closes; i < wholes; i++) {
      if (deadline[items[i]] >= now) {
        propose(items[i], word, hit);
      }
    }
    for (int i = wholes; i < parts; i++) {
      whole(items[i], word);
    }
  }

  /** Counts on, and begins anew before numbers run out. */
  private void begin() {
    wordsBefore += words.size() + furthest + 1;
    if (wordsBefore > LATEST) {
      Arrays.fill(deadline, 0);
      wordsBefore = 1;
    }
  }

  private boolean holds(int payload, int first, int lastWord) {
    if (words.sentence(first) != words.sentence(lastWord)) {
      return false;
    }
    for (WordCheck check : lexicon.payloadChecks()[payload]) {
      int w = first + check.word();
      if (!check.holds(folded, words.start(w), words.end(w))) {
        return false;
      }
    }
    return true;
  }

  private void whole(int payload, int lastWord) {
    int first = lastWord - lexicon.payloadWords()[payload] + 1;
    if (holds(payload, first, lastWord)) {
      int phrase = lexicon.payloadPhrase()[payload];
      byPhrase[phrase].add(phrase, lexicon.phraseOwner()[phrase], first, lastWord + 1);
    }
  }

  /** Notes that a phrase may end here; places near each other become one. */
  private void propose(int phrase, int word, int hit) {
    int from = Math.max(words.sentence(word), word - reach[phrase]);
    int last = lastCandidate[phrase];
    if (last < candidates && candidatePhrase[last] == phrase && candidateEnd[last] >= from) {
      candidateHit[last] = hit;
      candidateEnd[last] = word;
      return;
    }
    if (candidates == candidatePhrase.length) {
      int more = 2 * candidates;
      candidatePhrase = Arrays.copyOf(candidatePhrase, more);
      candidateFrom = Arrays.copyOf(candidateFrom, more);
      candidateEnd = Arrays.copyOf(candidateEnd, more);
      candidateHit = Arrays.copyOf(candidateHit, more);
    }
    lastCandidate[phrase] = candidates;
    candidatePhrase[candidates] = phrase;
    candidateFrom[candidates] = from;
    candidateEnd[candidates] = word;
    candidateHit[candidates++] = hit;
  }

  /** Gathers a candidate's pieces and joins them. */
  private void join(int candidate, Hits hits) {
    int phrase = candidatePhrase[candidate];
    int segments = lexicon.segments(phrase);
    for (int s = 0; s < segments; s++) {
      pieces[s].size = 0;
    }
    int h = candidateHit[candidate];
    while (h > 0 && hits.word(h - 1) >= candidateFrom[candidate]) {
      h--;
    }
    for (; h <= candidateHit[candidate]; h++) {
      for (int row = firstRow(hits, h); row >= 0; row = lexicon.outputs().next()[row]) {
        gather(phrase, row, hits.word(h));
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

  /** Adds what a row has of a phrase's pieces. */
  private void gather(int phrase, int row, int lastWord) {
    int[] items = lexicon.outputs().items();
    int from = lexicon.outputs().index()[row * Outputs.KINDS + Outputs.PARTS];
    int to = lexicon.outputs().index()[row * Outputs.KINDS + Outputs.KINDS];
    int at = firstAtLeast(items, from, to, lexicon.phrasePayload()[phrase]);
    for (; at < to && items[at] < lexicon.phrasePayload()[phrase + 1]; at++) {
      int first = lastWord - lexicon.payloadWords()[items[at]] + 1;
      if (holds(items[at], first, lastWord)) {
        pieces[lexicon.payloadSegment()[items[at]]].add(first, lastWord + 1);
      }
    }
  }

  private static int firstAtLeast(int[] items, int from, int to, int wanted) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
        if ((last || to.next[j] >= 0)
            && to.first[j] >= from.end[i]
            && words.sentence(to.first[j]) == words.sentence(from.first[i])) {
          from.next[i] = j;
          break;
        }
      }
    }
  }
}
