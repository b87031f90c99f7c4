package org.heed.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says in words what differs between the counting rules of two rulebooks. */
final class CountingDiff {
  private final Consumer<String> say;

  CountingDiff(Consumer<String> say) {
    this.say = say;
  }

  void compare(List<CountingRule> a, List<CountingRule> b) {
    Map<String, CountingRule> after = new LinkedHashMap<>();
    b.forEach(rule -> after.put(rule.id(), rule));
    for (CountingRule before : a) {
      CountingRule now = after.remove(before.id());
      if (now == null) {
        say.accept("Counting rule " + before.id() + " was removed.");
      } else {
        compare("Counting rule " + before.id(), before, now);
      }
    }
    after.keySet().forEach(id -> say.accept("Counting rule " + id + " was added."));
  }

  private void compare(String name, CountingRule a, CountingRule b) {
    text(name + ", version", a.version(), b.version());
    text(name + ", in force", a.inForce().toString(), b.inForce().toString());
    text(name + " says", a.says(), b.says());
    text(name + ", source", a.source(), b.source());
    text(name + " does", does(a.effect()), does(b.effect()));
    examples(name, a.examples(), b.examples());
  }

  private void examples(String name, List<CountingExample> a, List<CountingExample> b) {
    Map<String, String> before = forms(a);
    Map<String, String> after = forms(b);
    before.forEach((about, form) -> {
      String now = after.get(about);
      if (now == null) {
        say.accept(name + ", example: “" + about + "” was removed.");
      } else if (!now.equals(form)) {
        say.accept(name + ", example “" + about + "” comes out otherwise.");
      }
    });
    after.keySet().stream()
        .filter(about -> !before.containsKey(about))
        .forEach(about -> say.accept(name + ", example: “" + about + "” was added."));
  }

  /** What an example holds, without its place. */
  private static Map<String, String> forms(List<CountingExample> examples) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (CountingExample example : examples) {
      forms.put(
          example.about(),
          switch (example) {
            case CountingExample.Counted counted ->
                counted.offences().stream().map(CountingDiff::form).toList()
                    + " "
                    + counted.crimes().stream().map(CountingDiff::form).toList();
            case CountingExample.Grounded grounded ->
                List.of(
                        grounded.offence(),
                        grounded.ground(),
                        grounded.registrar(),
                        grounded.allowed())
                    .toString();
            case CountingExample.Timed timed ->
                List.of(timed.reported(), timed.recorded(), timed.inTime()).toString();
          });
    }
    return forms;
  }

  private static String form(CountingExample.Offence one) {
    return List.of(
            one.code(),
            one.victim(),
            new TreeSet<>(one.by()),
            one.reported(),
            one.until(),
            one.dealtWith())
        .toString();
  }

  private static String form(CountingExample.Crime one) {
    return List.of(
            one.code(),
            new TreeSet<>(one.victims()),
            new TreeSet<>(one.by()),
            one.recorded(),
            one.was(),
            one.of())
        .toString();
  }

  private static String does(CountingEffect effect) {
    return switch (effect) {
      case CountingEffect.Each each ->
          "one for each "
              + each.unit().word()
              + (each.victimless() ? ", without a victim" : "")
              + (each.codes().isEmpty() ? "" : ", of " + list(each.codes()));
      case CountingEffect.FinishedIncident _ -> "finished incident";
      case CountingEffect.PrincipalCrime _ -> "principal crime";
      case CountingEffect.InAddition beside -> "in addition " + list(beside.codes());
      case CountingEffect.PartOf part -> list(part.codes()) + " is part of " + list(part.of());
      case CountingEffect.GoesOn on -> list(on.codes()) + " goes on for " + on.months() + " months";
      case CountingEffect.UndefinedOffenders undefined ->
          "offenders not told apart " + list(undefined.codes());
      case CountingEffect.Apart apart -> "kept apart " + grounds(apart.grounds());
      case CountingEffect.RecordWithin within -> "recorded within " + within.hours() + " hours";
      case CountingEffect.Removal removal -> "removed " + grounds(removal.grounds());
    };
  }

  private static String grounds(List<CrimeGround> grounds) {
    return String.join("; ", grounds.stream().map(CountingDiff::ground).toList());
  }

  private static String ground(CrimeGround one) {
    return one.code()
        + " "
        + one.title()
        + (one.only().isEmpty() ? "" : ", only " + list(one.only()))
        + (one.never().isEmpty() ? "" : ", never " + list(one.never()))
        + (one.registrar().isEmpty() ? "" : ", registrar " + list(one.registrar()))
        + (one.reference() ? ", with a reference" : "")
        + (one.victimTold() ? ", the victim told" : "");
  }

  private static String list(Set<String> codes) {
    return String.join(", ", new TreeSet<>(codes));
  }

  private void text(String what, String a, String b) {
    if (!a.equals(b)) {
      say.accept(what + ": “" + a + "” became “" + b + "”.");
    }
  }
}
