package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.heed.figures.Interval;
import org.heed.rulebook.OffenceClass;
import org.heed.server.publication.Breakdown;
import org.heed.server.publication.Breakdown.Characteristic;
import org.heed.server.publication.Breakdown.Part;
import org.heed.server.publication.Breakdown.Parting;
import org.heed.server.publication.Breakdown.Value;
import org.heed.server.publication.Feature;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Unit;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.web.Page;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/breakdown.jte}.
 *
 * @param notLinked mentions of people linked to nobody
 * @param breakdown null for who counts only some records
 * @param classes the rulebook's offence classes, by code
 */
public record BreakdownPage(
    Page page,
    QuestionForm form,
    long notLinked,
    @Nullable Breakdown breakdown,
    Map<String, OffenceClass> classes) {
  private static final double HUNDRED = 100;

  /** Sorts after every group's name. */
  private static final String LAST = "\uffff";

  private Question question() {
    return form.question();
  }

  /** The parameters of this question. */
  public String query() {
    return form.query();
  }

  /** What is read out when the figure changes. */
  public String says() {
    return FigureWords.scope(question()) + ", broken down";
  }

  /** Unit, period and area. */
  public String scope() {
    return FigureWords.scope(question());
  }

  /** Whether people are counted, of whom characteristics are recorded. */
  public boolean people() {
    return question().unit() == Unit.CHILDREN || question().unit() == Unit.SUSPECTS;
  }

  /** One table of parts. */
  public record Parts(String title, List<Row> rows) {
    /** Whether some of what is counted is of no known part. */
    public boolean ranged() {
      return rows.stream().anyMatch(row -> !row.range().isEmpty());
    }
  }

  /** One of its rows. */
  public record Row(
      String label,
      String before,
      String after,
      String change,
      String range,
      String beforeRecords,
      String records) {}

  /** The count in parts, what is missing first. */
  public List<Parts> parts() {
    if (breakdown == null) {
      return List.of();
    }
    List<Parts> parts = new ArrayList<>();
    for (Parting parting : breakdown.parts()) {
      parts.add(new Parts(title(parting.dimension()), rows(parting)));
      if (parting.dimension().equals("what") && question().unit() == Unit.CRIMES) {
        parts.add(new Parts("The same by the rulebook's groups of offences", groups(parting)));
      }
    }
    return parts;
  }

  /** Classes put together as the rulebook groups them; those that it does not know last. */
  private List<Row> groups(Parting parting) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Part part : parting.parts()) {
      OffenceClass known = classes.get(part.label());
      long[] sum = sums.computeIfAbsent(known == null ? LAST : known.group(), _ -> new long[2]);
      sum[0] += part.before();
      sum[1] += part.after();
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> {
      String group = key.equals(LAST) ? "" : key;
      String records = records(new Feature(Feature.GROUP, group));
      rows.add(
          new Row(
              label(Feature.GROUP, group),
              Words.number(sum[0]),
              Words.number(sum[1]),
              Waterfall.signed(sum[1] - sum[0]),
              "",
              records + "&slot=before",
              records));
    });
    return rows;
  }

  static String title(String dimension) {
    return switch (dimension) {
      case "flag" -> "What led to the flag";
      case "notice" -> "How it came to notice";
      case "recency" -> "How long before it was recorded";
      case Feature.GROUP -> "Group of offences";
      default -> "What it is";
    };
  }

  private List<Row> rows(Parting parting) {
    List<Row> missing = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    long unknown =
        parting.parts().stream().filter(BreakdownPage::lacks).mapToLong(Part::after).sum();
    for (Part part : parting.parts()) {
      boolean lacks = lacks(part);
      Feature feature = new Feature(parting.dimension(), part.label());
      (lacks ? missing : rows)
          .add(
              new Row(
                  named(parting.dimension(), part.label()),
                  Words.number(part.before()),
                  Words.number(part.after()),
                  Waterfall.signed(part.after() - part.before()),
                  unknown == 0 || lacks ? "" : range(part.after(), part.after() + unknown),
                  records(feature) + "&slot=before",
                  records(feature)));
    }
    missing.addAll(rows);
    return missing;
  }

  private static boolean lacks(Part part) {
    return part.label().equals("not-recorded") || part.label().equals("not-known");
  }

  private static String range(long least, long most) {
    return Words.number(least) + " to " + Words.number(most);
  }

  private String records(Feature feature) {
    return "/figures/records?" + query() + "&of=" + QuestionText.encoded(feature.code());
  }

  private String named(String dimension, String label) {
    OffenceClass known = dimension.equals("what") ? classes.get(label) : null;
    return known == null ? label(dimension, label) : known.code() + " " + known.title();
  }

  /** A label in words. */
  static String label(String dimension, String label) {
    return switch (dimension) {
      case "flag" -> flag(label);
      case "notice" -> label.equals("not-recorded") ? "Not recorded" : notice(label);
      case "recency" ->
          switch (label) {
            case "recent" -> "Within a year of its happening";
            case "non-recent" -> "More than a year after";
            default -> "Not known when it happened";
          };
      case Feature.GROUP ->
          label.isEmpty() ? "Not in the rulebook" : Words.title(label.replace('-', ' '));
      default -> kind(label);
    };
  }

  private static String flag(String label) {
    return switch (label) {
      case "officer" -> "An officer, unprompted";
      case "quality-assurance" -> "Quality assurance";
      case "prompt" -> "A prompt";
      case "random-review" -> "Random review";
      default -> Words.title(label);
    };
  }

  private static String notice(String label) {
    for (NoticeRoute route : NoticeRoute.values()) {
      if (route.code().equals(label)) {
        return route.title();
      }
    }
    return label;
  }

  private static String kind(String label) {
    for (ReportKind kind : ReportKind.values()) {
      if (kind.code().equals(label)) {
        return kind.title();
      }
    }
    return "Offence class " + label;
  }

  /** Why there are no characteristics. */
  public String none() {
    return people()
        ? "Cannot tell: fewer than ten people are counted, and breaking down so few would point at"
            + " them."
        : "Ethnicity and nationality are of people: count children or suspects.";
  }

  /** What is recorded of the people counted. */
  public List<Characteristic> characteristics() {
    return breakdown == null ? List.of() : breakdown.characteristics();
  }

  /** What is missing, before anything else is said. */
  public List<String> missing(Characteristic of) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.number(of.missing())
            + " of "
            + Words.number(of.people())
            + " "
            + question().unit().title().toLowerCase(Locale.ROOT)
            + " ("
            + percent((double) of.missing() / of.people())
            + ") have none recorded. A range says what the share would be if none of them belonged"
            + " to a group, and if all did.");
    if (notLinked > 0) {
      lines.add(
          Words.count(notLinked, "mention", "mentions")
              + " linked to nobody are not among them: they may be more people.");
    }
    return lines;
  }

  /** How it was established. */
  public String established(Characteristic of) {
    if (of.bases().isEmpty()) {
      return "The record does not say how it was established.";
    }
    return "How it was established: "
        + String.join(
            "; ",
            of.bases().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(basis -> basis(basis.getKey()) + " " + Words.number(basis.getValue()))
                .toList())
        + ". What an officer sees and what a person says of themselves are not the same"
        + " classification.";
  }

  /** A basis in words. */
  public static String basis(String code) {
    return switch (code) {
      case "self-defined" -> "said by the person";
      case "officer-defined", "officer-observed" -> "seen by an officer";
      case "not-stated" -> "asked and not stated";
      default -> code.isEmpty() ? "not said how" : code;
    };
  }

  /** How often it was established how, for one value. */
  public static String bases(Value value) {
    return String.join(
        "; ",
        value.bases().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(basis -> Words.number(basis.getValue()) + " " + basis(basis.getKey()))
            .toList());
  }

  /** A range of a share, in whole percent, outwards. */
  public static String range(Interval bounds) {
    return String.format(
        Locale.UK,
        "%.0f%% to %.0f%%",
        Math.floor(bounds.lower() * HUNDRED),
        Math.ceil(bounds.upper() * HUNDRED));
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.0f%%", share * HUNDRED);
  }
}
