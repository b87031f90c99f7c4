package org.heed.server.inspection;

import java.time.Instant;
import java.util.List;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a sample can be drawn from.
 *
 * @param area null: every one
 * @param areas those that whoever planned it works in; null: every one
 * @param since opened from then on
 * @param until and before then
 * @param known as known when: always a position
 */
public record FrameQuestion(
    @Nullable String area,
    @Nullable List<String> areas,
    Instant since,
    Instant until,
    StrataBy strata,
    KnownAt known) {
  public FrameQuestion {
    areas = areas == null ? null : List.copyOf(areas);
  }
}
