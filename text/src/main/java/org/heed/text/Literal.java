package org.heed.text;

import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.NumberWords;
import org.heed.rulebook.Pattern;

/**
 * One written-out variant as the automaton knows it.
 *
 * @param symbols lower-case letters, spaces, and {@code 0} for any digit
 * @param words how many words it has
 * @param checks what is left to check on a hit
 */
record Literal(String symbols, int words, List<WordCheck> checks) {

  /** All literals of one variant: numbers in figures of each length and in words. */
  static List<Literal> of(List<Pattern> row) {
    List<Literal> literals = List.of(new Literal("", 0, List.of()));
    boolean afterNumber = false;
    for (Pattern token : row) {
      List<Literal> longer = new ArrayList<>();
      for (Literal literal : literals) {
        switch (token) {
          case Pattern.Word word -> {
            longer.add(literal.with(word.text(), " "));
            if (afterNumber && literal.endsInDigit() && !isDigit(word.text().charAt(0))) {
              longer.add(literal.glued(word.text()));
            }
          }
          case Pattern.Numeral number -> literal.addNumbers(number, longer);
          default -> throw new IllegalArgumentException("variants hold words and numbers only");
        }
      }
      literals = longer;
      afterNumber = token instanceof Pattern.Numeral;
    }
    return literals;
  }

  private boolean endsInDigit() {
    return symbols.endsWith("0");
  }

  private Literal with(String word, String joint) {
    boolean digits = word.chars().anyMatch(c -> isDigit((char) c));
    List<WordCheck> more = new ArrayList<>(checks);
    if (digits) {
      more.add(new WordCheck(words, word, 0, 0));
    }
    String before = symbols.isEmpty() ? "" : symbols + joint;
    return new Literal(before + blank(word), words + 1, List.copyOf(more));
  }

  private Literal glued(String word) {
    return new Literal(symbols + blank(word), words, checks);
  }

  private void addNumbers(Pattern.Numeral number, List<Literal> out) {
    String before = symbols.isEmpty() ? "" : symbols + " ";
    List<WordCheck> more = new ArrayList<>(checks);
    more.add(new WordCheck(words, "", number.low(), number.high()));
    int most = String.valueOf(number.high()).length();
    for (int n = String.valueOf(number.low()).length(); n <= most; n++) {
      out.add(new Literal(before + "0".repeat(n), words + 1, List.copyOf(more)));
    }
    for (String word : NumberWords.between(number.low(), number.high())) {
      out.add(new Literal(before + word, words + (word.contains(" ") ? 2 : 1), checks));
    }
  }

  private static String blank(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(isDigit(word.charAt(i)) ? '0' : word.charAt(i));
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
