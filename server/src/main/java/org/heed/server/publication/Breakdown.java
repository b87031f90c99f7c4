package org.heed.server.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.figures.uncertainty.MissingDataBounds;

/**
 * What a count is made up of.
 *
 * @param parts the count of either period by what records themselves say
 * @param characteristics of the people counted; empty where none are counted, or too few
 */
public record Breakdown(List<Parting> parts, List<Characteristic> characteristics) {

  /**
   * A count of either period, in parts.
   *
   * @param dimension what it is parted by: flag, notice, recency, what
   */
  public record Parting(String dimension, List<Part> parts) {
    public Parting {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of it.
   *
   * @param label as the record has it
   */
  public record Part(String label, long before, long after) {}

  /**
   * What is recorded of people, and how much is missing.
   *
   * @param name ethnicity or nationality
   * @param people how many are counted: the denominator
   * @param recorded how many of them have it
   * @param bases how it was established, and how often; where nothing says how, there is none
   */
  public record Characteristic(
      String name, long people, long recorded, Map<String, Long> bases, List<Value> values) {
    public Characteristic {
      bases = Map.copyOf(bases);
      values = List.copyOf(values);
    }

    /** How many lack it. */
    public long missing() {
      return people - recorded;
    }
  }

  /**
   * One value of it.
   *
   * @param label a broad group's name, or the nationality as recorded
   * @param bases how often it was established how
   * @param bounds the range of its share with nothing assumed about those who lack it
   */
  public record Value(
      String label, long people, Map<String, Long> bases, MissingDataBounds bounds) {
    public Value {
      bases = Map.copyOf(bases);
    }
  }

  public Breakdown {
    parts = List.copyOf(parts);
    characteristics = List.copyOf(characteristics);
  }

  /** A characteristic by its name. */
  public Optional<Characteristic> of(String name) {
    return characteristics.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
