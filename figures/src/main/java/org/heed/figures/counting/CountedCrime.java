package org.heed.figures.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A crime that the rules make of offences.
 *
 * @param victims usually one; none where there is no victim
 * @param offenders whose crime it is, so far as they are told apart
 * @param offences every offence that is counted in it, by id
 * @param classes the class it was recorded under, then those it was moved to as more was told
 * @param counts whether it counts as a crime; else it is kept apart
 */
public record CountedCrime(
    Set<String> victims,
    Set<String> offenders,
    List<String> offences,
    List<Classed> classes,
    boolean counts,
    List<Because> because) {
  public CountedCrime {
    victims = Set.copyOf(victims);
    offenders = Set.copyOf(offenders);
    offences = offences.stream().sorted().toList();
    classes = List.copyOf(classes);
    because = List.copyOf(because);
  }

  /** From this day it has this class. */
  public record Classed(LocalDate from, String code) {}

  /** The class it has in the end. */
  public String code() {
    return classes.getLast().code();
  }

  /** The day whose report made it. */
  public LocalDate recorded() {
    return classes.getFirst().from();
  }

  /** What tells it from any other, in order. */
  String key() {
    return recorded() + " " + code() + " " + new TreeSet<>(victims) + " " + offences;
  }

  /** The classes only. */
  @Override
  public String toString() {
    return "CountedCrime[" + classes + ", " + offences.size() + " offences]";
  }
}
