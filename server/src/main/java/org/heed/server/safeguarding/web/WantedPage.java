package org.heed.server.safeguarding.web;

import java.time.Instant;
import org.heed.server.safeguarding.CaseLists.Listed;
import org.heed.server.safeguarding.CaseLists.Wanted;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Words;

/** The model of {@code safeguarding/wanted.jte}: reports decided yes that no case is about. */
public record WantedPage(Page page, Listed<Wanted> listed, Instant now) {

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging("/cases/wanted", listed.page(), listed.pages());
  }

  /** How long ago it was decided. */
  public String since(Wanted one) {
    return Words.away(one.decidedAt(), now).replace(" past", " ago");
  }
}
