package org.heed.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Splink's way of linking as SQL of our own on DuckDB: blocking rules with what earlier ones made
 * left out, levels by CASE, chance agreement from random pairs, expectation and maximisation for
 * pairs that share a rule, weights with term frequencies, connected components above a weight.
 */
final class SplinkOnDuck {
  /** From where pairs are joined, in bits: the best of these counts, which flatters it. */
  private static final double[] JOIN = {6, 10, 14, 18};

  private static final double RECALL = 0.7;
  private static final int ROUNDS = 25;

  private static final List<String> RULES =
      List.of(
          "a.family = b.family and a.born = b.born",
          "a.given = b.given and a.family = b.family and a.town = b.town",
          "a.born = b.born and a.postcode = b.postcode",
          "a.family = b.family and a.postcode = b.postcode",
          "a.phone = b.phone",
          "a.given = b.given and a.born = b.born");

  /** Pairs that share these are learnt from, for all comparisons but those named. */
  private static final Map<String, List<String>> LEARNT_FROM =
      Map.of(
          "a.family = b.family and a.born = b.born", List.of("family", "born"),
          "a.given = b.given and a.postcode = b.postcode", List.of("given", "postcode"));

  private static final List<String> COLUMNS =
      List.of("given", "family", "born", "postcode", "town", "phone", "job");

  private final DuckPeer duck;
  private final Map<String, double[]> m = new HashMap<>();
  private final Map<String, double[]> u = new HashMap<>();
  private int records;
  private long pairs;

  SplinkOnDuck(DuckPeer duck) {
    this.duck = duck;
  }

  /** Links the records of a file; answers each one's cluster, at each weight to join from. */
  List<int[]> link(String csv) throws SQLException {
    duck.run(
        "create table people as select row_number() over () - 1 as n, * from read_csv('"
            + csv
            + "', all_varchar = true, header = true)");
    duck.ask("select count(*) from people", row -> records = row.getInt(1));
    for (String column : COLUMNS) {
      duck.run(
          String.format(
              Locale.ROOT,
              "create table tf_%1$s as select %1$s, count(*) / sum(count(*)) over () as tf from"
                  + " people where %1$s is not null group by %1$s",
              column));
    }
    learnChance();
    double match = matchShare();
    for (Map.Entry<String, List<String>> rule : LEARNT_FROM.entrySet()) {
      learn(rule.getKey(), rule.getValue());
    }
    return components(match);
  }

  long pairs() {
    return pairs;
  }

  private static String level(String column) {
    String same = String.format(Locale.ROOT, "when a.%1$s = b.%1$s then 0 ", column);
    String similar =
        switch (column) {
          case "given", "family", "town" ->
              String.format(
                  Locale.ROOT,
                  "when jaro_winkler_similarity(a.%1$s, b.%1$s) >= 0.92 then 1 when"
                      + " jaro_winkler_similarity(a.%1$s, b.%1$s) >= 0.8 then 2 ",
                  column);
          case "born" ->
              "when damerau_levenshtein(a.born, b.born) <= 1 then 1 when"
                  + " a.born[:4] = b.born[:4] then 2 ";
          case "postcode" ->
              "when split_part(a.postcode, ' ', 1) = split_part(b.postcode, ' ', 1)" + " then 1 ";
          default -> "";
        };
    return String.format(
        Locale.ROOT,
        "case when a.%1$s is null or b.%1$s is null then -1 %2$s%3$selse 3 end as l_%1$s",
        column,
        same,
        similar);
  }

  private static String levels() {
    return String.join(", ", COLUMNS.stream().map(SplinkOnDuck::level).toList());
  }

  private static String names() {
    return String.join(", ", COLUMNS.stream().map(column -> "l_" + column).toList());
  }

  /** Counts of patterns among pairs that a condition chooses. */
  private List<long[]> patterns(String from) throws SQLException {
    List<long[]> patterns = new ArrayList<>();
    duck.ask(
        "select " + names() + ", count(*) from (select " + levels() + from + ") group by all",
        row -> {
          long[] pattern = new long[COLUMNS.size() + 1];
          for (int i = 0; i < pattern.length; i++) {
            pattern[i] = row.getLong(i + 1);
          }
          patterns.add(pattern);
        });
    return patterns;
  }

  private void learnChance() throws SQLException {
    List<long[]> patterns =
        patterns(
            " from (select * from people using sample reservoir(1500 rows) repeatable (1)) a,"
                + " (select * from people using sample reservoir(1500 rows) repeatable (2)) b"
                + " where a.n <> b.n");
    for (int c = 0; c < COLUMNS.size(); c++) {
      double[] counts = {0.1, 0.1, 0.1, 0.1};
      for (long[] pattern : patterns) {
        if (pattern[c] >= 0) {
          counts[(int) pattern[c]] += pattern[COLUMNS.size()];
        }
      }
      u.put(COLUMNS.get(c), shares(counts));
    }
    for (String column : COLUMNS) {
      duck.ask(
          "select sum(tf * tf) from tf_" + column,
          row -> of(u, column)[0] = Math.max(row.getDouble(1), 1e-9));
      m.put(column, new double[] {0.8, 0.1, 0.05, 0.05});
    }
  }

