package org.heed.figures.published;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads offence codes, undoing the damage of spreadsheets that took 37.2 for a number and wrote out
 * all its binary digits. The repaired code is the shortest decimal that stands for the same number,
 * and each repair is listed.
 */
final class OffenceCodes {
  private static final Pattern DAMAGED = Pattern.compile("\\d+\\.\\d{10,}");

  private final Map<String, Repair> repairs = new TreeMap<>();

  String read(String found) {
    if (!DAMAGED.matcher(found).matches()) {
      return found;
    }
    String repaired = Double.toString(Double.parseDouble(found));
    repairs.merge(
        found, new Repair(found, repaired, 1), (a, _) -> new Repair(found, repaired, a.rows() + 1));
    return repaired;
  }

  List<Repair> repairs() {
    return List.copyOf(repairs.values());
  }
}
