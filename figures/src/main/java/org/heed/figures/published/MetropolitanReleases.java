package org.heed.figures.published;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;

/** Successive releases of the Metropolitan Police's monthly counts of sexual offences, shipped. */
public final class MetropolitanReleases {
  /** The attribution that must stand wherever they are shown. */
  public static final String ATTRIBUTION =
      "Source: Metropolitan Police Service, Recorded Crime: Geographic Breakdown (London Datastore),"
          + " releases of March 2019, November 2022, August 2023 and December 2025, months of"
          + " release inferred from the files. Contains public sector information licensed under the"
          + " Open Government Licence v3.0.";

  /** The offences, as the files name them. */
  public static final List<String> OFFENCES = List.of("RAPE", "OTHER SEXUAL OFFENCES");

  private static final List<String> RELEASES = List.of("2019-03", "2022-11", "2023-08", "2025-12");

  private MetropolitanReleases() {}

  /** The releases, by borough and month. Show {@link #ATTRIBUTION} with them. */
  public static Vintages bundled() {
    Vintages vintages = new Vintages();
    for (String release : RELEASES) {
      try (Reader reader = PublishedSeries.resource("metropolitan-police-" + release + ".csv")) {
        vintages.add(YearMonth.parse(release), reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return vintages;
  }
}
