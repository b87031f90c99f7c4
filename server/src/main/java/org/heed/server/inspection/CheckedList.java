package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.figures.sampling.Frame;

/**
 * A list of cases held against a frame.
 *
 * @param cases those of the frame that it names, in its order
 * @param wrong lines that name none, or one that was named before
 */
public record CheckedList(List<Frame.Unit> cases, List<Wrong> wrong) {
  public CheckedList {
    cases = List.copyOf(cases);
    wrong = List.copyOf(wrong);
  }

  /** A line that cannot be taken. */
  public sealed interface Wrong {
    /** Of the line, from 1. */
    long line();
  }

  /** No case of the frame is called so. */
  public record NotInFrame(long line) implements Wrong {}

  /**
   * It names a case that was named before.
   *
   * @param first line that names it
   */
  public record NamedBefore(long line, long first) implements Wrong {}

  /**
   * Holds a list against a frame.
   *
   * @param called the identifier of each reference that is a case's
   */
  static CheckedList of(CaseList list, Frame frame, Map<String, UUID> called) {
    Map<String, Frame.Unit> units = new HashMap<>();
    frame.units().forEach(one -> units.put(one.id(), one));
    Map<String, Long> first = new HashMap<>();
    List<Frame.Unit> cases = new ArrayList<>();
    List<Wrong> wrong = new ArrayList<>();
    for (CaseList.Line line : list.lines()) {
      UUID id = called.get(line.reference());
      Frame.Unit unit = id == null ? null : units.get(id.toString());
      if (unit == null) {
        wrong.add(new NotInFrame(line.number()));
        continue;
      }
      Long before = first.putIfAbsent(unit.id(), line.number());
      if (before == null) {
        cases.add(unit);
      } else {
        wrong.add(new NamedBefore(line.number(), before));
      }
    }
    return new CheckedList(cases, wrong);
  }
}
