package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word: the fewest words put in and taken out, by the
 * longest common subsequence. Where the part that differs is longer than {@link #MOST} words by
 * words, it is shown as taken out and put in whole.
 */
public record Changed(List<Piece> pieces) {
  private static final long MOST = 4_000_000;
  private static final Pattern WORD =
      Pattern.compile("\\s+|[\\p{L}\\p{N}’']+|[^\\s\\p{L}\\p{N}’']");

  /** What became of a piece. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED;

    /** The ending of its style class. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A stretch of text that one thing became of. */
  public record Piece(Kind kind, String text) {
    /** The kind only; the text is personal. */
    @Override
    public String toString() {
      return "Piece[" + kind + "]";
    }
  }

  /** Copies. */
  public Changed {
    pieces = List.copyOf(pieces);
  }

  /** A text that nothing was before. */
  public static Changed nothing(String text) {
    return new Changed(List.of(new Piece(Kind.SAME, text)));
  }

  /** From one text to the other. */
  public static Changed of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < old.size() - start
        && end < now.size() - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    Pieces pieces = new Pieces();
    pieces.add(Kind.SAME, old.subList(0, start));
    between(pieces, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    pieces.add(Kind.SAME, old.subList(old.size() - end, old.size()));
    return new Changed(pieces.done());
  }

  private static void between(Pieces pieces, List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MOST) {
      pieces.add(Kind.REMOVED, old);
      pieces.add(Kind.ADDED, now);
      return;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        pieces.add(Kind.SAME, List.of(old.get(i)));
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        pieces.add(Kind.REMOVED, List.of(old.get(i++)));
      } else {
        pieces.add(Kind.ADDED, List.of(now.get(j++)));
      }
    }
  }

  /** How many words the rests from each pair of places have in common, in order. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /** Pieces in the making: neighbours of one kind are one piece. */
  private static final class Pieces {
    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Kind kind = Kind.SAME;

    void add(Kind next, List<String> words) {
      if (words.isEmpty()) {
        return;
      }
      if (next != kind) {
        flush();
        kind = next;
      }
      words.forEach(text::append);
    }

    List<Piece> done() {
      flush();
      return done;
    }

    private void flush() {
      if (!text.isEmpty()) {
        done.add(new Piece(kind, text.toString()));
        text.setLength(0);
      }
    }
  }

  /** The text is personal. */
  @Override
  public String toString() {
    return "Changed[" + pieces.size() + " pieces]";
  }
}
