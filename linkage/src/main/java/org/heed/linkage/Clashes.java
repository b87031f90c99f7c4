package org.heed.linkage;

import java.util.Arrays;

/**
 * Clusters that hold what one person cannot have two of: they are to be looked at before others.
 *
 * @param bySex those with records of different sex
 * @param byBirth those with dates of birth over two years apart
 * @param byIdentifier those with different national identifiers
 */
public record Clashes(int bySex, int byBirth, int byIdentifier) {
  private static final int YEARS_APART = 2;

  /** Of these clusters, each known by its first record. */
  static Clashes of(Table table, int[] clusters) {
    Exact sex = table.sex();
    Dates dates = table.dates();
    int identifiers = 0;
    for (Comparison comparison : table.comparisons()) {
      if (comparison instanceof Identifiers of && !of.isPhone()) {
        identifiers += apart(clusters, of.terms(), 0);
      }
    }
    return new Clashes(
        sex == null ? 0 : apart(clusters, sex.terms(), 0),
        dates == null ? 0 : apart(clusters, years(dates), YEARS_APART),
        identifiers);
  }

  private static int[] years(Dates dates) {
    return Arrays.stream(dates.terms())
        .map(term -> term < 0 ? Records.MISSING : dates.date(term) / 10_000)
        .toArray();
  }

  /** How many clusters have known values further apart than this. */
  private static int apart(int[] clusters, int[] values, int allowed) {
    int[] least = new int[clusters.length];
    int[] most = new int[clusters.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(most, Records.MISSING);
    for (int i = 0; i < clusters.length; i++) {
      if (values[i] >= 0) {
        least[clusters[i]] = Math.min(least[clusters[i]], values[i]);
        most[clusters[i]] = Math.max(most[clusters[i]], values[i]);
      }
    }
    int apart = 0;
    for (int i = 0; i < clusters.length; i++) {
      apart += most[i] >= 0 && most[i] - least[i] > allowed ? 1 : 0;
    }
    return apart;
  }
}
