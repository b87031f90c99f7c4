package org.heed.text;

import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.Context;
import org.heed.rulebook.Pattern;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Variants;

/** Compiles phrases into a {@link Lexicon}. */
final class LexiconBuilder {
  private record Payload(int phrase, int segment, int words, List<WordCheck> checks) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record PhraseEntry(Role role, int owner, int[] gaps) {}

  private final Nfa nfa = new Nfa();
  private final SegmentCompiler compiler = new SegmentCompiler(nfa);
  private final List<Payload> payloads = new ArrayList<>();
  private final List<PhraseEntry> phrases = new ArrayList<>();

  static Lexicon of(Rulebook rulebook) {
    LexiconBuilder builder = new LexiconBuilder();
    for (int i = 0; i < rulebook.concepts().size(); i++) {
      builder.add(Role.CONCEPT, i, rulebook.concepts().get(i).phrases());
      builder.add(Role.CONCEPT_EXCEPT, i, rulebook.concepts().get(i).except());
    }
    builder.addContext(rulebook.context());
    for (int i = 0; i < rulebook.language().size(); i++) {
      builder.add(Role.ADVICE, i, rulebook.language().get(i).phrases());
      builder.add(Role.ADVICE_EXCEPT, i, rulebook.language().get(i).except());
    }
    return builder.build();
  }

  /** Context words alone. */
  static Lexicon of(Context context) {
    LexiconBuilder builder = new LexiconBuilder();
    builder.addContext(context);
    return builder.build();
  }

  private void addContext(Context context) {
    for (int i = 0; i < context.cues().size(); i++) {
      add(Role.CUE, i, context.cues().get(i).phrases());
    }
    for (int i = 0; i < context.subjects().size(); i++) {
      add(Role.SUBJECT, i, context.subjects().get(i).phrases());
    }
  }

  private void add(Role role, int owner, List<Phrase> added) {
    for (Phrase phrase : added) {
      List<List<Pattern>> segments = Variants.segments(phrase.pattern());
      int[] gaps = Variants.gaps(phrase.pattern()).stream().mapToInt(Integer::intValue).toArray();
      int index = phrases.size();
      phrases.add(new PhraseEntry(role, owner, gaps));
      for (int s = 0; s < segments.size(); s++) {
        int segment = s;
        compiler.add(
            segments.get(s),
            path -> {
              payloads.add(new Payload(index, segment, path.words(), path.checks()));
              return payloads.size() - 1;
            });
      }
    }
  }

  private Lexicon build() {
    Automaton frozen = new Determiniser(nfa).build();
    boolean[] wakes = new boolean[frozen.outputs().length - 1];
    for (int a = 0; a < wakes.length; a++) {
      for (int p = frozen.outputs()[a]; p < frozen.outputs()[a + 1]; p++) {
        Payload payload = payloads.get(frozen.payloads()[p]);
        PhraseEntry phrase = phrases.get(payload.phrase());
        boolean last = payload.segment() == phrase.gaps().length;
        wakes[a] |= last && (phrase.role() == Role.CONCEPT || phrase.role() == Role.ADVICE);
      }
    }
    return new Lexicon(
        frozen,
        payloads.stream().mapToInt(Payload::phrase).toArray(),
        payloads.stream().mapToInt(Payload::segment).toArray(),
        payloads.stream().mapToInt(Payload::words).toArray(),
        payloads.stream()
            .map(p -> p.checks().toArray(WordCheck[]::new))
            .toArray(WordCheck[][]::new),
        phrases.stream().map(PhraseEntry::role).toArray(Role[]::new),
        phrases.stream().mapToInt(PhraseEntry::owner).toArray(),
        phrases.stream().map(PhraseEntry::gaps).toArray(int[][]::new),
        wakes);
  }
}
