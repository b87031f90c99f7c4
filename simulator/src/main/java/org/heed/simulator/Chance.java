package org.heed.simulator;

import java.util.List;

/**
 * Seeded randomness that depends on nothing but its seed: SplitMix64 (Steele, Lea and Flood 2014),
 * with child streams by key, so that one report's draws never move another's. {@link StrictMath}
 * keeps results equal on every machine.
 */
final class Chance {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  private Chance(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  static Chance of(long seed) {
    return new Chance(mix(seed + GAMMA));
  }

  /** A stream of its own for a key, whatever was drawn here before. */
  Chance child(long key) {
    return new Chance(mix(seed ^ mix(key * GAMMA + 0x632BE59BD9B4E019L)));
  }

  /** A stream of its own for a name. */
  Chance child(String name) {
    long hash = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return child(hash);
  }

  long bits() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform on [0, 1). */
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform on 0 … bound − 1; the multiply-shift method, whose bias is below bound / 2^32. */
  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** Uniform on from … to, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  boolean yes(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** An index drawn in proportion to the weights. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double at = unit() * total;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Exponential with the given mean. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Standard normal, by summing twelve uniforms: near enough for tempers and lengths. */
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
