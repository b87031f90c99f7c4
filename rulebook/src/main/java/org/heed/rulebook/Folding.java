package org.heed.rulebook;

import java.text.Normalizer;

/**
 * How text is made comparable: every code point becomes exactly one byte, so that a place in the
 * folded text is a place in the text counted in code points. Latin letters lose accents; digits of
 * any script become 0–9; typographic apostrophes, hyphens and spaces become plain ones, and double
 * quotation marks keep which way they face. ASCII stands for itself, capitals included: {@link
 * #lower} is left to whoever compares.
 */
public final class Folding {
  /** Read over as if it were not there: combining marks, joiners, soft hyphens. */
  public static final byte SKIPPED = (byte) 0x80;

  /** A letter that no pattern can hold: other scripts. */
  public static final byte OTHER_LETTER = (byte) 0x81;

  /** Any other sign: emoji, symbols, U+FFFD. */
  public static final byte OTHER_SIGN = (byte) 0x82;

  /** A double quotation mark that opens, “ or „. */
  public static final byte OPENING_QUOTE = (byte) 0x83;

  /** A double quotation mark that closes, ”. */
  public static final byte CLOSING_QUOTE = (byte) 0x84;

  /** Parts paragraphs by itself: vertical tab, form feed counts as one too. */
  public static final byte PARAGRAPH = 0x0b;

  private static final int TABLE_END = 0x2100;
  private static final byte[] TABLE = table();

  private Folding() {}

  /** The byte that stands for a code point. */
  public static byte fold(int point) {
    return point < TABLE_END ? TABLE[point] : compute(point);
  }

  /** Whether a folded byte belongs to a word that a pattern can hold. */
  public static boolean isWordByte(byte folded) {
    byte b = lower(folded);
    return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
  }

  /** Whether a folded byte is read over. */
  public static boolean isSkipped(byte folded) {
    return folded == SKIPPED || folded == '\'';
  }

  /** The lower case of a folded byte. */
  public static byte lower(byte folded) {
    return folded >= 'A' && folded <= 'Z' ? (byte) (folded + 32) : folded;
  }

  /** Whether a pattern may use this sign for a space. */
  public static boolean isSpace(char c) {
    byte folded = fold(c);
    return folded == ' ' || isControlSpace(folded) || isSpaceLike(folded);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isControlSpace(byte b) {
    return b == '\t' || b == '\n' || b == '\r' || b == 0x0b || b == '\f';
  }

  /** Signs that join or part words within a phrase and count as a space. */
  public static boolean isSpaceLike(byte b) {
    return b == '-' || b == '/' || b == '_' || b == '&';
  }

  private static byte[] table() {
    byte[] table = new byte[TABLE_END];
    for (int i = 0; i < TABLE_END; i++) {
      table[i] = i < 0x80 ? (byte) i : compute(i);
    }
    return table;
  }

  private static byte compute(int point) {
    if (point >= 0xff01 && point <= 0xff5e) {
      return fold(point - 0xfee0);
    }
    return switch (point) {
      case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x02bc, 0xb4 -> (byte) '\'';
      case 0xab, 0xbb -> (byte) '"';
      case 0x201c, 0x201e, 0x201f -> OPENING_QUOTE;
      case 0x201d -> CLOSING_QUOTE;
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> (byte) '-';
      case 0x2014, 0x2015 -> (byte) ';';
      case 0xa3, 0x20ac -> (byte) ' ';
      case 0x2028, 0x85 -> (byte) '\n';
      case 0x2029 -> PARAGRAPH;
      case 0x2022, 0xb7, 0x25cf, 0x25aa, 0x2023, 0x2043 -> (byte) '*';
      case 0x2026 -> (byte) '.';
      case 0x131, 0x130 -> (byte) 'i';
      case 0xdf, 0x1e9e, 0x17f -> (byte) 's';
      case 0xe6, 0xc6 -> (byte) 'a';
      case 0xf8, 0xd8, 0x153, 0x152 -> (byte) 'o';
      case 0x142, 0x141 -> (byte) 'l';
      case 0x111, 0x110, 0xf0, 0xd0 -> (byte) 'd';
      case 0xfffd -> OTHER_SIGN;
      default -> general(point);
    };
  }

  private static byte general(int point) {
    int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
    if (digit >= 0) {
      return (byte) ('0' + digit);
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> SKIPPED;
      case Character.SPACE_SEPARATOR -> (byte) ' ';
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.COMBINING_SPACING_MARK ->
          latin(point);
      case Character.OTHER_LETTER -> Character.isIdeographic(point) ? OTHER_SIGN : OTHER_LETTER;
      default -> OTHER_SIGN;
    };
  }

  private static byte latin(int point) {
    String apart = Normalizer.normalize(new String(Character.toChars(point)), Normalizer.Form.NFKD);
    char base = apart.charAt(0);
    return base < 0x80 && Character.isLetter(base)
        ? (byte) Character.toLowerCase(base)
        : OTHER_LETTER;
  }
}
