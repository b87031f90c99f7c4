package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.Function;
import org.heed.figures.Interval;
import org.junit.jupiter.api.Test;

/**
 * The exact intervals against their definitions, summed term by term to fifty digits: just inside a
 * limit the tail is more than its share, just outside it is less.
 */
class ExactTwinTest {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal NEAR = new BigDecimal("1e-11");
  private static final int TRIALS = 400;

  @Test
  void poissonLimits_areWhereATailHasItsShare() {
    Random random = new Random(1936);
    for (int i = 0; i < TRIALS; i++) {
      int count = i < 20 ? i : random.nextInt(400);
      double level = level(random);
      Interval interval = PoissonInterval.of(count, level);
      BigDecimal tail = tail(level);
      if (count > 0) {
        assertCrosses(
            mean -> BigDecimal.ONE.subtract(poisson(count - 1, mean)),
            interval.lower(),
            tail,
            true);
      } else {
        assertThat(interval.lower()).isZero();
      }
      assertCrosses(mean -> poisson(count, mean), interval.upper(), tail, false);
    }
  }

  @Test
  void proportionLimits_areWhereATailHasItsShare() {
    Random random = new Random(1934);
    for (int i = 0; i < TRIALS; i++) {
      int trials = 1 + random.nextInt(150);
      int successes = random.nextInt(trials + 1);
      double level = level(random);
      Interval interval = ProportionInterval.exact(successes, trials, level);
      BigDecimal tail = tail(level);
      if (successes > 0) {
        assertCrosses(
            p -> BigDecimal.ONE.subtract(binomial(successes - 1, trials, p)),
            interval.lower(),
            tail,
            true);
      }
      if (successes < trials) {
        assertCrosses(p -> binomial(successes, trials, p), interval.upper(), tail, false);
      }
    }
  }

  /** Given their sum, the first of two Poisson counts is binomial. */
  @Test
  void ratioLimits_areWhereATailHasItsShare() {
    Random random = new Random(1940);
    for (int i = 0; i < TRIALS; i++) {
      int a = random.nextInt(90);
      int b = random.nextInt(90) + (a == 0 ? 1 : 0);
      double timeA = 0.1 + 9 * random.nextDouble();
      double timeB = 0.1 + 9 * random.nextDouble();
      double level = level(random);
      Interval interval = RateRatio.of(a, timeA, b, timeB, level).interval();
      BigDecimal tail = tail(level);
      Function<BigDecimal, BigDecimal> share =
          ratio -> {
            BigDecimal first = ratio.multiply(new BigDecimal(timeA));
            return first.divide(first.add(new BigDecimal(timeB)), DIGITS);
          };
      if (a > 0) {
        assertCrosses(
            ratio -> BigDecimal.ONE.subtract(binomial(a - 1, a + b, share.apply(ratio))),
            interval.lower(),
            tail,
            true);
      }
      if (b > 0) {
        assertCrosses(
            ratio -> binomial(a, a + b, share.apply(ratio)), interval.upper(), tail, false);
      } else {
        assertThat(interval.upper()).isInfinite();
      }
    }
  }

  private static double level(Random random) {
    return random.nextInt(3) == 0 ? Interval.USUAL_LEVEL : 0.5 + 0.499 * random.nextDouble();
  }

  private static BigDecimal tail(double level) {
    return new BigDecimal((1 - level) / 2);
  }

  /** A tail that rises, or falls, through its share between just below the limit and just above. */
  private static void assertCrosses(
      Function<BigDecimal, BigDecimal> tail, double limit, BigDecimal share, boolean rises) {
    BigDecimal at = new BigDecimal(limit);
    BigDecimal below = tail.apply(at.multiply(BigDecimal.ONE.subtract(NEAR)));
    BigDecimal above = tail.apply(at.multiply(BigDecimal.ONE.add(NEAR)));
    assertThat(rises ? below : above).as("limit %s", limit).isLessThan(share);
    assertThat(rises ? above : below).as("limit %s", limit).isGreaterThan(share);
  }

  /** P(X <= most), term by term. */
  private static BigDecimal poisson(int most, BigDecimal mean) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k <= most; k++) {
      term = term.multiply(mean).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.divide(exp(mean), DIGITS);
  }

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; term.compareTo(sum.scaleByPowerOfTen(-DIGITS.getPrecision())) > 0; k++) {
      term = term.multiply(x).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** P(X <= most) of so many trials, term by term. */
  private static BigDecimal binomial(int most, int trials, BigDecimal p) {
    BigDecimal q = BigDecimal.ONE.subtract(p);
    if (q.signum() <= 0) {
      return most >= trials ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    BigDecimal odds = p.divide(q, DIGITS);
    BigDecimal term = q.pow(trials, DIGITS);
    BigDecimal sum = term;
    for (int k = 1; k <= most; k++) {
      term =
          term.multiply(BigDecimal.valueOf(trials - k + 1L))
              .multiply(odds)
              .divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
