package org.heed.server.access.web;

import org.heed.server.store.DatabaseFault;

/** What is told, with status 503, while the database cannot do its work. */
public enum DatabaseAway {
  /** Nothing was done. */
  DATABASE_AWAY("The database does not answer. Nothing was changed; try again in a moment."),
  /** Perhaps it was done. */
  OUTCOME_NOT_KNOWN(
      "The database went away while it was saving, so whether this was saved is not known. Try"
          + " again in a moment: a report sent twice with one source and reference is recorded"
          + " once."),
  /** Nothing was done. */
  DISK_FULL(
      "The database's disk is full. Nothing was changed; tell whoever looks after Heed here.");

  private final String sentence;

  DatabaseAway(String sentence) {
    this.sentence = sentence;
  }

  /** What to tell about an exception of the database. */
  public static DatabaseAway of(RuntimeException thrown) {
    return switch (DatabaseFault.of(thrown)) {
      case DISK_FULL -> DISK_FULL;
      case AWAY_AT_THE_END -> OUTCOME_NOT_KNOWN;
      case AWAY, NOT_LET_IN, NONE -> DATABASE_AWAY;
    };
  }

  /** One plain sentence or two. */
  public String sentence() {
    return sentence;
  }
}
