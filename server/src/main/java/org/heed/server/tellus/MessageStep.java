package org.heed.server.tellus;

import org.heed.server.store.Coded;

/** What happened to a message. */
public enum MessageStep implements Coded {
  /** It came, and somebody owns it. */
  OWNED("Received"),
  /** Somebody read it for the first time. */
  OPENED("Opened"),
  /** Somebody made it their own. */
  TAKEN("Taken"),
  /** Its owner gave it to somebody else. */
  HANDED_OVER("Handed over"),
  /** It became a report. */
  REPORTED("Recorded as a report"),
  /** It belongs to a report that is known. */
  JOINED("Joined to a report"),
  /** Nothing more is to be done, for a reason. */
  CLOSED("No further action"),
  /** That nothing more was to be done was wrong: it waits again. */
  REOPENED("Opened again");

  private final String title;

  MessageStep(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it decides what becomes of the message. */
  public boolean decides() {
    return switch (this) {
      case REPORTED, JOINED, CLOSED -> true;
      case OWNED, OPENED, TAKEN, HANDED_OVER, REOPENED -> false;
    };
  }

  /** The step with that code. */
  static MessageStep parse(String code) {
    return Coded.parse(values(), code, "step");
  }
}
