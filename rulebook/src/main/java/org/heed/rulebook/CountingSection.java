package org.heed.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads counting.yaml. */
final class CountingSection {
  private static final Map<String, OffenceClass.Bearing> BEARINGS = bearings();
  private static final List<String> VICTIMS = List.of("any", "child", "none");

  private CountingSection() {}

  static Counting read(NodeReader section) {
    List<Counting.Principle> principles = new ArrayList<>();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("principle", repeated);
    for (NodeReader item : section.items("principles", "the principle")) {
      principles.add(
          new Counting.Principle(item.id(), item.text("says"), item.text("source"), item.at()));
      ids.add(principles.getLast().id(), item.at());
      item.finish();
    }
    List<OffenceClass> classes = new ArrayList<>();
    Uniqueness codes = new Uniqueness("class", repeated);
    for (NodeReader item : section.items("classes", "the class")) {
      classes.add(offenceClass(item));
      codes.add(classes.getLast().code(), item.at());
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    Set<String> known = new LinkedHashSet<>();
    classes.forEach(c -> known.add(c.code()));
    List<String> principal = codes(section, "principal_crime", known);
    Set<String> apart = new LinkedHashSet<>(codes(section, "apart", known));
    section.finish();
    return new Counting(principles, principal, apart, classes, List.of());
  }

  private static OffenceClass offenceClass(NodeReader item) {
    String victim = item.word("victim", Words.same(VICTIMS), VICTIMS.getFirst());
    OffenceClass one =
        new OffenceClass(
            item.text("code"),
            item.text("title"),
            item.text("group"),
            item.word("cse", BEARINGS, OffenceClass.Bearing.NO),
            victim.equals("child"),
            victim.equals("none"),
            item.date("from"),
            item.date("to"),
            item.text("source"),
            item.at());
    item.finish();
    if (one.from().isPresent()
        && one.to().isPresent()
        && one.to().get().isBefore(one.from().get())) {
      item.problem(
          item.at("to"), "the class ends before it begins", "Give a day after " + one.from().get());
    }
    return one;
  }

  private static List<String> codes(NodeReader section, String key, Set<String> known) {
    List<String> codes = new ArrayList<>();
    for (Sample code : section.texts(key)) {
      if (!known.contains(code.text())) {
        section.problem(
            code.at(),
            key + " names the code “" + code.text() + "”, which no class has",
            "Add it under classes:, with the code in quotes");
      }
      codes.add(code.text());
    }
    return codes;
  }

  private static Map<String, OffenceClass.Bearing> bearings() {
    Map<String, OffenceClass.Bearing> words = new LinkedHashMap<>();
    words.put("always", OffenceClass.Bearing.ALWAYS);
    words.put("often", OffenceClass.Bearing.OFTEN);
    words.put("no", OffenceClass.Bearing.NO);
    return words;
  }
}
