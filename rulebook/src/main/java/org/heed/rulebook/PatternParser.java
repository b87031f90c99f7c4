package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pattern mini-language. Refuses what would compile to something huge: too many variants,
 * too deep nesting, too long a pattern.
 */
final class PatternParser {
  static final int MOST_CHARACTERS = 2_000;
  static final int MOST_DEPTH = 4;
  static final int MOST_GAPS = 4;
  static final int MOST_GAP_WORDS = 12;
  static final int MOST_VARIANTS = 100_000;

  private final String text;
  private final WordSets sets;
  private int at;

  private PatternParser(String text, WordSets sets) {
    this.text = text;
    this.sets = sets;
  }

  /**
   * Parses a pattern.
   *
   * @param sets of words that it may name
   */
  static Pattern parse(String text, WordSets sets) throws PatternException {
    if (text.length() > MOST_CHARACTERS) {
      throw new PatternException(
          "the pattern has " + text.length() + " characters",
          "Keep a pattern under " + MOST_CHARACTERS + " characters; write several phrases");
    }
    PatternParser parser = new PatternParser(text, sets);
    Pattern pattern = parser.sequence(0);
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    checkGaps(pattern);
    sets.check(text, pattern);
    long variants = Variants.count(pattern);
    if (variants > MOST_VARIANTS) {
      throw new PatternException(
          "the pattern stands for " + variants + " variants",
          "At most " + MOST_VARIANTS + " are allowed; split it into several phrases");
    }
    return pattern;
  }

