package org.heed.figures.counting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingRule;

/** A rulebook's counting rules, ready to be asked. */
final class Rules {
  private final Counting counting;
  private final Map<String, Integer> order = new TreeMap<>();

  /** A rule and what it does. */
  record Does<E extends CountingEffect>(CountingRule rule, E effect) {
    Because because(String says) {
      return new Because(rule.id(), says);
    }
  }

  Rules(Counting counting) {
    this.counting = counting;
    for (String code : counting.principalCrime()) {
      order.putIfAbsent(code, order.size());
    }
  }

  <E extends CountingEffect> Optional<Does<E>> find(Class<E> kind) {
    return all(kind).stream().findFirst();
  }

  <E extends CountingEffect> List<Does<E>> all(Class<E> kind) {
    return counting.rules().stream()
        .filter(rule -> kind.isInstance(rule.effect()))
        .map(rule -> new Does<>(rule, kind.cast(rule.effect())))
        .toList();
  }

  /** What an offence is counted for: by its own rule, else for want of a victim, else generally. */
  Optional<Does<CountingEffect.Each>> each(String code, boolean victim) {
    List<Does<CountingEffect.Each>> rules = all(CountingEffect.Each.class);
    return rules.stream()
        .filter(rule -> rule.effect().codes().contains(code))
        .findFirst()
        .or(() -> rules.stream().filter(rule -> !victim && rule.effect().victimless()).findFirst())
        .or(() -> rules.stream().filter(Rules::isGeneral).findFirst());
  }

  private static boolean isGeneral(Does<CountingEffect.Each> rule) {
    return rule.effect().codes().isEmpty() && !rule.effect().victimless();
  }

  boolean isApart(String code) {
    return counting.apart().contains(code);
  }

  boolean isBeside(String code) {
    return find(CountingEffect.InAddition.class)
        .filter(rule -> rule.effect().codes().contains(code))
        .isPresent();
  }

  boolean isUndefined(String code) {
    return find(CountingEffect.UndefinedOffenders.class)
        .filter(rule -> rule.effect().codes().contains(code))
        .isPresent();
  }

  boolean isConduct(String code) {
    return find(CountingEffect.GoesOn.class)
        .filter(rule -> rule.effect().codes().contains(code))
        .isPresent();
  }

  /** The most serious of some codes; those outside the order come last, by their names. */
  String principal(Collection<String> codes) {
    return codes.stream()
        .min(
            Comparator.comparingInt((String code) -> order.getOrDefault(code, order.size()))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  void requireKnown(String code) {
    RefusedInput.unless(
        counting.find(code).isPresent(), "code", "the rulebook has no offence class " + code);
  }
}
