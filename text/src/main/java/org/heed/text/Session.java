package org.heed.text;

import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Family;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.SubjectWords;

/**
 * Reads one text after another into arrays of its own, making no object for any; for one thread at
 * a time. What was read stays until the next text.
 */
final class Session {
  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final PromptProgram program;
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();
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
  private final ContextResolver context;
  private final SubjectResolver subjects;
  private final FindingList findings;
  private final boolean[] holds;

  /** Whether a concept tells something by itself, so that its words are no cues. */
  private final boolean[] telling;

  private Narrative narrative = Narrative.of("", "");

  Session(Rulebook rulebook, Lexicon lexicon, PromptProgram program) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
    this.program = program;
    scanner = new Scanner(lexicon.automaton());
    matcher = new PhraseMatcher(lexicon, words);
    context = new ContextResolver(rulebook.context().cues(), words, cues);
    subjects =
        new SubjectResolver(
            rulebook.context().subjects().stream().map(SubjectWords::subject).toList(),
            words,
            people);
    findings = new FindingList(rulebook);
    holds = new boolean[program.steps()];
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
    hits.clear();
    scanner.scan(folded.bytes(), folded.length(), hits);
    if (wakes()) {
      match();
      if (!concepts.isEmpty() || !advice.isEmpty()) {
        quotes.set(folded.bytes(), folded.length(), words);
      }
      if (!concepts.isEmpty()) {
        resolve();
      }
    }
    program.run(findings, text, holds);
  }

  private boolean wakes() {
    for (int i = 0; i < hits.size(); i++) {
      if (lexicon.wakes()[lexicon.automaton().meaning(hits.state(i))]) {
        return true;
      }
    }
    return false;
  }

  private void match() {
    words.set(folded.bytes(), folded.length());
    matcher.find(hits, folded.bytes());
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
    subjects.set(folded.bytes(), narrative.victimAge());
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
          subjects.of(first),
          quotes.hold(words.start(first), words.end(end - 1)));
    }
  }

  /** Tells which cues and people stand: the longest of each that are no concept's own words. */
  private void stand() {
    overlaps.longest(matcher.of(Role.CUE), words.size(), longest);
    cues.clear();
    for (int i = 0; i < longest.size(); i++) {
      if (!cover.swallows(longest, i)) {
        cues.add(longest, i);
      }
    }
    overlaps.longest(matcher.of(Role.SUBJECT), words.size(), longest);
    people.clear();
    for (int i = 0; i < longest.size(); i++) {
      if (!cover.holds(longest, i)) {
        people.add(longest, i);
      }
    }
  }

  /** What a person is asked, if anything. */
  Optional<Ask> ask() {
    return program.ask(holds);
  }

  /** Whether a prompt rule holds, by its place in the rulebook. */
  boolean holds(int rule) {
    return program.holds(rule, holds);
  }

  FindingList findings() {
    return findings;
  }

  /** The whole reading, as objects. */
  Reading reading() {
    return new Readings(rulebook, program, narrative, words, quotes, folded)
        .of(this, concepts, advice, cues);
  }

  /** Nothing of the last text. */
  @Override
  public String toString() {
    return "Session[" + rulebook.id() + "]";
  }
}
