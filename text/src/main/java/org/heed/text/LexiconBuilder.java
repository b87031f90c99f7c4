package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
    Determiniser.Determined frozen = new Determiniser(nfa, symbols, examples).build();
    int[] payloadPhrase = payloads.stream().mapToInt(Payload::phrase).toArray();
    int[] phrasePayload = new int[phrases.size() + 1];
    for (int phrase : payloadPhrase) {
      phrasePayload[phrase + 1]++;
    }
    Arrays.parallelPrefix(phrasePayload, Integer::sum);
    int[][] gaps = phrases.stream().map(PhraseEntry::gaps).toArray(int[][]::new);
    int[][] segments = byRarity(Frequencies.in(examples, frozen, payloads.size()));
    int[] keys = Arrays.stream(segments).mapToInt(of -> of[0]).toArray();
    int[] firstSegments = Neighbours.firstSegments(gaps);
    OutputsBuilder outputs = new OutputsBuilder(new PayloadsOf(segments, firstSegments));
    int[] meaning = new int[frozen.ends().length];
    for (int state = 0; state < meaning.length; state++) {
      meaning[state] = outputs.row(frozen.ends()[state]);
    }
    Outputs built = outputs.build();
    int[] payloadSegment = payloads.stream().mapToInt(Payload::segment).toArray();
    int[] payloadWords = payloads.stream().mapToInt(Payload::words).toArray();
    Neighbours neighbours =
        Neighbours.of(gaps, keys, payloadPhrase, payloadSegment, payloadWords, built);
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
        neighbours,
        wakes(built, neighbours));
  }

  /** By phrase, its segments from the one that is hit least on. */
  private int[][] byRarity(int[] hits) {
    int[][] bySegment =
        phrases.stream().map(phrase -> new int[phrase.gaps().length + 1]).toArray(int[][]::new);
    for (int i = 0; i < hits.length; i++) {
      bySegment[payloads.get(i).phrase()][payloads.get(i).segment()] += hits[i];
    }
    return Arrays.stream(bySegment)
        .map(of ->
            IntStream.range(0, of.length)
                .boxed()
                .sorted(Comparator.comparingInt(segment -> of[segment]))
                .mapToInt(Integer::intValue)
                .toArray())
        .toArray(int[][]::new);
  }

  private boolean[] wakes(Outputs outputs, Neighbours neighbours) {
    boolean[] wakes = new boolean[outputs.rows()];
    for (int row = 0; row < wakes.length; row++) {
      int at = row * Outputs.KINDS;
      for (int i = outputs.index()[at]; i < outputs.index()[at + Outputs.PARTS]; i++) {
        boolean key = i < outputs.index()[at + Outputs.WHOLES];
        int item = outputs.items()[i];
        Role role = phrases.get(key ? neighbours.phrase(item) : payloads.get(item).phrase()).role();
        wakes[row] |= role == Role.CONCEPT || role == Role.ADVICE;
      }
    }
    return wakes;
  }

  /** What the outputs are laid out by. */
  private final class PayloadsOf implements OutputsBuilder.Payloads {
    private final int[][] segments;
    private final int[] firstSegments;

    PayloadsOf(int[][] segments, int[] firstSegments) {
      this.segments = segments;
      this.firstSegments = firstSegments;
    }

    @Override
    public boolean isPart(int payload) {
      return segments[payloads.get(payload).phrase()].length > 1;
    }

    @Override
    public boolean isKey(int payload) {
      return payloads.get(payload).segment() == segments[payloads.get(payload).phrase()][0];
    }

    @Override
    public int neighbour(int payload) {
      int phrase = payloads.get(payload).phrase();
      return firstSegments[phrase] + segments[phrase][1];
    }
  }
}
