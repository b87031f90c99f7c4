package org.heed.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Subject;
import org.heed.rulebook.SubjectWords;

/**
 * Judges the context of words in one text after another, apart from any concept, without an object
 * for any; for one thread at a time. What was judged stays until the next.
 */
public final class ContextSession {
  /** The first year that is not past. */
  private final int year;

  private final Lexicon lexicon;
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();
  private final WordSymbols symbols;
  private final Scanner scanner;
  private final Words words = new Words();
  private final PhraseMatcher matcher;
  private final Quotes quotes = new Quotes();
  private final Overlaps overlaps = new Overlaps();

  /** Cues that stand where no words are judged, and people. */
  private final MatchList standing = new MatchList();

  private final MatchList named = new MatchList();

  private final MatchList longest = new MatchList();

  /** Cues and people that stand beside the words judged. */
  private final MatchList cues = new MatchList();

  private final MatchList people = new MatchList();

  /** Whether these are all that stand in the text. */
  private boolean allCues;

  private boolean allPeople;
  private OptionalInt age = OptionalInt.empty();
  private final CueOverlaps cueOverlaps;
  private final Signs signs;
  private final ContextResolver resolver;
  private final SubjectResolver subjects;
  private final boolean[] nobody;
  private int kinds;
  private int start;
  private Subject subject = Subject.UNKNOWN;
  private boolean quoted;

  ContextSession(Context context, int year, Lexicon lexicon) {
    this.year = year;
    this.lexicon = lexicon;
    symbols = new WordSymbols(lexicon.alphabet());
    scanner = new Scanner(lexicon.automaton());
    matcher = new PhraseMatcher(lexicon, words, symbols);
    cueOverlaps = new CueOverlaps(context.cues(), words);
    signs = new Signs(context.cues(), words, quotes, cues);
    resolver = new ContextResolver(context.cues(), words, signs, cues);
    List<Subject> kindsOfPeople = context.subjects().stream().map(SubjectWords::subject).toList();
    subjects = new SubjectResolver(kindsOfPeople, words, people);
    nobody = SubjectResolver.nobody(kindsOfPeople);
  }

  /** A session under a rulebook's context words. */
  public static ContextSession of(Rulebook rulebook) {
    Context context = rulebook.context();
    return new ContextSession(context, rulebook.inForce().getYear(), LexiconBuilder.of(context));
  }

  /** Takes up a text in UTF-8, which is to be left alone until the next. */
  public void set(byte[] text) {
    folded.set(text, 0, text.length);
    words.set(folded.bytes(), folded.length());
    symbols.set(folded.bytes(), words);
    scanner.scan(symbols, words, hits);
    matcher.find(hits);
    quotes.set(folded.bytes(), folded.length(), words);
    signs.set(folded.bytes(), folded.length());
    cueOverlaps.stand(matcher.of(Role.CUE), (_, _) -> false, year, standing);
    overlaps.longest(matcher.of(Role.SUBJECT), words.size(), named);
    allCues = false;
    allPeople = false;
  }

  Words words() {
    return words;
  }

  /**
   * Judges the words between two code points of the text; at least one. There must be one.
   *
   * @param ageOfVictim of whom the text tells, if that is known
   */
  public void judge(int start, int end, OptionalInt ageOfVictim) {
    int first = Math.min(words.after(start), words.size() - 1);
    int last = first + 1;
    while (last < words.size() && words.start(last) < end) {
      last++;
    }
    standCues(first, last);
    resolver.set();
    kinds = resolver.resolve(first, last);
    this.start = words.start(first);
    standPeople(first, last, ageOfVictim);
    boolean general = (kinds & ContextResolver.bit(CueKind.GENERAL)) != 0;
    subject = subjects.of(first, last, general);
    quoted = signs.quoted(first, last);
  }

  /** Tells which cues stand beside the words from one to before another: none of their own. */
  private void standCues(int first, int end) {
    boolean all = true;
    MatchList found = matcher.of(Role.CUE);
    for (int i = 0; i < found.size(); i++) {
      all &= !runsInto(found, i, first);
    }
    if (!all) {
      cueOverlaps.stand(found, (matches, i) -> runsInto(matches, i, first), year, longest);
    }
    MatchList of = all ? standing : longest;
    for (int i = of.before(first); i < of.size() && of.first(i) < end; i++) {
      all &= of.end(i) > end;
    }
    if (all && allCues) {
      return;
    }
    allCues = all;
    cues.clear();
    for (int i = 0; i < of.size(); i++) {
      if (of.first(i) < first || of.end(i) > end) {
        cues.add(of, i);
      }
    }
  }

  private static boolean runsInto(MatchList matches, int i, int word) {
    return matches.first(i) < word && matches.end(i) > word;
  }

  /** Tells which people stand beside the words from one to before another, or mean nobody. */
  private void standPeople(int first, int end, OptionalInt ageOfVictim) {
    boolean all = true;
    for (int i = 0; i < named.size(); i++) {
      all &= isBeside(i, first, end);
    }
    if (!all || !allPeople) {
      people.clear();
      for (int i = 0; i < named.size(); i++) {
        if (isBeside(i, first, end)) {
          people.add(named, i);
        }
      }
    }
    if (!all || !allPeople || !age.equals(ageOfVictim)) {
      subjects.set(ageOfVictim);
    }
    allPeople = all;
    age = ageOfVictim;
  }

  private boolean isBeside(int person, int first, int end) {
    return named.first(person) >= end || named.end(person) <= first || nobody[named.owner(person)];
  }

  /** Whether a cue of this kind governs what was judged. */
  public boolean is(CueKind kind) {
    return (kinds & ContextResolver.bit(kind)) != 0;
  }

  /** The kinds of the cues that govern what was judged, as bits of {@link ContextResolver}. */
  int kinds() {
    return kinds;
  }

  /** By which rule of scope each word governs what was judged, by place. */
  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    for (int i = 0; i < resolver.size(); i++) {
      int governs = resolver.governing(i);
      scopes.add(governs < 0 ? Signs.scope(governs, start) : Scope.scope(governs));
    }
    return scopes;
  }

  /** Whom what was judged is about. */
  public Subject subject() {
    return subject;
  }

  /** Whether what was judged stands in a quotation. */
  public boolean quoted() {
    return quoted;
  }

  /** Nothing of the last text. */
  @Override
  public String toString() {
    return "ContextSession[" + lexicon + "]";
  }
}
