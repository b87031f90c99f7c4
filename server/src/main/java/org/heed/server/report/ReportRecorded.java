package org.heed.server.report;

import java.util.List;
import java.util.UUID;

/**
 * A report was recorded, or a new version of one.
 *
 * @param mentions the identifiers of the content's people, in their order
 * @param things those of its things
 */
public record ReportRecorded(
    UUID report, int version, NewReport content, List<UUID> mentions, List<UUID> things) {
  public ReportRecorded {
    mentions = List.copyOf(mentions);
    things = List.copyOf(things);
  }
}
