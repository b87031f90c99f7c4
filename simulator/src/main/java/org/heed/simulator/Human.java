package org.heed.simulator;

import java.time.LocalDate;
import java.time.Period;
import org.heed.simulator.PersonInvolved.Role;
import org.jspecify.annotations.Nullable;

/**
 * A true person of the simulated county, the same for the same seed and number.
 *
 * @param number 1 and up
 * @param ethnicity 16+1 code
 */
record Human(
    long number,
    boolean female,
    String given,
    String family,
    LocalDate born,
    String ethnicity,
    String nationality,
    boolean disabled,
    Borough home,
    String street,
    String postcode,
    String phone,
    Chance own) {

  private static final String[] ETHNICITIES = {
    "W1", "W9", "M1", "M3", "A1", "A2", "A3", "B1", "B2", "O9"
  };
  private static final double[] SHARES = {72, 6, 2, 2, 4, 5, 2, 2, 3, 2};

  /** A person born between two days. */
  static Human of(
      Chance county,
      long number,
      LocalDate earliest,
      LocalDate latest,
      @Nullable Borough home,
      double femaleShare) {
    Chance chance = county.child(number);
    boolean female = chance.yes(femaleShare);
    String ethnicity = ETHNICITIES[chance.weighted(SHARES)];
    int days = (int) (latest.toEpochDay() - earliest.toEpochDay());
    Borough borough = home == null ? Places.anyBorough(chance) : home;
    return new Human(
        number,
        female,
        Names.given(female, ethnicity, chance),
        Names.family(ethnicity, chance),
        earliest.plusDays(chance.below(Math.max(1, days))),
        ethnicity,
        chance.yes(ethnicity.equals("W9") ? 0.3 : 0.93) ? "British" : "Other European",
        chance.yes(0.09),
        borough,
        Places.street(borough, chance),
        Places.postcode(borough, chance),
        Places.phone(chance),
        chance.child("own"));
  }

  int ageAt(LocalDate day) {
    return Period.between(born, day).getYears();
  }

  /** The true person's key, for truth files only. */
  String trueKey() {
    return "T" + number;
  }

  /**
   * The nominal number of one of this person's entries in the force's index. Multiplication modulo
   * a prime keeps the numbers apart and says nothing of who belongs together.
   */
  String nominal(int variant) {
    return "N" + (number * 3 + variant + 1) * 2_654_435_761L % 99_999_999_977L;
  }

  /**
   * How the force's index has this person: entry 0 rightly, the others under another spelling, or
   * with a slip in the date of birth.
   */
  PersonInvolved mention(Role role, int variant, LocalDate on, Chance chance) {
    Chance entry = own.child(variant);
    boolean wrong = variant > 0;
    String writtenGiven = wrong && entry.yes(0.6) ? Names.variant(given, entry) : given;
    String writtenFamily = wrong && entry.yes(0.6) ? Names.variant(family, entry) : family;
    LocalDate written = wrong && entry.yes(0.35) ? slipped(born, entry) : born;
    boolean suspect = role == Role.SUSPECT || role == Role.ASSOCIATE;
    boolean bornKnown = entry.yes(suspect ? 0.62 : role == Role.REPORTING_PERSON ? 0.4 : 0.94);
    boolean addressKnown = entry.yes(suspect ? 0.45 : 0.85);
    String basis = basis(suspect, chance);
    return new PersonInvolved(
        nominal(variant),
        role,
        writtenGiven,
        writtenFamily,
        bornKnown ? written : null,
        bornKnown ? null : Math.max(10, ageAt(on) + (suspect ? entry.between(-3, 3) : 0)),
        entry.yes(0.98) ? (female ? "female" : "male") : null,
        basis == null || basis.equals("not-stated") ? null : observed(basis),
        basis,
        entry.yes(suspect ? 0.4 : 0.7) ? nationality : null,
        entry.yes(0.45) ? Boolean.valueOf(disabled) : null,
        addressKnown ? street : null,
        addressKnown ? postcode : null,
        entry.yes(suspect ? 0.3 : 0.5) ? phone : null);
  }

  /** Missingness depends on the group and on the role, as it does in real records. */
  private @Nullable String basis(boolean suspect, Chance chance) {
    double missing =
        switch (ethnicity.charAt(0)) {
          case 'W' -> 0.24;
          case 'A' -> 0.37;
          case 'B' -> 0.33;
          case 'M' -> 0.44;
          default -> 0.50;
        };
    if (chance.yes(Math.min(0.9, missing + (suspect ? 0.18 : 0)))) {
      return chance.yes(0.25) ? "not-stated" : null;
    }
    return chance.yes(suspect ? 0.35 : 0.7) ? "self-defined" : "officer-observed";
  }

  private String observed(String basis) {
    if (basis.equals("self-defined")) {
      return ethnicity;
    }
    return switch (ethnicity.charAt(0)) {
      case 'W' -> ethnicity.equals("W9") ? "IC2" : "IC1";
      case 'A' -> "IC4";
      case 'B' -> "IC3";
      case 'M' -> own.child("seen").yes(0.5) ? "IC3" : "IC1";
      default -> "IC6";
    };
  }

  private static LocalDate slipped(LocalDate day, Chance chance) {
    return switch (chance.below(3)) {
      case 0 ->
          day.getDayOfMonth() <= 12
              ? LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
              : day.minusDays(1);
      case 1 -> day.plusYears(1);
      default -> day.withDayOfMonth(1);
    };
  }

  /** The number only; the rest is personal. */
  @Override
  public String toString() {
    return "Human[" + number + "]";
  }
}
