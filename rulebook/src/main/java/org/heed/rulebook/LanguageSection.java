package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads language.yaml. */
final class LanguageSection {
  private LanguageSection() {}

  static List<Advice> read(NodeReader section, LocalDate inForce) {
    List<Advice> advice = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("advice", repeated);
    for (NodeReader item : section.someItems("advice", "the advice")) {
      Advice one =
          new Advice(
              item.id(),
              item.somePhrases("phrases"),
              item.phrases("except"),
              item.text("suggest"),
              item.since(inForce),
              item.text("source"),
              item.someTexts("match"),
              item.someTexts("no_match"),
              item.at());
      item.finish();
      item.requireApart(one.match(), one.noMatch());
      ids.add(one.id(), one.at());
      advice.add(one);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return advice;
  }
}
