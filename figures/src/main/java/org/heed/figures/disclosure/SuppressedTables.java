package org.heed.figures.disclosure;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.heed.figures.Interval;

/** Tables with their small counts hidden, and what could still be worked out about each. */
public final class SuppressedTables {
  private final CellSystem system;
  private final SortedSet<Integer> hidden;
  private final List<Audited> audit;

  /**
   * The range in which a hidden count must lie.
   *
   * @param at where it is
   * @param range for anyone who has the published tables
   * @param knowing for someone who knows the rule besides, and which cells are small by themselves
   * @param small whether the rule itself hides it; never to be published
   */
  public record Audited(Map<String, String> at, Interval range, Interval knowing, boolean small) {
    /** Whether the count can be worked out, knowing the rule. */
    public boolean leaks() {
      return small && knowing.width() == 0;
    }
  }

  SuppressedTables(CellSystem system, SortedSet<Integer> hidden, List<Audited> audit) {
    this.system = system;
    this.hidden = hidden;
    this.audit = List.copyOf(audit);
  }

  /** Whether a table's cell is hidden, shown as [c]. */
  public boolean hidden(int table, Map<String, String> at) {
    return hidden.contains(system.id(table, at));
  }

  /** Every place of a table, in order. */
  public List<Map<String, String>> places(int table) {
    return system.tables().get(table).places();
  }

  /** The count of a cell that is not hidden. */
  public long published(int table, Map<String, String> at) {
    if (hidden(table, at)) {
      throw new IllegalArgumentException("hidden");
    }
    return system.tables().get(table).count(at);
  }

  /** Every hidden cell. */
  public List<Audited> audit() {
    return audit;
  }

  /** Hidden cells that can be worked out all the same; a release with any is refused. */
  public List<Audited> leaks() {
    return audit.stream().filter(Audited::leaks).toList();
  }
}
