package org.heed.server.pattern;

import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/** What a finding rests on that nobody has confirmed of its children. */
public enum Unconfirmed implements Coded {
  /** That its reports are about one child. */
  ONE("Nobody has confirmed that these are one child"),
  /** That its children are several. */
  SEVERAL(
      "Nobody has said who some of these children are: those written alike count as one, and two"
          + " written otherwise can be one child");

  private final String title;

  Unconfirmed(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** That of this code; null for none. */
  static @Nullable Unconfirmed of(@Nullable String code) {
    return code == null ? null : Coded.parse(values(), code, "what is not confirmed");
  }
}
