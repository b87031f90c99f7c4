package org.heed.server.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.figures.log.Periods;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.Clocks;
import org.heed.server.publication.counted.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The period before a question's and its own, cut up as it is set out.
 *
 * @param slots of each slice
 * @param buckets the first day of the month, quarter or year that a slice belongs to, or null
 */
record Slices(Periods periods, List<Slot> slots, List<@Nullable LocalDate> buckets) {
  /** Outside of all of them. */
  static final int OUTSIDE = -1;

  /** Without a day. */
  static final int NO_DAY = -2;

  /** For counts of what no clock places, whenever. */
  static final Slices NOT_KNOWN =
      new Slices(
          new Periods(List.of(LocalDate.of(1900, 1, 1)), LocalDate.of(2079, 6, 1)),
          List.of(Slot.NOT_KNOWN),
          Collections.singletonList(null));

  static Slices of(Question question) {
    List<LocalDate> starts = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    List<@Nullable LocalDate> buckets = new ArrayList<>();
    starts.add(question.firstDayBefore());
    slots.add(Slot.BEFORE);
    buckets.add(null);
    if (question.by() == By.AREA) {
      starts.add(question.from());
      slots.add(Slot.ASKED);
      buckets.add(null);
    } else {
      LocalDate start = org.heed.server.publication.Periods.start(question.by(), question.from());
      while (!start.isAfter(question.to())) {
        starts.add(start.isBefore(question.from()) ? question.from() : start);
        slots.add(Slot.ASKED);
        buckets.add(start);
        start = org.heed.server.publication.Periods.next(question.by(), start);
      }
    }
    return new Slices(new Periods(starts, question.to().plusDays(1)), slots, buckets);
  }

  /** The question to the event log that sets what is wanted out by these. */
  org.heed.figures.log.Question asked(
      long position, Dated clock, Map<String, Set<String>> wanted, Dimension... by) {
    return new org.heed.figures.log.Question(
        position, clock.code(), periods, Arrays.stream(by).map(Dimension::code).toList(), wanted);
  }

  /** The slice that a day falls in. */
  int period(char day) {
    if (day == Clocks.day(null)) {
      return NO_DAY;
    }
    if (day >= Clocks.day(periods.end())) {
      return OUTSIDE;
    }
    for (int i = slots.size() - 1; i >= 0; i--) {
      if (day >= Clocks.day(periods.starts().get(i))) {
        return i;
      }
    }
    return OUTSIDE;
  }
}
