package org.heed.linkage.file;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.Model;

/**
 * Reads the settings that Splink saves with a trained model. Its levels are conditions in SQL; each
 * is placed by how alike two values must be, and each of Heed's levels takes the weight of the
 * strictest of Splink's that holds there too.
 */
final class SplinkModel {
  private static final Pattern SIMILARITY =
      Pattern.compile("(?:jaro|jaccard|cosine)\\w*\\(.*>=\\s*(?<least>[0-9.]+)");
  private static final Pattern DISTANCE =
      Pattern.compile("levenshtein\\w*\\(.*<=\\s*(?<most>[0-9]+)");
  private static final Pattern SECONDS = Pattern.compile("<=\\s*(?<most>[0-9.]+)\\s*$");
  private static final double MONTH = 32 * 86_400.0;
  private static final double YEAR = 367 * 86_400.0;

  /** How alike two values at one of Heed's levels surely are, 1 being the same. */
  private static final Map<String, Double> ALIKE =
      Map.ofEntries(
          entry("same", 1.0),
          entry("very similar", 0.92),
          entry("one digit", 0.9),
          entry("one character", 0.9),
          entry("two digits swapped", 0.9),
          entry("same year and month", 0.9),
          entry("similar", 0.88),
          entry("similar, or one within the other", 0.8),
          entry("day and month swapped", 0.8),
          entry("short or pet form", 0.8),
          entry("sounds alike", 0.8),
          entry("last six digits", 0.8),
          entry("same sector", 0.76),
          entry("one within the other", 0.7),
          entry("same outcode", 0.73),
          entry("somewhat similar", 0.7),
          entry("sharing a word or somewhat similar", 0.5),
          entry("same area", 0.5),
          entry("within a year", 0.6),
          entry("same year, one known to the year alone", 0.6),
          entry("within five years", 0.4),
          entry("within ten years", 0.4));

  private SplinkModel() {}

  private record Placed(double alike, double m, double u, boolean byFrequency) {}

  static Model read(ModelNode root, Layout layout) {
    List<Model.Compared> comparisons = new ArrayList<>();
    for (ModelNode comparison : root.list("comparisons")) {
      String column = comparison.textOr("output_column_name", "");
      Optional<Layout.Column> of =
          layout.columns().stream().filter(one -> one.name().equals(column)).findFirst();
      if (of.isEmpty()) {
        throw comparison.wrong(
            "output_column_name",
            "is " + column + ", which the mapping names no column for; map it or leave it out");
      }
      comparisons.add(compared(name(of.get()), placed(comparison)));
    }
    return new Model(root.probability("probability_two_random_records_match"), 0, 0, comparisons);
  }

  private static String name(Layout.Column column) {
    return switch (column.kind()) {
      case EXACT, TEXT -> column.name();
      case FULL_NAME -> Kind.FAMILY_NAME.word();
      case GIVEN_NAME,
          FAMILY_NAME,
          DATE_OF_BIRTH,
          SEX,
          STREET,
          LOCALITY,
          POSTCODE,
          PHONE,
          NATIONAL_ID ->
          column.kind().word();
    };
  }

  private static List<Placed> placed(ModelNode comparison) {
    List<Placed> placed = new ArrayList<>();
    for (ModelNode level : comparison.list("comparison_levels")) {
      String condition = level.text("sql_condition").toLowerCase(Locale.ROOT).strip();
      if (!level.flag("is_null_level") && level.has("m_probability")) {
        placed.add(
            new Placed(
                alike(condition),
                level.probability("m_probability"),
                level.probability("u_probability"),
                level.has("tf_adjustment_column")));
      }
    }
    if (placed.isEmpty()) {
      throw comparison.wrong(
          "comparison_levels", "holds no level with m_probability; train it first");
    }
    placed.sort(Comparator.comparingDouble(Placed::alike).reversed());
    return placed;
  }

  private static double alike(String condition) {
    if (condition.equals("else")) {
      return 0;
    }
    Matcher similarity = SIMILARITY.matcher(condition);
    if (similarity.find()) {
      return Double.parseDouble(similarity.group("least"));
    }
    Matcher distance = DISTANCE.matcher(condition);
    if (distance.find()) {
      return Math.max(0.1, 1 - 0.1 * Integer.parseInt(distance.group("most")));
    }
    if (condition.contains("epoch") || condition.contains("datediff")) {
      Matcher seconds = SECONDS.matcher(condition);
      double most = seconds.find() ? Double.parseDouble(seconds.group("most")) : 0;
      return most <= MONTH ? 0.9 : most <= YEAR ? 0.6 : 0.4;
    }
    if (condition.contains("regexp_extract")) {
      boolean sector = condition.contains("{2}$") || condition.contains(" [0-9]");
      boolean area = condition.contains("[a-za-z]{1,2}'") || condition.contains("{1,2}(?=");
      return sector ? 0.75 : area ? 0.45 : 0.72;
    }
    return condition.contains("=") ? 1 : 0.3;
  }

  private static Model.Compared compared(String name, List<Placed> placed) {
    List<Model.Weighed> levels = new ArrayList<>();
    ALIKE.forEach((level, alike) -> levels.add(weighed(level, alike, placed)));
    for (String weak :
        List.of(
            "different",
            "initial",
            "swapped with the family name",
            "found elsewhere in the name",
            "sharing a word",
            "same initial",
            "same day and month")) {
      levels.add(weighed(weak, 0, placed));
    }
    return new Model.Compared(name, levels);
  }

  private static Model.Weighed weighed(String level, double alike, List<Placed> placed) {
    Placed of =
        placed.stream().filter(one -> one.alike <= alike).findFirst().orElse(placed.getLast());
    double typical = of.byFrequency ? placed.getFirst().u : 0;
    return new Model.Weighed(level, of.m, of.u, of.u, typical);
  }
}
