package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a rulebook, valid in itself: every name it uses is defined in it.
 *
 * @param namedForDays the longest time for which somebody is named to open what was drawn
 */
public record Rulebook(
    RulebookId id,
    String title,
    String source,
    LocalDate inForce,
    List<Concept> concepts,
    Context context,
    Prompts prompts,
    List<Advice> language,
    List<Definition> definitions,
    Counting counting,
    List<Area> areas,
    List<Standard> standards,
    List<HolidayCalendar> calendars,
    List<GroupDefinition> groups,
    List<InspectionCriteria> inspections,
    List<ProtectionArea> protectionAreas,
    int namedForDays,
    PatternRules patterns,
    OutcomeRules outcomes,
    Grades grades,
    Limits limits,
    List<WordSet> wordSets) {
  public Rulebook {
    concepts = List.copyOf(concepts);
    language = List.copyOf(language);
    definitions = List.copyOf(definitions);
    areas = List.copyOf(areas);
    standards = List.copyOf(standards);
    calendars = List.copyOf(calendars);
    groups = List.copyOf(groups);
    inspections = List.copyOf(inspections);
    protectionAreas = List.copyOf(protectionAreas);
    wordSets = List.copyOf(wordSets);
  }

  /** The concept of this id. */
  public Optional<Concept> findConcept(String id) {
    return concepts.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The definition of this id. */
  public Optional<Definition> findDefinition(String id) {
    return definitions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** The calendar of this id. */
  public Optional<HolidayCalendar> findCalendar(String id) {
    return calendars.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The area of this id. */
  public Optional<Area> findArea(String id) {
    return areas.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  /** The calendar that clocks go by in an area: its own, or the first. */
  public Optional<HolidayCalendar> calendarOf(String area) {
    return findArea(area)
        .flatMap(Area::calendar)
        .flatMap(this::findCalendar)
        .or(() -> calendars.stream().findFirst());
  }

  /** The criteria of this id. */
  public Optional<InspectionCriteria> findInspection(String id) {
    return inspections.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** The prompt rule of this id. */
  public Optional<PromptRule> findRule(String id) {
    return prompts.rules().stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
