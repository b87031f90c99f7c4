package org.heed.server.publication;

import static org.heed.server.publication.Step.CANCELLED;
import static org.heed.server.publication.Step.LATER;
import static org.heed.server.publication.Step.RULEBOOK;
import static org.heed.server.publication.Step.UNIT;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.decompose.Grouping;
import org.heed.figures.log.Counts;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Spans;
import org.jspecify.annotations.Nullable;

/**
 * Recounts a change with one thing changed at a time. Whatever is counted is reduced to its
 * features, a bit each, once for each knowledge, unit and standing; a recount with some steps taken
 * is a sum over these. A person counted from several records is kept with the features of each, and
 * counts once any of them counts.
 */
final class Splitting {
  private static final Map<String, Step> FLAGGED_BY =
      Map.of(
          "quality-assurance", Step.QUALITY_ASSURANCE,
          "prompt", Step.PROMPT,
          "random-review", Step.RANDOM_REVIEW);
  private static final Map<String, Step> NOTICED =
      Map.of(
          "third-party", Step.THIRD_PARTY,
          "partner-agency", Step.PARTNER_AGENCY,
          "online-referral", Step.ONLINE_REFERRAL,
          "found-by-police", Step.FOUND_BY_POLICE);

  private final CountedRecord record;
  private final CountedRecord recorded;
  private final Question question;
  private final Knowledge known;
  private final Largest largest;
  private final Slices slices;

  /** Features of what is counted in either period, and how many have them. */
  private record Features(Map<Set<Integer>, Long> asked, Map<Set<Integer>, Long> before) {
    long change(int taken) {
      return sum(asked, taken) - sum(before, taken);
    }

    private static long sum(Map<Set<Integer>, Long> counts, int taken) {
      long sum = 0;
      for (Map.Entry<Set<Integer>, Long> each : counts.entrySet()) {
        for (int features : each.getKey()) {
          if ((features & ~taken) == 0) {
            sum += each.getValue();
            break;
          }
        }
      }
      return sum;
    }
  }

  /**
   * The positions that matter.
   *
   * @param now of the question
   * @param askedEnd when the period asked about ended, or now if that is earlier
   * @param beforeEnd when the period before ended
   * @param first whether either period was known at all when it ended
   */
  record Knowledge(long now, long askedEnd, long beforeEnd, boolean first) {}

  /**
   * What was counted how.
   *
   * @param asRecorded by the rules that made each crime, and by each report's first reading
   */
  private record How(boolean now, boolean reports, boolean withCancelled, boolean asRecorded) {}

  private final Map<How, Features> counted = new HashMap<>();

  /**
   * The largest operation, or the largest group with suspects in common.
   *
   * @param reports by number; empty: there is none
   */
  record Largest(Step step, BitSet reports) {}

  /**
   * @param record by the question's rulebook, if it has one
   * @param recorded by none, in which reports have the same numbers
   * @param largest what is in or out together
   */
  Splitting(
      CountedRecord record,
      CountedRecord recorded,
      Question question,
      Knowledge known,
      Largest largest) {
    this.record = record;
    this.recorded = recorded;
    this.question = question;
    this.known = known;
    this.largest = largest;
    this.slices =
        Slices.of(
            new Question(
                question.unit(),
                question.definition(),
                question.area(),
                By.AREA,
                question.clock(),
                question.from(),
                question.to(),
                question.knownAt()));
  }

  Accounting accounting() {
    return Accounting.of(grouping(), this::recount);
  }

  private Grouping.Group grouping() {
    List<Grouping> parts = new ArrayList<>();
    if (known.first()) {
      parts.add(leaf(LATER));
    }
    if (question.unit() != Unit.REPORTS) {
      parts.add(leaf(UNIT));
    }
    if (question.unit() == Unit.CRIMES) {
      parts.add(leaf(CANCELLED));
    }
    if (rulebook()) {
      parts.add(leaf(RULEBOOK));
    }
    parts.add(leaf(Step.NON_RECENT));
    if (question.definition() == Definition.CSE_FLAGGED) {
      parts.add(together(Step.QUALITY_ASSURANCE, Step.PROMPT, Step.RANDOM_REVIEW));
    }
    parts.add(
        together(
            Step.THIRD_PARTY, Step.PARTNER_AGENCY, Step.ONLINE_REFERRAL, Step.FOUND_BY_POLICE));
    if (!largest.reports.isEmpty()) {
      parts.add(leaf(largest.step));
    }
    return new Grouping.Group(parts);
  }

  /** Whether it is counted otherwise than as recorded and first read. */
  private boolean rulebook() {
    return question.definition() == Definition.PROMPTED || record != recorded;
  }

  private static Grouping leaf(Step step) {
    return new Grouping.Leaf(step.name());
  }

  private static Grouping together(Step... steps) {
    List<Grouping> leaves = new ArrayList<>();
    for (Step step : steps) {
      leaves.add(leaf(step));
    }
    return new Grouping.Group(leaves);
  }

  private long recount(Set<String> names) {
    int taken = 0;
    Set<Step> steps = new HashSet<>();
    for (String name : names) {
      Step step = Step.valueOf(name);
      steps.add(step);
      taken |= step.bit();
    }
    How how =
        new How(
            steps.contains(LATER) || !known.first(),
            question.unit() != Unit.REPORTS && !steps.contains(UNIT),
            question.unit() == Unit.CRIMES && !steps.contains(CANCELLED),
            rulebook() && !steps.contains(RULEBOOK));
    return counted.computeIfAbsent(how, this::features).change(taken);
  }

