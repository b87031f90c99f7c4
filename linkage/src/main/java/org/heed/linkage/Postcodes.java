package org.heed.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postcodes: a British one by its parts, another by how much of its start is the same. */
final class Postcodes implements Comparison {
  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.7),
          new Level("one character", false, 0.05),
          new Level("same sector", false, 0.03),
          new Level("same outcode", false, 0.07),
          new Level("same area", false, 0.05),
          new Level("different", false, 0.1));
  private static final Pattern BRITISH =
      Pattern.compile("(?<area>[A-Z]{1,2})(?<district>[0-9][A-Z0-9]?)(?<sector>[0-9])[A-Z]{2}");

  private final int[] terms;
  private final Values values;
  private final int[] sectors;
  private final int[] outcodes;
  private final int[] areas;
  private final List<String> outcodeTexts;

  private Postcodes(int[] terms, Values values, int[][] parts, List<String> texts) {
    this.terms = terms;
    this.values = values;
    this.sectors = parts[0];
    this.outcodes = parts[1];
    this.areas = parts[2];
    this.outcodeTexts = texts;
  }

  static Postcodes of(int[] column, String[] raw) {
    Values.Builder codes = new Values.Builder();
    int[] byValue = Arrays.stream(raw).map(Normal::compact).mapToInt(codes::code).toArray();
    int[] terms = new int[column.length];
    Arrays.setAll(terms, i -> column[i] < 0 ? Records.MISSING : byValue[column[i]]);
    Values values = codes.freeze();
    int[][] parts = new int[3][values.size()];
    Values.Builder known = new Values.Builder();
    for (int code = 0; code < values.size(); code++) {
      String[] of = parts(values.text(code));
      for (int i = 0; i < of.length; i++) {
        parts[i][code] = known.code(i + of[i]);
      }
    }
    return new Postcodes(terms, values, parts, known.texts());
  }

  private static String[] parts(String code) {
    Matcher british = BRITISH.matcher(code);
    if (british.matches()) {
      return new String[] {
        code.substring(0, british.end("sector")),
        code.substring(0, british.end("district")),
        british.group("area")
      };
    }
    int n = code.length();
    return new String[] {
      code.substring(0, Math.max(1, n - 1)),
      code.substring(0, Math.max(1, n - 2)),
      code.substring(0, 1)
    };
  }

  @Override
  public String name() {
    return Kind.POSTCODE.word();
  }

  @Override
  public boolean isOwn() {
    return false;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int[] terms() {
    return terms;
  }

  @Override
  public int distinct() {
    return values.size();
  }

  /** The outcode of a postcode. */
  String outcode(int code) {
    return outcodeTexts.get(outcodes[code]);
  }

  @Override
  public String text(int term) {
    return values.text(term);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    if (Edits.isOne(values, x, y)) {
      return 1;
    }
    if (sectors[x] == sectors[y]) {
      return 2;
    }
    return outcodes[x] == outcodes[y] ? 3 : areas[x] == areas[y] ? 4 : 5;
  }
}
