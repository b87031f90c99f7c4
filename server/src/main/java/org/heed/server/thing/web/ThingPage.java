package org.heed.server.thing.web;

import org.heed.server.thing.KnownThing;
import org.heed.server.web.Page;

/** The model of {@code thing/thing.jte}. */
public record ThingPage(Page page, KnownThing thing) {
  /** The identifier only; the rest can be personal. */
  @Override
  public String toString() {
    return "ThingPage[" + thing.id() + "]";
  }
}
