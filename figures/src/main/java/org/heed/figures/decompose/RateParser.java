package org.heed.figures.decompose;

import org.heed.figures.RefusedInput;

/** Reads rate expressions by recursive descent, to a limited depth. */
final class RateParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 10_000;

  private final String text;
  private int at;
  private int depth;

  RateParser(String text) {
    RefusedInput.unless(text.length() <= LONGEST, "rate", "is longer than " + LONGEST);
    this.text = text;
  }

  Node parse() {
    Node node = terms();
    RefusedInput.unless(at == text.length(), "rate", "cannot be read from character " + (at + 1));
    return node;
  }

  private Node terms() {
    RefusedInput.unless(++depth <= DEEPEST, "rate", "is nested over " + DEEPEST + " deep");
    Node node = products();
    while (next('+') || next('-')) {
      char operator = text.charAt(at++);
      node = new Node.Binary(operator, node, products());
    }
    depth--;
    return node;
  }

  private Node products() {
    Node node = signed();
    while (next('*') || next('/')) {
      char operator = text.charAt(at++);
      node = new Node.Binary(operator, node, signed());
    }
    return node;
  }

  private Node signed() {
    boolean minus = false;
    while (next('-') || next('+')) {
      minus ^= text.charAt(at++) == '-';
    }
    Node node = single();
    return minus ? new Node.Binary('-', new Node.Constant(0), node) : node;
  }

  private Node single() {
    if (next('(')) {
      at++;
      return closed(terms());
    }
    int start = at;
    while (at < text.length() && isWord(text.charAt(at), at > start)) {
      at++;
    }
    if (at > start) {
      String name = text.substring(start, at);
      if (name.equals("sum") && next('(')) {
        at++;
        return new Node.Sum(closed(terms()));
      }
      skipSpace();
      return new Node.Factor(name);
    }
    return number();
  }

  private Node number() {
    int start = at;
    while (at < text.length() && isNumeral(start)) {
      at++;
    }
    try {
      Node node = new Node.Constant(Double.parseDouble(text.substring(start, at)));
      skipSpace();
      return node;
    } catch (NumberFormatException e) {
      throw new RefusedInput("rate", "cannot be read from character " + (start + 1));
    }
  }

  private boolean isNumeral(int start) {
    char c = text.charAt(at);
    boolean exponent = at > start && (c == 'e' || c == 'E');
    boolean sign =
        at > start
            && (c == '-' || c == '+')
            && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
    return c == '.' || (c >= '0' && c <= '9') || exponent || sign;
  }

  private Node closed(Node node) {
    RefusedInput.unless(next(')'), "rate", "lacks a ) at character " + (at + 1));
    at++;
    skipSpace();
    return node;
  }

  private boolean next(char c) {
    skipSpace();
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isWord(char c, boolean later) {
    return Character.isLetter(c) || c == '_' || (later && (Character.isDigit(c) || c == '.'));
  }
}
