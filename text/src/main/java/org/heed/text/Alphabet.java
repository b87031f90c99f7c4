package org.heed.text;

/**
 * The symbols that automata go by: words of the vocabulary from 1 on, then classes of numbers in
 * figures, such classes with a word glued to them, and words glued to figures. 0 is any other word.
 */
record Alphabet(Vocabulary vocabulary, Numbers numbers) {
  /** Any word that no phrase has. */
  static final int NONE = 0;

  /** The symbol of a number in figures, of this class. */
  int figures(int numberClass) {
    return vocabulary.size() + numberClass;
  }

  /** The symbol of a number in figures to which a word is glued. */
  int gluedFigures(int numberClass) {
    return vocabulary.size() + numbers.count() + numberClass;
  }

  /** The symbol of a word that is glued to figures. */
  int glued(int word) {
    return vocabulary.size() + 2 * numbers.count() + word;
  }

  /** How many symbols there are, with 0. */
  int size() {
    return glued(vocabulary.size()) + 1;
  }
}
