package org.heed.figures.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.heed.figures.published.LondonBoroughs.Borough;
import org.heed.figures.published.RevisionTriangle.Revision;
import org.junit.jupiter.api.Test;

class MetropolitanReleasesTest {
  private final Vintages vintages = MetropolitanReleases.bundled();

  /** The 16,235 rapes of two years, and the 16,370 that they had become. */
  @Test
  void rapesOfTwoYears_roseBetweenReleases() {
    RevisionTriangle rape = vintages.triangle("RAPE", null);
    Revision revision =
        rape.between(
            YearMonth.of(2019, 3),
            YearMonth.of(2022, 11),
            YearMonth.of(2017, 3),
            YearMonth.of(2019, 2));
    assertThat(revision.months()).isEqualTo(24);
    assertThat(revision.before()).isEqualTo(16_235);
    assertThat(revision.factor()).isCloseTo(1.008, within(0.002));
  }

  @Test
  void everyBorough_hasItsOutline_itsPeopleAndItsCounts() {
    Map<String, Long> counts = vintages.byArea(YearMonth.of(2025, 12), "RAPE", 12);
    Map<String, Borough> boroughs =
        LondonBoroughs.bundled().stream()
            .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
    assertThat(boroughs).hasSize(33);
    assertThat(boroughs.values())
        .allSatisfy(borough -> {
          assertThat(borough.population()).isGreaterThan(5_000);
          assertThat(borough.outline()).startsWith("M").endsWith("Z");
          assertThat(borough.x()).isBetween(0, LondonBoroughs.WIDTH);
          assertThat(borough.y()).isBetween(0, LondonBoroughs.HEIGHT);
        });
    // The City has a police force of its own; airports and what has no borough are no borough.
    assertThat(boroughs.keySet()).contains("city of london");
    assertThat(counts.keySet())
        .hasSize(34)
        .contains("unknown", "london heathrow and london city airports")
        .doesNotContain("city of london");
    assertThat(counts.keySet().stream().filter(boroughs::containsKey)).hasSize(32);
  }
}