  private double matchShare() throws SQLException {
    double[] found = new double[1];
    duck.ask(
        "select count(*) from people a, people b where a.n < b.n and a.given = b.given and"
            + " a.family = b.family and a.born = b.born",
        row -> found[0] = row.getDouble(1));
    return found[0] / RECALL / ((double) records * (records - 1) / 2);
  }

  private void learn(String rule, List<String> without) throws SQLException {
    List<long[]> patterns = patterns(" from people a, people b where a.n < b.n and " + rule);
    double match = 0.3;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, double[]> sums = new HashMap<>();
      double matches = 0;
      double all = 0;
      for (long[] pattern : patterns) {
        double odds = match / (1 - match);
        for (int c = 0; c < COLUMNS.size(); c++) {
          if (pattern[c] >= 0 && !without.contains(COLUMNS.get(c))) {
            odds *=
                of(m, COLUMNS.get(c))[(int) pattern[c]] / of(u, COLUMNS.get(c))[(int) pattern[c]];
          }
        }
        double one = pattern[COLUMNS.size()] * odds / (1 + odds);
        matches += one;
        all += pattern[COLUMNS.size()];
        for (int c = 0; c < COLUMNS.size(); c++) {
          if (pattern[c] >= 0) {
            sums.computeIfAbsent(COLUMNS.get(c), none -> new double[] {0.1, 0.1, 0.1, 0.1})[
                    (int) pattern[c]] +=
                one;
          }
        }
      }
      match = Math.clamp(matches / all, 1e-6, 1 - 1e-6);
      sums.forEach((column, of) -> {
        if (!without.contains(column)) {
          m.put(column, shares(of));
        }
      });
    }
  }

  private static double[] of(Map<String, double[]> shares, String column) {
    return shares.getOrDefault(column, new double[] {1, 1, 1, 1});
  }

  private static double[] shares(double[] counts) {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= total;
    }
    return counts;
  }

  private List<int[]> components(double match) throws SQLException {
    StringBuilder blocked = new StringBuilder();
    StringBuilder before = new StringBuilder();
    for (String rule : RULES) {
      blocked
          .append(blocked.isEmpty() ? "" : " union all ")
          .append("select a.n as a, b.n as b from people a, people b where a.n < b.n and ")
          .append(rule)
          .append(before);
      before.append(" and not coalesce(").append(rule).append(", false)");
    }
    duck.run("create table pairs as " + blocked);
    duck.ask("select count(*) from pairs", row -> pairs = row.getLong(1));
    StringBuilder weight = new StringBuilder();
    StringBuilder joins = new StringBuilder();
    for (String column : COLUMNS) {
      weight.append(" + ").append(weighed(column));
      joins.append(
          String.format(Locale.ROOT, " left join tf_%1$s on tf_%1$s.%1$s = a.%1$s", column));
    }
    List<int[]> parents = new ArrayList<>();
    for (int i = 0; i < JOIN.length; i++) {
      parents.add(IntStream.range(0, records).toArray());
    }
    duck.ask(
        String.format(
            Locale.ROOT,
            "select x, y, weight from (select x, y, %f%s as weight from (select a.n as x, b.n as y, %s, %s"
                + " from pairs join people a on a.n = pairs.a join people b on b.n = pairs.b%s))"
                + " where weight >= %f",
            Math.log(match / (1 - match)) / Math.log(2),
            weight,
            levels(),
            String.join(
                ", ", COLUMNS.stream().map(c -> "coalesce(tf_" + c + ".tf, 1) as f_" + c).toList()),
            joins,
            JOIN[0]),
        row -> {
          for (int i = 0; i < JOIN.length; i++) {
            if (row.getDouble(3) >= JOIN[i]) {
              join(parents.get(i), row.getInt(1), row.getInt(2));
            }
          }
        });
    for (int[] parent : parents) {
      for (int i = 0; i < records; i++) {
        parent[i] = root(parent, i);
      }
    }
    return parents;
  }

  private String weighed(String column) {
    StringBuilder weighed = new StringBuilder("case l_" + column);
    for (int level = 0; level < 4; level++) {
      double of = Math.log(of(m, column)[level] / of(u, column)[level]) / Math.log(2);
      weighed.append(String.format(Locale.ROOT, " when %d then %f", level, of));
      if (level == 0) {
        weighed.append(
            String.format(Locale.ROOT, " + log2(%.12f / f_%s)", of(u, column)[0], column));
      }
    }
    return weighed.append(" else 0 end").toString();
  }

  private static void join(int[] parent, int a, int b) {
    int x = root(parent, a);
    int y = root(parent, b);
    parent[Math.max(x, y)] = Math.min(x, y);
  }

  private static int root(int[] parent, int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
