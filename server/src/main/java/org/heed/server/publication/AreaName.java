package org.heed.server.publication;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An area's code in words: {@code alder-vale} is Alder Vale. */
public final class AreaName {
  private AreaName() {}

  /** The name. */
  public static String of(String code) {
    return code.isBlank()
        ? "Not known"
        : words(code)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
  }

  /** Two letters for a small tile: the words' initials, or the first two of one word. */
  public static String letters(String code) {
    if (code.isBlank()) {
      return "?";
    }
    String initials = words(code).map(word -> word.substring(0, 1)).collect(Collectors.joining());
    String letters = initials.length() > 1 ? initials : code;
    return letters.substring(0, Math.min(2, letters.length())).toUpperCase(Locale.ROOT);
  }

  private static java.util.stream.Stream<String> words(String code) {
    return Arrays.stream(code.split("[- ]")).filter(word -> !word.isEmpty());
  }
}
