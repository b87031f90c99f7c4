package org.heed.server.thing.web;

import java.util.List;
import org.heed.server.outcome.MeasureEntry;
import org.heed.server.thing.KnownThing;
import org.heed.server.web.Page;

/**
 * The model of {@code thing/thing.jte}.
 *
 * @param measures what notices, orders and closures against it tell, in cases open to the reader
 */
public record ThingPage(Page page, KnownThing thing, List<MeasureEntry> measures) {
  public ThingPage {
    measures = List.copyOf(measures);
  }

  /** The identifier only; the rest can be personal. */
  @Override
  public String toString() {
    return "ThingPage[" + thing.id() + "]";
  }
}
