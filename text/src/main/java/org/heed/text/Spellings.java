package org.heed.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the labels of {@link Symbols} are spelt in the symbols of an {@link Alphabet}. */
final class Spellings {
  private final Alphabet alphabet;
  private final Numbers.Parted parted;

  /** By number among {@link Symbols}, a word's number in the vocabulary. */
  private final int[] number;

  /** By class of numbers, the words of phrases that begin with such a number in figures. */
  private final List<List<Integer>> inFigures = new ArrayList<>();

  /** By word, the number of the word that is glued to its figures; 0 where nothing is. */
  private final int[] glued;

  /**
   * All labels' spellings.
   *
   * @param examples whose frequent words are numbered first, so that what they lead to stands close
   */
  Spellings(Symbols of, List<String> examples) {
    parted = Numbers.by(of.ranges());
    Vocabulary vocabulary = new Vocabulary(byFrequency(of.words(), examples));
    alphabet = new Alphabet(vocabulary, parted.numbers());
    if (alphabet.size() > 1 << Automaton.BITS) {
      throw new RulebookTooLargeException(
          "the rulebook's phrases have " + vocabulary.size() + " words; write fewer alternatives");
    }
    number = new int[vocabulary.size() + 1];
    for (int word = 1; word < number.length; word++) {
      byte[] letters = Utf8.bytes(of.words().get(word - 1));
      number[word] = vocabulary.find(letters, 0, letters.length);
    }
    for (int c = 0; c <= parted.numbers().count(); c++) {
      inFigures.add(new ArrayList<>());
    }
    glued = new int[vocabulary.size() + 1];
    for (int word = 1; word < glued.length; word++) {
      classify(word, vocabulary);
    }
  }

  private static List<String> byFrequency(List<String> words, List<String> examples) {
    Map<String, Integer> times = new HashMap<>();
    for (String example : examples) {
      for (String word : example.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
        times.merge(word, 1, Integer::sum);
      }
    }
    return words.stream()
        .sorted(Comparator.comparingInt(word -> -times.getOrDefault(word, 0)))
        .toList();
  }

  /** Finds the figures that a word of a phrase begins with, and what is glued to them. */
  private void classify(int word, Vocabulary vocabulary) {
    String letters = vocabulary.words().get(word - 1);
    int figures = 0;
    while (figures < letters.length() && letters.charAt(figures) <= '9') {
      figures++;
    }
    if (figures == 0 || figures > Numbers.MOST_FIGURES) {
      return;
    }
    byte[] rest = Utf8.bytes(letters.substring(figures));
    glued[word] = rest.length == 0 ? 0 : vocabulary.find(rest, 0, rest.length);
    if (rest.length == 0 || glued[word] > 0) {
      int value = Integer.parseInt(letters.substring(0, figures));
      inFigures.get(parted.numbers().of(value, figures)).add(word);
    }
  }

  Alphabet alphabet() {
    return alphabet;
  }

  /** The number in the vocabulary of a labelled word. */
  int word(int label) {
    return number[Symbols.number(label)];
  }

  /** The classes of numbers that a labelled range holds. */
  int[] classes(int label) {
    return parted.classes().get(Symbols.number(label));
  }

  /** The words of phrases that begin with a number of this class in figures. */
  List<Integer> inFigures(int numberClass) {
    return inFigures.get(numberClass);
  }

  /** The number of the word that is glued to the figures that a word begins with; 0 for nothing. */
  int glued(int word) {
    return glued[word];
  }
}
