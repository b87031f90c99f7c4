package org.heed.server.referral.web;

import java.time.Instant;
import org.heed.server.referral.Chronologies;
import org.heed.server.web.Page;

/** The model of {@code referral/chronology.jte}. */
public record ChronologyPage(Page page, Chronologies.Of of, String printedBy, Instant now) {
  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ChronologyPage[]";
  }
}
