package org.heed.server.linking;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.heed.linkage.Explanation;

/**
 * What a comparison says, in plain words.
 *
 * @param respect in which two records are compared
 * @param says how they are
 * @param weight for one person, or against where it is below zero
 */
public record Why(String respect, String says, double weight) {
  /** Less than this says next to nothing either way. */
  private static final double LITTLE = 0.5;

  private static final double STRONG = 6;

  private static final Map<String, String> RESPECTS =
      Map.of(
          "start", "Before anything is compared",
          "given_name", "First name",
          "family_name", "Family name",
          "other_names", "Other names",
          "date_of_birth", "Date of birth",
          "sex", "Sex",
          "household", "Family");

  private static final Map<String, String> LEVELS =
      Map.ofEntries(
          entry("same", "the same"),
          entry("short or pet form", "one is a short or pet form of the other"),
          entry("very similar", "spelt almost the same"),
          entry("similar", "spelt much the same"),
          entry("sounds alike", "sounds alike"),
          entry("initial", "one is the other’s initial"),
          entry("one within the other", "one is part of the other"),
          entry("swapped with the family name", "first and family name the other way round"),
          entry("found elsewhere in the name", "found elsewhere in the other’s name"),
          entry("somewhat similar", "somewhat alike"),
          entry("different", "different"),
          entry("day and month swapped", "the same with day and month the other way round"),
          entry("one digit", "one digit differs"),
          entry("two digits swapped", "two digits the other way round"),
          entry(
              "same year, one known to the year alone",
              "the same year, one known to the year alone"),
          entry("same year and month", "the same year and month"),
          entry("same day and month", "the same birthday in another year"),
          entry("within a year", "within a year of each other"),
          entry("within five years", "within five years of each other"),
          entry("within ten years", "within ten years of each other"),
          entry("two records at random", "how rarely two people picked at random are one"),
          entry(
              "what two of one household, twins, or father and son share",
              "what relatives, such as twins, would share too"),
          entry(Explanation.NOT_KNOWN, "not known of both"));

  /** One for each part, in the order in which they add up. */
  public static List<Why> list(Explanation explanation) {
    return explanation.parts().stream()
        .map(part ->
            new Why(
                RESPECTS.getOrDefault(part.comparison(), part.comparison()),
                LEVELS.getOrDefault(part.level(), part.level()),
                part.weight()))
        .toList();
  }

  /** Comparisons that speak for one person, the strongest first. */
  public static List<Why> speakingFor(Explanation explanation) {
    return sorted(explanation, 1);
  }

  /** Comparisons that speak against, the strongest first. */
  public static List<Why> speakingAgainst(Explanation explanation) {
    return sorted(explanation, -1);
  }

  private static List<Why> sorted(Explanation explanation, int sign) {
    List<Why> all = new ArrayList<>();
    for (Why one : list(explanation)) {
      if (!one.respect.equals(RESPECTS.get("start")) && sign * one.weight >= LITTLE) {
        all.add(one);
      }
    }
    all.sort(Comparator.comparingDouble((Why one) -> -sign * one.weight));
    return all;
  }

  /** In a line: “First name: sounds alike”. */
  public String line() {
    String strongly = Math.abs(weight) >= STRONG ? " (strongly)" : "";
    return respect + ": " + says + strongly;
  }

  /** How likely it is that both are one person, by what was compared alone. */
  public static String likelihood(Explanation explanation) {
    double probability = explanation.probability();
    return probability >= org.heed.linkage.Settings.SHIPPING
        ? "Very likely the same"
        : probability >= org.heed.linkage.Settings.THRESHOLD
            ? "More likely than not the same"
            : "Possibly the same";
  }
}
