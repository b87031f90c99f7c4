package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;

/** Reads definitions.yaml. */
final class DefinitionsSection {
  private DefinitionsSection() {}

  static List<Definition> read(NodeReader section) {
    List<Definition> definitions = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("definition", repeated);
    for (NodeReader item : section.items("definitions", "the definition")) {
      List<Definition.Element> elements = new ArrayList<>();
      Uniqueness elementIds = new Uniqueness("element", repeated);
      for (NodeReader element : item.items("elements", "the element")) {
        elements.add(
            new Definition.Element(
                element.id(),
                element.text("title"),
                element.text("text"),
                element.optionalText("any_of")));
        elementIds.add(elements.getLast().id(), element.at());
        element.finish();
      }
      Definition definition =
          new Definition(
              item.id(),
              item.text("title"),
              item.text("text"),
              item.text("source"),
              elements,
              item.at());
      item.finish();
      ids.add(definition.id(), definition.at());
      definitions.add(definition);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return definitions;
  }
}
