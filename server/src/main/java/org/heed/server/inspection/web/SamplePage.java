package org.heed.server.inspection.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.Part;
import org.heed.server.sampling.Redrawn;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/sample.jte}: how a sample was drawn and how far it is graded. */
public record SamplePage(
    Page page,
    Gradings.Progress progress,
    Redrawn redrawn,
    Map<UUID, String> inspectors,
    Instant now,
    Map<String, String> typed) {

  public Inspection inspection() {
    return progress.inspection();
  }

  public String address() {
    return "/inspections/" + inspection().id();
  }

  public List<Link> tabs() {
    return InspectionTabs.links(inspection().id());
  }

  public List<Fact> facts() {
    Inspection one = inspection();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            one.isBrought() ? "List" : "Sample",
            Words.count(one.cases().size(), "case", "cases")
                + " of "
                + Words.number(one.population())));
    facts.add(
        Fact.of(
            "Cases opened",
            Words.date(one.frame().since())
                + " to "
                + Words.date(one.frame().until().minusSeconds(1))));
    String area = one.frame().area();
    facts.add(Fact.of("Area", area == null ? "Every area of who drew it" : Words.title(area)));
    facts.add(Fact.of("As known on", Words.dateTime(known())));
    facts.add(Fact.of(one.isBrought() ? "Brought on" : "Drawn on", Words.dateTime(one.at())));
    if (one.origin() != null) {
      facts.add(Fact.of("From", one.origin()));
    }
    facts.add(Fact.of("Criteria", one.criteria() + ", " + one.rulebook()));
    facts.add(Fact.of("Frame’s SHA-256", one.frameHash()));
    if (!one.isBrought()) {
      facts.add(Fact.of("Seed", one.seed()));
    }
    return facts;
  }

  private Instant known() {
    return java.util.Objects.requireNonNull(inspection().frame().known().moment());
  }

  /** The parts in order. */
  public List<Part> parts() {
    return inspection().parts().stream().sorted().toList();
  }

  /** Who grades in a part. */
  public String graders(Part part) {
    return inspection().graders().stream()
        .filter(one -> one.part() == part)
        .map(one ->
            one.name()
                + (one.until().isAfter(now) ? ", until " : ", over since ")
                + Words.date(one.until().minusSeconds(1)))
        .collect(Collectors.joining("; "));
  }

  /** How far a part is, in words. */
  public String graded(Part part) {
    return Words.number(progress.graded(part)) + " of " + inspection().cases().size();
  }

  /** How a case stands, in a word. */
  public String standing(Inspection.Drawn drawn) {
    long done = parts().stream().filter(part -> progress.isGraded(drawn.caseFile(), part)).count();
    return done == parts().size() ? "Open to all" : done + " of " + parts().size() + " in";
  }

  /** Whether the asker may open it. */
  public boolean isOpen(Inspection.Drawn drawn) {
    return !progress.closed().contains(drawn.caseFile());
  }

  /** Whether the asker has it still before them. */
  public boolean isMine(Inspection.Drawn drawn) {
    return progress.waits(drawn.caseFile());
  }

  /** Whether the asker has still to grade the force. */
  public boolean isForceMine() {
    return !inspection().ofTheForce().isEmpty()
        && progress.mine().filter(part -> !progress.isGraded(null, part)).isPresent();
  }

  /** Those whose time the asker may end. */
  public List<Inspection.Grader> running() {
    return inspection().graders().stream()
        .filter(one -> inspectors.containsKey(one.account()) && one.until().isAfter(now))
        .toList();
  }

  /** Whether the asker may name whoever grades. */
  public boolean mayName() {
    return !inspectors.isEmpty();
  }

  public List<Choice> partChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    parts().forEach(part -> all.put(part.code(), part.title()));
    return Choice.list(all, Set.of(typed.getOrDefault("part", "")));
  }

  public List<Choice> graderChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose somebody");
    inspectors.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(typed.getOrDefault("account", "")));
  }
}
