package org.heed.figures.sampling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.figures.RefusedInput;

/**
 * Everything that a sample can be drawn from, each unit in one stratum. Its hash says which frame
 * it was without saying what is in it.
 *
 * @param units in the order of their identifiers
 */
public record Frame(List<Unit> units) {
  public Frame {
    units = units.stream().sorted(Comparator.comparing(Unit::id)).toList();
    RefusedInput.unless(
        new TreeSet<>(units.stream().map(Unit::id).toList()).size() == units.size(),
        "units",
        "names one twice");
  }

  /**
   * One record that can be drawn.
   *
   * @param id without a line end or a tab
   */
  public record Unit(String id, String stratum) {
    public Unit {
      RefusedInput.unless(isPlain(id) && isPlain(stratum), "units", "has a tab or a line end");
    }

    private static boolean isPlain(String text) {
      return text.indexOf('\t') < 0 && text.indexOf('\n') < 0;
    }
  }

  /** The identifiers of each stratum, in order. */
  public SortedMap<String, List<String>> strata() {
    SortedMap<String, List<String>> strata = new TreeMap<>();
    units.forEach(
        unit -> strata.computeIfAbsent(unit.stratum(), _ -> new ArrayList<>()).add(unit.id()));
    return strata;
  }

  /** Identifier, tab, stratum, line end, by identifier: what its hash is of. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    units.forEach(unit -> lines.append(unit.id()).append('\t').append(unit.stratum()).append('\n'));
    return lines.toString();
  }

  /** The frame that lines say. */
  public static Frame parse(String lines) {
    return new Frame(
        lines
            .lines()
            .map(line -> {
              int tab = line.indexOf('\t');
              RefusedInput.unless(tab > 0, "units", "has a line without a tab");
              return new Unit(line.substring(0, tab), line.substring(tab + 1));
            })
            .toList());
  }

  /** SHA-256 of its lines. */
  public String hash() {
    return Digest.of(lines().getBytes(StandardCharsets.UTF_8));
  }
}
