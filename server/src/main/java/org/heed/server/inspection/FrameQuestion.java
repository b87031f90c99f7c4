package org.heed.server.inspection;

import java.time.Instant;
import java.util.List;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a sample can be drawn from.
 *
 * @param area null: every one
 * @param areas those that whoever planned it works in; null: every one
 * @param since opened from then on
 * @param until and before then
 * @param protection the areas that strata by area of child protection are; of a plan from before
 *     rulebooks had them, none
 * @param known as known when: always a position
 */
public record FrameQuestion(
    @Nullable String area,
    @Nullable List<String> areas,
    Instant since,
    Instant until,
    StrataBy strata,
    Protection protection,
    KnownAt known) {
  public FrameQuestion {
    areas = areas == null ? null : List.copyOf(areas);
  }

  /** A stratum in words. */
  public String title(String stratum) {
    return stratum.equals("all")
        ? "All cases"
        : stratum.equals("not-known")
            ? "Not known"
            : strata == StrataBy.PROTECTION ? protection.title(stratum) : Words.title(stratum);
  }
}
