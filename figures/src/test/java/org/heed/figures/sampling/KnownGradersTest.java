package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.FleissKappa;
import org.heed.figures.review.Kappa;
import org.junit.jupiter.api.Test;

/**
 * A force whose cases have known grades, two strata drawn at different thickness, and graders who
 * err at known rates: how often the intervals hold what is true.
 */
class KnownGradersTest {
  private static final int RUNS = 400;
  private static final double LEVEL = 0.95;

  /** What a grader makes of a case that is truly inadequate, wanting or good. */
  private static final double[][] GRADER = {{0.8, 0.2, 0.0}, {0.1, 0.75, 0.15}, {0.0, 0.2, 0.8}};

  private static final double[] TRUTH = {0.45, 0.4, 0.15};

  @Test
  void stratifiedSamples_coverTheShareOfTheForce() {
    Random random = new Random(11);
    List<Frame.Unit> units = new ArrayList<>();
    boolean[] poor = new boolean[500];
    long all = 0;
    for (int i = 0; i < poor.length; i++) {
      boolean large = i >= 100;
      units.add(new Frame.Unit("case " + i, large ? "other" : "missing"));
      poor[i] = random.nextDouble() < (large ? 0.7 : 0.9);
      all += poor[i] ? 1 : 0;
    }
    Frame frame = new Frame(units);
    int exact = 0;
    int byDesign = 0;
    for (int run = 0; run < RUNS; run++) {
      Draw draw = Draw.of(frame, "run " + run, Map.of("missing", 30, "other", 60));
      long[] found = new long[2];
      for (Draw.Drawn one : draw.from(frame)) {
        int number = Integer.parseInt(one.id().substring("case ".length()));
        found[one.stratum().equals("missing") ? 0 : 1] += poor[number] ? 1 : 0;
      }
      StratifiedShare share =
          StratifiedShare.of(
              List.of(
                  new StratifiedShare.Stratum(100, 30, found[0]),
                  new StratifiedShare.Stratum(400, 60, found[1])),
              LEVEL);
      double truth = (double) all / poor.length;
      exact += share.share().interval().contains(truth) ? 1 : 0;
      byDesign += share.byDesign().contains(truth) ? 1 : 0;
    }
    assertThat((double) exact / RUNS).as("exact").isGreaterThanOrEqualTo(0.95);
    assertThat((double) byDesign / RUNS).as("by design").isBetween(0.92, 0.98);
  }

  @Test
  void twoGraders_coverTheKappaTheyHave() {
    double truth = kappaOfGraders();
    Random random = new Random(12);
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      int[][] table = new int[3][3];
      for (int i = 0; i < 150; i++) {
        int grade = pick(TRUTH, random);
        table[pick(GRADER[grade], random)][pick(GRADER[grade], random)]++;
      }
      covered += covers(Kappa.of(table, Kappa.Weights.NONE, LEVEL), truth);
    }
    assertThat((double) covered / RUNS).isBetween(0.92, 0.98);
  }

  @Test
  void fourGraders_coverTheSameByFleiss() {
    double truth = kappaOfGraders();
    Random random = new Random(13);
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      int[][] counts = new int[150][3];
      for (int[] row : counts) {
        int grade = pick(TRUTH, random);
        for (int grader = 0; grader < 4; grader++) {
          row[pick(GRADER[grade], random)]++;
        }
      }
      covered += covers(FleissKappa.of(counts, LEVEL), truth);
    }
    assertThat((double) covered / RUNS).isBetween(0.92, 0.98);
  }

  private static int covers(Estimate estimate, double truth) {
    return estimate.interval().contains(truth) ? 1 : 0;
  }

  /** The agreement beyond chance that graders with these errors have on endless cases. */
  private static double kappaOfGraders() {
    double seen = 0;
    double[] margin = new double[3];
    for (int truth = 0; truth < 3; truth++) {
      for (int k = 0; k < 3; k++) {
        seen += TRUTH[truth] * GRADER[truth][k] * GRADER[truth][k];
        margin[k] += TRUTH[truth] * GRADER[truth][k];
      }
    }
    double chance = 0;
    for (double share : margin) {
      chance += share * share;
    }
    return (seen - chance) / (1 - chance);
  }

  private static int pick(double[] shares, Random random) {
    double at = random.nextDouble();
    int k = 0;
    while (k < shares.length - 1 && at >= shares[k]) {
      at -= shares[k];
      k++;
    }
    return k;
  }
}
