package org.heed.server.suspected;

import org.heed.server.store.Coded;

/** What somebody decided about the safety of a child who is suspected. */
public enum SuspectedVerdict implements Coded {
  CASE("A case: they are safeguarded in one, which is open or is opened now"),
  REFER("Refer them to somebody who can help"),
  NO("Nothing further for their own safety");

  private final String title;

  SuspectedVerdict(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  static SuspectedVerdict of(String code) {
    return Coded.parse(values(), code, "decision");
  }
}
