package org.heed.figures.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void twentyYesAndFifteenNo_haveTheTextbookKappa() {
    // (0.7 - 0.5) / (1 - 0.5): by hand, a table that many texts work out
    Estimate kappa = Kappa.of(new int[][] {{20, 5}, {10, 15}}, Kappa.Weights.NONE, 0.95);
    assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
    assertThat(kappa.interval().lower()).isLessThan(0.4);
  }

  @Test
  void diagnosesOfFleissCohenAndEveritt_haveTheirPublishedErrors() {
    // Fleiss, Cohen and Everitt (1969), table 1, with its weights, as the R package psych quotes
    // them (help of cohen.kappa). The paper was not at hand. Run on the table, psych 2.2.9
    // (cohen.kappa) prints kappa 0.4285714286 with variance 0.0028848720, limits 0.323300 and
    // 0.533843; vcd 1.4.11 (Kappa) the same kappa with error 0.053711005. Weighted, both print
    // 0.50706996, vcd with error 0.056993885; psych's variance, 0.0027485735, is another, and is
    // not what is held to here
    int[][] table = {{106, 10, 4}, {22, 28, 10}, {2, 12, 6}};
    Estimate kappa = Kappa.of(table, Kappa.Weights.NONE, 0.95);
    assertThat(kappa.value()).isCloseTo(0.4285714286, within(5e-11));
    assertThat(error(kappa)).isCloseTo(Math.sqrt(0.0028848720), within(1e-8));
    assertThat(error(kappa)).isCloseTo(0.053711005, within(1e-8));
    assertThat(kappa.interval().lower()).isCloseTo(0.323300, within(5e-7));
    assertThat(kappa.interval().upper()).isCloseTo(0.533843, within(5e-7));
    double[][] weights = {{1, 0, 0.4444}, {0, 1, 0.6667}, {0.4444, 0.6667, 1}};
    Estimate weighted = Kappa.of(table, weights, 0.95);
    assertThat(weighted.value()).isCloseTo(0.50706996, within(5e-9));
    assertThat(error(weighted)).isCloseTo(0.056993885, within(1e-8));
    // vcd by equally spaced weights: 0.49230769 with error 0.050718608
    Estimate stepped = Kappa.of(table, Kappa.Weights.LINEAR, 0.95);
    assertThat(stepped.value()).isCloseTo(0.49230769, within(5e-9));
    assertThat(error(stepped)).isCloseTo(0.050718608, within(1e-8));
  }

  /** The error that the limits, which are not cut off, stand for. */
  private static double error(Estimate kappa) {
    return kappa.interval().width() / 2 / 1.959963984540054;
  }

  @Test
  void tableOfThreeCategories_hasTheErrorsThatSasPrints() {
    // a SAS printout that the tests of statsmodels quote (test_inter_rater.py, table10): kappa
    // 0.4842, error 0.1380, limits 0.2137 and 0.7547; weighted by steps 0.4701, error 0.1457
    int[][] table = {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};
    Estimate kappa = Kappa.of(table, Kappa.Weights.NONE, 0.95);
    assertThat(kappa.value()).isCloseTo(0.4842, within(5e-5));
    assertThat(kappa.interval().lower()).isCloseTo(0.2137, within(1e-4));
    assertThat(kappa.interval().upper()).isCloseTo(0.7547, within(1e-4));
    Estimate weighted = Kappa.of(table, Kappa.Weights.LINEAR, 0.95);
    assertThat(weighted.value()).isCloseTo(0.4701, within(5e-5));
    assertThat(weighted.interval().lower()).isCloseTo(0.1845, within(1e-4));
    assertThat(weighted.interval().upper()).isCloseTo(0.7558, within(1e-4));
  }

  @Test
  void cohensDiagnoses_haveHisKappaAndWeightedKappa() {
    // Cohen 1960 and 1968, table 1, as proportions of 200: 0.492, and 0.348 where disagreements
    // weigh 1, 3 and 6; both as the R package psych quotes them (help of cohen.kappa)
    int[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    assertThat(Kappa.of(table, Kappa.Weights.NONE, 0.95).value()).isCloseTo(0.492, within(5e-4));
    // vcd 1.4.11 (Kappa) on the table: 0.49152542 with error 0.051001816; by equally spaced
    // weights 0.47368421 with error 0.054432309
    assertThat(Kappa.of(table, Kappa.Weights.NONE, 0.95).value())
        .isCloseTo(0.49152542, within(5e-9));
    assertThat(error(Kappa.of(table, Kappa.Weights.NONE, 0.95)))
        .isCloseTo(0.051001816, within(1e-8));
    assertThat(Kappa.of(table, Kappa.Weights.LINEAR, 0.95).value())
        .isCloseTo(0.47368421, within(5e-9));
    assertThat(error(Kappa.of(table, Kappa.Weights.LINEAR, 0.95)))
        .isCloseTo(0.054432309, within(1e-8));
    double[][] disagreeing = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};
    double[][] weights = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        weights[i][j] = 1 - disagreeing[i][j] / 6;
      }
    }
    assertThat(Kappa.of(table, weights, 0.95).value()).isCloseTo(0.348, within(5e-4));
  }

  @Test
  void sixReadersOfThirtyPatients_haveFleissKappa() {
    // Fleiss 1971, table 1: 30 patients, 6 diagnoses each in 5 categories, row by row as the R
    // package irr has them (diagnoses); kappam.fleiss gives 0.4302445 (test_inter_rater.py of
    // statsmodels), and 0.430 in the tests of pyirr (test_kappam_fleiss)
    String[] patients = {
      "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
      "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
      "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"
    };
    int[][] counts =
        Arrays.stream(patients)
            .map(row -> row.chars().map(c -> c - '0').toArray())
            .toArray(int[][]::new);
    Estimate kappa = FleissKappa.of(counts, 0.95);
    assertThat(kappa.value()).isCloseTo(0.4302445, within(5e-8));
    assertThat(kappa.interval().lower()).isBetween(0.25, 0.43);
  }

  @Test
  void fleissForTwoReaders_isScottsPiAndNotCohensKappa() {
    int[][] counts = {{2, 0}, {2, 0}, {1, 1}, {0, 2}};
    // agreed 3/4, shares 5/8 and 3/8: (0.75 - 0.53125) / (1 - 0.53125)
    assertThat(FleissKappa.of(counts, 0.95).value()).isCloseTo(0.466667, within(1e-6));
  }

  @Test
  void fourReadersWithGaps_haveKrippendorffsAlpha() {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C; the paper was not
    // at hand. The data stand in the help of kripp.alpha of the R package irr, and with all three
    // alphas in the tests of the Perl module Statistics::Krippendorff (t/02-example.t, subtest
    // krippendorf_1980: nominal 0.743, interval 0.849, ordinal 0.815). The Python package
    // krippendorff has the ordinal one (tests/test_krippendorff.py, test_ordinal_metric) and
    // krippendorffs_alpha the others (tests/test__calculation.py, example E)
    String[] readers = {"123321412...", "12332224125.", ".33323421514", "12332441251."};
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      List<@Nullable String> row = new ArrayList<>();
      for (String reader : readers) {
        char rating = reader.charAt(unit);
        row.add(rating == '.' ? null : String.valueOf(rating));
      }
      rows.add(row);
    }
    rows.set(9, Arrays.asList(null, "5", "5", "5"));
    rows.set(10, Arrays.asList(null, null, "1", "1"));
    rows.set(11, Arrays.asList(null, null, "3", null));
    rows.set(8, Arrays.asList("2", "2", "2", "2"));
    rows.set(7, Arrays.asList("1", "1", "2", "1"));
    rows.set(6, Arrays.asList("4", "4", "4", "4"));
    rows.set(5, Arrays.asList("1", "2", "3", "4"));
    rows.set(4, Arrays.asList("2", "2", "2", "2"));
    rows.set(3, Arrays.asList("3", "3", "3", "3"));
    rows.set(2, Arrays.asList("3", "3", "3", "3"));
    rows.set(1, Arrays.asList("2", "2", "3", "2"));
    rows.set(0, Arrays.asList("1", "1", null, "1"));
    Ratings ratings = Ratings.of(rows, List.of("1", "2", "3", "4", "5"));
    assertThat(Alpha.of(ratings, Alpha.Metric.NOMINAL, 0.95).value())
        .isCloseTo(0.743, within(5e-4));
    assertThat(Alpha.of(ratings, Alpha.Metric.ORDINAL, 0.95).value())
        .isCloseTo(0.815, within(5e-4));
    assertThat(Alpha.of(ratings, Alpha.Metric.INTERVAL, 0.95).value())
        .isCloseTo(0.849, within(5e-4));
    assertThat(Alpha.of(ratings, Alpha.Metric.NOMINAL, 0.95))
        .isEqualTo(Alpha.of(ratings, Alpha.Metric.NOMINAL, 0.95));
  }

  @Test
  void threeCodersWithGaps_haveTheAlphasOfTheExampleThatIsTaughtMost() {
    // the tests of the Python package krippendorff (tests/test_krippendorff.py): nominal 0.691358,
    // interval 0.810845; the Perl module has 0.691 and 0.811 (t/02-example.t, wikipedia)
    String[] coders = {".....34121133.3", "1.213343.......", "..21344.21133.4"};
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int unit = 0; unit < 15; unit++) {
      List<@Nullable String> row = new ArrayList<>();
      for (String coder : coders) {
        char code = coder.charAt(unit);
        row.add(code == '.' ? null : String.valueOf(code));
      }
      rows.add(row);
    }
    Ratings ratings = Ratings.of(rows, List.of("1", "2", "3", "4"));
    assertThat(Alpha.of(ratings, Alpha.Metric.NOMINAL, 0.95).value())
        .isCloseTo(0.691358, within(5e-7));
    assertThat(Alpha.of(ratings, Alpha.Metric.INTERVAL, 0.95).value())
        .isCloseTo(0.810845, within(5e-7));
  }

  @Test
  void ratingOffTheScale_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(
            () -> Ratings.of(List.of(Arrays.asList("good", "splendid")), List.of("good", "poor")))
        .isInstanceOf(RefusedInput.class)
        .hasMessageNotContaining("splendid");
  }
}
