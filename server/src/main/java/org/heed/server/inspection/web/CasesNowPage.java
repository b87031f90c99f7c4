package org.heed.server.inspection.web;

import java.util.List;
import org.heed.server.inspection.CasesNow;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/now.jte}. */
public record CasesNowPage(Page page, CasesNow now) {

  public List<Link> tabs() {
    return TrendsPage.tabs();
  }

  /** How old it is, in a sentence; empty where nothing was worked out. */
  public String asOf() {
    var at = now.at();
    return at == null
        ? "Nothing is worked out yet."
        : "Heed works a case out again when something comes to it and when a moment passes, the last"
            + " on "
            + Words.dateTime(at)
            + (now.behind() == 0
                ? "."
                : "; " + Words.count(now.behind(), "case waits", "cases wait") + " for that.");
  }
}
