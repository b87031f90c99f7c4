package org.heed.figures.decompose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.heed.figures.RefusedInput;

/**
 * The accounting split of a change between two counts. Each step is a recount of the same records
 * with one thing changed (as known then or now, the old rulebook or the new, cancelled records in
 * or out); its part is the mean, over all orders of the steps, of what it changes when its turn
 * comes (Shapley 1953; with groups, Owen 1977). Fractions are exact, so the parts add up to the
 * change with no residual. It says where the arithmetic lies, not what caused anything, and is
 * never drawn together with what is inferred.
 *
 * @param from the count with no step taken
 * @param to the count with every step taken
 * @param parts in the order of the grouping
 * @param grouping which steps were taken together: part of the definition, to be printed
 */
public record Accounting(long from, long to, List<Part> parts, Grouping.Group grouping) {
  private static final int MOST_STEPS = 14;

  /**
   * One step's part.
   *
   * @param step its name
   * @param exact its part, exactly
   * @param whole its part as a whole number, such that these too add up to the change
   */
  public record Part(String step, BigFraction exact, long whole) {
    public double share() {
      return exact.doubleValue();
    }
  }

  public Accounting {
    parts = List.copyOf(parts);
  }

  /** Splits by steps that each stand for themselves. */
  public static Accounting of(List<String> steps, ToLongFunction<Set<String>> recount) {
    return of(Grouping.flat(steps), recount);
  }

  /**
   * Splits by grouped steps.
   *
   * @param recount counts the records with exactly these steps taken; called once for each set
   */
  public static Accounting of(Grouping.Group grouping, ToLongFunction<Set<String>> recount) {
    List<String> steps = grouping.factors();
    RefusedInput.unless(
        steps.size() <= MOST_STEPS, "steps", "are over " + MOST_STEPS + ": too many recounts");
    RefusedInput.unless(
        new TreeSet<>(steps).size() == steps.size(), "steps", "name one step twice");
    Recounts recounts = new Recounts(recount);
    Map<String, BigFraction> exact = new TreeMap<>();
    share(grouping, Set.of(), BigFraction.ONE, recounts, exact);
    long from = recounts.count(Set.of());
    long to = recounts.count(Set.copyOf(steps));
    return new Accounting(from, to, whole(steps, exact, to - from), grouping);
  }

  private static void share(
      Grouping grouping,
      Set<String> taken,
      BigFraction weight,
      Recounts recounts,
      Map<String, BigFraction> exact) {
    switch (grouping) {
      case Grouping.Leaf leaf -> {
        Set<String> with = new TreeSet<>(taken);
        with.add(leaf.factor());
        long effect = recounts.count(with) - recounts.count(taken);
        exact.merge(leaf.factor(), weight.multiply(BigInteger.valueOf(effect)), BigFraction::add);
      }
      case Grouping.Group group -> {
        for (Grouping part : group.parts()) {
          List<Grouping> others = new ArrayList<>(group.parts());
          others.remove(part);
          for (int before = 0; before < 1 << others.size(); before++) {
            Set<String> reached = new TreeSet<>(taken);
            for (int i = 0; i < others.size(); i++) {
              if ((before >> i & 1) == 1) {
                reached.addAll(others.get(i).factors());
              }
            }
            BigFraction orders = orders(others.size(), Integer.bitCount(before));
            share(part, reached, weight.multiply(orders), recounts, exact);
          }
        }
      }
    }
  }

  /** The share of all orders in which a given {@code k} of the others come before. */
  private static BigFraction orders(int others, int k) {
    BigInteger orders = factorial(k).multiply(factorial(others - k));
    return BigFraction.of(orders, factorial(others + 1));
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  /** Rounds down, then gives what is left to the largest remainders, the earlier step first. */
  private static List<Part> whole(List<String> steps, Map<String, BigFraction> exact, long change) {
    List<BigFraction> parts =
        steps.stream().map(step -> exact.getOrDefault(step, BigFraction.ZERO)).toList();
    long[] whole = new long[parts.size()];
    long left = change;
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      whole[i] = floor(parts.get(i));
      left -= whole[i];
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.comparing((Integer i) -> parts.get(i).subtract(BigInteger.valueOf(whole[i])))
            .reversed());
    for (int i = 0; i < left; i++) {
      whole[byRemainder.get(i)]++;
    }
    List<Part> rounded = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      rounded.add(new Part(steps.get(i), parts.get(i), whole[i]));
    }
    return rounded;
  }

  private static long floor(BigFraction fraction) {
    BigInteger[] parts = fraction.getNumerator().divideAndRemainder(fraction.getDenominator());
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }

  /** Each set of steps recounted once. */
  private static final class Recounts {
    private final ToLongFunction<Set<String>> recount;
    private final Map<Set<String>, Long> known = new HashMap<>();

    Recounts(ToLongFunction<Set<String>> recount) {
      this.recount = recount;
    }

    long count(Set<String> taken) {
      return known.computeIfAbsent(taken, set -> recount.applyAsLong(Set.copyOf(set)));
    }
  }
}
