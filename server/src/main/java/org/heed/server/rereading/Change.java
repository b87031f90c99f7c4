package org.heed.server.rereading;

import org.heed.server.archive.Asked;
import org.jspecify.annotations.Nullable;

/** How what is asked about a report differs under another rulebook. */
public enum Change {
  /** Nothing was asked, and somebody would be asked. */
  NEWLY("newly-prompted"),
  /** Somebody was asked, and nobody would be. */
  NO_LONGER("no-longer-prompted"),
  /** A decision is asked in place of a look, or the other way round. */
  OTHERWISE("changed");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** The word in results. */
  public String word() {
    return word;
  }

  /** Null where nothing differs. */
  static @Nullable Change between(Asked before, Asked after) {
    if (before == after) {
      return null;
    }
    return before == Asked.NOTHING ? NEWLY : after == Asked.NOTHING ? NO_LONGER : OTHERWISE;
  }
}
