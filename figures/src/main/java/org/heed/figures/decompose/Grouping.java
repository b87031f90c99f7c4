package org.heed.figures.decompose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heed.figures.RefusedInput;

/**
 * Which factors are moved together: a tree whose leaves are factors. The grouping is part of the
 * definition of the effects, and is printed with them.
 */
public sealed interface Grouping {
  /** One factor. */
  record Leaf(String factor) implements Grouping {
    @Override
    public String toString() {
      return factor;
    }
  }

  /** Parts that are first weighed against each other, then each within itself. */
  record Group(List<Grouping> parts) implements Grouping {
    public Group {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.toString();
    }
  }

  /** The factors below, in order. */
  default List<String> factors() {
    return switch (this) {
      case Leaf leaf -> List.of(leaf.factor());
      case Group group -> group.parts().stream().flatMap(part -> part.factors().stream()).toList();
    };
  }

  /** Every factor for itself. */
  static Group flat(Iterable<String> factors) {
    List<Grouping> leaves = new ArrayList<>();
    factors.forEach(factor -> leaves.add(new Leaf(factor)));
    return new Group(leaves);
  }

  /**
   * This grouping with every factor that it does not name as a part of its own.
   *
   * @throws RefusedInput where it names a factor twice or one that there is not
   */
  static Group complete(Group grouping, Iterable<String> factors) {
    Set<String> all = new TreeSet<>();
    factors.forEach(all::add);
    Set<String> named = new TreeSet<>();
    for (String factor : grouping.factors()) {
      RefusedInput.unless(all.contains(factor), "groups", "name no factor given: " + factor);
      RefusedInput.unless(named.add(factor), "groups", "name a factor twice: " + factor);
    }
    List<Grouping> parts = new ArrayList<>(grouping.parts());
    for (String factor : factors) {
      if (!named.contains(factor)) {
        parts.add(new Leaf(factor));
      }
    }
    return new Group(parts);
  }
}
