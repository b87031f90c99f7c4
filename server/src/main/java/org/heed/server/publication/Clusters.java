package org.heed.server.publication;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;

/**
 * What of a count belongs together: because the same person is in it, by links that people have
 * confirmed between what is counted in one period, or because it is of one operation. Two reports
 * with a suspect in common are one cluster, and so is whatever hangs together by several.
 *
 * @param after sizes of the clusters of the period asked about
 * @param before of the period before
 * @param linkedAfter how many of what is counted have anybody linked in that role, or an operation
 * @param linkedBefore likewise
 * @param largest the reports, by number, of the cluster that holds most of both periods together;
 *     empty where nothing hangs together
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by who draws the interval
public record Clusters(
    By by, long[] after, long[] before, long linkedAfter, long linkedBefore, BitSet largest) {

  /** What holds them together. */
  public enum By {
    OPERATION,
    VICTIM,
    SUSPECT
  }

  boolean anyTogether() {
    return Arrays.stream(after).anyMatch(size -> size > 1)
        || Arrays.stream(before).anyMatch(size -> size > 1);
  }

  /** Finds them as known at a position. */
  static Clusters of(
      CountedRecord record, Question question, long position, By by, long total, long totalBefore) {
    Units units = Units.of(record, question, position);
    Map<Integer, Set<Integer>> linked = new HashMap<>();
    BitSet reached = new BitSet();
    int none = by == By.OPERATION ? record.labels(Dimension.OPERATION).indexOf("") : -1;
    CountedRecord.Visitor visitor =
        (spans, span) -> {
          int link = by == By.OPERATION ? spans.code(Dimension.OPERATION, span) : spans.unit(span);
          if (link >= 0 && link != none && units.holds(spans.report(span))) {
            reached.set(spans.report(span));
            linked.computeIfAbsent(link, _ -> new HashSet<>()).add(spans.report(span));
          }
        };
    switch (by) {
      case OPERATION -> record.reports(position, visitor);
      case VICTIM -> record.people(true, position, visitor);
      case SUSPECT -> record.people(false, position, visitor);
    }
    Forest both = new Forest();
    linked.values().forEach(both::join);
    units.shared(Slot.ASKED).forEach(both::join);
    units.shared(Slot.BEFORE).forEach(both::join);
    return new Clusters(
        by,
        units.sizes(Slot.ASKED, within(units, Slot.ASKED, linked), total),
        units.sizes(Slot.BEFORE, within(units, Slot.BEFORE, linked), totalBefore),
        units.in(Slot.ASKED, reached),
        units.in(Slot.BEFORE, reached),
        units.largest(both));
  }

  /** What belongs together by links within one period. */
  private static Forest within(Units units, Slot slot, Map<Integer, Set<Integer>> linked) {
    Forest forest = new Forest();
    for (Set<Integer> reports : linked.values()) {
      forest.join(reports.stream().filter(report -> units.holds(slot, report)).toList());
    }
    // One person counted from several reports is one, and so holds those together too.
    units.shared(slot).forEach(forest::join);
    return forest;
  }
}
