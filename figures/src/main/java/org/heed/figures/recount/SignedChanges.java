package org.heed.figures.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The facts of crimes as changes of one: what becomes known of a crime takes one from the cell it
 * stood in and adds one where it stands now, so that counts as known at any position are sums of
 * what came before. A reclassification moves one and changes no total.
 */
public final class SignedChanges {
  /** Clocks and dimensions of the log. */
  public static final Schema SCHEMA =
      new Schema(
          List.of("occurred", "reported", "recorded", "flagged"),
          List.of("area", "offence", "standing", "flagged-by", "noticed-by"));

  /** The standing of what counts, if its offence class does. */
  public static final String COUNTED = "counted";

  private SignedChanges() {}

  /** The log of these crimes. */
  public static EventLog log(List<History> histories) {
    List<Change> changes = new ArrayList<>();
    for (History history : histories) {
      Cell before = null;
      for (Fact fact : history.facts()) {
        Optional<Standing> standing = history.at(fact.position());
        Cell after = standing.map(now -> Cell.of(history, now)).orElse(null);
        if (after != null && !after.equals(before)) {
          if (before != null) {
            changes.add(new Change(fact.position(), -1, before));
          }
          changes.add(new Change(fact.position(), 1, after));
          before = after;
        }
      }
    }
    changes.sort(Comparator.comparingLong(Change::position));
    EventLog.Builder log = EventLog.builder(SCHEMA);
    for (Change change : changes) {
      log.add(change.position(), change.sign(), change.cell().days(), change.cell().labels());
    }
    return log.freeze();
  }

  private record Change(long position, int sign, Cell cell) {}

  /** Where a crime is counted: its days by each clock, and its labels. */
  private record Cell(List<@Nullable LocalDate> days, List<String> labels) {
    static Cell of(History history, Standing standing) {
      Standing.Flag flag = standing.flag();
      List<@Nullable LocalDate> days =
          Arrays.asList(
              history.occurred(),
              history.reported(),
              history.recorded(),
              flag == null ? null : flag.on());
      String counted = standing.merged() ? "merged" : standing.cancelled() ? "cancelled" : COUNTED;
      return new Cell(
          days,
          List.of(
              history.area(),
              standing.offence(),
              counted,
              flag == null ? "" : flag.route(),
              history.notice()));
    }
  }
}