  private Pattern sequence(int depth) throws PatternException {
    if (depth > MOST_DEPTH) {
      throw new PatternException(
          "brackets nest more than " + MOST_DEPTH + " deep", "Write several phrases instead");
    }
    List<Pattern> parts = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '|' || c == ')' || c == ']') {
        break;
      } else if (c == '(') {
        at++;
        parts.add(isNumber() ? number() : choice(depth));
      } else if (c == '[') {
        at++;
        Pattern inner = alternatives(depth);
        close(']');
        parts.add(new Pattern.Maybe(inner));
      } else if (c == '<') {
        at++;
        parts.add(at < text.length() && isLetter(text.charAt(at)) ? set() : gap(depth));
      } else if (Folding.isSpace(c)) {
        at++;
      } else {
        word(parts);
      }
    }
    if (parts.isEmpty()) {
      throw new PatternException(
          text.isBlank() ? "the pattern is empty" : "an alternative is empty in “" + text + "”",
          "Write at least one word; use [x] for what may be left out");
    }
    return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
  }

  private Pattern choice(int depth) throws PatternException {
    Pattern inner = alternatives(depth);
    close(')');
    if (at < text.length() && text.charAt(at) == '~') {
      at++;
      return inflectAll(inner);
    }
    return inner;
  }

  private Pattern alternatives(int depth) throws PatternException {
    List<Pattern> options = new ArrayList<>();
    options.add(sequence(depth + 1));
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      options.add(sequence(depth + 1));
    }
    return options.size() == 1 ? options.getFirst() : new Pattern.Choice(options);
  }

  /** {@code (man|older boy)~}: the last word of each alternative is inflected. */
  private Pattern inflectAll(Pattern pattern) throws PatternException {
    return switch (pattern) {
      case Pattern.Word word -> new Pattern.Inflected(word.text());
      case Pattern.Inflected word -> word;
      case Pattern.Choice choice -> {
        List<Pattern> options = new ArrayList<>();
        for (Pattern option : choice.options()) {
          options.add(inflectAll(option));
        }
        yield new Pattern.Choice(options);
      }
      case Pattern.Sequence sequence -> {
        List<Pattern> parts = new ArrayList<>(sequence.parts());
        parts.add(inflectAll(parts.removeLast()));
        yield new Pattern.Sequence(parts);
      }
      case Pattern.Numeral _, Pattern.Gap _, Pattern.Maybe _ ->
          throw new PatternException(
              "~ after a bracket needs a word at the end of each alternative",
              "Put ~ behind the words themselves");
    };
  }

  private boolean isNumber() {
    int i = at;
    while (i < text.length() && Folding.isDigit(text.charAt(i))) {
      i++;
    }
    return i > at && text.startsWith("..", i);
  }

  private Pattern number() throws PatternException {
    int low = digits();
    at += 2;
    boolean open = at < text.length() && text.charAt(at) == ')';
    int high = open ? Pattern.Numeral.MOST : digits();
    close(')');
    if (high < low || high > Pattern.Numeral.MOST) {
      throw new PatternException(
          "the number range in “" + text + "” is not a range",
          "Write the smaller number first, as in (0..17)");
    }
    return new Pattern.Numeral(low, high);
  }

  private Pattern gap(int depth) throws PatternException {
    if (depth > 0) {
      throw new PatternException(
          "a gap stands inside brackets in “" + text + "”",
          "Close the bracket before it, or write two phrases instead");
    }
    int words = digits();
    close('>');
    if (words < 1 || words > MOST_GAP_WORDS) {
      throw new PatternException(
          "a gap of " + words + " words", "Write a gap of 1 to " + MOST_GAP_WORDS + " words");
    }
    return new Pattern.Gap(words);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** {@code <festival>}: one of a set of words. */
  private Pattern set() throws PatternException {
    int from = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    String id = text.substring(from, at);
    close('>');
    return sets.find(id)
        .orElseThrow(() ->
            new PatternException(
                "there is no set of words “" + id + "” for “" + text + "”", sets.didYouMean(id)));
  }

  private int digits() throws PatternException {
    int from = at;
    while (at < text.length() && Folding.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from || at - from > 6) {
      throw new PatternException(
          "a number is missing or too long in “" + text + "”",
          "Write a gap as <3> and a range as (0..17)");
    }
    return Integer.parseInt(text.substring(from, at));
  }

  private void word(List<Pattern> parts) throws PatternException {
    StringBuilder word = new StringBuilder();
    int from = at;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      byte folded = Folding.fold(point);
      if (Folding.isWordByte(folded)) {
        word.append((char) Folding.lower(folded));
      } else if (!Folding.isSkipped(folded)) {
        break;
      }
      at += Character.charCount(point);
    }
    if (word.isEmpty()) {
      if (at > from) {
        return;
      }
      throw unexpected();
    }
    if (at < text.length() && text.charAt(at) == '~') {
      at++;
      if (at < text.length() && " \t\n-/_|)](<[".indexOf(text.charAt(at)) < 0) {
        throw new PatternException(
            "letters follow ~ in “" + text + "”", "Put a space or a sign after " + word + "~");
      }
      parts.add(new Pattern.Inflected(word.toString()));
    } else {
      parts.add(new Pattern.Word(word.toString()));
    }
  }

  private void close(char bracket) throws PatternException {
    if (at >= text.length() || text.charAt(at) != bracket) {
      throw new PatternException(
          "“" + bracket + "” is missing in “" + text + "”", "Close every bracket");
    }
    at++;
  }

  private PatternException unexpected() {
    String sign = new String(Character.toChars(text.codePointAt(at)));
    return new PatternException(
        "“" + sign + "” at character " + (at + 1) + " of “" + text + "” is not part of a pattern",
        "Leave punctuation out; close every bracket; ~ follows a word");
  }

  private static void checkGaps(Pattern pattern) throws PatternException {
    if (pattern instanceof Pattern.Gap) {
      throw new PatternException("the pattern is only a gap", "Put words on both sides of a gap");
    }
    if (Variants.least(pattern) == 0) {
      throw new PatternException(
          "everything in the pattern may be left out", "Leave at least one word without [ ]");
    }
    if (!(pattern instanceof Pattern.Sequence sequence)) {
      return;
    }
    List<List<Pattern>> segments = Variants.segments(sequence);
    if (segments.size() > MOST_GAPS + 1) {
      throw new PatternException(
          "more than " + MOST_GAPS + " gaps", "Write a shorter pattern, or two concepts");
    }
    for (List<Pattern> segment : segments) {
      if (segment.isEmpty() || Variants.least(new Pattern.Sequence(segment)) == 0) {
        throw new PatternException(
            "a gap has nothing certain beside it", "Put a word on both sides of a gap");
      }
    }
  }
}
