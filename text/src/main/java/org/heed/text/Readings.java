package org.heed.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heed.rulebook.Advice;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.PromptRule;
import org.heed.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** Makes the objects of a reading of what a session has read. */
final class Readings {
  /** How far before questioned wording a quotation shows who speaks of whom. */
  private static final int SPEAKING = 8;

  private static final ShortWords ONESELF =
      ShortWords.of(
          "i", "i'm", "im", "i've", "ive", "i'd", "me", "my", "myself", "we", "us", "our");
  private static final ShortWords OTHERS =
      ShortWords.of("she", "she's", "shes", "she'd", "he", "he's", "hes", "he'd", "they");

  private static final List<String> IDS =
      IntStream.rangeClosed(1, 100).mapToObj(n -> "f" + n).toList();

  private final Rulebook rulebook;
  private final PromptProgram program;
  private final Narrative narrative;
  private final Words words;
  private final Quotes quotes;
  private final FoldedText folded;
  private final Extracts extracts;

  /** Asked what governs no finding and why; null where nobody wants to know. */
  private final @Nullable ContextResolver explaining;

  Readings(
      Rulebook rulebook,
      PromptProgram program,
      Narrative narrative,
      Words words,
      Quotes quotes,
      FoldedText folded,
      @Nullable ContextResolver explaining) {
    this.rulebook = rulebook;
    this.program = program;
    this.narrative = narrative;
    this.words = words;
    this.quotes = quotes;
    this.folded = folded;
    this.explaining = explaining;
    extracts = new Extracts(narrative.text(), folded.isPlain());
  }

  /** A finding's id within its reading. */
  static String id(int finding) {
    return finding < IDS.size() ? IDS.get(finding) : "f" + (finding + 1);
  }

  Reading of(Session session, MatchList concepts, MatchList advice, MatchList cues) {
    return new Reading(
        narrative.id(),
        session.ask(),
        rulebook.id(),
        reasons(session),
        findings(session.findings(), concepts, cues),
        language(advice),
        folded.malformed());
  }

  private List<Reason> reasons(Session session) {
    if (session.ask().isEmpty()) {
      return List.of();
    }
    List<PromptRule> rules = rulebook.prompts().rules();
    Prompter prompter = new Prompter(session.prompts(), session.findings(), narrative);
    List<Reason> reasons = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      if (session.holds(rule)) {
        reasons.add(prompter.reason(rules.get(rule), program.why(rule)));
      }
    }
    return reasons;
  }

  private List<Finding> findings(FindingList found, MatchList concepts, MatchList cues) {
    if (found.isEmpty()) {
      return List.of();
    }
    Finding[] findings = new Finding[found.size()];
    for (int i = 0; i < findings.length; i++) {
      Concept concept = rulebook.concepts().get(found.concept(i));
      int start = words.start(concepts.first(found.match(i)));
      int end = words.end(concepts.end(found.match(i)) - 1);
      findings[i] =
          new Finding(
              id(i),
              concept.id(),
              concept.family(),
              start,
              end,
              extracts.of(start, end),
              found.is(i, CueKind.NEGATED),
              found.is(i, CueKind.POSSIBLE),
              found.isSupposed(i),
              found.is(i, CueKind.HISTORICAL),
              found.is(i, CueKind.REPORTED),
              found.subject(i),
              found.isQuoted(i),
              cues(found, i, start, cues),
              spared(found, i, concepts));
    }
    return List.of(findings);
  }

  private List<Spared> spared(FindingList found, int finding, MatchList concepts) {
    ContextResolver context = explaining;
    if (context == null) {
      return List.of();
    }
    int match = found.match(finding);
    return context.spared(concepts.first(match), found.kinds(finding));
  }

  private List<CueSpan> cues(FindingList found, int finding, int start, MatchList cues) {
    int from = found.cuesFrom(finding);
    int to = found.cuesTo(finding);
    if (from == to) {
      return List.of();
    }
    CueSpan[] spans = new CueSpan[to - from];
    for (int at = from; at < to; at++) {
      spans[at - from] = span(found.cue(at), start, cues);
    }
    return List.of(spans);
  }

  /** The place and scope of what governs a finding that begins at a place. */
  private CueSpan span(int governs, int start, MatchList cues) {
    if (governs < 0) {
      int place = Signs.place(governs);
      return new CueSpan(place, place + 1, Signs.kind(governs), Signs.scope(governs, start), "");
    }
    int cue = Scope.cue(governs);
    Cue of = rulebook.context().cues().get(cues.owner(cue));
    return new CueSpan(
        words.start(cues.first(cue)),
        words.end(cues.end(cue) - 1),
        of.kind(),
        Scope.scope(governs),
        of.id());
  }

  /**
   * Whether wording is somebody's of himself: in a quotation and in the first person, with nobody
   * else named in between. “I think she puts herself at risk” is a professional's of a child.
   */
  private boolean isOwnWord(MatchList matches, int match, int start, int end) {
    int quotation = quotes.around(start, end);
    if (quotation < 0) {
      return false;
    }
    int first = matches.first(match);
    int from = Math.max(words.after(quotes.opening(quotation)), first - SPEAKING);
    for (int w = matches.end(match) - 1; w >= from; w--) {
      if (words.is(w, ONESELF)) {
        return true;
      }
      if (words.is(w, OTHERS)) {
        return false;
      }
    }
    return false;
  }

  private List<LanguageNote> language(MatchList matches) {
    if (matches.isEmpty()) {
      return List.of();
    }
    List<LanguageNote> notes = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      int start = words.start(matches.first(i));
      int end = words.end(matches.end(i) - 1);
      if (!isOwnWord(matches, i, start, end)) {
        Advice advice = rulebook.language().get(matches.owner(i));
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
}
