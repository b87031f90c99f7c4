package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads definitions.yaml. */
final class DefinitionsSection {
  private DefinitionsSection() {}

  static List<Definition> read(NodeReader section) {
    List<Definition> definitions = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("definition", repeated);
    for (NodeReader item : section.someItems("definitions", "the definition")) {
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
      requireAlternatives(item, elements);
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

  private static void requireAlternatives(NodeReader item, List<Definition.Element> elements) {
    Map<String, Long> sharing =
        elements.stream()
            .flatMap(element -> element.anyOf().stream())
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    sharing.forEach((name, count) -> {
      if (count == 1) {
        Set<String> others = new TreeSet<>(sharing.keySet());
        others.remove(name);
        item.problem(
            item.at("elements"),
            "any_of: "
                + name
                + " stands at one element alone, so there is nothing to choose between",
            DidYouMean.cure(name, others, "Give it to two elements or more, or leave it out"));
      }
    });
  }
}
