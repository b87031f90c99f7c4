package org.heed.text;

import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Family;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Subject;
import org.heed.rulebook.SubjectWords;

/**
 * Reads one text after another into arrays of its own, making no object for any; for one thread at
 * a time. What was read stays until the next text.
 */
final class Session {
  private static final int GENERAL = ContextResolver.bit(CueKind.GENERAL);

  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final PromptProgram program;
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();
  private final WordSymbols symbols;
  private final Scanner scanner;
  private final Words words = new Words();
  private final PhraseMatcher matcher;
  private final Overlaps overlaps = new Overlaps();
  private final Cover cover = new Cover();
  private final Quotes quotes = new Quotes();
  private final MatchList concepts = new MatchList();
  private final MatchList advice = new MatchList();
  private final MatchList longest = new MatchList();
  private final MatchList cues = new MatchList();
  private final MatchList people = new MatchList();
  private final CueOverlaps cueOverlaps;
  private final Signs signs;
  private final ContextResolver context;
  private final SubjectResolver subjects;
  private final FindingList findings;
  private final PromptProgram.Run prompts;

  /** Whether subject words name nobody in particular, which they do in a concept's words too. */
  private final boolean[] nobody;

  /** Whether a concept tells something by itself, so that its words are no cues. */
  private final boolean[] telling;

  private Narrative narrative = Narrative.of("", "");

  Session(Rulebook rulebook, Lexicon lexicon, PromptProgram program) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
    this.program = program;
    symbols = new WordSymbols(lexicon.alphabet());
    scanner = new Scanner(lexicon.automaton());
    matcher = new PhraseMatcher(lexicon, words, symbols);
    cueOverlaps = new CueOverlaps(rulebook.context().cues(), words);
    signs = new Signs(rulebook.context().cues(), words, quotes, cues);
    context = new ContextResolver(rulebook.context().cues(), words, signs, cues);
    List<Subject> kinds =
        rulebook.context().subjects().stream().map(SubjectWords::subject).toList();
    subjects = new SubjectResolver(kinds, words, people);
    nobody = SubjectResolver.nobody(kinds);
    findings = new FindingList(rulebook);
    prompts = program.over(findings);
    telling = new boolean[rulebook.concepts().size()];
    for (int i = 0; i < telling.length; i++) {
      telling[i] = tells(rulebook.concepts().get(i).family());
    }
  }

  private static boolean tells(Family family) {
    return switch (family) {
      case HARM, EXPLOITER_OR_PLACE, VULNERABILITY -> true;
      case AGE, OTHER -> false;
    };
  }

  /** Reads a text. */
  void read(Narrative text) {
    narrative = text;
    findings.clear();
    concepts.clear();
    advice.clear();
    folded.set(text.text(), 0, text.text().length);
    words.set(folded.bytes(), folded.length());
    symbols.set(folded.bytes(), words);
    scanner.scan(symbols, words, hits);
    if (wakes()) {
      match();
      if (!concepts.isEmpty() || !advice.isEmpty()) {
        quotes.set(folded.bytes(), folded.length(), words);
      }
      if (!concepts.isEmpty()) {
        resolve();
      }
    }
    prompts.set(text);
  }

  private boolean wakes() {
    for (int i = 0; i < hits.size(); i++) {
      if (lexicon.wakes()[hits.row(i)]) {
        return true;
      }
    }
    return false;
  }

  private void match() {
    matcher.find(hits);
    overlaps.perOwner(
        matcher.of(Role.CONCEPT), matcher.of(Role.CONCEPT_EXCEPT), words.size(), concepts);
    overlaps.perOwner(
        matcher.of(Role.ADVICE), matcher.of(Role.ADVICE_EXCEPT), words.size(), advice);
  }

  /** Works out the context of every concept. */
  private void resolve() {
    cover.begin(words.size());
    for (int i = 0; i < concepts.size(); i++) {
      if (telling[concepts.owner(i)]) {
        cover.add(concepts, i);
      }
    }
    stand();
    for (int i = 0; i < concepts.size(); i++) {
      cover.remove(concepts, i);
    }
    context.set();
    signs.set(folded.bytes(), folded.length());
    subjects.set(narrative.victimAge());
    for (int i = 0; i < concepts.size(); i++) {
      int first = concepts.first(i);
      int end = concepts.end(i);
      int kinds = context.resolve(first, end);
      findings.add(
          concepts,
          i,
          words,
          kinds,
          context,
          subjects.of(first, end, (kinds & GENERAL) != 0),
          signs.quoted(first, end));
    }
  }

  /** Tells which cues and people stand: the longest of each that are no concept's own words. */
  private void stand() {
    cueOverlaps.stand(matcher.of(Role.CUE), cover::runsInto, year(), longest);
    cues.clear();
    for (int i = 0; i < longest.size(); i++) {
      if (!cover.swallows(longest, i)) {
        cues.add(longest, i);
      }
    }
    overlaps.longest(matcher.of(Role.SUBJECT), words.size(), longest);
    people.clear();
    for (int i = 0; i < longest.size(); i++) {
      if (nobody[longest.owner(i)] || !cover.holds(longest, i)) {
        people.add(longest, i);
      }
    }
  }

  /** The year of which the text tells, or else the one that the rulebook was written for. */
  private int year() {
    return narrative.occurredOn().orElse(rulebook.inForce()).getYear();
  }

  /** What a person is asked, if anything. */
  Optional<Ask> ask() {
    return prompts.ask();
  }

  /** Whether a prompt rule holds, by its place in the rulebook. */
  boolean holds(int rule) {
    return prompts.rule(rule);
  }

  PromptProgram.Run prompts() {
    return prompts;
  }

  FindingList findings() {
    return findings;
  }

  /** The whole reading, as objects. */
  Reading reading() {
    return new Readings(rulebook, program, narrative, words, quotes, folded, null)
        .of(this, concepts, advice, cues);
  }

  /** The same, with the context words beside each finding that do not govern it. */
  Reading explained() {
    return new Readings(rulebook, program, narrative, words, quotes, folded, context)
        .of(this, concepts, advice, cues);
  }

  /** Nothing of the last text. */
  @Override
  public String toString() {
    return "Session[" + rulebook.id() + "]";
  }
}
