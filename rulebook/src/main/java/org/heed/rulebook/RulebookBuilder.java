package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a rulebook of its files' nodes, section by section, and checks what crosses sections. */
final class RulebookBuilder {
  static final int MOST_CONCEPTS = 5_000;
  static final int MOST_PHRASES = 50_000;
  static final long MOST_VARIANTS = 20_000_000;

  /** How long somebody is named for at most where the rulebook does not say. */
  private static final int USUAL_DAYS = 90;

  private static final int MOST_DAYS = 366;
  private static final Set<String> KNOWN =
      Set.of(
          "rulebook.yaml",
          "words.yaml",
          "context.yaml",
          "prompts.yaml",
          "language.yaml",
          "definitions.yaml",
          "counting.yaml",
          "areas.yaml",
          "calendars.yaml",
          "groups.yaml",
          "patterns.yaml",
          "outcomes.yaml",
          "grades.yaml",
          "limits.yaml",
          "inspection.yaml");

  private final Map<String, Node> files;
  private final List<Problem> problems;
  private WordSets sets = WordSets.none();

  RulebookBuilder(Map<String, Node> files, List<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  Rulebook build() {
    files.keySet().forEach(this::checkName);
    NodeReader head = section("rulebook.yaml", true);
    String id = head.id();
    String version = head.text("version");
    LocalDate inForce =
        head.date("in_force")
            .orElseGet(() -> {
              if (!head.has("in_force")) {
                head.problem(head.at(), "rulebook has no in_force", "Add in_force: 2026-01-31");
              }
              return LocalDate.MAX;
            });
    String title = head.text("title");
    String source = head.text("source");
    head.finish();

    sets = optional("words.yaml").map(WordSets::read).orElseGet(WordSets::none);
    List<Concept> concepts = concepts(inForce);
    Set<String> conceptIds = concepts.stream().map(Concept::id).collect(Collectors.toSet());
    ContextSection context = new ContextSection(section("context.yaml", true), conceptIds);
    Counting counting =
        counting(optional("counting.yaml").map(CountingSection::read).orElseGet(Counting::none));
    PromptsSection prompts =
        new PromptsSection(section("prompts.yaml", true), conceptIds, counting.codes(), inForce);
    List<Standard> standards = standards();
    List<HolidayCalendar> calendars =
        optional("calendars.yaml").map(CalendarsSection::read).orElse(List.of());
    Set<String> calendarIds =
        calendars.stream().map(HolidayCalendar::id).collect(Collectors.toSet());
    OutcomeRules outcomes =
        optional("outcomes.yaml")
            .map(s -> OutcomesSection.read(s, inForce))
            .orElseGet(OutcomeRules::none);
    Optional<NodeReader> inspection = optional("inspection.yaml");
    Rulebook rulebook =
        new Rulebook(
            new RulebookId(id, version, ContentHash.of(files)),
            title,
            source,
            inForce,
            concepts,
            context.read(),
            prompts.read(),
            optional("language.yaml").map(s -> LanguageSection.read(s, inForce)).orElse(List.of()),
            optional("definitions.yaml").map(DefinitionsSection::read).orElse(List.of()),
            counting,
            optional("areas.yaml")
                .map(section -> AreasSection.read(section, calendarIds))
                .orElse(List.of()),
            standards,
            calendars,
            optional("groups.yaml").map(GroupsSection::read).orElse(List.of()),
            inspections(inspection, standards),
            protectionAreas(inspection, outcomes),
            namedForDays(inspection),
            optional("patterns.yaml").map(PatternsSection::read).orElseGet(PatternRules::none),
            outcomes,
            optional("grades.yaml").map(GradesSection::read).orElseGet(Grades::none),
            optional("limits.yaml").map(LimitsSection::read).orElseGet(Limits::usual),
            sets.list());
    checkSize(rulebook);
    return rulebook;
  }

  private void checkName(String file) {
    boolean foldered = file.matches("(indicators|counting|standards)/[^/]+");
    if (file.endsWith(".yml")) {
      String renamed = file.substring(0, file.length() - 3) + "yaml";
      problem(file, "the file's name ends in .yml", "Rename it to " + renamed);
    } else if (!KNOWN.contains(file) && !foldered) {
      problem(
          file,
          "the file is not part of a rulebook",
          DidYouMean.cure(
              file, KNOWN, "Move it out, or into indicators/, counting/ or standards/"));
    }
  }

  private List<Concept> concepts(LocalDate inForce) {
    List<Concept> concepts = new ArrayList<>();
    Uniqueness ids = new Uniqueness("concept", problems);
    for (String file : files.keySet()) {
      if (file.startsWith("indicators/")) {
        NodeReader section = section(file, true);
        for (NodeReader item : section.someItems("concepts", "the concept")) {
          Concept concept = ConceptSection.read(item, inForce);
          ids.add(concept.id(), concept.at());
          concepts.add(concept);
        }
        section.finish();
      }
    }
    if (concepts.isEmpty()) {
      problem("rulebook.yaml", "there are no concepts", "Add indicators/….yaml with concepts:");
    }
    concepts.sort(java.util.Comparator.comparing(Concept::id));
    return concepts;
  }

  private Counting counting(Counting classes) {
    List<CountingRule> rules = new ArrayList<>();
    for (String file : files.keySet()) {
      if (file.startsWith("counting/")) {
        NodeReader section = new NodeReader(file, "the rule", files.get(file), problems);
        rules.add(new CountingRuleSection(section, classes.codes()).read());
      }
    }
    rules.sort(java.util.Comparator.comparing(CountingRule::id));
    CountingRuleSection.check(rules, problems);
    return classes.with(rules);
  }

  private List<Standard> standards() {
    List<Standard> standards = new ArrayList<>();
    Uniqueness ids = new Uniqueness("standard", problems);
    for (String file : files.keySet()) {
      if (file.startsWith("standards/")) {
        NodeReader section = new NodeReader(file, "the standard", files.get(file), problems);
        standards.add(new StandardSection(section).read());
        ids.add(standards.getLast().id(), standards.getLast().at());
      }
    }
    standards.sort(java.util.Comparator.comparing(Standard::id));
    return standards;
  }

  private static List<InspectionCriteria> inspections(
      Optional<NodeReader> inspection, List<Standard> standards) {
    Set<String> ids = standards.stream().map(Standard::id).collect(Collectors.toSet());
    return inspection.map(section -> new InspectionSection(section, ids).read()).orElse(List.of());
  }

  private static List<ProtectionArea> protectionAreas(
      Optional<NodeReader> inspection, OutcomeRules outcomes) {
    Set<String> measures =
        outcomes.measures().stream().map(Measure::id).collect(Collectors.toSet());
    List<ProtectionArea> areas =
        inspection
            .map(section -> new ProtectionAreasSection(section, measures).read())
            .orElse(List.of());
    return areas;
  }

  private static int namedForDays(Optional<NodeReader> inspection) {
    int days =
        inspection
            .filter(section -> section.has("named_for_days"))
            .map(section -> section.needed("named_for_days", 1, MOST_DAYS))
            .orElse(USUAL_DAYS);
    inspection.ifPresent(NodeReader::finish);
    return days;
  }

  private void checkSize(Rulebook rulebook) {
    List<Phrase> phrases = AllPhrases.of(rulebook);
    long variants = phrases.stream().mapToLong(p -> Variants.count(p.pattern())).sum();
    if (rulebook.concepts().size() > MOST_CONCEPTS
        || phrases.size() > MOST_PHRASES
        || variants > MOST_VARIANTS) {
      problem(
          "rulebook.yaml",
          "the rulebook is too large: "
              + rulebook.concepts().size()
              + " concepts, "
              + phrases.size()
              + " phrases, "
              + variants
              + " variants",
          "Keep under "
              + MOST_CONCEPTS
              + " concepts, "
              + MOST_PHRASES
              + " phrases and "
              + MOST_VARIANTS
              + " variants");
    }
  }

  private NodeReader section(String file, boolean needed) {
    Node node = files.get(file);
    if (node == null && needed) {
      problem(file, "the file is missing", "Add it to the rulebook's folder");
      return new NodeReader(file, file, null, new ArrayList<>());
    }
    return new NodeReader(file, file, node, problems, sets);
  }

  private Optional<NodeReader> optional(String file) {
    return files.containsKey(file) ? Optional.of(section(file, false)) : Optional.empty();
  }

  private void problem(String file, String what, String cure) {
    problems.add(new Problem(new Where(file, 1), what, cure));
  }
}
