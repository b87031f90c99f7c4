package org.heed.figures.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one question, kept as they stood every so many changes, so that any position costs
 * one copy and a short read from the nearest standing. Exact at every position.
 */
public final class CellIndex {
  private static final int LEAST_STRIDE = 1 << 14;
  private static final long MOST_NUMBERS = 1L << 23;

  private final EventLog log;
  private final Question question;
  private final Plan plan;
  private final long stride;
  private final List<int[]> standings;

  private CellIndex(
      EventLog log, Question question, Plan plan, long stride, List<int[]> standings) {
    this.log = log;
    this.question = question;
    this.plan = plan;
    this.stride = stride;
    this.standings = List.copyOf(standings);
  }

  static CellIndex of(EventLog log, Question question) {
    Plan plan = Plan.of(question, log.schema(), log.labels());
    long stride = LEAST_STRIDE;
    while (log.size() / stride * plan.cells() > MOST_NUMBERS) {
      stride *= 2;
    }
    return extend(log, question, plan, stride, List.of(new int[plan.cells()]));
  }

  /** The index of a log that goes on from this one's, without reading again what was read. */
  public CellIndex appended(EventLog newer) {
    boolean tooMany = newer.size() / stride * plan.cells() > 2 * MOST_NUMBERS;
    if (tooMany || !newer.labels().sameSizes(log.labels())) {
      return of(newer, question);
    }
    return extend(newer, question, plan, stride, standings);
  }

  private static CellIndex extend(
      EventLog log, Question question, Plan plan, long stride, List<int[]> from) {
    List<int[]> standings = new ArrayList<>(from);
    while (standings.size() * stride <= log.size()) {
      int[] cells = standings.getLast().clone();
      log.add(plan, (standings.size() - 1) * stride, standings.size() * stride, cells);
      standings.add(cells);
    }
    return new CellIndex(log, question, plan, stride, standings);
  }

  /** The cells as known at a position. */
  public Counts at(long position) {
    long rows = log.rowsKnownAt(position);
    int standing = (int) (rows / stride);
    int[] cells = standings.get(standing).clone();
    log.add(plan, standing * stride, rows, cells);
    return log.counts(question.asKnownAt(position), cells);
  }

  /** What its standings occupy, in bytes. */
  public long bytes() {
    return standings.stream().mapToLong(cells -> (long) Integer.BYTES * cells.length).sum();
  }

  /** The cells as known at each of several positions: successive vintages. */
  public List<Counts> at(List<Long> positions) {
    return positions.stream().map(this::at).toList();
  }
}
