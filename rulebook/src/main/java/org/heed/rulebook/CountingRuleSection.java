package org.heed.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file of counting/. */
final class CountingRuleSection {
  private static final int MOST_MONTHS = 120;
  private static final int MOST_HOURS = 10_000;
  private static final Map<String, Kind> KINDS = Words.map(Kind.values(), Kind::word);
  private static final Map<String, CountingEffect.Unit> UNITS =
      Words.map(CountingEffect.Unit.values(), CountingEffect.Unit::word);

  private final NodeReader section;
  private final Set<String> known;

  /** The kinds of rules, each with its effect. */
  private enum Kind {
    EACH("each"),
    FINISHED_INCIDENT("finished-incident"),
    PRINCIPAL_CRIME("principal-crime"),
    IN_ADDITION("in-addition"),
    PART_OF("part-of"),
    GOES_ON("goes-on"),
    UNDEFINED_OFFENDERS("undefined-offenders"),
    APART("apart"),
    RECORD_WITHIN("record-within"),
    REMOVAL("removal");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * @param known the codes that counting.yaml has
   */
  CountingRuleSection(NodeReader section, Set<String> known) {
    this.section = section;
    this.known = known;
  }

  CountingRule read() {
    String id = section.id();
    String version = section.text("version");
    boolean dated = section.has("in_force");
    if (!dated) {
      section.problem(section.at(), "the rule has no in_force", "Add in_force: 2026-04-01");
    }
    Kind kind = section.word("kind", KINDS, null);
    CountingRule rule =
        new CountingRule(
            id,
            version,
            section.date("in_force").orElse(java.time.LocalDate.MAX),
            section.text("says"),
            section.text("source"),
            effect(kind),
            examples(kind),
            section.at());
    section.finish();
    return rule;
  }

  private CountingEffect effect(Kind kind) {
    return switch (kind) {
      case EACH -> {
        boolean victimless = section.truth("victimless", false);
        yield new CountingEffect.Each(
            section.word("each", UNITS, null), codes(section, "codes"), victimless);
      }
      case FINISHED_INCIDENT -> new CountingEffect.FinishedIncident();
      case PRINCIPAL_CRIME -> new CountingEffect.PrincipalCrime();
      case IN_ADDITION -> new CountingEffect.InAddition(someCodes("codes"));
      case PART_OF -> new CountingEffect.PartOf(someCodes("codes"), someCodes("of"));
      case GOES_ON ->
          new CountingEffect.GoesOn(someCodes("codes"), section.needed("months", 1, MOST_MONTHS));
      case UNDEFINED_OFFENDERS -> new CountingEffect.UndefinedOffenders(someCodes("codes"));
      case APART -> new CountingEffect.Apart(grounds());
      case RECORD_WITHIN -> new CountingEffect.RecordWithin(section.needed("hours", 1, MOST_HOURS));
      case REMOVAL -> new CountingEffect.Removal(grounds());
    };
  }

  private List<CrimeGround> grounds() {
    List<CrimeGround> grounds = new ArrayList<>();
    for (NodeReader item : section.someItems("grounds", "the ground")) {
      grounds.add(
          new CrimeGround(
              item.text("code"),
              item.text("title"),
              codes(item, "only"),
              codes(item, "never"),
              codes(item, "registrar"),
              item.truth("reference", false),
              item.truth("victim_told", false)));
      item.finish();
    }
    return grounds;
  }

  private List<CountingExample> examples(Kind kind) {
    CountingExampleSection reader = new CountingExampleSection(known);
    List<CountingExample> examples = new ArrayList<>();
    for (NodeReader item : section.someItems("examples", "the example")) {
      examples.add(
          switch (kind) {
            case RECORD_WITHIN -> reader.timed(item);
            case REMOVAL -> reader.grounded(item);
            case EACH,
                FINISHED_INCIDENT,
                PRINCIPAL_CRIME,
                IN_ADDITION,
                PART_OF,
                GOES_ON,
                UNDEFINED_OFFENDERS,
                APART ->
                reader.counted(item);
          });
      item.finish();
    }
    return examples;
  }

  private Set<String> someCodes(String key) {
    section.someTexts(key);
    return codes(section, key);
  }

  private Set<String> codes(NodeReader reader, String key) {
    Set<String> codes = new LinkedHashSet<>();
    for (Sample code : reader.texts(key)) {
      requireKnown(reader, code.text(), code.at(), known);
      codes.add(code.text());
    }
    return codes;
  }

  static void requireKnown(NodeReader reader, String code, Where at, Set<String> known) {
    if (!code.isEmpty() && !known.contains(code)) {
      reader.problem(
          at,
          "no class of counting.yaml has the code “" + code + "”",
          DidYouMean.cure(code, known, "Add it under classes:, with the code in quotes"));
    }
  }

  /** What rules may not do to one another. */
  static void check(List<CountingRule> rules, List<Problem> problems) {
    Uniqueness ids = new Uniqueness("counting rule", problems);
    Map<String, CountingRule> first = new LinkedHashMap<>();
    for (CountingRule rule : rules) {
      ids.add(rule.id(), rule.at());
      for (String does : does(rule.effect())) {
        CountingRule earlier = first.putIfAbsent(does, rule);
        if (earlier != null) {
          problems.add(
              new Problem(
                  rule.at(),
                  "the rule “" + earlier.id() + "” says " + does + " already",
                  "Let one rule say it"));
        }
      }
    }
  }

  /** What only one rule can say. */
  private static List<String> does(CountingEffect effect) {
    return switch (effect) {
      case CountingEffect.Each each when each.victimless() ->
          List.of("what an offence without a victim is counted for");
      case CountingEffect.Each each when each.codes().isEmpty() ->
          List.of("what an offence is counted for");
      case CountingEffect.Each each ->
          each.codes().stream().sorted().map(code -> "what " + code + " is counted for").toList();
      case CountingEffect.FinishedIncident _ -> List.of("what one incident is");
      case CountingEffect.PrincipalCrime _ -> List.of("which crime is the principal one");
      case CountingEffect.InAddition _ -> List.of("what is recorded in addition");
      case CountingEffect.PartOf part ->
          part.codes().stream().sorted().map(code -> "what " + code + " is part of").toList();
      case CountingEffect.GoesOn _ -> List.of("what goes on");
      case CountingEffect.UndefinedOffenders _ -> List.of("who cannot be told apart");
      case CountingEffect.Apart _ -> List.of("what is kept apart");
      case CountingEffect.RecordWithin _ -> List.of("when a crime is recorded");
      case CountingEffect.Removal _ -> List.of("when a crime is removed");
    };
  }
}
