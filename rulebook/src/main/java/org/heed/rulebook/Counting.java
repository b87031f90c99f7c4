package org.heed.rulebook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The counting rules.
 *
 * @param principalCrime codes in order, the one to be recorded first, for one victim in one
 *     incident
 * @param apart codes that are recorded and never counted as crimes
 * @param rules in order of their ids
 */
public record Counting(
    List<Principle> principles,
    List<String> principalCrime,
    Set<String> apart,
    List<OffenceClass> classes,
    List<CountingRule> rules) {
  public Counting {
    principles = List.copyOf(principles);
    principalCrime = List.copyOf(principalCrime);
    apart = Set.copyOf(apart);
    classes = List.copyOf(classes);
    rules = List.copyOf(rules);
  }

  /** No counting rules. */
  public static Counting none() {
    return new Counting(List.of(), List.of(), Set.of(), List.of(), List.of());
  }

  /** Every class's code. */
  public Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>();
    classes.forEach(c -> codes.add(c.code()));
    return codes;
  }

  /** The class of this code. */
  public Optional<OffenceClass> find(String code) {
    return classes.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** The rule of this id. */
  public Optional<CountingRule> findRule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  Counting with(List<CountingRule> others) {
    return new Counting(principles, principalCrime, apart, classes, others);
  }

  /** A rule in words. */
  public record Principle(String id, String says, String source, Where at) {}
}
