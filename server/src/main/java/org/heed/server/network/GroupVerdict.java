package org.heed.server.network;

import org.heed.server.store.Coded;

/** What somebody decided about suspects and one definition of a group. */
public enum GroupVerdict implements Coded {
  GROUP("They are a group by this definition"),
  NO_GROUP("They are no group by this definition"),
  UNDONE("No decision holds: the earlier one is undone");

  private final String title;

  GroupVerdict(String title) {
    this.title = title;
  }

  /** The verdict with that code. */
  public static GroupVerdict parse(String code) {
    return Coded.parse(values(), code, "decision");
  }

  @Override
  public String title() {
    return title;
  }
}
