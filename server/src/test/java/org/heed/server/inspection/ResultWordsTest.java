package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.server.inspection.web.ResultPage;
import org.junit.jupiter.api.Test;

/** What a result says where few cases tell little. */
class ResultWordsTest {
  private static String error(double error, double lower, double upper) {
    return ResultPage.error(
        new InspectionResult.OfCriterion(
            new Inspection.Criterion("overall", "Overall", "All in all.", false, Set.of()),
            0,
            4,
            new Estimate(0, new Interval(lower, upper, 0.95)),
            error,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void errorByDesign_isNotToldOfCasesThatAreAllAlike_unlessAllWereDrawn() {
    assertThat(error(0, 0, 0.5)).isEqualTo("Not told: alike in each stratum");
    assertThat(error(0, 0, 0)).as("all of the frame").isEqualTo("0.0 points");
    assertThat(error(0.0434, 0, 0.5)).isEqualTo("4.3 points");
    assertThat(error(Double.NaN, 0, 1)).isEqualTo("Cannot be told");
  }
}
