package org.heed.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.heed.figures.inference.Readers;
import org.heed.figures.inference.ReviewedPeriod;
import org.heed.figures.review.MissedEstimate.Stratum;
import org.heed.simulator.Planned.Crime;
import org.heed.simulator.Planned.Fate;
import org.heed.simulator.Planned.Year;

/**
 * A review of a simulated force's standing crimes with a child as victim: of each of two years some
 * flagged and some unflagged are drawn at random and read by people who see neither and who err.
 *
 * @param sensitivity how often they see exploitation that is there
 * @param specificity how often they leave alone what is not
 */
record BlindReview(
    int ofFlagged, int ofRest, int settled, double sensitivity, double specificity, double level) {

  /** A year's crimes, flagged and not. */
  record Frame(List<Crime> flagged, List<Crime> rest) {
    static Frame of(Plan plan, Year year) {
      List<Crime> flagged = new ArrayList<>();
      List<Crime> rest = new ArrayList<>();
      for (Planned report : plan.reports) {
        if (report.year.equals(year) && report.topic != Topic.ORDINARY) {
          for (Crime crime : report.crimes) {
            if (crime.fate != Fate.CANCELLED) {
              (crime.flagged ? flagged : rest).add(crime);
            }
          }
        }
      }
      return new Frame(flagged, rest);
    }

    int exploitation() {
      return truly(flagged) + truly(rest);
    }
  }

  static int truly(List<Crime> crimes) {
    return (int) crimes.stream().filter(BlindReview::truly).count();
  }

  private static boolean truly(Crime crime) {
    return crime.report.topic == Topic.EXPLOITATION;
  }

  ReviewedPeriod of(Frame frame, Random random) {
    return ReviewedPeriod.of(
        read(frame.flagged(), ofFlagged, random), read(frame.rest(), ofRest, random));
  }

  /** The first of a shuffle, which is a sample without replacement. */
  private Stratum read(List<Crime> crimes, int most, Random random) {
    List<Crime> drawn = new ArrayList<>(crimes);
    int size = Math.min(most, drawn.size());
    int called = 0;
    for (int i = 0; i < size; i++) {
      int at = i + random.nextInt(drawn.size() - i);
      Crime crime = drawn.set(at, drawn.get(i));
      called += random.nextDouble() < (truly(crime) ? sensitivity : 1 - specificity) ? 1 : 0;
    }
    return new Stratum(crimes.size(), size, called);
  }

  /** The readers' error as measured on settled records, which they did not know from the rest. */
  Readers readers(Random random) {
    int seen = 0;
    int leftAlone = 0;
    for (int i = 0; i < settled; i++) {
      seen += random.nextDouble() < sensitivity ? 1 : 0;
      leftAlone += random.nextDouble() < specificity ? 1 : 0;
    }
    return Readers.measured(settled, seen, settled, leftAlone, level);
  }

  /**
   * The variance of the best estimate of a year's exploitation by someone who knows how common it
   * is in each part, how often the readers err, and how the sample was drawn.
   */
  double idealVariance(Frame frame) {
    return ideal(frame.flagged(), ofFlagged) + ideal(frame.rest(), ofRest);
  }

  private double ideal(List<Crime> crimes, int most) {
    double n = Math.min(most, crimes.size());
    double p = truly(crimes) / (double) crimes.size();
    double drawn = p * (1 - p) * (1 - n / crimes.size()) / n;
    double seen = sensitivity * (1 - sensitivity);
    double left = specificity * (1 - specificity);
    double read = (p * seen + (1 - p) * left) / n;
    double sharp = sensitivity + specificity - 1;
    return (double) crimes.size() * crimes.size() * (drawn + read / (sharp * sharp));
  }
}
