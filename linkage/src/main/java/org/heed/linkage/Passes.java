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

  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final List<Pass> passes = new ArrayList<>();

  private Passes(Table table) {
    addNameKeys(table.names());
    addDateKeys(table.dates());
    Postcodes postcodes = table.postcodes();
    if (postcodes != null) {
      keys.put("postcode", Key.code(postcodes.terms()));
      keys.put("outcode", Key.mapped(postcodes.terms(), postcodes.outcodes()));
    }
    for (Comparison comparison : table.comparisons()) {
      switch (comparison) {
        case TextColumn text -> addColumn(text.name(), text.terms());
        case Exact exact when !exact.name().equals(Kind.SEX.word()) ->
            addColumn(exact.name(), exact.terms());
        case Identifiers id -> addIdentifier(id);
        case Exact _, GivenNames _, FamilyNames _, OtherNames _, Dates _, Postcodes _ -> {}
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

  /** Keys that cut a block which is too large. */
  List<Key> cuts() {
    List<Key> cuts = new ArrayList<>();
    for (String name : List.of("year", "given initial", "family sound", "outcode", "day")) {
      Key key = keys.get(name);
      if (key != null) {
        cuts.add(key);
      }
    }
    columns.forEach(column -> cuts.add(get(column)));
    return cuts;
  }

  private Key get(String name) {
    Key key = keys.get(name);
    if (key == null) {
      throw new IllegalArgumentException("no key " + name);
    }
    return key;
  }

  private void addColumn(String name, int[] terms) {
    keys.put(name, Key.code(terms));
    columns.add(name);
  }

  private void addIdentifier(Identifiers id) {
    keys.put(
        id.isPhone() ? "phone end" : "identifier", id.isPhone() ? end(id) : Key.code(id.terms()));
  }

  private static Key end(Identifiers phones) {
    Values.Builder ends = new Values.Builder();
    int[] map = new int[phones.distinct()];
    for (int code = 0; code < map.length; code++) {
      String text = phones.values().text(code);
      map[code] = ends.code(text.substring(Math.max(0, text.length() - 6)));
    }
    return Key.mapped(phones.terms(), map);
  }

  private void addNameKeys(@Nullable Names names) {
    if (names == null) {
      return;
    }
    Values values = names.values();
    int[] usual = new int[values.size()];
    int[] initial = new int[values.size()];
    int[] start = new int[values.size()];
    Values.Builder starts = new Values.Builder();
    for (int name = 0; name < usual.length; name++) {
      String text = values.text(name);
      int sound = names.sounds().first(name);
      usual[name] =
          names.isKnownGivenName(name) || sound < 0
              ? names.usual(name)
              : 2 * values.size() + 4096 + sound;
      initial[name] = text.charAt(0);
      start[name] = starts.code(text.substring(0, Math.min(3, text.length())));
    }
    int[] sounds = names.sounds().first().clone();
    Arrays.setAll(sounds, name -> sounds[name] >= 0 ? sounds[name] : values.size() + name);
    keys.put("given", Key.code(names.given()));
    keys.put("usual given", Key.mapped(names.given(), usual));
    keys.put("given initial", Key.mapped(names.given(), initial));
    if (Arrays.stream(names.family()).anyMatch(code -> code >= 0)) {
      keys.put("family", Key.code(names.family()));
      keys.put("family sound", Key.mapped(names.family(), sounds));
      keys.put("family start", Key.mapped(names.family(), start));
      keys.put("names", Key.either(names.given(), names.family()));
    }
  }

  private void addDateKeys(@Nullable Dates dates) {
    if (dates == null) {
      return;
    }
    int n = dates.distinct();
    int[] year = new int[n];
    int[] month = new int[n];
    int[] day = new int[n];
    for (int code = 0; code < n; code++) {
      year[code] = dates.date(code) / 10_000;
      month[code] = dates.date(code) / 100;
      day[code] = dates.isYearOnly(code) ? Records.MISSING : dates.date(code) % 10_000;
    }
    keys.put("date", Key.code(dates.terms()));
    keys.put("year", Key.mapped(dates.terms(), year));
    keys.put("month", Key.mapped(dates.terms(), month));
    keys.put("day", Key.mapped(dates.terms(), day));
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
