package org.heed.rulebook;

import java.time.LocalDate;
import java.util.Map;

/**
 * Something that stops exploiters or closes a place to them, short of a charge: a notice, an order,
 * a closure.
 *
 * @param against a person, or a place
 * @param statute where it comes from, with the section; or that it is not statutory
 * @param says what it does
 */
public record Measure(
    String id,
    String version,
    String title,
    Against against,
    String statute,
    String says,
    LocalDate from,
    String source,
    Where at) {
  /** Against what it is. */
  public enum Against {
    PERSON("person"),
    PLACE("place");

    static final Map<String, Against> WORDS = Map.of("person", PERSON, "place", PLACE);

    private final String word;

    Against(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
