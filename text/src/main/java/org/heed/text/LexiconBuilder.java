package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Context;
import org.heed.rulebook.Pattern;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Variants;

/** Compiles phrases into a {@link Lexicon}. */
final class LexiconBuilder {
  private record Payload(int phrase, int segment, int words) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record PhraseEntry(Role role, int owner, int[] gaps) {}

  private final Nfa nfa = new Nfa();
  private final Symbols symbols = new Symbols();
  private final SegmentCompiler compiler = new SegmentCompiler(nfa, symbols);
  private final List<Payload> payloads = new ArrayList<>();
  private final List<PhraseEntry> phrases = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();

  static Lexicon of(Rulebook rulebook) {
    LexiconBuilder builder = new LexiconBuilder();
    for (int i = 0; i < rulebook.concepts().size(); i++) {
      Concept concept = rulebook.concepts().get(i);
      builder.add(Role.CONCEPT, i, concept.phrases());
      builder.add(Role.CONCEPT_EXCEPT, i, concept.except());
      concept.match().forEach(example -> builder.examples.add(example.text()));
      concept.noMatch().forEach(example -> builder.examples.add(example.text()));
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
    context.examples().forEach(example -> examples.add(example.text()));
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
            words -> {
              payloads.add(new Payload(index, segment, words));
              return payloads.size() - 1;
            });
      }
    }
  }

  private Lexicon build() {
    Determiniser.Determined frozen = new Determiniser(nfa, symbols).build();
    int[] payloadPhrase = payloads.stream().mapToInt(Payload::phrase).toArray();
    int[] phrasePayload = new int[phrases.size() + 1];
    for (int phrase : payloadPhrase) {
      phrasePayload[phrase + 1]++;
    }
    Arrays.parallelPrefix(phrasePayload, Integer::sum);
    int[] keys = keys(Frequencies.in(examples, frozen, payloads.size()));
    OutputsBuilder outputs = new OutputsBuilder(new PayloadsOf(keys));
    int[] meaning = new int[frozen.ends().length];
    for (int state = 0; state < meaning.length; state++) {
      meaning[state] = outputs.row(frozen.ends()[state]);
    }
    Outputs built = outputs.build();
    int[] payloadSegment = payloads.stream().mapToInt(Payload::segment).toArray();
    int[] payloadWords = payloads.stream().mapToInt(Payload::words).toArray();
    int[][] gaps = phrases.stream().map(PhraseEntry::gaps).toArray(int[][]::new);
    return new Lexicon(
        frozen.automaton().with(meaning),
        built,
        payloadPhrase,
        payloadSegment,
        payloadWords,
        phrases.stream().map(PhraseEntry::role).toArray(Role[]::new),
        phrases.stream().mapToInt(PhraseEntry::owner).toArray(),
        gaps,
        phrasePayload,
        keys,
        Neighbours.of(gaps, keys, payloadPhrase, payloadSegment, payloadWords, built),
        wakes(built));
  }

  /** By phrase, which of its segments is hit least. */
  private int[] keys(int[] hits) {
    int[][] bySegment =
        phrases.stream().map(phrase -> new int[phrase.gaps().length + 1]).toArray(int[][]::new);
    for (int i = 0; i < hits.length; i++) {
      bySegment[payloads.get(i).phrase()][payloads.get(i).segment()] += hits[i];
    }
    int[] keys = new int[bySegment.length];
    for (int phrase = 0; phrase < keys.length; phrase++) {
      int[] of = bySegment[phrase];
      for (int segment = 1; segment < of.length; segment++) {
        keys[phrase] = of[segment] < of[keys[phrase]] ? segment : keys[phrase];
      }
    }
    return keys;
  }

  private boolean[] wakes(Outputs outputs) {
    boolean[] wakes = new boolean[outputs.rows()];
    for (int row = 0; row < wakes.length; row++) {
      int at = row * Outputs.KINDS;
      for (int i = outputs.index()[at]; i < outputs.index()[at + Outputs.PARTS]; i++) {
        boolean key = i < outputs.index()[at + Outputs.WHOLES];
        int item = outputs.items()[i];
        Role role = phrases.get(key ? item : payloads.get(item).phrase()).role();
        wakes[row] |= role == Role.CONCEPT || role == Role.ADVICE;
      }
    }
    return wakes;
  }

  /** What the outputs are laid out by. */
  private final class PayloadsOf implements OutputsBuilder.Payloads {
    private final int[] keys;

    PayloadsOf(int[] keys) {
      this.keys = keys;
    }

    @Override
    public int phrase(int payload) {
      return payloads.get(payload).phrase();
    }

    @Override
    public boolean isPart(int payload) {
      return phrases.get(phrase(payload)).gaps().length > 0;
    }

    @Override
    public boolean isKey(int payload) {
      return payloads.get(payload).segment() == keys[phrase(payload)];
    }
  }
}
