package org.heed.server.recording;

import java.time.Instant;
import java.util.List;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * Which reports an audit can draw.
 *
 * @param area null: every one
 * @param areas those that whoever planned it works in; null: every one
 * @param since recorded from then on
 * @param until and before then
 * @param known as known when: always a position
 */
public record AuditFrame(
    @Nullable String area,
    @Nullable List<String> areas,
    Instant since,
    Instant until,
    AuditStrata by,
    KnownAt known) {
  public AuditFrame {
    areas = areas == null ? null : List.copyOf(areas);
  }
}
