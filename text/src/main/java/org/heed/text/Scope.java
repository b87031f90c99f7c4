package org.heed.text;

import java.util.Arrays;
import java.util.Optional;

/** By which rule of scope a context word governs a finding: where it stands and how it reaches. */
public enum Scope {
  /** Before it in its sentence, with nothing between that ends what the word reaches. */
  BEFORE("before", "before it in the same clause"),
  /** At the end of the line above. */
  HEADING("heading", "in the line above it"),
  /** Anywhere in its paragraph, for words that govern all of one. */
  PARAGRAPH("paragraph", "in the same paragraph"),
  /** In a gap between the finding's own words. */
  WITHIN("within", "between its words"),
  /** Behind it in its sentence, for words that govern what precedes them. */
  BEHIND("behind", "after it in the same sentence"),
  /** Behind it, with nothing further on to govern: “injuries - none”. */
  ANSWER("answer", "as the answer to it"),
  /** Behind it, with nothing but a listener further on: “…, she told the nurse”. */
  TELLER("teller", "told after it"),
  /** The mark that opens the quotation in which it stands. */
  QUOTATION("quotation", "the quotation mark before it"),
  /** The question mark right before it. */
  QUERY("query", "the question mark right before it"),
  /** The question mark that ends its sentence. */
  QUESTION("question", "the question mark at the end of its sentence");

  /** Bits that hold a scope beside a cue's number: those of cues, not of signs. */
  static final int BITS = 3;

  private static final Scope[] ALL = values();

  private final String word;
  private final String phrase;

  Scope(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }

  /** The word used in results. */
  public String word() {
    return word;
  }

  /** Where the context word stands, as it follows “by ‘no’ …”; of a sign, what it is. */
  public String phrase() {
    return phrase;
  }

  /** Whether it is a sign of punctuation that governs, and no word. */
  public boolean isSign() {
    return compareTo(QUOTATION) >= 0;
  }

  /** The scope of this word. */
  public static Optional<Scope> find(String word) {
    return Arrays.stream(ALL).filter(scope -> scope.word.equals(word)).findFirst();
  }

  /** A cue's number with its scope. */
  @SuppressWarnings("EnumOrdinal")
  int of(int cue) {
    return cue << BITS | ordinal();
  }

  /** The cue's number in what {@link #of(int)} made. */
  static int cue(int governing) {
    return governing >> BITS;
  }

  /** The scope in what {@link #of(int)} made. */
  static Scope scope(int governing) {
    return ALL[governing & (1 << BITS) - 1];
  }
}
