package org.heed.linkage;

import java.util.Arrays;
import java.util.Random;

/**
 * Groups of names that go together, found from the names alone (a mixture of multinomials, by
 * expectation and maximisation): a given name is as frequent beside a family name as it is among
 * the groups that this family name is of, so that Mohammed beside Khan is not scored as though
 * names were drawn from a whole country. A group is a column of numbers over names; which one a
 * record might be of is nowhere worked out, kept or told.
 */
final class NameGroups {
  private static final int GROUPS = 6;
  private static final int ROUNDS = 15;
  private static final int SAMPLE = 100_000;

  /** So many supposed records have names as all records do, in each group. */
  private static final double SUPPOSED = 200;

  private static final long SEED = 1;

  /** For each name as a family name, how it is spread over the groups; beside each other. */
  private final float[] spread;

  /** For each name as a given name, its share in each group. */
  private final float[] shares;

  private NameGroups(float[] spread, float[] shares) {
    this.spread = spread;
    this.shares = shares;
  }

  static NameGroups of(Names names) {
    int size = names.values().size();
    int[] given = names.given();
    int[] family = names.family();
    int step = Math.max(1, given.length / SAMPLE);
    double[] all = new double[size];
    double known = 0;
    for (int i = 0; i < given.length; i += step) {
      if ((given[i] | family[i]) >= 0) {
        all[given[i]]++;
        known++;
      }
    }
    float[] spread = new float[size * GROUPS];
    float[] shares = new float[size * GROUPS];
    Random random = new Random(SEED);
    for (int i = 0; i < spread.length; i++) {
      spread[i] = 0.5f + random.nextFloat();
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) ((all[i / GROUPS] + 0.5) / (known + 0.5 * size));
    }
    for (int round = 0; round < ROUNDS; round++) {
      round(given, family, step, all, known, spread, shares);
    }
    return new NameGroups(spread, shares);
  }

  private static void round(
      int[] given,
      int[] family,
      int step,
      double[] all,
      double known,
      float[] spread,
      float[] shares) {
    double[] families = new double[spread.length];
    double[] givens = new double[shares.length];
    double[] sizes = new double[GROUPS];
    double[] of = new double[GROUPS];
    for (int i = 0; i < given.length; i += step) {
      if ((given[i] | family[i]) < 0) {
        continue;
      }
      int f = family[i] * GROUPS;
      int g = given[i] * GROUPS;
      double total = 0;
      for (int k = 0; k < GROUPS; k++) {
        of[k] = (double) spread[f + k] * shares[g + k];
        total += of[k];
      }
      for (int k = 0; k < GROUPS; k++) {
        double part = of[k] / total;
        families[f + k] += part;
        givens[g + k] += part;
        sizes[k] += part;
      }
    }
    double records = Arrays.stream(sizes).sum();
    for (int i = 0; i < spread.length; i++) {
      int k = i % GROUPS;
      int first = i - k;
      double ofName = 1;
      for (int j = 0; j < GROUPS; j++) {
        ofName += families[first + j];
      }
      double size = records == 0 ? 1.0 / GROUPS : sizes[k] / records;
      spread[i] = (float) ((families[i] + size) / ofName);
      double usual = all[i / GROUPS] / Math.max(1, known);
      shares[i] = (float) ((givens[i] + SUPPOSED * usual) / (sizes[k] + SUPPOSED));
    }
  }

  /** How rare a given name is beside a family name, in bits. */
  float rarity(int given, int family) {
    double share = 0;
    for (int k = 0; k < GROUPS; k++) {
      share += (double) spread[family * GROUPS + k] * shares[given * GROUPS + k];
    }
    return share <= 0 ? Float.POSITIVE_INFINITY : (float) Weights.rounded(-Weights.log2(share));
  }
}