  private Features features(How how) {
    return new Features(
        features(how, Slot.ASKED, how.now ? known.now() : known.askedEnd()),
        features(how, Slot.BEFORE, how.now ? known.now() : known.beforeEnd()));
  }

  private Map<Set<Integer>, Long> features(How how, Slot slot, long position) {
    Unit unit = how.reports ? Unit.REPORTS : question.unit();
    CountedRecord from = how.asRecorded ? recorded : record;
    Map<String, Set<String>> wanted = new HashMap<>(Wanted.of(from, question));
    if (how.asRecorded && question.definition() == Definition.PROMPTED) {
      wanted.remove(Dimension.READ.code());
      wanted.put(Dimension.FIRST.code(), Set.of("yes"));
    }
    wanted.put(
        Dimension.STANDING.code(),
        how.withCancelled ? Set.of("counted", "cancelled") : Set.of("counted"));
    return switch (unit) {
      case REPORTS -> ofChanges(from, CountedRecord.Unit.REPORTS, slot, position, wanted);
      case CRIMES -> ofChanges(from, CountedRecord.Unit.CRIMES, slot, position, wanted);
      case CHILDREN -> ofPeople(from, true, slot, position, wanted);
      case SUSPECTS -> ofPeople(from, false, slot, position, wanted);
    };
  }

  private Map<Set<Integer>, Long> ofChanges(
      CountedRecord from,
      CountedRecord.Unit unit,
      Slot slot,
      long position,
      Map<String, Set<String>> wanted) {
    Counts counts =
        from.count(
            unit,
            slices.asked(
                position,
                question.clock(),
                wanted,
                Dimension.RECENCY,
                Dimension.FLAG,
                Dimension.NOTICE));
    Map<Set<Integer>, Long> found = new HashMap<>();
    int period = slices.slots().indexOf(slot);
    for (String recency : counts.labels().get(0)) {
      for (String flag : counts.labels().get(1)) {
        for (String notice : counts.labels().get(2)) {
          long count = counts.of(period, recency, flag, notice);
          if (count != 0) {
            found.merge(Set.of(bits(recency, flag, notice)), count, Long::sum);
          }
        }
      }
    }
    if (!largest.reports.isEmpty()) {
      moveGroup(from, unit, slot, position, wanted, found);
    }
    return found;
  }

  /** The event log knows no reports: those of the group are taken out and put in with its bit. */
  private void moveGroup(
      CountedRecord from,
      CountedRecord.Unit unit,
      Slot slot,
      long position,
      Map<String, Set<String>> wanted,
      Map<Set<Integer>, Long> found) {
    Labels labels = new Labels(from);
    Filter filter = new Filter(from, wanted);
    Map<Integer, Integer> seen = new HashMap<>();
    CountedRecord.Visitor visitor =
        (spans, span) -> {
          if (largest.reports.get(spans.report(span)) && counts(spans, span, slot, filter)) {
            int what = unit == CountedRecord.Unit.REPORTS ? spans.report(span) : spans.unit(span);
            seen.put(what, bits(labels, spans, span));
          }
        };
    switch (unit) {
      case REPORTS -> from.reports(position, visitor);
      case CRIMES -> from.crimes(position, visitor);
    }
    for (int bits : seen.values()) {
      found.merge(Set.of(bits), -1L, Long::sum);
      found.merge(Set.of(bits | largest.step.bit()), 1L, Long::sum);
    }
  }

  private Map<Set<Integer>, Long> ofPeople(
      CountedRecord from,
      boolean victims,
      Slot slot,
      long position,
      Map<String, Set<String>> wanted) {
    Labels labels = new Labels(from);
    Filter filter = new Filter(from, wanted);
    Map<Integer, Set<Integer>> seen = new HashMap<>();
    from.people(
        victims,
        position,
        (spans, span) -> {
          if (spans.unit(span) >= 0 && counts(spans, span, slot, filter)) {
            int bits = bits(labels, spans, span);
            if (largest.reports.get(spans.report(span))) {
              bits |= largest.step.bit();
            }
            seen.computeIfAbsent(spans.unit(span), _ -> new TreeSet<>()).add(bits);
          }
        });
    Map<Set<Integer>, Long> found = new HashMap<>();
    seen.values().forEach(features -> found.merge(features, 1L, Long::sum));
    return found;
  }

  private boolean counts(Spans spans, int span, Slot slot, Filter filter) {
    int slice = slices.period(spans.day(Clocks.of(question.clock().code()), span));
    return slice >= 0 && slices.slots().get(slice) == slot && filter.keeps(spans, span);
  }

  /** What led to a flag is a feature of what is counted because it is flagged. */
  private int bits(String recency, String flag, String notice) {
    boolean flagged = question.definition() == Definition.CSE_FLAGGED;
    return (recency.equals("non-recent") ? Step.NON_RECENT.bit() : 0)
        | (flagged ? bit(FLAGGED_BY.get(flag)) : 0)
        | bit(NOTICED.get(notice));
  }

  private int bits(Labels labels, Spans spans, int span) {
    return bits(
        labels.recency.get(spans.code(Dimension.RECENCY, span)),
        labels.flag.get(spans.code(Dimension.FLAG, span)),
        labels.notice.get(spans.code(Dimension.NOTICE, span)));
  }

  private static int bit(@Nullable Step step) {
    return step == null ? 0 : step.bit();
  }

  /** The labels that features are made of, by their numbers. */
  private record Labels(List<String> recency, List<String> flag, List<String> notice) {
    Labels(CountedRecord record) {
      this(
          record.labels(Dimension.RECENCY),
          record.labels(Dimension.FLAG),
          record.labels(Dimension.NOTICE));
    }
  }
}
