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

  private final Lexicon lexicon;
  private final Words words;
  private final Map<Role, MatchList> byRole = new EnumMap<>(Role.class);

  /** By phrase, where its matches go. */
  private final MatchList[] byPhrase;

  private final Ends ends = new Ends();

  /** By phrase, which candidate is its last. */
  private final int[] lastCandidate;

  private int[] candidatePhrase = new int[16];
  private int[] candidateFrom = new int[16];
  private int[] candidateTo = new int[16];
  private int candidates;

  private final Piece[] pieces = new Piece[MOST_SEGMENTS];

  PhraseMatcher(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
    lastCandidate = new int[lexicon.phrases()];
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
    ends.clear();
    int sentence = 0;
    for (int h = 0; h < hits.size(); h++) {
      int word = hits.word(h);
      if (words.sentence(word) != sentence) {
        sentence = words.sentence(word);
        endSentence();
      }
      take(hits.row(h), word);
    }
    endSentence();
  }

  /** Finds the phrases with gaps of the sentence whose ends were taken up. */
  private void endSentence() {
    candidates = 0;
    for (int end = 0; end < ends.size(); end++) {
      propose(end);
    }
    for (int candidate = 0; candidate < candidates; candidate++) {
      join(candidate);
    }
    ends.clear();
  }

  /** Takes up one row of what a hit means. */
  private void take(int row, int word) {
    int[] index = lexicon.outputs().index();
    int at = row * Outputs.KINDS;
    int parts = index[at + Outputs.PARTS];
    for (int i = index[at + Outputs.WHOLES]; i < parts; i++) {
      whole(lexicon.outputs().items()[i], word);
    }
    if (parts < index[at + Outputs.KINDS]) {
      ends.add(word, row);
    }
  }

  private boolean isInOneSentence(int first, int lastWord) {
    return words.sentence(first) == words.sentence(lastWord);
  }

  private void whole(int payload, int lastWord) {
    int first = lastWord - lexicon.payloadWords()[payload] + 1;
    if (isInOneSentence(first, lastWord)) {
      int phrase = lexicon.payloadPhrase()[payload];
      byPhrase[phrase].add(phrase, lexicon.phraseOwner()[phrase], first, lastWord + 1);
    }
  }

  /** Looks whether phrases may be around a place where their keys end. */
  private void propose(int end) {
    int[] index = lexicon.outputs().index();
    int at = ends.row(end) * Outputs.KINDS;
    for (int i = index[at + Outputs.KEYS]; i < index[at + Outputs.WHOLES]; i++) {
      int rarest = lexicon.outputs().items()[i];
      if (lexicon.neighbours().mayHold(rarest, end, ends)) {
        propose(lexicon.neighbours().phrase(rarest), ends.word(end));
      }
    }
  }

  /** Notes that a phrase may be around its key; places near each other become one. */
  private void propose(int phrase, int keyEnd) {
    int from = lexicon.neighbours().from(phrase, keyEnd);
    int to = lexicon.neighbours().to(phrase, keyEnd);
    int last = lastCandidate[phrase];
    if (last < candidates && candidatePhrase[last] == phrase && candidateTo[last] >= from) {
      candidateTo[last] = to;
      return;
    }
    if (candidates == candidatePhrase.length) {
      int more = 2 * candidates;
      candidatePhrase = Arrays.copyOf(candidatePhrase, more);
      candidateFrom = Arrays.copyOf(candidateFrom, more);
      candidateTo = Arrays.copyOf(candidateTo, more);
    }
    lastCandidate[phrase] = candidates;
    candidatePhrase[candidates] = phrase;
    candidateFrom[candidates] = from;
    candidateTo[candidates++] = to;
  }

  /** Gathers a candidate's pieces and joins them. */
  private void join(int candidate) {
    int phrase = candidatePhrase[candidate];
    int segments = lexicon.segments(phrase);
    for (int s = 0; s < segments; s++) {
      pieces[s].size = 0;
    }
    int end = ends.from(candidateFrom[candidate]);
    for (; end < ends.size() && ends.word(end) <= candidateTo[candidate]; end++) {
      if (lexicon.neighbours().mayEndAny(phrase, ends.bit(end))) {
        gather(phrase, ends.row(end), ends.word(end));
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
      if (isInOneSentence(first, lastWord)) {
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
