package org.heed.server.crime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what ground of the rulebook something is done with a crime.
 *
 * @param ground its code; empty: none is given
 * @param reference the number of another record that belongs to it; empty: none
 * @param victimToldOn when the victim was told; null: not
 */
public record Grounded(String ground, String reference, @Nullable LocalDate victimToldOn) {
  /** No ground. */
  public static final Grounded NONE = new Grounded("", "", null);

  /** A ground that needs no more. */
  public static Grounded on(String ground) {
    return new Grounded(ground, "", null);
  }

  /** The same with another record's number. */
  public Grounded reference(String number) {
    return new Grounded(ground, number, victimToldOn);
  }

  /** The same with the day on which the victim was told. */
  public Grounded told(@Nullable LocalDate day) {
    return new Grounded(ground, reference, day);
  }
}
