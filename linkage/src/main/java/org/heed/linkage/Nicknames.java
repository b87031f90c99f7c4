package org.heed.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Given names that one person goes by: each line of the list is one name and what it becomes. */
final class Nicknames {
  private final Map<String, int[]> groups = new HashMap<>();

  private Nicknames() {}

  private static final class Ours {
    static final Nicknames LIST = read();
  }

  /** The list that comes with Heed. */
  static Nicknames load() {
    return Ours.LIST;
  }

  private static Nicknames read() {
    Nicknames names = new Nicknames();
    InputStream list =
        Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"), "the list");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      Map<String, List<Integer>> byName = new HashMap<>();
      int group = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          for (String name : line.split(" ")) {
            byName.computeIfAbsent(name, unknown -> new ArrayList<>()).add(group);
          }
          group++;
        }
      }
      byName.forEach(
          (name, of) -> names.groups.put(name, of.stream().mapToInt(Integer::intValue).toArray()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The groups that a name belongs to, the most usual first; none for most names. */
  int[] groups(String name) {
    return groups.getOrDefault(name, NONE);
  }

  private static final int[] NONE = {};
}
