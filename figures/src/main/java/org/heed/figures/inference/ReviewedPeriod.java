package org.heed.figures.inference;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.MissedEstimate;
import org.heed.figures.review.MissedEstimate.Stratum;

/**
 * A period's records and what blind readers said of some, drawn at random.
 *
 * @param flagged the flagged ones: how many, how many read, how many the readers called
 *     exploitation
 * @param unflagged the rest, in strata drawn from at different rates
 */
public record ReviewedPeriod(Stratum flagged, List<Stratum> unflagged) {
  public ReviewedPeriod {
    unflagged = List.copyOf(unflagged);
    RefusedInput.unless(!unflagged.isEmpty(), "unflagged", "has no stratum");
  }

  /** With the unflagged drawn from as one. */
  public static ReviewedPeriod of(Stratum flagged, Stratum unflagged) {
    return new ReviewedPeriod(flagged, List.of(unflagged));
  }

  long records() {
    return flagged.unread() + unflaggedRecords();
  }

  long unflaggedRecords() {
    return unflagged.stream().mapToLong(Stratum::unread).sum();
  }

  /**
   * How many of the flagged, and how many of the rest, these readers would call exploitation if
   * they read them all; and the chance in their readings, twice, which moves what they call without
   * anything being otherwise.
   */
  List<Estimate> called(Readers readers, double level) {
    Estimate ofFlagged = MissedEstimate.of(0, List.of(flagged), level).missed();
    Estimate ofRest = MissedEstimate.of(0, unflagged, level).missed();
    List<Estimate> called = new ArrayList<>(List.of(ofFlagged, ofRest));
    called.add(chance(ofFlagged, flagged.unread(), readers, level));
    called.add(chance(ofRest, unflaggedRecords(), readers, level));
    return called;
  }

  private static Estimate chance(Estimate called, long records, Readers readers, double level) {
    double part = Double.isNaN(called.value()) ? records / 2.0 : called.value();
    double range = Normal.distance(level) * Math.sqrt(readers.noise(part, records - part));
    return new Estimate(0, new Interval(-range, range, level));
  }
}
