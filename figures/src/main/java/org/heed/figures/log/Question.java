package org.heed.figures.log;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to count.
 *
 * @param knownAt the last position whose changes count; {@link Long#MAX_VALUE} for all
 * @param clock the clock that the periods are on
 * @param periods the periods, which a change whose date is unknown falls outside
 * @param groupBy the dimensions to count apart
 * @param only for a dimension, the labels to keep; a dimension not named keeps all
 */
public record Question(
    long knownAt,
    String clock,
    Periods periods,
    List<String> groupBy,
    Map<String, Set<String>> only) {
  /** Drops a row, and stays below zero when every clock and dimension adds it. */
  static final int OUTSIDE = -(1 << 27);

  public Question {
    groupBy = List.copyOf(groupBy);
    only = Map.copyOf(only);
  }

  /** Everything in the periods, grouped. */
  public static Question of(long knownAt, String clock, Periods periods, String... groupBy) {
    return new Question(knownAt, clock, periods, List.of(groupBy), Map.of());
  }

  /** The same question as known at another position. */
  public Question asKnownAt(long position) {
    return new Question(position, clock, periods, groupBy, only);
  }

  /** The same question on another clock. */
  public Question onClock(String name) {
    return new Question(knownAt, name, periods, groupBy, only);
  }
}
