package org.heed.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Says in words what differs between two rulebooks; where a rule stands plays no part. */
public final class RulebookDiff {
  private final List<String> lines = new ArrayList<>();

  private RulebookDiff() {}

  /** One sentence for each difference, from {@code a} to {@code b}. */
  public static List<String> between(Rulebook a, Rulebook b) {
    RulebookDiff diff = new RulebookDiff();
    diff.say(a.id() + " compared with " + b.id() + (same(a, b) ? ": no difference." : ":"));
    diff.text("The title", a.title(), b.title());
    diff.text("The source", a.source(), b.source());
    diff.text("The date in force", a.inForce().toString(), b.inForce().toString());
    diff.items("Concept", a.concepts(), b.concepts(), Concept::id, diff::concept);
    diff.items("Cues", a.context().cues(), b.context().cues(), RulebookDiff::cue, diff::cues);
    diff.items(
        "Subject words",
        a.context().subjects(),
        b.context().subjects(),
        s -> s.subject().word(),
        (_, x, y) -> diff.phrases("Words for " + x.subject().word(), x.phrases(), y.phrases()));
    diff.items("Prompt rule", a.prompts().rules(), b.prompts().rules(), PromptRule::id, diff::rule);
    diff.items("Advice", a.language(), b.language(), Advice::id, diff::advice);
    diff.items("Definition", a.definitions(), b.definitions(), Definition::id, diff::definition);
    diff.items(
        "Offence class",
        a.counting().classes(),
        b.counting().classes(),
        OffenceClass::code,
        diff::offence);
    diff.items(
        "Principle",
        a.counting().principles(),
        b.counting().principles(),
        Counting.Principle::id,
        (name, x, y) -> diff.text(name + " says", x.says(), y.says()));
    diff.text(
        "The order of principal crimes",
        String.join(", ", a.counting().principalCrime()),
        String.join(", ", b.counting().principalCrime()));
    diff.set("Codes kept apart", a.counting().apart(), b.counting().apart());
    diff.items("Area", a.areas(), b.areas(), Area::id, diff::area);
    return List.copyOf(diff.lines);
  }

  private static boolean same(Rulebook a, Rulebook b) {
    return a.id().hash().equals(b.id().hash());
  }

  private interface Compare<T> {
    void compare(String name, T a, T b);
  }

  private void say(String line) {
    lines.add(line);
  }

  private void text(String what, String a, String b) {
    if (!a.equals(b)) {
      say(what + ": “" + a + "” became “" + b + "”.");
    }
  }

  private void set(String what, Set<String> a, Set<String> b) {
    for (String gone : a) {
      if (!b.contains(gone)) {
        say(what + ": “" + gone + "” was removed.");
      }
    }
    for (String added : b) {
      if (!a.contains(added)) {
        say(what + ": “" + added + "” was added.");
      }
    }
  }

  private <T> void items(
      String kind, List<T> a, List<T> b, Function<T, String> id, Compare<T> compare) {
    Map<String, T> before = byId(a, id);
    Map<String, T> after = byId(b, id);
    before.forEach((name, item) -> {
      T other = after.get(name);
      if (other == null) {
        say(kind + " " + name + " was removed.");
      } else {
        compare.compare(kind + " " + name, item, other);
      }
    });
    for (String name : after.keySet()) {
      if (!before.containsKey(name)) {
        say(kind + " " + name + " was added.");
      }
    }
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T item : items) {
      String name = id.apply(item);
      int n = 2;
      while (byId.containsKey(name)) {
        name = id.apply(item) + " (" + n++ + ")";
      }
      byId.put(name, item);
    }
    return byId;
  }

  private void phrases(String what, List<Phrase> a, List<Phrase> b) {
    Set<String> before = new LinkedHashSet<>();
    a.forEach(p -> before.add(p.text()));
    Set<String> after = new LinkedHashSet<>();
    b.forEach(p -> after.add(p.text()));
    set(what, before, after);
  }

  private void samples(String what, List<Sample> a, List<Sample> b) {
    Set<String> before = new LinkedHashSet<>();
    a.forEach(s -> before.add(s.text()));
    Set<String> after = new LinkedHashSet<>();
    b.forEach(s -> after.add(s.text()));
    set(what, before, after);
  }

  private void concept(String name, Concept a, Concept b) {
    text(name + ", family", a.family().word(), b.family().word());
    text(name + ", title", a.title(), b.title());
    text(name + ", source", a.source(), b.source());
    text(name + ", since", a.since().toString(), b.since().toString());
    text(name + ", subject", subject(a.aboutChild()), subject(b.aboutChild()));
    phrases(name + ", phrase", a.phrases(), b.phrases());
    phrases(name + ", exception", a.except(), b.except());
    samples(name + ", example", a.match(), b.match());
    samples(name + ", counter-example", a.noMatch(), b.noMatch());
  }

  private static String subject(boolean child) {
    return child ? "child" : "any";
  }

  private static String cue(Cue cue) {
    return cue.kind().word() + " " + cue.governs().word();
  }

  private void cues(String name, Cue a, Cue b) {
    text(name + ", reach", reach(a), reach(b));
    text(name + ", within", within(a), within(b));
    phrases(name + ", phrase", a.phrases(), b.phrases());
  }

  private static String reach(Cue cue) {
    return cue.reach() == Cue.TO_THE_END ? "to the end" : cue.reach() + " words";
  }

  private static String within(Cue cue) {
    return cue.paragraph() ? "paragraph" : "sentence";
  }

  private void rule(String name, PromptRule a, PromptRule b) {
    text(name + " asks", a.ask().word(), b.ask().word());
    text(name + ", when", a.written(), b.written());
    if (a.written().equals(b.written()) && !a.when().equals(b.when())) {
      say(name + ": a named condition that it uses has changed.");
    }
    text(name + " says", a.says(), b.says());
    text(name + ", source", a.source(), b.source());
    text(name + ", since", a.since().toString(), b.since().toString());
  }

  private void advice(String name, Advice a, Advice b) {
    text(name + " suggests", a.suggest(), b.suggest());
    text(name + ", source", a.source(), b.source());
    text(name + ", since", a.since().toString(), b.since().toString());
    phrases(name + ", phrase", a.phrases(), b.phrases());
    phrases(name + ", exception", a.except(), b.except());
    samples(name + ", example", a.match(), b.match());
    samples(name + ", counter-example", a.noMatch(), b.noMatch());
  }

  private void definition(String name, Definition a, Definition b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", text", a.text(), b.text());
    text(name + ", source", a.source(), b.source());
    items(
        name + ", element",
        a.elements(),
        b.elements(),
        Definition.Element::id,
        (element, x, y) -> {
          text(element + ", title", x.title(), y.title());
          text(element + ", text", x.text(), y.text());
          text(element + ", alternative", x.anyOf().orElse("none"), y.anyOf().orElse("none"));
        });
  }

  private void offence(String name, OffenceClass a, OffenceClass b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", group", a.group(), b.group());
    text(name + ", source", a.source(), b.source());
    text(name + ", bearing on the flag", a.cse().toString(), b.cse().toString());
    text(name + ", victim", subject(a.childVictim()), subject(b.childVictim()));
    text(name + ", from", a.from().toString(), b.from().toString());
    text(name + ", to", a.to().toString(), b.to().toString());
  }

  private void area(String name, Area a, Area b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", kind", a.kind(), b.kind());
    text(name + ", code", a.code().orElse("none"), b.code().orElse("none"));
    text(name + ", in", a.in().orElse("none"), b.in().orElse("none"));
  }
}
