package org.heed.text;

import java.util.List;
import java.util.OptionalInt;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Subject;
import org.heed.rulebook.SubjectWords;

/**
 * Judges the context of words in one text after another, apart from any concept; for one thread at
 * a time.
 */
final class ContextSession {
  /** The first year that is not past. */
  private final int year;

  private final Lexicon lexicon;
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();
  private final Scanner scanner;
  private final Words words = new Words();
  private final PhraseMatcher matcher;
  private final Quotes quotes = new Quotes();
  private final Overlaps overlaps = new Overlaps();
  private final MatchList longest = new MatchList();
  private final MatchList cues = new MatchList();
  private final MatchList people = new MatchList();
  private final CueOverlaps cueOverlaps;
  private final Signs signs;
  private final ContextResolver resolver;
  private final SubjectResolver subjects;
  private final boolean[] nobody;
  private int kinds;
  private Subject subject = Subject.UNKNOWN;
  private boolean quoted;

  ContextSession(Context context, int year, Lexicon lexicon) {
    this.year = year;
    this.lexicon = lexicon;
    scanner = new Scanner(lexicon.automaton());
    matcher = new PhraseMatcher(lexicon, words);
    cueOverlaps = new CueOverlaps(context.cues(), words);
    signs = new Signs(context.cues(), words, quotes, cues);
    resolver = new ContextResolver(context.cues(), words, signs, cues);
    List<Subject> named = context.subjects().stream().map(SubjectWords::subject).toList();
    subjects = new SubjectResolver(named, words, people);
    nobody = SubjectResolver.nobody(named);
  }

  /** Takes up a text. */
  void set(byte[] text) {
    folded.set(text, 0, text.length);
    words.set(folded.bytes(), folded.length());
    scanner.scan(folded.bytes(), words, hits);
    matcher.find(hits);
    quotes.set(folded.bytes(), folded.length(), words);
    signs.set(folded.bytes(), folded.length());
  }

  Words words() {
    return words;
  }

  /**
   * Judges the words between two code points of the text; at least one, where there is one.
   *
   * @param ageOfVictim of whom the text tells, if that is known
   */
  void judge(int start, int end, OptionalInt ageOfVictim) {
    int first = 0;
    while (first < words.size() - 1 && words.end(first) <= start) {
      first++;
    }
    int last = first + 1;
    while (last < words.size() && words.start(last) < end) {
      last++;
    }
    stand(first, last);
    kinds = resolver.resolve(first, last);
    subjects.set(ageOfVictim);
    boolean general = (kinds & ContextResolver.bit(CueKind.GENERAL)) != 0;
    subject = subjects.of(first, last, general);
    quoted = signs.quoted(first, last);
  }

  /** Tells which cues and people stand beside the words from one to before another. */
  private void stand(int first, int end) {
    cueOverlaps.stand(
        matcher.of(Role.CUE),
        (matches, i) -> matches.first(i) < first && matches.end(i) > first,
        year,
        longest);
    cues.clear();
    for (int i = 0; i < longest.size(); i++) {
      if (longest.first(i) < first || longest.end(i) > end) {
        cues.add(longest, i);
      }
    }
    overlaps.longest(matcher.of(Role.SUBJECT), words.size(), longest);
    people.clear();
    for (int i = 0; i < longest.size(); i++) {
      boolean beside = longest.first(i) >= end || longest.end(i) <= first;
      if (beside || nobody[longest.owner(i)]) {
        people.add(longest, i);
      }
    }
  }

  /** The kinds of the cues that govern what was judged, as bits of {@link ContextResolver}. */
  int kinds() {
    return kinds;
  }

  /** Whom what was judged is about. */
  Subject subject() {
    return subject;
  }

  /** Whether what was judged stands in a quotation. */
  boolean quoted() {
    return quoted;
  }

  @Override
  public String toString() {
    return "ContextSession[" + lexicon + "]";
  }
}
