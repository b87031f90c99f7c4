package org.heed.rulebook;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Looks enum constants up by the word a rulebook writes for them. */
final class Words {
  private Words() {}

  static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> word, String text) {
    return Arrays.stream(values).filter(v -> word.apply(v).equals(text)).findFirst();
  }
}
