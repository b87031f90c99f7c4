package org.heed.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A narrative with what was found in it. Marks may overlap and nest: the text is cut wherever one
 * begins or ends, and each piece knows all that cover it.
 */
public record Marked(String text, List<Mark> marks) {

  /**
   * A mark with its sign in the text.
   *
   * @param sign 1, 2, 3 in reading order; a, b, c for wording
   * @param words the text it covers
   */
  public record Signed(Mark mark, String sign, String words) {}

  /**
   * A stretch of text in which nothing begins or ends.
   *
   * @param in the marks that cover it, the widest first
   * @param starts those that begin with it
   * @param ends those that end with it
   */
  public record Piece(String text, List<Signed> in, List<Signed> starts, List<Signed> ends) {}

  /** The marks of one kind, in reading order. */
  public record Group(Mark.Kind kind, List<Signed> marks) {}

  private static final Comparator<Mark> READING =
      Comparator.comparingInt(Mark::start)
          .thenComparing(Comparator.comparingInt(Mark::end).reversed())
          .thenComparing(Mark::kind)
          .thenComparing(Mark::id);

  /** Checks and copies. */
  public Marked {
    int length = text.codePointCount(0, text.length());
    for (Mark mark : marks) {
      if (mark.end() > length) {
        throw new IllegalArgumentException("a mark ends at " + mark.end() + " of " + length);
      }
    }
    marks = marks.stream().sorted(READING).toList();
  }

  /** The text in pieces, whose texts together are the whole. */
  public List<Piece> pieces() {
    var signed = signed();
    var cuts = new TreeSet<Integer>();
    cuts.add(0);
    cuts.add(text.codePointCount(0, text.length()));
    for (Mark mark : marks) {
      cuts.add(mark.start());
      cuts.add(mark.end());
    }
    var pieces = new ArrayList<Piece>();
    var open = new ArrayList<Signed>();
    int next = 0;
    int from = cuts.first();
    int at = 0;
    for (int to : cuts.tailSet(from, false)) {
      int begin = from;
      var starts = new ArrayList<Signed>();
      while (next < signed.size() && signed.get(next).mark().start() == begin) {
        starts.add(signed.get(next++));
      }
      open.addAll(starts);
      int until = text.offsetByCodePoints(at, to - from);
      var ends = open.stream().filter(s -> s.mark().end() == to).toList();
      pieces.add(
          new Piece(text.substring(at, until), List.copyOf(open), List.copyOf(starts), ends));
      open.removeAll(ends);
      from = to;
      at = until;
    }
    return pieces;
  }

  /** The marks by kind, those kinds left out that nothing was found of. */
  public List<Group> groups() {
    Map<Mark.Kind, List<Signed>> byKind = new EnumMap<>(Mark.Kind.class);
    for (Signed one : signed()) {
      byKind.computeIfAbsent(one.mark().kind(), kind -> new ArrayList<>()).add(one);
    }
    return byKind.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private List<Signed> signed() {
    var all = new ArrayList<Signed>();
    int numbers = 0;
    int letters = 0;
    for (Mark mark : marks) {
      String sign =
          mark.kind() == Mark.Kind.LANGUAGE ? letters(letters++) : Integer.toString(++numbers);
      int begin = text.offsetByCodePoints(0, mark.start());
      int end = text.offsetByCodePoints(begin, mark.end() - mark.start());
      all.add(new Signed(mark, sign, text.substring(begin, end)));
    }
    return all;
  }

  /** a to z, then aa, ab, as spreadsheets name columns. */
  private static String letters(int n) {
    String last = String.valueOf((char) ('a' + n % 26));
    return n < 26 ? last : letters(n / 26 - 1) + last;
  }

  /** The text is personal. */
  @Override
  public String toString() {
    return "Marked[" + marks.size() + " marks]";
  }
}
