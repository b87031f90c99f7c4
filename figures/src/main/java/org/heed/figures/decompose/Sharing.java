package org.heed.figures.decompose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.heed.figures.RefusedInput;

/**
 * Shares a change out among the switches that make it: for each, the mean over all orders of
 * switching of what it changes when its turn comes (Shapley 1953). Switches in a group take their
 * turns together, and share what the group changed in the same way (Owen 1977; Winter 1989 for
 * deeper groups). For the rates of two populations these are the effects of Das Gupta (1993).
 */
final class Sharing {
  private static final int MOST_SWITCHES = 20;

  /**
   * The means for one switch.
   *
   * @param with what there is just after it is switched
   * @param without what there is just before
   */
  record Share(double with, double without) {
    double effect() {
      return with - without;
    }
  }

  private final Map<String, Integer> bits = new LinkedHashMap<>();
  private final LongToDoubleFunction value;
  private final Map<Long, Double> known = new LinkedHashMap<>();
  private final double[] with;
  private final double[] without;

  private Sharing(List<String> switches, LongToDoubleFunction value) {
    RefusedInput.unless(
        switches.size() <= MOST_SWITCHES, "rate", "has over " + MOST_SWITCHES + " factors");
    switches.forEach(name -> bits.put(name, bits.size()));
    this.value = value;
    with = new double[switches.size()];
    without = new double[switches.size()];
  }

  /**
   * The shares, by switch; {@code value} takes a bit for each switch in the order of the grouping.
   */
  static Map<String, Share> of(Grouping.Group grouping, LongToDoubleFunction value) {
    Sharing sharing = new Sharing(grouping.factors(), value);
    sharing.share(grouping, 0, 1);
    Map<String, Share> shares = new LinkedHashMap<>();
    sharing.bits.forEach(
        (name, bit) -> shares.put(name, new Share(sharing.with[bit], sharing.without[bit])));
    return shares;
  }

  private void share(Grouping grouping, long on, double weight) {
    switch (grouping) {
      case Grouping.Leaf leaf -> {
        int bit = bits.getOrDefault(leaf.factor(), 0);
        with[bit] += weight * at(on | 1L << bit);
        without[bit] += weight * at(on);
      }
      case Grouping.Group group -> {
        for (Grouping part : group.parts()) {
          List<Grouping> others = new ArrayList<>(group.parts());
          others.remove(part);
          shareAfterEach(part, others, on, weight);
        }
      }
    }
  }

  private void shareAfterEach(Grouping part, List<Grouping> others, long on, double weight) {
    double[] weights = weights(others.size());
    for (long before = 0; before < 1L << others.size(); before++) {
      long switched = on;
      for (int i = 0; i < others.size(); i++) {
        switched |= (before >> i & 1) == 1 ? mask(others.get(i)) : 0;
      }
      share(part, switched, weight * weights[Long.bitCount(before)]);
    }
  }

  /** The share of all orders in which a given set of {@code k} of the others comes before. */
  private static double[] weights(int others) {
    double[] weights = new double[others + 1];
    double choose = 1;
    for (int k = 0; k <= others; k++) {
      weights[k] = 1 / (choose * (others + 1));
      choose = choose * (others - k) / (k + 1);
    }
    return weights;
  }

  private long mask(Grouping grouping) {
    long mask = 0;
    for (String name : grouping.factors()) {
      mask |= 1L << bits.getOrDefault(name, 0);
    }
    return mask;
  }

  private double at(long on) {
    return known.computeIfAbsent(on, value::applyAsDouble);
  }
}
