package org.heed.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.Advice;
import org.heed.rulebook.Concept;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Family;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Subject;

/** Reads one text after another with buffers of its own; for one thread at a time. */
final class Session {
  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();
  private final Words words = new Words();
  private final Quotes quotes = new Quotes();
  private final Overlaps overlaps = new Overlaps();

  Session(Rulebook rulebook, Lexicon lexicon) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
  }

  Reading read(Narrative narrative) {
    folded.set(narrative.text(), 0, narrative.text().length);
    hits.clear();
    lexicon.automaton().scan(folded.bytes(), folded.length(), hits);
    return wakes() ? resolve(narrative) : nothing(narrative);
  }

  private boolean wakes() {
    for (int i = 0; i < hits.size(); i++) {
      if (lexicon.wakes()[lexicon.automaton().accepting(hits.state(i))]) {
        return true;
      }
    }
    return false;
  }

  private Reading nothing(Narrative narrative) {
    return reading(narrative, new Counted(), List.of(), List.of());
  }

  private Reading reading(
      Narrative narrative, Counted counted, List<Finding> findings, List<LanguageNote> language) {
    List<Reason> reasons = new Prompter(counted, narrative).reasons(rulebook.prompts().rules());
    return new Reading(
        narrative.id(),
        Prompter.strongest(reasons),
        rulebook.id(),
        reasons,
        findings,
        language,
        folded.malformed());
  }

  private Reading resolve(Narrative narrative) {
    byte[] bytes = folded.bytes();
    words.set(bytes, folded.length());
    Matches matches = new Matches(lexicon, words, bytes);
    matches.collect(hits);
    List<Match> concepts =
        overlaps.perOwner(matches.of(Role.CONCEPT), matches.of(Role.CONCEPT_EXCEPT), words.size());
    List<Match> advice =
        overlaps.perOwner(matches.of(Role.ADVICE), matches.of(Role.ADVICE_EXCEPT), words.size());
    if (concepts.isEmpty() && advice.isEmpty()) {
      return nothing(narrative);
    }
    quotes.set(bytes, folded.length(), words);
    Extracts extracts = new Extracts(narrative.text(), folded.isPlain());
    Counted counted = new Counted();
    List<Finding> findings =
        concepts.isEmpty() ? List.of() : findings(narrative, matches, concepts, extracts, counted);
    return reading(narrative, counted, findings, language(advice, extracts));
  }

  private List<Finding> findings(
      Narrative narrative,
      Matches matches,
      List<Match> concepts,
      Extracts extracts,
      Counted counted) {
    Cover cover =
        new Cover(
            concepts.stream().filter(m -> tellsSomething(concept(m).family())).toList(),
            words.size());
    List<Match> cues =
        overlaps.longest(matches.of(Role.CUE), words.size()).stream()
            .filter(c -> !cover.swallows(c))
            .toList();
    List<Match> people =
        overlaps.longest(matches.of(Role.SUBJECT), words.size()).stream()
            .filter(p -> !cover.holds(p))
            .toList();
    List<Subject> kinds = rulebook.context().subjects().stream().map(s -> s.subject()).toList();
    ContextResolver context = new ContextResolver(rulebook.context().cues(), words, cues);
    SubjectResolver subjects =
        new SubjectResolver(kinds, words, folded.bytes(), people, narrative.victimAge());
    List<Finding> findings = new ArrayList<>(concepts.size());
    for (Match match : concepts) {
      Finding finding =
          finding(
              "f" + (findings.size() + 1),
              match,
              context.governing(match),
              subjects.of(match),
              extracts);
      findings.add(finding);
      counted.add(
          finding,
          concept(match),
          words.sentenceNumber(match.first()),
          words.paragraph(match.first()));
    }
    return findings;
  }

  private Concept concept(Match match) {
    return rulebook.concepts().get(match.owner());
  }

  private static boolean tellsSomething(Family family) {
    return switch (family) {
      case HARM, EXPLOITER_OR_PLACE, VULNERABILITY -> true;
      case AGE, OTHER -> false;
    };
  }

  private Finding finding(
      String id, Match match, List<Match> governing, Subject subject, Extracts extracts) {
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    List<CueSpan> spans = new ArrayList<>(governing.size());
    for (Match cue : governing) {
      CueKind kind = rulebook.context().cues().get(cue.owner()).kind();
      kinds.add(kind);
      spans.add(new CueSpan(words.start(cue.first()), words.end(cue.end() - 1), kind));
    }
    int start = words.start(match.first());
    int end = words.end(match.end() - 1);
    Concept concept = concept(match);
    return new Finding(
        id,
        concept.id(),
        concept.family(),
        start,
        end,
        extracts.of(start, end),
        kinds.contains(CueKind.NEGATED),
        kinds.contains(CueKind.POSSIBLE),
        kinds.contains(CueKind.HYPOTHETICAL) || kinds.contains(CueKind.GENERAL),
        kinds.contains(CueKind.HISTORICAL),
        kinds.contains(CueKind.REPORTED),
        subject,
        quotes.hold(start, end),
        spans);
  }

  private List<LanguageNote> language(List<Match> matches, Extracts extracts) {
    List<LanguageNote> notes = new ArrayList<>();
    for (Match match : matches) {
      int start = words.start(match.first());
      int end = words.end(match.end() - 1);
      if (!quotes.hold(start, end)) {
        Advice advice = rulebook.language().get(match.owner());
        notes.add(
            new LanguageNote(
                advice.id(),
                start,
                end,
                extracts.of(start, end),
                advice.suggest(),
                advice.source()));
      }
    }
    return notes;
  }

  /** Nothing of the last text. */
  @Override
  public String toString() {
    return "Session[" + rulebook.id() + "]";
  }
}
