package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Context;
import org.heed.rulebook.Pattern;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Variants;

/** Compiles phrases into a {@link Lexicon}. */
final class LexiconBuilder {
  /** What is told when a segment ends. */
  private record Payload(int phrase, int segment, int words) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record PhraseEntry(Role role, int owner, List<List<Pattern>> segments, int[] gaps) {
    boolean hasGaps() {
      return gaps.length > 0;
    }
  }

  private final Symbols symbols = new Symbols();

  /** Phrases without gaps, and of the others their keys. */
  private final Nfa wholes = new Nfa();

  /** All segments of phrases with gaps. */
  private final Nfa parts = new Nfa();

  private final Map<Payload, Integer> numbers = new LinkedHashMap<>();
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
      phrases.add(new PhraseEntry(role, owner, segments, gaps));
      for (int segment = 0; segment < segments.size(); segment++) {
        add(phrases.size() - 1, segment, gaps.length == 0 ? wholes : parts);
      }
    }
  }

  private void add(int phrase, int segment, Nfa to) {
    new SegmentCompiler(to, symbols)
        .add(
            phrases.get(phrase).segments().get(segment),
            words -> {
              Payload payload = new Payload(phrase, segment, words);
              return numbers.computeIfAbsent(payload, _ -> numbers.size());
            });
  }

  private Lexicon build() {
    Spellings spellings = new Spellings(symbols, examples);
    Determiniser.Determined ofParts = new Determiniser(parts, spellings, examples).build();
    int[] hits = Frequencies.ofPayloads(examples, spellings.alphabet(), ofParts, numbers.size());
    int[][] rarest = byRarity(hits);
    int[] keys = Arrays.stream(rarest).mapToInt(of -> of[0]).toArray();
    for (int phrase = 0; phrase < keys.length; phrase++) {
      if (phrases.get(phrase).hasGaps()) {
        add(phrase, keys[phrase], wholes);
      }
    }
    List<Payload> payloads = List.copyOf(numbers.keySet());
    int[][] gaps = phrases.stream().map(PhraseEntry::gaps).toArray(int[][]::new);
    int[] firstSegments = Neighbours.firstSegments(gaps);
    int[] payloadSegment =
        payloads.stream()
            .mapToInt(of ->
                phrases.get(of.phrase()).hasGaps() ? firstSegments[of.phrase()] + of.segment() : -1)
            .toArray();
    Parts allParts =
        Parts.of(
            ofParts.automaton(),
            Rows.of(ofParts.rows()),
            payloadSegment,
            payloads.stream().mapToInt(Payload::words).toArray(),
            spellings.alphabet().size());
    Determiniser.Determined found = new Determiniser(wholes, spellings, examples).build();
    Rows keyRows =
        Rows.of(
            found.rows().stream()
                .map(row -> seekers(row, payloads, rarest, firstSegments))
                .toList());
    Rows wholeRows = Rows.of(found.rows().stream().map(row -> wholes(row, payloads)).toList());
    Role[] roles = phrases.stream().map(PhraseEntry::role).toArray(Role[]::new);
    Neighbours neighbours = new Neighbours(gaps, keys, allParts, spellings.alphabet().size());
    return new Lexicon(
        spellings.alphabet(),
        found.automaton(),
        keyRows,
        wholeRows,
        allParts,
        roles,
        phrases.stream().mapToInt(PhraseEntry::owner).toArray(),
        gaps,
        keys,
        neighbours,
        new Glance(keyRows, neighbours),
        Lexicon.wakes(keyRows, wholeRows, neighbours, roles));
  }

  /** By phrase, its segments from the one that is hit least on. */
  private int[][] byRarity(int[] hits) {
    int[][] bySegment =
        phrases.stream().map(phrase -> new int[phrase.gaps().length + 1]).toArray(int[][]::new);
    numbers.forEach(
        (payload, number) -> bySegment[payload.phrase()][payload.segment()] += hits[number]);
    return Arrays.stream(bySegment)
        .map(of ->
            IntStream.range(0, of.length)
                .boxed()
                .sorted(Comparator.comparingInt(segment -> of[segment]))
                .mapToInt(Integer::intValue)
                .toArray())
        .toArray(int[][]::new);
  }

  /** Of the keys among payloads, the rarest other segment of each phrase. */
  private int[] seekers(int[] row, List<Payload> payloads, int[][] rarest, int[] firstSegments) {
    return Arrays.stream(row)
        .map(payload -> payloads.get(payload).phrase())
        .filter(phrase -> phrases.get(phrase).hasGaps())
        .map(phrase -> firstSegments[phrase] + rarest[phrase][1])
        .distinct()
        .toArray();
  }

  /** The phrases without gaps among payloads. */
  private int[] wholes(int[] row, List<Payload> payloads) {
    return Arrays.stream(row)
        .map(payload -> payloads.get(payload).phrase())
        .filter(phrase -> !phrases.get(phrase).hasGaps())
        .distinct()
        .toArray();
  }
}
