package org.heed.server.destruction;

import org.heed.server.store.Coded;

/** Why somebody says that a report must be kept. */
public enum HoldKind implements Coded {
  DISCLOSURE("Material that may have to be disclosed in criminal proceedings"),
  PROCEEDINGS("Civil proceedings, or a complaint"),
  INQUIRY("A public inquiry or another review"),
  OTHER("Another reason");

  private final String title;

  HoldKind(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The kind with that code. */
  public static HoldKind parse(String code) {
    return Coded.parse(values(), code, "kind");
  }
}
