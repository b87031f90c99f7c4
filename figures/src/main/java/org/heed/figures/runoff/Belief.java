package org.heed.figures.runoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several beliefs of the rate side by side, which differ in how fast it drifts and in whether it
 * rises or falls, weighed by how well each foretold what came, the recent more than the old
 * (dynamic model averaging: Raftery, Kárný and Ettler 2010, Technometrics 52). So a quiet past does
 * not hold the belief fast when numbers begin to climb.
 */
final class Belief {
  private static final double[] DRIFTS = {0.0005, 0.005, 0.03, 0.12, 0.5};
  private static final double[] GROWTHS = {1 / 1.15, 1, 1.15};
  private static final double[] PRIOR = {0.15, 0.7, 0.15};
  private static final double REMEMBER = 0.95;

  private final List<Level> levels;
  private final double[] logWeight;

  private Belief(List<Level> levels, double[] logWeight) {
    this.levels = levels;
    this.logWeight = logWeight;
  }

  static Belief vague(double mean) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < DRIFTS.length * GROWTHS.length; i++) {
      levels.add(Level.vague(mean));
    }
    double[] logWeight = new double[levels.size()];
    for (int i = 0; i < logWeight.length; i++) {
      logWeight[i] = prior(i);
    }
    return new Belief(levels, logWeight);
  }

  private static double prior(int i) {
    return Math.log(PRIOR[i % GROWTHS.length] / DRIFTS.length);
  }

  /** A period on. */
  Belief on() {
    List<Level> next = new ArrayList<>();
    double[] weight = new double[logWeight.length];
    for (int i = 0; i < weight.length; i++) {
      next.add(levels.get(i).on(DRIFTS[i / GROWTHS.length], GROWTHS[i % GROWTHS.length]));
      weight[i] = REMEMBER * logWeight[i] + (1 - REMEMBER) * prior(i);
    }
    return new Belief(next, weight);
  }

  /** After a complete period. */
  Belief seeing(long events, double factor) {
    List<Level> next = new ArrayList<>();
    double[] weight = logWeight.clone();
    for (int i = 0; i < weight.length; i++) {
      weight[i] += levels.get(i).logProbability(events, factor);
      next.add(levels.get(i).seeing((double) events, factor));
    }
    return new Belief(next, normal(weight));
  }

  /** What each belief makes of a period of which some events have been reported. */
  List<Numbers> given(long reported, double share, double correlation, double factor) {
    return levels.stream().map(level -> level.given(reported, share, correlation, factor)).toList();
  }

  /** After such a period. */
  Belief seeing(List<Numbers> numbers, double factor) {
    List<Level> next = new ArrayList<>();
    double[] weight = logWeight.clone();
    for (int i = 0; i < weight.length; i++) {
      weight[i] += numbers.get(i).logSum();
      next.add(levels.get(i).seeing(numbers.get(i), factor));
    }
    return new Belief(next, normal(weight));
  }

  /** How much each belief counts; they add up to one. */
  double[] weights() {
    return Arrays.stream(normal(logWeight)).map(Math::exp).toArray();
  }

  private static double[] normal(double[] log) {
    double most = Arrays.stream(log).max().orElse(0);
    double sum = Math.log(Arrays.stream(log).map(each -> Math.exp(each - most)).sum()) + most;
    return Arrays.stream(log).map(each -> each - sum).toArray();
  }
}
