package org.heed.text;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Subject;

/** What context words make of one phrase in a text, whatever the phrase: without concepts. */
final class PhraseContext {
  private final Context context;
  private final Lexicon lexicon;
  private final List<Subject> subjects;

  PhraseContext(Context context) {
    this.context = context;
    this.lexicon = LexiconBuilder.of(context);
    this.subjects = context.subjects().stream().map(s -> s.subject()).toList();
  }

  /**
   * What was decided.
   *
   * @param kinds of the cues that govern the phrase
   * @param quoted whether it stands in a quotation
   */
  record Judged(Set<CueKind> kinds, Subject subject, boolean quoted) {
    Judged {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Judges the words between two code points of a text; at least one where there is a word. */
  Judged judge(String text, int start, int end) {
    byte[] bytes = Utf8.bytes(text);
    FoldedText folded = new FoldedText();
    folded.set(bytes, 0, bytes.length);
    Words words = new Words();
    words.set(folded.bytes(), folded.length());
    if (words.size() == 0) {
      return new Judged(Set.of(), Subject.UNKNOWN, false);
    }
    Hits hits = new Hits();
    lexicon.automaton().scan(folded.bytes(), folded.length(), hits);
    Matches matches = new Matches(lexicon, words, folded.bytes());
    matches.collect(hits);
    Match target = target(start, end, words);
    Overlaps overlaps = new Overlaps();
    List<Match> cues =
        overlaps.longest(matches.of(Role.CUE), words.size()).stream()
            .filter(c -> c.first() < target.first() || c.end() > target.end())
            .toList();
    List<Match> people =
        overlaps.longest(matches.of(Role.SUBJECT), words.size()).stream()
            .filter(p -> !p.overlaps(target))
            .toList();
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    for (Match cue : new ContextResolver(context.cues(), words, cues).governing(target)) {
      kinds.add(context.cues().get(cue.owner()).kind());
    }
    SubjectResolver about =
        new SubjectResolver(subjects, words, folded.bytes(), people, OptionalInt.empty());
    Quotes quotes = new Quotes();
    quotes.set(folded.bytes(), folded.length(), words);
    boolean quoted = quotes.hold(words.start(target.first()), words.end(target.end() - 1));
    return new Judged(kinds, about.of(target), quoted);
  }

  private static Match target(int start, int end, Words words) {
    int first = 0;
    while (first < words.size() - 1 && words.end(first) <= start) {
      first++;
    }
    int last = first + 1;
    while (last < words.size() && words.start(last) < end) {
      last++;
    }
    return new Match(0, 0, first, last, new int[] {first, last});
  }
}
