package org.heed.server.safeguarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What is on record of children, as facts of the cases that are about them. */
public final class ChildFacts {
  private ChildFacts() {}

  /**
   * The facts by case, each told to be of its child, so that what was done for one child is not
   * taken to be done for another; cases with none are left out.
   *
   * @param find what is on record of some children
   * @param child whom one thing on record is of
   * @param facts what it tells standards
   */
  public static <T> Map<UUID, List<CaseFact>> of(
      List<CaseScope> cases,
      Function<Set<UUID>, List<T>> find,
      Function<T, UUID> child,
      Function<T, List<CaseFact>> facts) {
    Set<UUID> children = new LinkedHashSet<>();
    cases.forEach(one -> children.addAll(one.children()));
    if (children.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<CaseFact>> byChild = new HashMap<>();
    for (T one : find.apply(children)) {
      byChild.computeIfAbsent(child.apply(one), _ -> new ArrayList<>()).addAll(facts.apply(one));
    }
    Map<UUID, List<CaseFact>> byCase = new HashMap<>();
    for (CaseScope one : cases) {
      List<CaseFact> all = new ArrayList<>();
      for (UUID each : one.children()) {
        String whose = one.childOf(each).orElseThrow();
        byChild.getOrDefault(each, List.of()).forEach(fact -> all.add(fact.ofChild(whose)));
      }
      if (!all.isEmpty()) {
        byCase.put(one.id(), all);
      }
    }
    return byCase;
  }
}
