package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;

/** Reads groups.yaml. */
final class GroupsSection {
  private static final int MOST = 100;

  private GroupsSection() {}

  static List<GroupDefinition> read(NodeReader section) {
    List<GroupDefinition> groups = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("group", repeated);
    for (NodeReader item : section.someItems("groups", "the group")) {
      List<String> through = item.texts("through").stream().map(Sample::text).toList();
      for (String join : through) {
        if (!GroupDefinition.JOINS.contains(join)) {
          item.problem(
              item.at("through"),
              "“" + join + "” joins nobody",
              DidYouMean.cure(
                  join,
                  new java.util.TreeSet<>(GroupDefinition.JOINS),
                  "Write some of " + String.join(", ", GroupDefinition.JOINS)));
        }
      }
      GroupDefinition group =
          new GroupDefinition(
              item.id(),
              item.text("version"),
              item.text("title"),
              item.text("says"),
              item.text("source"),
              item.needed("suspects", 2, MOST),
              item.needed("children", 0, MOST),
              item.needed("reports", 1, MOST),
              through,
              item.at());
      item.finish();
      ids.add(group.id(), group.at());
      groups.add(group);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return groups;
  }
}
