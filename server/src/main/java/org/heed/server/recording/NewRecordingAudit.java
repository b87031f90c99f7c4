package org.heed.server.recording;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An audit to be drawn.
 *
 * @param area null: every one open to whoever draws
 * @param since reports recorded from that day on
 * @param until and up to the end of that day
 * @param sizes how many of each stratum
 */
public record NewRecordingAudit(
    String title,
    @Nullable String area,
    LocalDate since,
    LocalDate until,
    AuditStrata by,
    Map<String, Integer> sizes) {
  public NewRecordingAudit {
    sizes = Map.copyOf(sizes);
  }
}
