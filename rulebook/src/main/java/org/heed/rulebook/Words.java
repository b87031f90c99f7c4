package org.heed.rulebook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks enum constants up by the word a rulebook writes for them. */
final class Words {
  private Words() {}

  static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> word, String text) {
    return Arrays.stream(values).filter(v -> word.apply(v).equals(text)).findFirst();
  }

  /** The constants by their words, in order. */
  static <E extends Enum<E>> Map<String, E> map(E[] values, Function<E, String> word) {
    Map<String, E> map = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> map.put(word.apply(value), value));
    return map;
  }

  /** Words that stand for themselves, in order. */
  static Map<String, String> same(List<String> words) {
    Map<String, String> map = new LinkedHashMap<>();
    words.forEach(word -> map.put(word, word));
    return map;
  }
}
