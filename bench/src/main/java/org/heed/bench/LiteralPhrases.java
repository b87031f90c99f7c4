package org.heed.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.rulebook.Advice;
import org.heed.rulebook.Concept;
import org.heed.rulebook.NumberWords;
import org.heed.rulebook.Pattern;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Variants;

/**
 * A rulebook's phrases written out for programs that know literal strings only: concepts,
 * exceptions, context words, people and wording to question. Whoever is to find a phrase with gaps
 * must know every part of it; few strings are enough to be no hindrance to the slower ones, and are
 * an advantage to the faster.
 *
 * @param phrases how many phrases the rulebook has
 * @param every all strings of all parts, lower case, each once
 * @param few of a phrase with gaps its longest part only, so that nobody need stop at every “a”,
 *     and at most {@value #MOST_OF_ONE} strings of one phrase
 */
record LiteralPhrases(int phrases, List<String> every, List<String> few) {
  /** Of a phrase no more strings than this, evenly from all that it stands for. */
  static final int MOST_OF_ONE = 100;

  private static final int MOST_NUMBERS = 20;

  LiteralPhrases {
    every = List.copyOf(every);
    few = List.copyOf(few);
  }

  static LiteralPhrases of(Rulebook rulebook) {
    List<Phrase> phrases = new ArrayList<>();
    for (Concept concept : rulebook.concepts()) {
      phrases.addAll(concept.phrases());
      phrases.addAll(concept.except());
    }
    rulebook.context().cues().forEach(cue -> phrases.addAll(cue.phrases()));
    rulebook.context().subjects().forEach(people -> phrases.addAll(people.phrases()));
    for (Advice advice : rulebook.language()) {
      phrases.addAll(advice.phrases());
      phrases.addAll(advice.except());
    }
    Set<String> every = new LinkedHashSet<>();
    Set<String> few = new LinkedHashSet<>();
    for (Phrase phrase : phrases) {
      few.addAll(written(phrase));
      for (List<Pattern> part : Variants.segments(phrase.pattern())) {
        every.addAll(strings(part));
      }
    }
    return new LiteralPhrases(phrases.size(), List.copyOf(every), List.copyOf(few));
  }

  /** One phrase written out in few strings. */
  static List<String> written(Phrase phrase) {
    return thinned(
        Variants.segments(phrase.pattern()).stream()
            .map(LiteralPhrases::strings)
            .max(
                Comparator.comparingInt(
                    all -> all.stream().mapToInt(String::length).min().orElse(0)))
            .orElseThrow());
  }

  private static List<String> strings(List<Pattern> segment) {
    return Variants.expand(segment).stream().flatMap(LiteralPhrases::written).toList();
  }

  private static Stream<String> written(List<Pattern> words) {
    List<String> rows = List.of("");
    for (Pattern word : words) {
      List<String> ends =
          switch (word) {
            case Pattern.Word literal -> List.of(literal.text());
            case Pattern.Numeral number -> numbers(number);
            case Pattern.Inflected _,
                Pattern.Gap _,
                Pattern.Sequence _,
                Pattern.Choice _,
                Pattern.Maybe _ ->
                throw new IllegalStateException("a variant holds words and numbers only");
          };
      rows =
          rows.stream()
              .flatMap(row -> ends.stream().map(end -> row.isEmpty() ? end : row + " " + end))
              .toList();
    }
    return rows.stream();
  }

  private static List<String> numbers(Pattern.Numeral number) {
    List<String> written = new ArrayList<>(NumberWords.between(number.low(), number.high()));
    int most = Math.min(number.high(), number.low() + MOST_NUMBERS - 1);
    for (int n = number.low(); n <= most; n++) {
      written.add(Integer.toString(n));
    }
    return written;
  }

  private static List<String> thinned(List<String> all) {
    if (all.size() <= MOST_OF_ONE) {
      return all;
    }
    List<String> some = new ArrayList<>(MOST_OF_ONE);
    for (int i = 0; i < MOST_OF_ONE; i++) {
      some.add(all.get((int) ((long) i * all.size() / MOST_OF_ONE)));
    }
    return some;
  }
}
