package org.heed.simulator;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How truth, reporting and recognition move from year to year. All scenarios are parameters of one
 * model; counts are those of a force of {@value #BASE_REPORTS} reports and scale with the force's
 * own number of reports.
 *
 * @param name as given on the command line
 * @param years one for each year of the record, the last being the year that ends on the last day;
 *     where the record is longer, the first stands for the years before it
 * @param shifts what changed in recording during the record
 * @param exact whether the flagged crimes of each year are made to equal the plan exactly, instead
 *     of in expectation
 * @param indicatorShare share of all narratives that express at least one indicator, 0.3 to 0.6:
 *     the exploitation planned for takes up most of the lower bound
 * @param languageShare share of narratives with a planted example of victim-blaming language
 */
public record Scenario(
    String name,
    List<YearPlan> years,
    Set<Shift> shifts,
    boolean exact,
    double indicatorShare,
    double languageShare) {

  /** Number of reports of the force that the plans' counts are for. */
  public static final int BASE_REPORTS = 40_000;

  /** Something that changed in recording, and not in what happens to children. */
  public enum Shift {
    /** A public campaign: more of what happens is reported from its day on. */
    CAMPAIGN("campaign"),
    /** A new rulebook in the middle: contact that stays online is in scope from its day on. */
    RULEBOOK("rulebook"),
    /** Quality assurance in the last year: it reads again, and sets and takes away flags. */
    QUALITY_ASSURANCE("quality-assurance");

    private final String id;

    Shift(String id) {
      this.id = id;
    }

    /** The name used in files. */
    public String id() {
      return id;
    }
  }

  /**
   * One year.
   *
   * @param trueCrimes exploitation offences that truly happened, known or not
   * @param recordedCrimes those of them that were reported and recorded as crimes
   * @param flaggedCrimes recorded crimes that carry the flag at the end of the record, rightly or
   *     not
   * @param wronglyFlagged those of the flagged crimes that are not exploitation
   */
  public record YearPlan(
      int trueCrimes, int recordedCrimes, int flaggedCrimes, int wronglyFlagged) {
    /** Refuses plans that cannot be. */
    public YearPlan {
      if (recordedCrimes > trueCrimes
          || wronglyFlagged > flaggedCrimes
          || flaggedCrimes - wronglyFlagged > recordedCrimes) {
        throw new IllegalArgumentException("No force can be so");
      }
    }

    /** Share of recorded exploitation crimes that are flagged. */
    public double recognition() {
      return (flaggedCrimes - wronglyFlagged) / (double) recordedCrimes;
    }
  }

  /**
   * The default: reporting and recognition both grow, after a campaign and a new rulebook, and the
   * truth grows a little.
   */
  public static final Scenario COUNTY =
      new Scenario(
          "county",
          List.of(
              new YearPlan(2_050, 1_240, 690, 66),
              new YearPlan(2_120, 1_420, 922, 88),
              new YearPlan(2_200, 1_610, 1_200, 102)),
          EnumSet.allOf(Shift.class),
          false,
          0.42,
          0.03);

  /** 922 becomes 1,200 flagged with the same offences, reported equally: only recognition rises. */
  public static final Scenario RECOGNITION_ONLY =
      exact(
          "recognition-only",
          EnumSet.of(Shift.RULEBOOK, Shift.QUALITY_ASSURANCE),
          new YearPlan(2_150, 1_500, 860, 60),
          new YearPlan(2_150, 1_500, 922, 62),
          new YearPlan(2_150, 1_500, 1_200, 80));

  /** 922 becomes 1,200 flagged, all of it more offences: reporting and recognition stand still. */
  public static final Scenario REAL_RISE =
      exact(
          "real-rise",
          EnumSet.noneOf(Shift.class),
          new YearPlan(1_900, 1_330, 860, 57),
          new YearPlan(2_060, 1_433, 922, 62),
          new YearPlan(2_681, 1_865, 1_200, 81));

  /** 922 becomes 1,200 flagged, about half by more offences and half by better recognition. */
  public static final Scenario MIXTURE =
      exact(
          "mixture",
          EnumSet.of(Shift.RULEBOOK, Shift.QUALITY_ASSURANCE),
          new YearPlan(2_050, 1_400, 860, 60),
          new YearPlan(2_100, 1_470, 922, 62),
          new YearPlan(2_394, 1_676, 1_200, 81));

  /**
   * 922 becomes 1,200 flagged with the same offences, flagged equally: only more of them are
   * reported. No review of records can tell this from a real rise.
   */
  public static final Scenario REPORTING_ONLY =
      exact(
          "reporting-only",
          EnumSet.of(Shift.CAMPAIGN),
          new YearPlan(2_700, 1_400, 860, 57),
          new YearPlan(2_700, 1_433, 922, 62),
          new YearPlan(2_700, 1_865, 1_200, 81));

  /** 922 becomes 1,200 flagged while offences fall by a tenth: recognition hides the fall. */
  public static final Scenario HIDDEN_FALL =
      exact(
          "hidden-fall",
          EnumSet.of(Shift.RULEBOOK, Shift.QUALITY_ASSURANCE),
          new YearPlan(2_380, 1_665, 860, 60),
          new YearPlan(2_350, 1_645, 922, 62),
          new YearPlan(2_115, 1_480, 1_200, 80));

  /** Every named scenario. */
  public static final List<Scenario> ALL =
      List.of(COUNTY, RECOGNITION_ONLY, REAL_RISE, MIXTURE, REPORTING_ONLY, HIDDEN_FALL);

  private static Scenario exact(String name, Set<Shift> shifts, YearPlan... years) {
    return new Scenario(name, List.of(years), shifts, true, 0.42, 0.03);
  }

  /** Copies the collections and refuses shares outside their range. */
  public Scenario {
    years = List.copyOf(years);
    shifts = Set.copyOf(shifts);
    if (years.isEmpty() || !(indicatorShare >= 0.3 && indicatorShare <= 0.6)) {
      throw new IllegalArgumentException("A scenario needs years, and 30% to 60% of indicators");
    }
    if (!(languageShare >= 0 && languageShare <= 0.2)) {
      throw new IllegalArgumentException("A language share is 0 to 0.2, not " + languageShare);
    }
  }

  /**
   * The named scenario.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static Scenario of(String name) {
    return ALL.stream()
        .filter(s -> s.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No scenario "
                    + name
                    + "; there are "
                    + String.join(", ", ALL.stream().map(Scenario::name).toList())));
  }

  /** This scenario with another share of narratives that express an indicator. */
  public Scenario withIndicatorShare(double share) {
    return new Scenario(name, years, shifts, exact, share, languageShare);
  }

  /** The plan for a year counted back from the last, 0 being the last. */
  YearPlan planFromEnd(int yearsBack) {
    return years.get(Math.max(0, years.size() - 1 - yearsBack));
  }
}
