package org.heed.server.safeguarding.web;

import org.heed.server.safeguarding.CaseLists.Listed;
import org.heed.server.safeguarding.Sittings;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/** The model of {@code safeguarding/sittings.jte}: meetings over several cases, by their days. */
public record SittingsPage(Page page, Listed<Sittings.Row> listed) {
  /** The way to the other pages. */
  public Paging paging() {
    return new Paging("/sittings", listed.page(), listed.pages());
  }
}
