package org.heed.server.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a timeline tells of a notice, an order or a closure: its issue, or what came of it.
 *
 * @param title what it is and what happened: “Closure order: breached”
 * @param number the case's, for people
 */
public record MeasureEntry(Instant at, String title, String says, UUID caseFile, String number) {
  /** The entries of measures, the newest first. */
  public static List<MeasureEntry> of(List<IssuedMeasure> measures) {
    List<MeasureEntry> entries = new ArrayList<>();
    for (IssuedMeasure one : measures) {
      entries.add(entry(one, one.issuedAt(), "issued", one.conditions()));
      for (IssuedMeasure.Step step : one.steps()) {
        entries.add(
            entry(one, step.at(), step.step().title().toLowerCase(Locale.ROOT), step.says()));
      }
    }
    entries.sort(Comparator.comparing(MeasureEntry::at).reversed());
    return entries;
  }

  private static MeasureEntry entry(IssuedMeasure of, Instant at, String what, String says) {
    return new MeasureEntry(at, of.title() + ": " + what, says, of.caseFile(), of.number());
  }

  /** The moment; the rest may be personal. */
  @Override
  public String toString() {
    return "MeasureEntry[" + at + "]";
  }
}
