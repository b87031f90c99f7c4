package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records to be linked: every distinct value of a column once, and for each record the codes of its
 * values. Of two files the second's records follow the first's.
 */
public final class Records {
  /** The code of a value that is missing. */
  static final int MISSING = -1;

  private static final int LONGEST = 256;

  private final Layout layout;
  private final String[] ids;
  private final int firsts;
  private final int[][] codes;
  private final String[][] values;

  private Records(Layout layout, String[] ids, int firsts, int[][] codes, String[][] values) {
    this.layout = layout;
    this.ids = ids;
    this.firsts = firsts;
    this.codes = codes;
    this.values = values;
  }

  /** Starts a table of records with this layout. */
  public static Builder builder(Layout layout) {
    return new Builder(layout);
  }

  public Layout layout() {
    return layout;
  }

  public int size() {
    return ids.length;
  }

  /** How many records are of the first file; all of them where there is one. */
  public int firsts() {
    return firsts;
  }

  /** Whether two files are linked, rather than one freed of duplicates. */
  public boolean isTwoFiles() {
    return firsts < ids.length;
  }

  public String id(int record) {
    return ids[record];
  }

  /** Codes of one column, by record. */
  int[] codes(int column) {
    return codes[column];
  }

  /** Distinct values of one column, by code, as they came, trimmed. */
  String[] values(int column) {
    return values[column];
  }

  /** The value that a record came with; null where it is missing. */
  @Nullable String value(int record, int column) {
    int code = codes[column][record];
    return code == MISSING ? null : values[column][code];
  }

  /** Gathers records in the order in which they come. */
  public static final class Builder {
    private final Layout layout;
    private final List<Map<String, Integer>> dictionaries = new ArrayList<>();
    private String[] ids = new String[1024];
    private final int[][] codes;
    private int size;
    private int firsts = -1;

    private Builder(Layout layout) {
      this.layout = layout;
      this.codes = new int[layout.columns().size()][1024];
      for (int i = 0; i < codes.length; i++) {
        dictionaries.add(new HashMap<>());
      }
    }

    /** How many records there are so far. */
    public int size() {
      return size;
    }

    /** Adds a record; a value that is null, blank or {@code NA} is missing. */
    public void add(String id, @Nullable String[] row) {
      if (row.length != codes.length) {
        throw new IllegalArgumentException("a row of " + row.length + " values");
      }
      if (size == ids.length) {
        grow();
      }
      ids[size] = id;
      for (int i = 0; i < row.length; i++) {
        codes[i][size] = code(dictionaries.get(i), row[i]);
      }
      size++;
    }

    /** Says that the records from here on are of the second file. */
    public void startSecond() {
      if (firsts >= 0) {
        throw new IllegalStateException("there are two files at most");
      }
      firsts = size;
    }

    private void grow() {
      int more = size * 2;
      ids = Arrays.copyOf(ids, more);
      for (int i = 0; i < codes.length; i++) {
        codes[i] = Arrays.copyOf(codes[i], more);
      }
    }

    private static int code(Map<String, Integer> dictionary, @Nullable String value) {
      String trimmed = value == null ? "" : value.strip();
      if (trimmed.isEmpty() || trimmed.equals("NA")) {
        return MISSING;
      }
      String kept = trimmed.length() > LONGEST ? trimmed.substring(0, LONGEST) : trimmed;
      Integer known = dictionary.get(kept);
      if (known != null) {
        return known;
      }
      int code = dictionary.size();
      dictionary.put(kept, code);
      return code;
    }

    /** Freezes the table. */
    public Records freeze() {
      int[][] frozen = new int[codes.length][];
      String[][] values = new String[codes.length][];
      for (int i = 0; i < codes.length; i++) {
        frozen[i] = Arrays.copyOf(codes[i], size);
        String[] distinct = new String[dictionaries.get(i).size()];
        dictionaries.get(i).forEach((value, code) -> distinct[code] = value);
        values[i] = distinct;
      }
      int first = firsts < 0 ? size : firsts;
      return new Records(layout, Arrays.copyOf(ids, size), first, frozen, values);
    }
  }
}
