package org.heed.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;
import org.heed.text.ContextSession;
import org.heed.text.Finding;
import org.heed.text.Narrative;
import org.heed.text.Reader;

/**
 * What a program is given that decides on contexts and does nothing else: for each narrative with
 * findings, the sentence of each and where in it the finding is. Sentences are cut for it
 * beforehand, and tokens too where it takes them.
 */
record ContextCases(List<Narrative> narratives, List<List<Case>> cases) {
  private static final Pattern TOKEN = Pattern.compile("[a-z0-9']+|[^a-z0-9'\\s]");
  private static final String ENDS = ".!?\n";
  private static final int WINDOW = 30;
  private static final CueKind[] KINDS = CueKind.values();

  /**
   * One decision.
   *
   * @param start where the words decided on begin in the narrative
   * @param end where they end
   * @param place where they are in their sentence
   * @param among where they are among its tokens
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Case(int start, int end, String sentence, int[] place, List<String> tokens, int[] among) {
    private int judge(boolean tokenised, ToIntBiFunction<Object, int[]> judge) {
      return tokenised ? judge.applyAsInt(tokens, among) : judge.applyAsInt(sentence, place);
    }
  }

  /** Lets a program decide on all findings of a narrative; how many contexts it found. */
  int judge(int narrative, boolean tokenised, ToIntBiFunction<Object, int[]> judge) {
    int contexts = 0;
    for (Case each : cases.get(narrative)) {
      contexts += each.judge(tokenised, judge);
    }
    return contexts;
  }

  static ContextCases of(Corpus corpus, Reader reader) {
    List<Narrative> narratives = new ArrayList<>();
    List<List<Case>> cases = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      Narrative narrative = corpus.narratives().get(i);
      String text = corpus.lower().get(i);
      List<Finding> findings = reader.read(narrative).findings();
      // Places are those of bytes and of characters alike.
      boolean plain = text.length() == narrative.text().length;
      if (plain && !findings.isEmpty()) {
        narratives.add(narrative);
        cases.add(findings.stream().map(f -> of(text, f.start(), f.end())).toList());
      }
    }
    return new ContextCases(narratives, cases);
  }

  private static Case of(String text, int start, int end) {
    int from = start;
    while (from > 0 && ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    int to = end;
    while (to < text.length() && ENDS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    List<String> tokens = new ArrayList<>();
    int first = 0;
    int last = 0;
    Matcher each = TOKEN.matcher(text).region(from, to);
    while (each.find()) {
      first += each.end() <= start ? 1 : 0;
      last += each.start() < end ? 1 : 0;
      tokens.add(each.group());
    }
    return new Case(
        start,
        end,
        text.substring(from, to),
        new int[] {start - from, end - from},
        tokens,
        new int[] {first, Math.max(first, last - 1)});
  }

  /** The same by Heed, of the whole narrative. */
  int judge(int narrative, ContextSession session) {
    session.set(narratives.get(narrative).text());
    int contexts = 0;
    for (Case each : cases.get(narrative)) {
      session.judge(each.start(), each.end(), OptionalInt.empty());
      for (CueKind kind : KINDS) {
        contexts += session.is(kind) ? 1 : 0;
      }
    }
    return contexts;
  }

  int size() {
    return narratives.size();
  }

  /** How many decisions a narrative asks for. */
  int decisions(int narrative) {
    return cases.get(narrative).size();
  }

  /** A rulebook's context words in the notation of FastContext. */
  static List<String> rules(Rulebook rulebook) {
    List<String> rules = new ArrayList<>();
    rules.add("@CONCEPT_FEATURES|Concept|Negation|Certainty|Reality|Temporality|Speech");
    rules.add("@FEATURE_VALUES|Negation|affirm|negated");
    rules.add("@FEATURE_VALUES|Certainty|certain|possible");
    rules.add("@FEATURE_VALUES|Reality|real|hypothetical");
    rules.add("@FEATURE_VALUES|Temporality|present|historical");
    rules.add("@FEATURE_VALUES|Speech|own|reported");
    Map<CueKind, String> values = new EnumMap<>(CueKind.class);
    for (CueKind kind :
        EnumSet.of(
            CueKind.NEGATED,
            CueKind.POSSIBLE,
            CueKind.HYPOTHETICAL,
            CueKind.HISTORICAL,
            CueKind.REPORTED)) {
      values.put(kind, kind.name().toLowerCase(Locale.ROOT));
    }
    values.put(CueKind.GENERAL, "hypothetical");
    for (Cue cue : rulebook.context().cues()) {
      String direction =
          cue.governs() == Governs.FOLLOWING
              ? "forward"
              : cue.governs() == Governs.PRECEDING ? "backward" : "both";
      String type =
          cue.kind() == CueKind.TERMINATOR
              ? "termination"
              : cue.kind() == CueKind.PSEUDO ? "pseudo" : "trigger";
      Set<CueKind> kinds =
          cue.kind() == CueKind.TERMINATOR
              ? cue.ends()
              : cue.kind() == CueKind.PSEUDO ? Set.of(CueKind.NEGATED) : Set.of(cue.kind());
      for (Phrase phrase : cue.phrases()) {
        for (String words : LiteralPhrases.written(phrase)) {
          for (CueKind kind : kinds) {
            if (values.containsKey(kind)) {
              int window = Math.min(cue.reach(), WINDOW);
              rules.add(
                  String.join(
                      "|", words, direction, type, values.get(kind), Integer.toString(window)));
            }
          }
        }
      }
    }
    return rules.stream().distinct().toList();
  }
}
