package org.heed.server.publication.web;

import java.util.List;
import org.heed.server.publication.ReleaseStanding;
import org.heed.server.web.Page;

/**
 * The model of {@code figure/releases.jte}.
 *
 * @param drafting how many questions wait in one's own draft
 * @param proposes whether the reader may put a release together
 */
public record ReleaseListPage(
    Page page, List<ReleaseStanding> releases, int drafting, boolean proposes) {
  /** Copies. */
  public ReleaseListPage {
    releases = List.copyOf(releases);
  }

  /** What has become of one. */
  public static String standing(ReleaseStanding release) {
    return release.signed() ? "Signed" : release.declined() ? "Not signed" : "Waits to be signed";
  }

  /** The colour of that, which never tells alone. */
  public static String colour(ReleaseStanding release) {
    return release.signed() ? "green" : release.declined() ? "red" : "yellow";
  }
}
