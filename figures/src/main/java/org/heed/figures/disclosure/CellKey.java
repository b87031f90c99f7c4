package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.RefusedInput;

/**
 * Cell-key perturbation (Fraser and Wooton 2005; as used by the Australian Bureau of Statistics and
 * the Office for National Statistics): each record has a fixed key, a cell's key is the sum of its
 * records' keys, and a table says what to add for each count and key. The same cell gets the same
 * noise wherever it appears. For tables only, never for operational counts.
 */
public final class CellKey {
  /** The largest count of the national tables, above which their last 250 rows come round again. */
  private static final int NATIONAL_ROWS = 750;

  private static final int NATIONAL_CYCLE = 250;

  private static final int MOST = 1_000_000_000;

  /** What to add to a count whose cell key lies between two keys, both included. */
  public record Row(int count, int keyFrom, int keyTo, int add) {}

  private final Map<Integer, List<Row>> rows = new LinkedHashMap<>();
  private final int modulus;
  private final int largest;

  /** A table. Keys run from 0 to the largest it names. */
  public CellKey(List<Row> table) {
    RefusedInput.unless(!table.isEmpty(), "ptable", "has no rows");
    int lastKey = 0;
    int last = 0;
    for (Row row : table) {
      RefusedInput.unless(
          row.keyFrom() >= 0 && row.keyFrom() <= row.keyTo(),
          "ptable",
          "has keys from " + row.keyFrom() + " to " + row.keyTo());
      RefusedInput.unless(
          row.count() >= 0 && (long) row.count() + row.add() >= 0,
          "ptable",
          "publishes a count below zero from " + row.count());
      RefusedInput.unless(
          row.keyTo() < Integer.MAX_VALUE && row.count() <= MOST && row.add() <= MOST,
          "ptable",
          "has a number over a thousand million");
      List<Row> same = rows.computeIfAbsent(row.count(), _ -> new ArrayList<>());
      for (Row other : same) {
        RefusedInput.unless(
            row.keyTo() < other.keyFrom() || row.keyFrom() > other.keyTo(),
            "ptable",
            "has two rows for count " + row.count() + " and key " + row.keyFrom());
      }
      same.add(row);
      lastKey = Math.max(lastKey, row.keyTo());
      last = Math.max(last, row.count());
    }
    modulus = lastKey + 1;
    largest = last;
  }

  /** A cell's key: the sum of its records' keys, come round at the table's last key. */
  public int key(List<Integer> recordKeys) {
    long sum = 0;
    for (int key : recordKeys) {
      RefusedInput.unless(
          key >= 0 && key < modulus, "key", key + " lies outside 0 to " + (modulus - 1));
      sum += key;
    }
    return (int) (sum % modulus);
  }

  /** What is published for a cell with these records. */
  public int published(List<Integer> recordKeys) {
    int count = recordKeys.size();
    int key = key(recordKeys);
    int row = row(count);
    for (Row each : rows.getOrDefault(row, List.of())) {
      if (each.keyFrom() <= key && key <= each.keyTo()) {
        return count + each.add();
      }
    }
    throw new RefusedInput("ptable", "has no row for count " + row + " and key " + key);
  }

  private int row(int count) {
    boolean comesRound = largest == NATIONAL_ROWS && count > NATIONAL_ROWS;
    return comesRound ? (count - 1) % NATIONAL_CYCLE + NATIONAL_ROWS - NATIONAL_CYCLE + 1 : count;
  }
}
