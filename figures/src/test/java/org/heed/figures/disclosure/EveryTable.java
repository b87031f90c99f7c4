package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Every whole-number filling of what is hidden that agrees with all that is shown and all totals:
 * the slow way to a range. Hidden places of linked tables are the same place where their labels
 * are.
 */
final class EveryTable {
  private final List<Map<String, String>> unknown = new ArrayList<>();
  private final List<long[]> equations = new ArrayList<>();
  private final long[] least;
  private final long[] most;
  private final long[] low;
  private final long[] high;

  /**
   * Over tables and what was hidden of them.
   *
   * @param knowing whether a small count is known to lie within the rule, and noughts to be shown
   */
  EveryTable(List<Table> tables, SuppressedTables answer, Rule rule, boolean knowing) {
    Map<Map<String, String>, SuppressedTables.Audited> audited =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    answer.audit().forEach(each -> audited.put(each.at(), each));
    unknown.addAll(audited.keySet());
    least = new long[unknown.size()];
    most = new long[unknown.size()];
    low = new long[unknown.size()];
    high = new long[unknown.size()];
    boolean noughts = rule.hideZero();
    for (Table table : tables) {
      for (int i = 0; i < unknown.size(); i++) {
        boolean here = table.places().contains(unknown.get(i));
        noughts |= here && table.count(unknown.get(i)) == 0;
      }
    }
    for (int i = 0; i < least.length; i++) {
      boolean small = knowing && Objects.requireNonNull(audited.get(unknown.get(i))).small();
      least[i] = small ? rule.least() : knowing && !noughts ? 1 : 0;
      most[i] = small ? rule.most() : Long.MAX_VALUE;
      low[i] = Long.MAX_VALUE;
      high[i] = Long.MIN_VALUE;
    }
    for (Table table : tables) {
      addEquations(table, tables, audited);
    }
    fill(new long[unknown.size()], 0);
  }

  long low(Map<String, String> at) {
    return low[unknown.indexOf(at)];
  }

  long high(Map<String, String> at) {
    return high[unknown.indexOf(at)];
  }

  /** Signs of the unknown and, last, what they must add up to. */
  private void addEquations(
      Table table, List<Table> tables, Map<Map<String, String>, SuppressedTables.Audited> audited) {
    for (String over : table.dimensions().keySet()) {
      Map<String, long[]> sums = new TreeMap<>();
      for (Map<String, String> place : table.places()) {
        Map<String, String> total = new TreeMap<>(place);
        total.remove(over);
        long[] sum = sums.computeIfAbsent(total.toString(), _ -> new long[unknown.size() + 1]);
        int i = unknown.indexOf(place);
        boolean hiddenTotal =
            audited.containsKey(total)
                && tables.stream().anyMatch(other -> other.places().contains(total));
        if (i >= 0) {
          sum[i] = 1;
          sum[unknown.size()] += hiddenTotal ? 0 : table.count(place);
        } else if (hiddenTotal) {
          sum[unknown.size()] -= table.count(place);
        }
        if (hiddenTotal) {
          sum[unknown.indexOf(total)] = -1;
        }
      }
      equations.addAll(sums.values());
    }
  }

  private void fill(long[] counts, int next) {
    if (next == counts.length) {
      for (int i = 0; i < counts.length; i++) {
        low[i] = Math.min(low[i], counts[i]);
        high[i] = Math.max(high[i], counts[i]);
      }
      return;
    }
    for (long count = least[next]; count <= Math.min(most[next], 30); count++) {
      counts[next] = count;
      if (possible(counts, next)) {
        fill(counts, next + 1);
      }
    }
    counts[next] = 0;
  }

  /** Whether the equations can still hold: those with nothing left open must. */
  private boolean possible(long[] counts, int last) {
    for (long[] equation : equations) {
      long sum = 0;
      boolean open = false;
      boolean total = false;
      for (int i = 0; i < counts.length; i++) {
        sum += i <= last ? equation[i] * counts[i] : 0;
        open |= i > last && equation[i] != 0;
        total |= equation[i] < 0;
      }
      long wanted = equation[counts.length];
      if (open ? !total && sum > wanted : sum != wanted) {
        return false;
      }
    }
    return true;
  }
}
