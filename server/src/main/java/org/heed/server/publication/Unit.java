package org.heed.server.publication;

import org.heed.server.store.Coded;

/** What is counted. */
public enum Unit implements Coded {
  /** Reports, each once, whatever its versions. */
  REPORTS("Reports"),
  /** Crimes whose latest state counts: neither cancelled nor kept apart (N100). */
  CRIMES("Recorded crimes"),
  /** Different people linked as victim of, or child in, a report. */
  CHILDREN("Children"),
  /** Different people linked as suspect in a report. */
  SUSPECTS("Suspects");

  private final String title;

  Unit(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
