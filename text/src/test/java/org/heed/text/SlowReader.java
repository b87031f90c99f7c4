package org.heed.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Inflections;
import org.heed.rulebook.NumberWords;
import org.heed.rulebook.Pattern;
import org.heed.rulebook.Phrase;
import org.heed.rulebook.Rulebook;

/**
 * The obvious, slow twin of scanning and matching: it splits a text into words with its own loop
 * and tries every phrase at every word by walking its pattern.
 */
final class SlowReader {
  /** A code point that is read over. */
  static final char NOTHING = '\u00ad';

  /** A letter that no phrase has. */
  static final char STRANGE_LETTER = '\u0436';

  /** A concept found, by code points. */
  record Found(String concept, int start, int end) {}

  private record Word(String text, int start, int end, boolean touches, int sentence) {}

  private final Rulebook rulebook;

  SlowReader(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** Texts of plain words parted by spaces, hyphens and full stops only. */
  List<Found> read(String text) {
    List<Word> words = words(text);
    List<Found> found = new ArrayList<>();
    for (Concept concept : rulebook.concepts()) {
      List<int[]> exceptions = spans(concept.except(), words);
      List<int[]> spans = new ArrayList<>();
      for (int[] span : spans(concept.phrases(), words)) {
        if (exceptions.stream().noneMatch(e -> overlap(e, span))) {
          spans.add(span);
        }
      }
      spans.sort(Comparator.<int[]>comparingInt(s -> s[0] - s[1]).thenComparingInt(s -> s[0]));
      List<int[]> kept = new ArrayList<>();
      for (int[] span : spans) {
        if (kept.stream().noneMatch(k -> overlap(k, span))) {
          kept.add(span);
        }
      }
      for (int[] span : kept) {
        found.add(
            new Found(concept.id(), words.get(span[0]).start(), words.get(span[1] - 1).end()));
      }
    }
    found.sort(
        Comparator.comparingInt(Found::start)
            .thenComparingInt(Found::end)
            .thenComparing(Found::concept));
    return found;
  }

  private static boolean overlap(int[] a, int[] b) {
    return a[0] < b[1] && b[0] < a[1];
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int sentence = 0;
    boolean touches = false;
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        touches &= text.charAt(i) != '.' && text.charAt(i) != ',';
        boolean stop = text.charAt(i) == '.' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
        if (stop && (words.isEmpty() || !isInitial(words.getLast().text()))) {
          sentence++;
        }
        i++;
        continue;
      }
      int from = i;
      while (i < text.length()
          && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == NOTHING)) {
        i++;
      }
      while (text.charAt(i - 1) == NOTHING) {
        i--;
      }
      String word =
          text.substring(from, i)
              .replace(String.valueOf(NOTHING), "")
              .toLowerCase(java.util.Locale.ROOT);
      words.add(new Word(word, from, i, touches, sentence));
      touches = true;
    }
    return words;
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && !Character.isDigit(word.charAt(0));
  }

  private static List<int[]> spans(List<Phrase> phrases, List<Word> words) {
    List<int[]> spans = new ArrayList<>();
    for (Phrase phrase : phrases) {
      List<Pattern> parts =
          phrase.pattern() instanceof Pattern.Sequence sequence
              ? sequence.parts()
              : List.of(phrase.pattern());
      for (int at = 0; at < words.size(); at++) {
        // Of several ways to match from here the one that comes first at every gap is taken.
        for (int end : firstEnds(parts, words, at)) {
          spans.add(new int[] {at, end});
        }
      }
    }
    return spans;
  }

  private static Set<Integer> firstEnds(List<Pattern> parts, List<Word> words, int at) {
    int gap = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Pattern.Gap) {
        gap = i;
        break;
      }
    }
    List<Pattern> head = gap < 0 ? parts : parts.subList(0, gap);
    Set<Integer> ends = ends(new Pattern.Sequence(head), words, at, true);
    ends.removeIf(e -> e == at);
    if (gap < 0) {
      return ends;
    }
    int most = ((Pattern.Gap) parts.get(gap)).words();
    List<Pattern> tail = parts.subList(gap + 1, parts.size());
    Set<Integer> all = new TreeSet<>();
    for (int end : ends) {
      for (int next = end; next <= end + most && next < words.size(); next++) {
        Set<Integer> tailEnds =
            words.get(next).sentence() == words.get(at).sentence()
                ? firstEnds(tail, words, next)
                : Set.of();
        if (!tailEnds.isEmpty()) {
          all.add(((TreeSet<Integer>) tailEnds).first());
          break;
        }
      }
    }
    return all;
  }

  private static Set<Integer> ends(Pattern pattern, List<Word> words, int at, boolean first) {
    Set<Integer> ends = new TreeSet<>();
    switch (pattern) {
      case Pattern.Word word -> literal(word.text(), words, at, first, ends);
      case Pattern.Inflected word ->
          Inflections.of(word.text()).forEach(f -> literal(f, words, at, first, ends));
      case Pattern.Numeral number -> {
        for (int n = 0; n <= 120; n++) {
          if (n >= number.low() && n <= number.high()) {
            literal(String.valueOf(n), words, at, first, ends);
          }
        }
        for (String words2 : NumberWords.between(number.low(), number.high())) {
          int end = at;
          boolean begin = first;
          for (String each : words2.split(" ", -1)) {
            Set<Integer> next = new TreeSet<>();
            literal(each, words, end, begin, next);
            end = next.isEmpty() ? -1 : next.iterator().next();
            begin = false;
            if (end < 0) {
              break;
            }
          }
          if (end >= 0) {
            ends.add(end);
          }
        }
      }
      case Pattern.Maybe maybe -> {
        ends.add(at);
        ends.addAll(ends(maybe.part(), words, at, first));
      }
      case Pattern.Choice choice ->
          choice.options().forEach(o -> ends.addAll(ends(o, words, at, first)));
      case Pattern.Sequence sequence -> {
        Set<Integer> here = new TreeSet<>(Set.of(at));
        for (Pattern part : sequence.parts()) {
          Set<Integer> next = new TreeSet<>();
          for (int from : here) {
            next.addAll(ends(part, words, from, first && from == at));
          }
          here = next;
        }
        ends.addAll(here);
      }
      case Pattern.Gap _ -> throw new IllegalArgumentException("gaps are at the top");
    }
    return ends;
  }

  private static void literal(
      String text, List<Word> words, int at, boolean first, Set<Integer> ends) {
    if (at < words.size()
        && words.get(at).text().equals(text)
        && (first
            || (words.get(at).touches()
                && words.get(at).sentence() == words.get(at - 1).sentence()))) {
      ends.add(at + 1);
    }
  }
}
