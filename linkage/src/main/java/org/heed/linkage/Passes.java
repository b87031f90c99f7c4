package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which blocking passes a table gets: for each respect that it has, keys that survive one kind of
 * slip, two or three of them together so that blocks stay small. Blocks that are too large all the
 * same are cut by {@link #cuts}, in order.
 */
final class Passes {
  /**
   * One pass.
   *
   * @param name what its pairs have in common
   * @param key the key that they share
   */
  record Pass(String name, Key key) {}

  /**
   * Keys of whole values, which cut a block in the end: who shares all of them is equal, and one
   * record stands for these.
   */
  private static final List<String> WHOLES =
      List.of("given", "family", "other names", "date", "postcode", "phone", "identifier");

  private static final int PHONE_END = 6;
  private static final int BEGINNING = 3;

  private final Table table;
  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final List<Pass> passes = new ArrayList<>();

  private Passes(Table table) {
    this.table = table;
    addNameKeys(table.names());
    addDateKeys(table.dates());
    Postcodes postcodes = table.postcodes();
    if (postcodes != null) {
      keys.put("postcode", of(postcodes));
      keys.put("outcode", of(postcodes, postcodes::outcode));
    }
    for (Comparison comparison : table.comparisons()) {
      switch (comparison) {
        case TextColumn text -> addColumn(text);
        case Exact exact when !exact.name().equals(Kind.SEX.word()) -> addColumn(exact);
        case Identifiers id -> addIdentifier(id);
        case OtherNames others -> keys.put("other names", of(others));
        case Exact _, GivenNames _, FamilyNames _, Dates _, Postcodes _ -> {}
      }
    }
  }

  static Passes of(Table table) {
    Passes all = new Passes(table);
    all.compose();
    return all;
  }

  List<Pass> list() {
    return passes;
  }

  /** What a record is compared by, as a number: the same for equal records in every table. */
  long equal(int record) {
    long number = 0;
    for (Comparison comparison : table.comparisons()) {
      int term = comparison.terms()[record];
      if (term >= 0) {
        long value = Key.number(comparison.text(term));
        number += Key.cut(Key.number(comparison.name()), value);
      }
    }
    return number;
  }

  /** Whether there is anything that somebody could be found by. */
  boolean hasKey(int record) {
    for (Pass pass : passes) {
      if (pass.key.of(record) != Key.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Keys that cut a block which is too large. */
  List<Key> cuts() {
    return cutNames().stream().map(this::cut).toList();
  }

  /** The names of those keys, in order. */
  List<String> cutNames() {
    List<String> cuts = new ArrayList<>();
    for (String name : List.of("year", "given initial", "family sound", "outcode", "day")) {
      if (keys.containsKey(name)) {
        cuts.add(name);
      }
    }
    cuts.addAll(columns);
    for (String name : WHOLES) {
      if (keys.containsKey(name)) {
        cuts.add(name);
      }
    }
    return cuts;
  }

  /** The cut of this name; one that says nothing where no record of the table has any. */
  Key cut(String name) {
    return keys.getOrDefault(name, record -> Key.NONE);
  }

  private static Key of(Comparison comparison) {
    return of(comparison, comparison::text);
  }

  private static Key of(Comparison comparison, Key.Text text) {
    return Key.of(comparison.terms(), Key.numbers(comparison.distinct(), text));
  }

  private void addColumn(Comparison column) {
    keys.put(column.name(), of(column));
    columns.add(column.name());
  }

  private void addIdentifier(Identifiers id) {
    if (id.isPhone()) {
      keys.put("phone end", of(id, code -> end(id.text(code))));
      keys.put("phone", of(id));
    } else {
      keys.put("identifier", of(id));
    }
  }

  private static String end(String phone) {
    return phone.substring(Math.max(0, phone.length() - PHONE_END));
  }

  private void addNameKeys(@Nullable Names names) {
    if (names == null) {
      return;
    }
    Values values = names.values();
    int n = values.size();
    int[] given = names.given();
    int[] family = names.family();
    long[] whole = Key.numbers(n, values::text);
    keys.put("given", Key.of(given, whole));
    keys.put("usual given", Key.of(given, Key.numbers(n, names::usual)));
    keys.put(
        "given initial", Key.of(given, Key.numbers(n, name -> values.text(name).substring(0, 1))));
    if (Arrays.stream(family).anyMatch(code -> code >= 0)) {
      keys.put("family", Key.of(family, whole));
      keys.put("family sound", Key.of(family, Key.numbers(n, names::sound)));
      keys.put("family start", Key.of(family, Key.numbers(n, name -> start(values.text(name)))));
      keys.put("names", Key.either(given, family, whole));
    }
  }

  private static String start(String name) {
    return name.substring(0, Math.min(BEGINNING, name.length()));
  }

  private void addDateKeys(@Nullable Dates dates) {
    if (dates == null) {
      return;
    }
    keys.put("date", of(dates));
    keys.put("year", of(dates, code -> Integer.toString(dates.date(code) / 10_000)));
    keys.put("month", of(dates, code -> Integer.toString(dates.date(code) / 100)));
    keys.put(
        "day",
        of(
            dates,
            code -> dates.isYearOnly(code) ? "" : Integer.toString(dates.date(code) % 10_000)));
  }

  private void compose() {
    add("identifier");
    add("phone end");
    add("family", "date");
    add("given", "date");
    add("names");
    add("usual given", "family sound");
    add("date", "postcode");
    add("family", "postcode");
    add("usual given", "postcode");
    add("family sound", "month");
    add("family sound", "day");
    add("usual given", "month");
    add("usual given", "day");
    add("family sound", "year", "given initial");
    add("family", "outcode");
    add("usual given", "outcode", "year");
    for (String column : columns) {
      add("date", column);
      add("family", column);
      add("usual given", column);
      add("postcode", column);
      add("family start", "given initial", column);
    }
    add("date", "outcode");
    add("postcode", "year");
    add("postcode", "given initial");
    add("postcode", "family start");
    add("family start", "given initial", "outcode");
    add("family start", "given initial", "year");
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        add(columns.get(i), columns.get(j));
      }
      add(columns.get(i), "year");
    }
    add("date");
    add("postcode");
    add("family");
    add("usual given");
    columns.forEach(this::add);
  }

  private void add(String... names) {
    Key[] all = new Key[names.length];
    for (int i = 0; i < names.length; i++) {
      Key key = keys.get(names[i]);
      if (key == null) {
        return;
      }
      all[i] = key;
    }
    passes.add(new Pass(String.join(" + ", names), all.length == 1 ? all[0] : Key.all(all)));
  }
}
