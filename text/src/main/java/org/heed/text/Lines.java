package org.heed.text;

/**
 * How the lines of a text hang together. Text that was wrapped goes on where a line stops: the next
 * begins in small letters, though in the one before a sentence began with a capital, and it ends
 * with no stop and is as long as lines that people wrap. A line that ends in a colon heads the list
 * below it, of lines that begin with a mark (“- ”, “* ”, “1.”) if the first of them does. A list of
 * such lines ends at the first without one; any other at a stop, at a label (“Now: …”) or at a
 * mark; and every list at a blank line.
 */
final class Lines {
  private static final int SHORT = 60;

  /** Nobody wraps text into lines as narrow as this. */
  private static final int NARROW = 20;

  /** How many words there are up to the end of the list's heading; 0 outside lists. */
  private int list;

  /** Whether the list's lines begin with a mark. */
  private boolean marked;

  /** The same of the heading that governs where the text now is: only an item's first sentence. */
  private int heading;

  /** Whether a sentence begins in the line as sentences do, or one goes on that did. */
  private boolean begun;

  /** The word that is an item's number; -1 if the last line has none. */
  private int number;

  /** Begins a paragraph, and with it a line, with a word. */
  void paragraph(byte first) {
    list = 0;
    heading = 0;
    number = -1;
    begun = !isSmall(first);
  }

  /**
   * Goes on in the same line with a word.
   *
   * @param label whether over a colon
   */
  void goOn(Break kind, boolean label, byte first) {
    boolean sentence = kind.compareTo(Break.SENTENCE) >= 0;
    begun |= sentence && !isSmall(first);
    list = (sentence || label) && !marked ? 0 : list;
    heading = kind.compareTo(Break.CLAUSE) >= 0 || (label && !marked) ? 0 : heading;
  }

  /**
   * Goes on in the next line; says what parts it from the last, as far as that is for lines to say.
   *
   * @param from after the last word
   * @param at where the line ends
   * @param to where the next word begins
   * @param length of the line that ends
   * @param words how many there are so far
   */
  Break next(byte[] b, int end, int from, int at, int to, int length, int words) {
    boolean colon = false;
    boolean stop = false;
    for (int i = from; i < at; i++) {
      colon |= b[i] == ':';
      stop |= b[i] == '.' || b[i] == '!' || b[i] == '?';
    }
    boolean inList = list > 0 || colon;
    number = inList && isNumber(b, to, end) ? words : -1;
    boolean item = number >= 0 || isMark(b, at + 1, to);
    boolean open = begun && !colon && !stop && length >= NARROW;
    boolean wrapped = open && isSmall(b[to]) && isBlank(b, at + 1, to);
    begun = wrapped || !isSmall(b[to]);
    if (wrapped) {
      return Break.NONE;
    }
    if (colon) {
      list = words;
      marked = item;
    } else if (item != marked || (stop && !marked)) {
      list = 0;
    }
    heading = list;
    if (item) {
      return Break.SENTENCE;
    }
    return length < SHORT || inList ? Break.LINE : Break.NONE;
  }

  /** How many words there are up to the end of the heading that governs here; 0 if none does. */
  int heading() {
    return heading;
  }

  /** Whether a word is the number of an item, so that a stop behind it ends nothing. */
  boolean isNumber(int word) {
    return word == number;
  }

  /** The first sign of a line: “- ”, “* ”, but not a rule of dashes. */
  private static boolean isMark(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Words.isBlank(b[i])) {
      i++;
    }
    return i < to && (b[i] == '*' || (b[i] == '-' && b[i + 1] != '-'));
  }

  /** “1.” or “12)” before a space. */
  private static boolean isNumber(byte[] b, int from, int end) {
    int i = from;
    while (i < end && i < from + 2 && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i > from && i + 1 < end && (b[i] == '.' || b[i] == ')') && b[i + 1] == ' ';
  }

  private static boolean isBlank(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Words.isBlank(b[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmall(byte b) {
    return b >= 'a' && b <= 'z';
  }
}
