package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the examples of counting rules. */
final class CountingExampleSection {
  private static final int MOST_OFFENCES = 1_000;

  private final Set<String> known;

  CountingExampleSection(Set<String> known) {
    this.known = known;
  }

  CountingExample counted(NodeReader item) {
    String about = item.text("about");
    List<CountingExample.Offence> offences = new ArrayList<>();
    for (NodeReader offence : item.someItems("offences", "the offence")) {
      offences.add(offence(offence));
      offence.finish();
    }
    List<CountingExample.Crime> crimes = new ArrayList<>();
    for (NodeReader crime : item.someItems("crimes", "the crime")) {
      crimes.add(crime(crime));
      crime.finish();
    }
    return new CountingExample.Counted(about, offences, crimes, item.at());
  }

  private CountingExample.Offence offence(NodeReader item) {
    String code = code(item, "code");
    if (!item.has("reported")) {
      item.problem(item.at(), "the offence has no reported", "Add reported: 2026-04-10");
    }
    LocalDate reported = item.date("reported").orElse(LocalDate.MAX);
    LocalDate until = item.date("until").orElse(reported);
    if (until.isAfter(reported)) {
      item.problem(
          item.at("until"),
          "the offence went on until " + until + ", after it was reported",
          "Give a day up to " + reported + "; what is done after a report is another offence");
    }
    return new CountingExample.Offence(
        code,
        item.optionalText("victim"),
        texts(item, "by"),
        reported,
        until,
        item.truth("dealt_with", false));
  }

  private CountingExample.Crime crime(NodeReader item) {
    String code = code(item, "code");
    Optional<String> was = item.optionalText("was");
    was.ifPresent(w -> CountingRuleSection.requireKnown(item, w, item.at("was"), known));
    return new CountingExample.Crime(
        code,
        texts(item, "victim"),
        texts(item, "by"),
        item.date("recorded"),
        was,
        item.number("of", 1, MOST_OFFENCES).map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  CountingExample grounded(NodeReader item) {
    return new CountingExample.Grounded(
        item.text("about"),
        code(item, "offence"),
        item.text("ground"),
        item.truth("registrar", false),
        item.truth("allowed", null),
        item.at());
  }

  CountingExample timed(NodeReader item) {
    return new CountingExample.Timed(
        item.text("about"),
        item.moment(item.text("reported"), item.at("reported")),
        item.moment(item.text("recorded"), item.at("recorded")),
        item.truth("in_time", null),
        item.at());
  }

  private String code(NodeReader item, String key) {
    String code = item.text(key);
    CountingRuleSection.requireKnown(item, code, item.at(key), known);
    return code;
  }

  private static Set<String> texts(NodeReader item, String key) {
    Set<String> texts = new LinkedHashSet<>();
    item.texts(key).forEach(text -> texts.add(text.text()));
    return texts;
  }
}
