package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns hits into phrase matches: checks numbers, joins segments over gaps, lets longer win. */
final class Matches {
  /** Longer first, then earlier, then in the rulebook's order. */
  static final Comparator<Match> LONGER_WINS =
      Comparator.comparingInt((Match m) -> -m.length())
          .thenComparingInt(Match::first)
          .thenComparingInt(Match::phrase);

  static final Comparator<Match> BY_PLACE =
      Comparator.comparingInt(Match::first)
          .thenComparingInt(Match::end)
          .thenComparingInt(Match::owner);

  private final Lexicon lexicon;
  private final Words words;
  private final byte[] folded;
  private final Map<Role, List<Match>> byRole = new HashMap<>();

  /**
   * Segments of phrases with gaps: by phrase, then segment, the hits as first word and end. Only
   * those of a segment whose forerunner was met: hits come in the order of the text.
   */
  private final Map<Integer, List<List<int[]>>> pieces = new HashMap<>();

  Matches(Lexicon lexicon, Words words, byte[] folded) {
    this.lexicon = lexicon;
    this.words = words;
    this.folded = folded;
  }

  void collect(Hits hits) {
    Automaton automaton = lexicon.automaton();
    int word = 0;
    for (int h = 0; h < hits.size(); h++) {
      while (words.end(word) < hits.end(h)) {
        word++;
      }
      int a = automaton.accepting(hits.state(h));
      for (int p = automaton.outputs()[a]; p < automaton.outputs()[a + 1]; p++) {
        take(automaton.payloads()[p], word);
      }
    }
    pieces.forEach(this::join);
  }

  private void take(int payload, int lastWord) {
    int first = lastWord - lexicon.payloadWords()[payload] + 1;
    int end = lastWord + 1;
    if (words.sentence(first) != words.sentence(lastWord)) {
      return;
    }
    for (WordCheck check : lexicon.payloadChecks()[payload]) {
      int w = first + check.word();
      if (!check.holds(folded, words.start(w), words.end(w))) {
        return;
      }
    }
    int phrase = lexicon.payloadPhrase()[payload];
    int segments = lexicon.segments(phrase);
    if (segments == 1) {
      add(new Match(phrase, lexicon.phraseOwner()[phrase], first, end, new int[] {first, end}));
      return;
    }
    int segment = lexicon.payloadSegment()[payload];
    List<List<int[]>> met = pieces.get(phrase);
    if (met == null) {
      if (segment > 0) {
        return;
      }
      met = new ArrayList<>(segments);
      pieces.put(phrase, met);
    }
    if (segment < met.size()) {
      met.get(segment).add(new int[] {first, end});
    } else if (segment == met.size()) {
      List<int[]> begun = new ArrayList<>(4);
      begun.add(new int[] {first, end});
      met.add(begun);
    }
  }

  private void add(Match match) {
    byRole.computeIfAbsent(lexicon.phraseRole()[match.phrase()], _ -> new ArrayList<>()).add(match);
  }

  /**
   * Joins segments over gaps. From the last segment backwards each piece learns the first piece
   * after it that leads to the end, so that the work is linear in the pieces.
   */
  private void join(int phrase, List<List<int[]>> segments) {
    if (segments.size() < lexicon.segments(phrase)) {
      return;
    }
    int[] gaps = lexicon.phraseGaps()[phrase];
    int last = segments.size() - 1;
    int[][] next = new int[last][];
    for (List<int[]> list : segments) {
      list.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
    }
    for (int s = last - 1; s >= 0; s--) {
      next[s] =
          links(segments.get(s), segments.get(s + 1), gaps[s], s + 1 < last ? next[s + 1] : null);
    }
    for (int i = 0; i < segments.getFirst().size(); i++) {
      if (next[0][i] < 0) {
        continue;
      }
      int[] core = new int[2 * segments.size()];
      int at = i;
      for (int s = 0; s <= last; s++) {
        int[] piece = segments.get(s).get(at);
        core[2 * s] = piece[0];
        core[2 * s + 1] = piece[1];
        at = s < last ? next[s][at] : at;
      }
      add(new Match(phrase, lexicon.phraseOwner()[phrase], core[0], core[core.length - 1], core));
    }
  }

  private int[] links(
      List<int[]> from, List<int[]> to, int gap, int @org.jspecify.annotations.Nullable [] onward) {
    int[] links = new int[from.size()];
    Arrays.fill(links, -1);
    int begin = 0;
    for (int i = 0; i < links.length; i++) {
      int[] piece = from.get(i);
      while (begin < to.size() && to.get(begin)[0] < piece[0]) {
        begin++;
      }
      for (int j = begin; j < to.size() && to.get(j)[0] <= piece[1] + gap; j++) {
        boolean leads = onward == null || onward[j] >= 0;
        if (leads
            && to.get(j)[0] >= piece[1]
            && words.sentence(to.get(j)[0]) == words.sentence(piece[0])) {
          links[i] = j;
          break;
        }
      }
    }
    return links;
  }

  /** The matches of a role, in no particular order. */
  List<Match> of(Role role) {
    return byRole.getOrDefault(role, Collections.emptyList());
  }
}
