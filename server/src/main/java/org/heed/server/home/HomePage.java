package org.heed.server.home;

import java.util.List;
import org.heed.server.web.Page;

/**
 * The model of {@code home/home.jte}.
 *
 * @param alarms what cannot wait, in sentences
 */
public record HomePage(Page page, List<Alarm> alarms, List<Work> work) {

  public HomePage {
    alarms = List.copyOf(alarms);
    work = List.copyOf(work);
  }

  /** Something that cannot wait, and where it is done. */
  public record Alarm(String says, String href) {}

  /** Something to do, counted. */
  public record Work(String title, String says, String href) {}
}
