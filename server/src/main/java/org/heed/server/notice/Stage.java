package org.heed.server.notice;

import org.heed.server.store.Coded;

/** How a deadline stands when somebody is told of it. */
public enum Stage implements Coded {
  /** As long before as the rulebook says. */
  NEARS("Due soon"),
  /** At the deadline. */
  NOW("Due now"),
  /** As long after the deadline as the first notice came before it: supervisors are told too. */
  PAST("Past its time");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  static Stage parse(String code) {
    return Coded.parse(values(), code, "stage");
  }
}
