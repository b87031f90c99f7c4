package org.heed.figures.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heed.figures.Interval;
import org.heed.figures.uncertainty.ProportionInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades that inspectorates published, with the intervals they were published without. */
class PublishedInspectionsTest {
  @ParameterizedTest
  @CsvSource({
    // HMICFRS, national child protection inspections: fourth quarter of 2017, third quarter, 2016;
    // limits by Clopper and Pearson from the beta distribution
    "191, 214, 0.8431, 0.9306",
    "10, 135, 0.0361, 0.1320",
    "64, 135, 0.3875, 0.5618",
    "61, 135, 0.3661, 0.5398",
    "278, 374, 0.6959, 0.7868"
  })
  void shareOfGrades_hasItsExactInterval(long graded, long of, double lower, double upper) {
    Interval interval = ProportionInterval.exact(graded, of, 0.95);
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  @Test
  void the132SelfAssessed_flatterInAtLeast74() {
    // about 80% of 132 good or adequate by the force, 76% of the same wanting by HMIC (2016): 106
    // and 32 good. Without the table of both, 74 at least and 100 at most were marked up.
    Interval bounds = Flattery.bounds(132, 106, 132 - 100);
    assertThat(bounds).isEqualTo(new Interval(74, 100, 1));
  }

  @Test
  void tableOfBothGrades_saysWhereSelfGradesFlatter() {
    // one of the tables that those totals allow: 74 marked up and nothing marked down
    Flattery flattery = Flattery.of(new int[][] {{26, 74}, {0, 32}}, 0.95);
    assertThat(flattery.higher()).isEqualTo(74);
    assertThat(flattery.lower()).isZero();
    assertThat(flattery.share().value()).isCloseTo(74 / 132.0, within(1e-12));
    assertThat(flattery.share().interval()).isEqualTo(ProportionInterval.exact(74, 132, 0.95));
  }
}
