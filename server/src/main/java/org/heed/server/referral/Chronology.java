package org.heed.server.referral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Interview;
import org.heed.server.person.KnownPerson;
import org.heed.server.report.ReportKind;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a child in the order in which it happened, each line with where it stands:
 * written once, and on every form that asks for it. Intelligence is left out and counted: its
 * handling bars it from what others read.
 */
public final class Chronology {
  private final List<ChronologyLine> lines = new ArrayList<>();
  private int leftOut;

  /** Everything of one child: reports, missing episodes, referrals. */
  public static Chronology of(
      KnownPerson child, Collection<Episode> episodes, Collection<Referral> referrals) {
    Chronology all = new Chronology();
    child.events().forEach(all::report);
    episodes.forEach(all::episode);
    referrals.forEach(all::referral);
    return all;
  }

  /** One more line. */
  public Chronology and(ChronologyLine line) {
    lines.add(line);
    return this;
  }

  /** All of these and of the other. */
  public Chronology and(Chronology other) {
    lines.addAll(other.lines);
    leftOut += other.leftOut;
    return this;
  }

  /** The lines, the first thing first; what several children have in common stands once. */
  public List<ChronologyLine> lines() {
    return lines.stream()
        .distinct()
        .sorted(
            Comparator.comparing(ChronologyLine::at)
                .thenComparing(ChronologyLine::from)
                .thenComparing(ChronologyLine::what))
        .toList();
  }

  /** How many intelligence reports are left out. */
  public int leftOut() {
    return leftOut;
  }

  private void report(KnownPerson.Event one) {
    if (one.kind().equals(ReportKind.INTELLIGENCE.code())) {
      leftOut++;
      return;
    }
    String flag =
        one.flag() == null
            ? ""
            : switch (one.flag()) {
              case "yes" -> "; decided to be exploitation";
              case "no" -> "; decided not to be exploitation";
              default -> "; more was asked for before deciding";
            };
    lines.add(
        new ChronologyLine(
            one.when(),
            Words.title(one.kind()) + ", as " + one.role() + flag,
            "Report " + one.reference()));
  }

  private void episode(Episode one) {
    String from = "Missing episode of " + Words.date(one.reportedAt());
    lines.add(
        new ChronologyLine(
            one.reportedAt(), sentences("Reported missing", one.circumstances()), from));
    one.grade()
        .ifPresent(graded ->
            lines.add(
                new ChronologyLine(
                    graded.at(),
                    "Risk graded "
                        + graded.grade().title().toLowerCase(Locale.UK)
                        + " by "
                        + graded.by(),
                    from)));
    one.found()
        .ifPresent(found ->
            lines.add(
                new ChronologyLine(
                    found.at(), sentences("Found", found.place(), found.condition()), from)));
    Stream.of(Interview.Kind.values())
        .flatMap(kind -> one.interview(kind).stream())
        .forEach(held ->
            lines.add(
                new ChronologyLine(
                    held.at(),
                    sentences(
                        held.kind().title() + ": " + held.outcome().title().toLowerCase(Locale.UK),
                        held.tried(),
                        held.result()),
                    from)));
  }

  private void referral(Referral one) {
    String from = "Referral to " + one.content().recipient();
    for (Referral.Happened step : one.steps()) {
      lines.add(
          new ChronologyLine(
              step.at(),
              sentences(
                  one.content().service().title()
                      + ": "
                      + step.step().title().toLowerCase(Locale.UK),
                  step.outcome() == null ? null : step.outcome().title(),
                  step.says()),
              from));
    }
  }

  /** Texts one after the other, each ending as a sentence does. */
  private static String sentences(@Nullable String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        String one = text.strip();
        all.append(all.isEmpty() ? "" : " ").append(one);
        if (!one.matches("(?s).*[.!?”]")) {
          all.append('.');
        }
      }
    }
    return all.toString();
  }
}
