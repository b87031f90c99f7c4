package org.heed.server.web;

/**
 * One column of a table.
 *
 * @param sortKey the key a {@link Sorting} knows it by, or empty where it does not sort
 */
public record Column(String label, boolean numeric, String sortKey) {

  /** A column of words. */
  public static Column of(String label) {
    return new Column(label, false, "");
  }

  /** A column of numbers, set to the right. */
  public static Column number(String label) {
    return new Column(label, true, "");
  }

  /** The same, with a header that sorts. */
  public Column sortedBy(String key) {
    return new Column(label, numeric, key);
  }
}
