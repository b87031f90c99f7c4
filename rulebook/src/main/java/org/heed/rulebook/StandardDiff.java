package org.heed.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says in words what differs between the standards, limits and calendars of two rulebooks. */
final class StandardDiff {
  private final Consumer<String> say;

  StandardDiff(Consumer<String> say) {
    this.say = say;
  }

  void compare(Rulebook a, Rulebook b) {
    compare("Standard", a.standards(), b.standards(), Standard::id, StandardDiff::told);
    compare(
        "Limit",
        a.limits().all(),
        b.limits().all(),
        limit -> limit.of().word() + " from " + limit.inForce(),
        StandardDiff::told);
    compare("Calendar", a.calendars(), b.calendars(), HolidayCalendar::id, StandardDiff::told);
  }

  private <T> void compare(
      String kind,
      List<T> a,
      List<T> b,
      Function<T, String> id,
      Function<T, Map<String, String>> told) {
    Map<String, T> after = new LinkedHashMap<>();
    b.forEach(item -> after.put(id.apply(item), item));
    for (T before : a) {
      String name = kind + " " + id.apply(before);
      T now = after.remove(id.apply(before));
      if (now == null) {
        say.accept(name + " was removed.");
      } else {
        compare(name, told.apply(before), told.apply(now));
      }
    }
    after.keySet().forEach(added -> say.accept(kind + " " + added + " was added."));
  }

  private void compare(String name, Map<String, String> a, Map<String, String> b) {
    TreeSet<String> whats = new TreeSet<>(a.keySet());
    whats.addAll(b.keySet());
    for (String what : whats) {
      String before = a.getOrDefault(what, "");
      String after = b.getOrDefault(what, "");
      if (!before.equals(after)) {
        say.accept(
            name
                + ", "
                + what
                + (before.isEmpty()
                    ? ": “" + after + "” was added."
                    : after.isEmpty()
                        ? ": “" + before + "” was removed."
                        : ": “" + before + "” became “" + after + "”."));
      }
    }
  }

  /** What a standard says, by the words that people know it by. */
  private static Map<String, String> told(Standard standard) {
    Map<String, String> told = new TreeMap<>();
    told.put("version", standard.version());
    told.put("in force", standard.inForce().toString());
    told.put("title", standard.title());
    told.put("what it says", standard.says());
    told.put("source", standard.source());
    told.put("basis", standard.basis().word());
    told.put("checked", standard.checked().map(LocalDate::toString).orElse(""));
    told.put("nations", sorted(standard.applies().nations()));
    told.put("least age", number(standard.applies().ageFrom()));
    told.put("greatest age", number(standard.applies().ageTo()));
    told.put("what starts it", sorted(standard.starts().kinds()));
    told.put("what it is counted from", sorted(standard.starts().from()));
    if (standard.starts().times() > 1) {
      told.put(
          "how often",
          standard.starts().times() + " in " + standard.starts().withinDays() + " days");
    }
    told.put("what meets it", sorted(standard.metBy()));
    told.put("met before the start", standard.before() ? "yes" : "");
    told.put("a clock for each child of", sorted(standard.starts().each()));
    told.put("met by what names whose it is alone", standard.named() ? "yes" : "");
    told.put("met by what was done for a child", standard.aboutChild() ? "yes" : "");
    told.put("within", standard.within().toString());
    told.put("again", standard.again().map(Period::toString).orElse(""));
    told.put("what says it was not done", sorted(standard.notDone()));
    told.put("what ends it", sorted(standard.ends()));
    for (Standard.Pause pause : standard.pauses()) {
      told.put("pause from " + pause.from(), "to " + pause.to());
    }
    told.put("warns before", standard.warn().map(Period::toString).orElse(""));
    told.put(
        "tells others", standard.escalate().to().word() + " after " + standard.escalate().after());
    told.put("about a danger now", standard.danger() ? "yes" : "");
    told.put("to be settled before a case closes", standard.beforeClosing() ? "yes" : "");
    for (StandardExample example : standard.examples()) {
      told.put(
          "example “" + example.about() + "”",
          example.facts()
              + " seen "
              + example.now()
              + " is "
              + String.join(", ", example.state())
              + example.nation().map(nation -> " in " + nation).orElse("")
              + example.born().map(born -> ", born " + born).orElse("")
              + (example.due().isEmpty() ? "" : ", due " + example.due()));
    }
    return told;
  }

  private static Map<String, String> told(Limit limit) {
    Map<String, String> told = new TreeMap<>();
    told.put("what it says", limit.says());
    told.put("source", limit.source());
    told.put("basis", limit.basis().word());
    told.put("checked", limit.checked().map(LocalDate::toString).orElse(""));
    told.put("within", limit.within().toString());
    told.put("warns before", limit.warn().map(Period::toString).orElse(""));
    for (Limit.Example example : limit.examples()) {
      told.put("example from " + example.from(), "to " + example.last());
    }
    return told;
  }

  private static Map<String, String> told(HolidayCalendar calendar) {
    Map<String, String> told = new TreeMap<>();
    told.put("title", calendar.title());
    told.put("zone", calendar.zone().getId());
    told.put("from", calendar.from().toString());
    told.put("to", calendar.to().toString());
    told.put("source", calendar.source());
    calendar.holidays().forEach((day, name) -> told.put("holiday " + day, name));
    return told;
  }

  private static String sorted(java.util.Set<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }

  private static String number(java.util.OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }
}
