package org.heed.server.home;

import java.util.List;
import org.heed.server.web.Page;

/** The model of {@code home/home.jte}. */
public record HomePage(Page page, List<Work> work) {

  /** Something to do, counted. */
  public record Work(String title, String says, String href) {}
}
