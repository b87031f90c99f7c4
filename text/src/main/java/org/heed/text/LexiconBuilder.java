package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
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
    Determiniser.Determined frozen = new Determiniser(nfa).build();
    int[] payloadPhrase = payloads.stream().mapToInt(Payload::phrase).toArray();
    int[] phrasePayload = new int[phrases.size() + 1];
    for (int phrase : payloadPhrase) {
      phrasePayload[phrase + 1]++;
    }
    Arrays.parallelPrefix(phrasePayload, Integer::sum);
    OutputsBuilder outputs = new OutputsBuilder(new PayloadsOf());
    int[] meaning = new int[frozen.states()];
    for (int state = 0; state < meaning.length; state++) {
      meaning[state] = outputs.row(frozen.ends()[state]);
    }
    Outputs built = outputs.build();
    return new Lexicon(
        new AutomatonBuilder(frozen, meaning).build(),
        built,
        payloadPhrase,
        payloads.stream().mapToInt(Payload::segment).toArray(),
        payloads.stream().mapToInt(Payload::words).toArray(),
        payloads.stream()
            .map(p -> p.checks().toArray(WordCheck[]::new))
            .toArray(WordCheck[][]::new),
        phrases.stream().map(PhraseEntry::role).toArray(Role[]::new),
        phrases.stream().mapToInt(PhraseEntry::owner).toArray(),
        phrases.stream().map(PhraseEntry::gaps).toArray(int[][]::new),
        phrasePayload,
        reaches(),
        wakes(built));
  }

  private boolean isLast(Payload payload) {
    return payload.segment() == phrases.get(payload.phrase()).gaps().length;
  }

  private boolean[] wakes(Outputs outputs) {
    boolean[] wakes = new boolean[outputs.next().length];
    for (int row = 0; row < wakes.length; row++) {
      int next = outputs.next()[row];
      // A row goes on with an earlier one.
      wakes[row] = next >= 0 && wakes[next];
      int at = row * Outputs.KINDS;
      for (int i = outputs.index()[at + Outputs.WHOLES];
          i < outputs.index()[at + Outputs.KINDS];
          i++) {
        Payload payload = payloads.get(outputs.items()[i]);
        Role role = phrases.get(payload.phrase()).role();
        wakes[row] |= isLast(payload) && (role == Role.CONCEPT || role == Role.ADVICE);
      }
    }
    return wakes;
  }

  /** What the outputs are laid out by. */
  private final class PayloadsOf implements OutputsBuilder.Payloads {
    @Override
    public int phrase(int payload) {
      return payloads.get(payload).phrase();
    }

    @Override
    public int words(int payload) {
      return payloads.get(payload).words();
    }

    @Override
    public boolean isPart(int payload) {
      return phrases.get(phrase(payload)).gaps().length > 0;
    }

    @Override
    public boolean isFirst(int payload) {
      return payloads.get(payload).segment() == 0;
    }

    @Override
    public boolean isLast(int payload) {
      return LexiconBuilder.this.isLast(payloads.get(payload));
    }
  }

  private int[] reaches() {
    int[] reach = new int[phrases.size()];
    int[][] longest = new int[phrases.size()][];
    for (int i = 0; i < reach.length; i++) {
      int[] gaps = phrases.get(i).gaps();
      reach[i] = Arrays.stream(gaps).sum();
      longest[i] = new int[gaps.length + 1];
    }
    for (Payload payload : payloads) {
      int[] of = longest[payload.phrase()];
      of[payload.segment()] = Math.max(of[payload.segment()], payload.words());
    }
    for (int i = 0; i < reach.length; i++) {
      reach[i] += Arrays.stream(longest[i], 1, longest[i].length).sum();
    }
    return reach;
  }
}
