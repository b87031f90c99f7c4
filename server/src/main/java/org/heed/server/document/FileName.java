package org.heed.server.document;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a file is called: the last part of what a browser sent, without control characters and
 * without those that turn the direction of writing, which make {@code exe} read as {@code txt}.
 */
public record FileName(String text) {
  private static final int LONGEST = 120;

  /** From whatever was sent. */
  public static FileName of(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC)
        .codePoints()
        .filter(FileName::isSeen)
        .forEach(kept::appendCodePoint);
    String name = kept.toString().strip();
    while (name.startsWith(".")) {
      name = name.substring(1).strip();
    }
    return new FileName(name.isEmpty() ? "document" : shortened(name));
  }

  private static boolean isSeen(int at) {
    return switch (Character.getType(at)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "\"*:<>?|/\\".indexOf(at) < 0;
    };
  }

  /** With its ending, which says what to open it with. */
  private static String shortened(String name) {
    int points = name.codePointCount(0, name.length());
    if (points <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())).strip()
        + ending;
  }

  /** How it ends, in lower case; empty where it has no ending. */
  public String ending() {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Nothing: names of files are personal. */
  @Override
  public String toString() {
    return "FileName[]";
  }
}
