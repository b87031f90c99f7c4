package org.heed.figures.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.heed.figures.Interval;

/**
 * Totals over strata sampled without replacement. Strata sampled about as thickly are taken as one,
 * with exact limits; those of several such groups are joined by the squares of their distances from
 * the estimates (Zou and Donner 2008, Statistics in Medicine 27). Taking each stratum by itself
 * would be too sure where many strata hide a few records each. A stratum without a sample can hide
 * all or nothing.
 */
final class Strata {
  /** How much thicker one stratum may be sampled than another and still be taken with it. */
  private static final double ALIKE = 1.25;

  private Strata() {}

  static Estimate total(List<MissedEstimate.Stratum> strata, double level) {
    double tail = (1 - level) / 2;
    double estimate = 0;
    double below = 0;
    double above = 0;
    double unsampled = 0;
    boolean known = true;
    for (List<MissedEstimate.Stratum> alike : alike(strata)) {
      Group group = Group.of(alike, tail);
      estimate += group.estimate();
      below += Math.pow(group.estimate() - group.lower(), 2);
      above += Math.pow(group.upper() - group.estimate(), 2);
    }
    for (MissedEstimate.Stratum stratum : strata) {
      known &= stratum.sampled() > 0 || stratum.unread() == 0;
      unsampled += stratum.sampled() == 0 ? stratum.unread() : 0;
    }
    Interval interval =
        new Interval(
            Math.max(0, estimate - Math.sqrt(below)),
            estimate + Math.sqrt(above) + unsampled,
            level);
    return new Estimate(known ? estimate : Double.NaN, interval);
  }

  /** Strata that were sampled about as thickly, together; those not sampled left out. */
  private static List<List<MissedEstimate.Stratum>> alike(List<MissedEstimate.Stratum> strata) {
    List<List<MissedEstimate.Stratum>> groups = new ArrayList<>();
    strata.stream()
        .filter(stratum -> stratum.sampled() > 0)
        .sorted(Comparator.comparingDouble(Strata::weight))
        .forEach(stratum -> {
          if (groups.isEmpty() || weight(stratum) > ALIKE * weight(groups.getLast().getFirst())) {
            groups.add(new ArrayList<>());
          }
          groups.getLast().add(stratum);
        });
    return groups;
  }

  private static double weight(MissedEstimate.Stratum stratum) {
    return (double) stratum.unread() / stratum.sampled();
  }

  /** Strata taken as one, with limits widened by how far their weights differ. */
  private record Group(double estimate, double lower, double upper) {
    static Group of(List<MissedEstimate.Stratum> strata, double tail) {
      long unread = 0;
      long sampled = 0;
      long found = 0;
      double estimate = 0;
      for (MissedEstimate.Stratum stratum : strata) {
        unread += stratum.unread();
        sampled += stratum.sampled();
        found += stratum.found();
        estimate += weight(stratum) * stratum.found();
      }
      MissedEstimate.Stratum all = new MissedEstimate.Stratum(unread, sampled, found);
      double least = weight(strata.getFirst()) / weight(all);
      double most = weight(strata.getLast()) / weight(all);
      return new Group(
          estimate,
          Math.min(estimate, Strata.lower(all, tail) * least),
          Math.max(estimate, Strata.upper(all, tail) * most));
    }
  }

  /** The fewest there can be such that finding as many has more than the tail's probability. */
  static long lower(MissedEstimate.Stratum stratum, double tail) {
    long low = stratum.found();
    long high = stratum.unread() - (stratum.sampled() - stratum.found());
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (distribution(stratum, middle).survivalProbability((int) stratum.found() - 1) > tail) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The most there can be such that finding as few has more than the tail's probability. */
  static long upper(MissedEstimate.Stratum stratum, double tail) {
    long low = stratum.found();
    long high = stratum.unread() - (stratum.sampled() - stratum.found());
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (distribution(stratum, middle).cumulativeProbability((int) stratum.found()) > tail) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static HypergeometricDistribution distribution(
      MissedEstimate.Stratum stratum, long there) {
    return HypergeometricDistribution.of(
        (int) stratum.unread(), (int) there, (int) stratum.sampled());
  }
}
