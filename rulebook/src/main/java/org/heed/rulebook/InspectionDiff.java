package org.heed.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says in words what differs between two rulebooks' criteria and strata of inspections. */
final class InspectionDiff {
  private final Consumer<String> say;

  InspectionDiff(Consumer<String> say) {
    this.say = say;
  }

  void compare(Rulebook a, Rulebook b) {
    compare("Criteria ", said(a.inspections()), said(b.inspections()));
    compare("Area of protection ", areas(a.protectionAreas()), areas(b.protectionAreas()));
    if (a.namedForDays() != b.namedForDays()) {
      say.accept(
          "Somebody is named for at most "
              + b.namedForDays()
              + " days, no longer "
              + a.namedForDays()
              + ".");
    }
    String before = order(a.protectionAreas());
    String after = order(b.protectionAreas());
    if (!before.equals(after)) {
      say.accept("The order of areas of protection: “" + before + "” became “" + after + "”.");
    }
  }

  private static String order(List<ProtectionArea> all) {
    return all.stream().map(ProtectionArea::id).collect(Collectors.joining(", "));
  }

  private static Map<String, String> areas(List<ProtectionArea> all) {
    Map<String, String> said = new LinkedHashMap<>();
    for (ProtectionArea one : all) {
      said.put(one.id() + ", title", one.title());
      said.put(one.id() + ", source", one.source());
      for (ProtectionArea.Kind kind : ProtectionArea.Kind.values()) {
        String codes =
            one.shown().stream()
                .filter(shown -> shown.kind() == kind)
                .map(ProtectionArea.Shown::code)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
          said.put(one.id() + ", " + kind.word(), codes);
        }
      }
    }
    return said;
  }

  /** Whatever is said of each, by what it is said of. */
  private static Map<String, String> said(List<InspectionCriteria> all) {
    Map<String, String> said = new LinkedHashMap<>();
    for (InspectionCriteria one : all) {
      said.put(one.id() + ", version", one.version());
      said.put(one.id() + ", in force", one.inForce().toString());
      said.put(one.id() + ", title", one.title());
      said.put(one.id() + ", source", one.source());
      said.put(
          one.id() + ", scale",
          one.scale().stream()
              .map(grade -> grade.id() + " (" + grade.title() + ")")
              .collect(Collectors.joining(", ")));
      said.put(one.id() + ", good enough", one.goodEnough());
      for (InspectionCriteria.Criterion criterion : one.criteria()) {
        String name = one.id() + ", " + criterion.id();
        said.put(name + ", title", criterion.title());
        said.put(name + ", unit", criterion.unit().word());
        said.put(name + " says", criterion.says());
        said.put(name + ", standards", String.join(", ", new TreeSet<>(criterion.standards())));
      }
    }
    return said;
  }

  private void compare(String kind, Map<String, String> a, Map<String, String> b) {
    a.forEach((name, before) -> {
      String after = b.get(name);
      if (after == null) {
        say.accept(kind + name + ": “" + before + "” was removed.");
      } else if (!after.equals(before)) {
        say.accept(kind + name + ": “" + before + "” became “" + after + "”.");
      }
    });
    b.forEach((name, after) -> {
      if (!a.containsKey(name)) {
        say.accept(kind + name + ": “" + after + "” was added.");
      }
    });
  }
}
