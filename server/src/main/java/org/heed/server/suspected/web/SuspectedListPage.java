package org.heed.server.suspected.web;

import java.util.List;
import java.util.UUID;
import org.heed.server.suspected.SuspectedChild;
import org.heed.server.web.Page;

/**
 * The model of {@code suspected/list.jte}.
 *
 * @param reader whose own come first
 */
public record SuspectedListPage(Page page, List<SuspectedChild> waiting, UUID reader) {
  public SuspectedListPage {
    waiting = List.copyOf(waiting);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SuspectedListPage[" + waiting.size() + "]";
  }
}
