package org.heed.text;

/** Wording to question, with a better one; by code points. */
public record LanguageNote(
    String advice, int start, int end, String text, String suggest, String source) {

  /** Without the words, which are personal. */
  @Override
  public String toString() {
    return advice + " [" + start + ", " + end + ")";
  }
}
