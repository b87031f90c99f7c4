package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.StratifiedRatio.Unit;
import org.junit.jupiter.api.Test;

/** What should be on record, where some is missing and some is there wrongly. */
class GrossedUpTest {
  private static final int RUNS = 400;
  private static final double BOTH = 0.975;

  @Test
  void whatIsThereWrongly_isTakenOff_beforeWhatIsMissingIsAdded() {
    GrossedUp told =
        GrossedUp.rightly(
            100,
            new Estimate(0.1, new Interval(0.05, 0.2, BOTH)),
            new Estimate(0.9, new Interval(0.8, 0.95, BOTH)));
    assertThat(told.should().value()).isCloseTo(100, within(1e-9));
    assertThat(told.should().interval().lower()).isCloseTo(80 / 0.95, within(1e-9));
    assertThat(told.should().interval().upper()).isCloseTo(95 / 0.8, within(1e-9));
    assertThat(told.should().interval().level()).isCloseTo(0.95, within(1e-12));
    assertThat(told.missing().value()).isCloseTo(10, within(1e-9));
    assertThat(told.missing().interval().lower()).isCloseTo(80 / 0.95 - 80, within(1e-9));
    assertThat(told.missing().interval().upper()).isCloseTo(95 / 0.8 - 95, within(1e-9));
  }

  @Test
  void part_isOfWhatIsOnRecord() {
    Estimate part = GrossedUp.part(200, new Estimate(0.1, new Interval(0.05, 0.2, 0.95)));
    assertThat(part.value()).isCloseTo(20, within(1e-9));
    assertThat(part.interval().lower()).isCloseTo(10, within(1e-9));
    assertThat(part.interval().upper()).isCloseTo(40, within(1e-9));
  }

  /** A report: crimes that should be, those of them on record, and others on record. */
  private record Report(int should, int recorded, int wrongly) {}

  @Test
  void samplesOfAKnownForce_coverWhatIsMissingAndWhatIsTooMany() {
    Random random = new Random(21);
    List<Report> force = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      int should = random.nextInt(3);
      int recorded = 0;
      for (int crime = 0; crime < should; crime++) {
        recorded += random.nextDouble() < 0.85 ? 1 : 0;
      }
      force.add(new Report(should, recorded, random.nextDouble() < 0.07 ? 1 : 0));
    }
    int onRecord = force.stream().mapToInt(one -> one.recorded() + one.wrongly()).sum();
    int should = force.stream().mapToInt(Report::should).sum();
    int missing = should - force.stream().mapToInt(Report::recorded).sum();
    int wrongly = force.stream().mapToInt(Report::wrongly).sum();
    int covered = 0;
    int coveredMissing = 0;
    int coveredWrongly = 0;
    for (int run = 0; run < RUNS; run++) {
      Collections.shuffle(force, random);
      List<Report> drawn = force.subList(0, 160);
      List<Unit> asked = drawn.stream().map(one -> new Unit(one.should(), one.recorded())).toList();
      List<Unit> there =
          drawn.stream()
              .map(one -> new Unit(one.recorded() + one.wrongly(), one.wrongly()))
              .toList();
      GrossedUp told = GrossedUp.rightly(onRecord, share(there, BOTH), share(asked, BOTH));
      covered += told.should().interval().contains(should) ? 1 : 0;
      coveredMissing += told.missing().interval().contains(missing) ? 1 : 0;
      coveredWrongly +=
          GrossedUp.part(onRecord, share(there, 0.95)).interval().contains(wrongly) ? 1 : 0;
    }
    assertThat((double) covered / RUNS).as("should be").isGreaterThanOrEqualTo(0.95);
    assertThat((double) coveredMissing / RUNS).as("missing").isGreaterThanOrEqualTo(0.95);
    assertThat((double) coveredWrongly / RUNS).as("too many").isGreaterThanOrEqualTo(0.95);
  }

  private static Estimate share(List<Unit> units, double level) {
    return StratifiedRatio.of(List.of(new StratifiedRatio.Stratum(800, units)), level).ratio();
  }
}
