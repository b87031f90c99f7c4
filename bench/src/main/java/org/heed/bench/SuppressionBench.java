package org.heed.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.heed.figures.disclosure.Rule;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.figures.disclosure.Suppression;

/**
 * Four tables of 50 areas by 20 columns with all totals, counted from the same made-up records and
 * so linked by their areas; then the same with the areas' own totals as a fifth table, whose small
 * counts are hidden too.
 */
final class SuppressionBench {
  private static final int AREAS = 50;
  private static final int COLUMNS = 20;
  private static final int RECORDS = 12_000;
  private static final List<String> NAMES = List.of("type", "age", "route", "month");
  private static final Rule RULE = new Rule(5, false);

  private final Settings settings;

  SuppressionBench(Settings settings) {
    this.settings = settings;
  }

  List<Line> run() {
    List<Map<String, String>> records = records(new Random(1));
    List<org.heed.figures.disclosure.Table> tables = new ArrayList<>();
    for (String name : NAMES) {
      tables.add(table(records, List.of("area", name)));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(line("four linked tables of 50 by 20", tables));
    tables.add(table(records, List.of("area")));
    lines.add(line("the same and their areas' totals", tables));
    return lines;
  }

  private Line line(String what, List<org.heed.figures.disclosure.Table> tables) {
    settings.say("hiding and auditing " + what);
    long began = System.nanoTime();
    SuppressedTables answer = Suppression.of(tables, RULE);
    long nanos = System.nanoTime() - began;
    long small = answer.audit().stream().filter(SuppressedTables.Audited::small).count();
    long narrow =
        answer.audit().stream()
            .filter(SuppressedTables.Audited::small)
            .filter(each -> !wide(each))
            .count();
    return new Line(
        what
            + String.format(
                Locale.ROOT,
                ": %d small counts, %d cells hidden and audited",
                small,
                answer.audit().size()),
        "under 30 s, no range narrower than the rule",
        Table.seconds(nanos) + ", " + narrow + " narrower",
        "",
        "",
        nanos < 30_000_000_000L && narrow == 0);
  }

  /** Whether someone who knows the rule must take everything that it hides for possible. */
  private static boolean wide(SuppressedTables.Audited each) {
    return each.knowing().lower() <= 1 && each.knowing().upper() >= RULE.hideBelow() - 1;
  }

  private static List<Map<String, String>> records(Random random) {
    List<Map<String, String>> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Map<String, String> record = new HashMap<>();
      record.put("area", "area " + skewed(AREAS, random));
      for (String name : NAMES) {
        record.put(name, name + " " + skewed(COLUMNS, random));
      }
      records.add(record);
    }
    return records;
  }

  /** The first more often than the last, as areas and offences are. */
  private static int skewed(int of, Random random) {
    return (int) (of * Math.pow(random.nextDouble(), 1.8));
  }

  private static org.heed.figures.disclosure.Table table(
      List<Map<String, String>> records, List<String> names) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    for (String name : names) {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < (name.equals("area") ? AREAS : COLUMNS); i++) {
        labels.add(name + " " + i);
      }
      dimensions.put(name, labels);
    }
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (Map<String, String> record : records) {
      Map<String, String> at = new TreeMap<>();
      names.forEach(name -> at.put(name, record.getOrDefault(name, "")));
      counts.merge(at, 1L, Long::sum);
    }
    return new org.heed.figures.disclosure.Table(dimensions, counts);
  }
}
