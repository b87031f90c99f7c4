package org.heed.rulebook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one concept. */
final class ConceptSection {
  private static final Map<String, Family> FAMILIES = families();
  private static final Map<String, Boolean> SUBJECTS = subjects();

  private ConceptSection() {}

  static Concept read(NodeReader item, LocalDate inForce) {
    Family family = item.word("family", FAMILIES, null);
    boolean aboutChild =
        switch (family) {
          case HARM, VULNERABILITY -> true;
          case EXPLOITER_OR_PLACE, AGE, OTHER -> false;
        };
    Concept concept =
        new Concept(
            item.id(),
            family,
            item.text("title"),
            item.since(inForce),
            item.text("source"),
            item.word("subject", SUBJECTS, aboutChild),
            item.somePhrases("phrases"),
            item.phrases("except"),
            item.someTexts("match"),
            item.someTexts("no_match"),
            item.at());
    item.finish();
    item.requireApart(concept.match(), concept.noMatch());
    if (ConditionParser.isReserved(concept.id())) {
      item.problem(
          item.at("id"),
          "“" + concept.id() + "” has a meaning of its own in conditions",
          "Give the concept another id");
    }
    return concept;
  }

  private static Map<String, Family> families() {
    Map<String, Family> words = new LinkedHashMap<>();
    Arrays.stream(Family.values()).forEach(f -> words.put(f.word(), f));
    return words;
  }

  private static Map<String, Boolean> subjects() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("any", false);
    words.put("child", true);
    return words;
  }
}
