package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name. A full name alone is cut into its first word, its last and those between;
 * where the values of the column are written “family, given”, the other way about.
 *
 * @param given given name, empty where there is none
 * @param family family name, empty where there is none
 * @param others further words of the full name, in alphabetical order
 */
record NameParts(String given, String family, String others) {

  static NameParts of(
      @Nullable String given, @Nullable String family, @Nullable String full, boolean familyFirst) {
    String first = given == null ? "" : Normal.words(Latin.of(given));
    String last = family == null ? "" : Normal.words(Latin.of(family));
    if (full == null) {
      return new NameParts(first, last, "");
    }
    List<String> words = new ArrayList<>();
    int comma = full.indexOf(',');
    if (familyFirst && comma >= 0) {
      words.addAll(split(full.substring(comma + 1)));
      words.addAll(split(full.substring(0, comma)));
    } else {
      words.addAll(split(full));
    }
    take(words, first);
    take(words, last);
    if (first.isEmpty() && given == null && !words.isEmpty()) {
      first = words.removeFirst();
    }
    if (last.isEmpty() && family == null && !words.isEmpty()) {
      last = words.removeLast();
    }
    words.sort(null);
    return new NameParts(first, last, String.join(" ", words));
  }

  /** Whether most values of a column of full names are written “family, given”. */
  static boolean familyFirst(String[] fulls) {
    long one =
        Arrays.stream(fulls)
            .filter(full -> full.chars().filter(c -> c == ',').count() == 1)
            .count();
    return one * 2 > fulls.length;
  }

  private static List<String> split(String text) {
    String words = Normal.words(Latin.of(text));
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  private static void take(List<String> words, String taken) {
    for (String word : taken.split(" ")) {
      words.remove(word);
    }
  }
}
