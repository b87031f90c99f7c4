package org.heed.figures.runoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.figures.RefusedInput;

/**
 * The chain ladder with its standard errors, free of any distribution (Mack 1993, ASTIN Bulletin
 * 23(2)). The last variance, which one pair cannot give, is the least of the two before and of
 * their extrapolation, as Mack has it. A row that grows from zero leaves the factors as they are
 * and the errors unknown.
 *
 * @param factors development from each period to the next
 * @param sigma2 the variance parameter of each
 * @param ultimate what each origin period comes to
 * @param reserve what each still lacks
 * @param se the standard error of each reserve; not a number where none can be formed
 * @param totalReserve all reserves
 * @param totalSe the standard error of their sum
 * @param notes what the method cannot see
 */
public record ChainLadder(
    List<Double> factors,
    List<Double> sigma2,
    List<Double> ultimate,
    List<Double> reserve,
    List<Double> se,
    double totalReserve,
    double totalSe,
    List<String> notes) {

  /**
   * From cumulative amounts, a row for each origin period, oldest first, never longer than the one
   * before.
   *
   * @throws RefusedInput where the rows are no run-off triangle or a factor cannot be formed
   */
  public static ChainLadder of(List<double[]> cumulative) {
    check(cumulative);
    return new Mack(cumulative).result();
  }

  private static void check(List<double[]> rows) {
    RefusedInput.unless(!rows.isEmpty(), "cumulative", "has no rows");
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      RefusedInput.unless(row.length > 0, "cumulative", "row " + (i + 1) + " is empty");
      RefusedInput.unless(
          i == 0 || row.length <= rows.get(i - 1).length,
          "cumulative",
          "row " + (i + 1) + " is longer than the one before");
      RefusedInput.unless(
          Arrays.stream(row).allMatch(Double::isFinite),
          "cumulative",
          "row " + (i + 1) + " has a value that is not a number");
      RefusedInput.unless(
          Arrays.stream(row).allMatch(value -> value <= 1e100),
          "cumulative",
          "row " + (i + 1) + " has a value that is too large");
      RefusedInput.unless(
          Arrays.stream(row).allMatch(value -> value >= 0),
          "cumulative",
          "row " + (i + 1) + " has a value below zero");
    }
  }

  /** The working of one triangle. */
  private static final class Mack {
    private final List<double[]> rows;
    private final int periods;
    private final double[] factor;
    private final double[] sigma2;
    private final double[] base;
    private final List<String> notes = new ArrayList<>();

    Mack(List<double[]> rows) {
      this.rows = rows;
      periods = rows.getFirst().length;
      factor = new double[periods - 1];
      sigma2 = new double[periods - 1];
      base = new double[periods - 1];
      for (int k = 0; k < periods - 1; k++) {
        develop(k);
      }
    }

    private void develop(int k) {
      double next = 0;
      int pairs = 0;
      for (double[] row : rows) {
        if (row.length > k + 1) {
          base[k] += row[k];
          next += row[k + 1];
          pairs++;
        }
      }
      RefusedInput.unless(
          base[k] > 0,
          "cumulative",
          "period " + (k + 1) + " sums to zero: no factor can be formed");
      factor[k] = next / base[k];
      sigma2[k] = pairs > 1 ? spread(k) / (pairs - 1) : extrapolated(k);
    }

    private double spread(int k) {
      double spread = 0;
      for (int i = 0; i < rows.size() && rows.get(i).length > k + 1; i++) {
        double[] row = rows.get(i);
        double off = row[k + 1] - factor[k] * row[k];
        if (row[k] > 0) {
          spread += off * off / row[k];
        } else if (off != 0) {
          notes.add(
              "row "
                  + (i + 1)
                  + " grows from zero after period "
                  + (k + 1)
                  + ": the method has no standard error for that");
          spread = Double.NaN;
        }
      }
      return spread;
    }

    private double extrapolated(int k) {
      if (k == 0) {
        return Double.NaN;
      }
      if (k == 1) {
        return sigma2[0];
      }
      double least = Math.min(sigma2[k - 2], sigma2[k - 1]);
      double onward = sigma2[k - 1] * sigma2[k - 1] / sigma2[k - 2];
      return Double.isNaN(onward) ? least : Math.min(onward, least);
    }

    ChainLadder result() {
      List<Double> ultimate = new ArrayList<>();
      List<Double> reserve = new ArrayList<>();
      List<Double> se = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        double[] row = rows.get(i);
        double latest = row[row.length - 1];
        double reached = ultimate(row);
        ultimate.add(reached);
        reserve.add(reached - latest);
        se.add(Math.sqrt(variance(row)));
        if (latest == 0 && row.length < periods) {
          notes.add(
              "row " + (i + 1) + " has nothing yet: 0 ± 0 follows from the method, not certainty");
        }
      }
      double total = reserve.stream().mapToDouble(Double::doubleValue).sum();
      return new ChainLadder(
          box(factor),
          box(sigma2),
          List.copyOf(ultimate),
          List.copyOf(reserve),
          List.copyOf(se),
          total,
          Math.sqrt(totalVariance(ultimate)),
          List.copyOf(notes));
    }

    private double ultimate(double[] row) {
      double reached = row[row.length - 1];
      for (int k = row.length - 1; k < periods - 1; k++) {
        reached *= factor[k];
      }
      return reached;
    }

    /** Mack's estimate of the squared error of a row's ultimate. */
    private double variance(double[] row) {
      double reached = row[row.length - 1];
      double ultimate = ultimate(row);
      double sum = 0;
      for (int k = row.length - 1; k < periods - 1; k++) {
        double relative = factor[k] == 0 ? 0 : sigma2[k] / (factor[k] * factor[k]);
        sum += reached == 0 ? 0 : relative * (1 / reached + 1 / base[k]);
        reached *= factor[k];
      }
      return ultimate * ultimate * sum;
    }

    private double totalVariance(List<Double> ultimate) {
      double total = 0;
      for (int i = 0; i < rows.size(); i++) {
        double after = 0;
        for (int j = i + 1; j < rows.size(); j++) {
          after += ultimate.get(j);
        }
        double shared = 0;
        for (int k = rows.get(i).length - 1; k < periods - 1; k++) {
          shared += factor[k] == 0 ? 0 : 2 * sigma2[k] / (factor[k] * factor[k]) / base[k];
        }
        total += variance(rows.get(i)) + ultimate.get(i) * after * shared;
      }
      return total;
    }

    private static List<Double> box(double[] values) {
      return Arrays.stream(values).boxed().toList();
    }
  }
}
