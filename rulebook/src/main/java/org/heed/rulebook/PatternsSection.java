package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads patterns.yaml, and tries every kind of hub on its own examples. */
final class PatternsSection {
  private static final int MOST_YEARS = 50;
  private static final int MOST_REPORTS = 100_000;
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_FOLLOWED = 500;
  private static final int HUNDRED = 100;

  private PatternsSection() {}

  static PatternRules read(NodeReader section) {
    int years = section.needed("years", 1, MOST_YEARS);
    int fewest = section.needed("fewest_reports", 2, MOST_REPORTS);
    int most = section.needed("most_reports", 2, MOST_REPORTS);
    if (most < fewest) {
      section.problem(
          section.at("most_reports"),
          "most_reports is less than fewest_reports",
          "Write a number from " + fewest + " on");
    }
    int wrong = section.needed("wrong_in_hundred", 1, HUNDRED - 1);
    int followed = section.needed("followed", 1, MOST_FOLLOWED);
    List<Problem> repeated = new ArrayList<>();
    List<PatternRule> patterns = patterns(section, repeated);
    List<HubKind> hubs = hubs(section, repeated);
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return new PatternRules(years, fewest, most, wrong, followed, patterns, hubs);
  }

  private static List<PatternRule> patterns(NodeReader section, List<Problem> repeated) {
    List<PatternRule> patterns = new ArrayList<>();
    Uniqueness ids = new Uniqueness("pattern", repeated);
    for (NodeReader item : section.someItems("patterns", "the pattern")) {
      PatternRule pattern =
          new PatternRule(
              item.id(),
              item.text("version"),
              item.text("says"),
              item.text("source"),
              item.needed("least", 2, MOST_REPORTS),
              item.needed("days", 1, MOST_DAYS),
              item.at());
      if (!PatternRule.IDS.contains(pattern.id())) {
        item.problem(
            item.at("id"),
            "nothing looks for “" + pattern.id() + "”",
            DidYouMean.cure(
                pattern.id(),
                new TreeSet<>(PatternRule.IDS),
                "Write one of " + String.join(", ", PatternRule.IDS)));
      }
      item.finish();
      ids.add(pattern.id(), pattern.at());
      patterns.add(pattern);
    }
    return patterns;
  }

  private static List<HubKind> hubs(NodeReader section, List<Problem> repeated) {
    List<HubKind> hubs = new ArrayList<>();
    Uniqueness ids = new Uniqueness("hub", repeated);
    for (NodeReader item : section.items("hubs", "the hub")) {
      HubKind hub =
          new HubKind(
              item.id(),
              item.text("title"),
              item.text("source"),
              item.someTexts("ends").stream().map(Sample::text).toList(),
              item.texts("unless").stream().map(Sample::text).toList(),
              item.at());
      for (Sample example : item.someTexts("examples")) {
        if (!hub.names(example.text())) {
          item.problem(
              example.at(), "“" + example.text() + "” is no such hub", "Add how it ends to ends:");
        }
      }
      for (Sample other : item.texts("no_match")) {
        if (hub.names(other.text())) {
          item.problem(
              other.at(), "“" + other.text() + "” is such a hub", "Add a word of it to unless:");
        }
      }
      item.finish();
      ids.add(hub.id(), hub.at());
      hubs.add(hub);
    }
    return hubs;
  }
}
