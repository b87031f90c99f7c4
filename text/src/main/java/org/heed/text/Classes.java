package org.heed.text;

import org.heed.rulebook.Folding;

/** What a folded byte is to the words of a text: part of one, between two, or nothing. */
final class Classes {
  /** Punctuation and signs: a word ends here and no phrase goes on. */
  static final int BREAK = 0;

  /** What may stand between two words of a phrase. */
  static final int SPACE = 1;

  /** Read over. */
  static final int SKIP = 2;

  /** A letter that no pattern holds. */
  static final int OTHER_LETTER = 3;

  /** A letter or a digit. */
  private static final int LETTER = 4;

  /** By folded byte, as unsigned. */
  static final byte[] OF = table();

  /** By folded byte, as unsigned: one for a letter, a digit and what is read over. */
  static final byte[] IN_WORD = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      IN_WORD[b] = (byte) (OF[b] >= OTHER_LETTER || OF[b] == SKIP ? 1 : 0);
    }
  }

  private Classes() {}

  static boolean isWord(byte folded) {
    return OF[folded & 0xff] >= OTHER_LETTER;
  }

  private static byte[] table() {
    byte[] of = new byte[256];
    for (int b = 0; b < 256; b++) {
      of[b] = (byte) classOf((byte) b);
    }
    return of;
  }

  private static int classOf(byte folded) {
    byte b = Folding.lower(folded);
    if (Folding.isWordByte(folded)) {
      return LETTER;
    }
    if (Folding.isSkipped(b)) {
      return SKIP;
    }
    if (b == Folding.OTHER_LETTER) {
      return OTHER_LETTER;
    }
    boolean space = b == ' ' || b == '\t' || b == '\n' || b == '\r' || Folding.isSpaceLike(b);
    return space ? SPACE : BREAK;
  }
}
