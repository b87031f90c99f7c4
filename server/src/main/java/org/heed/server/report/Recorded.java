package org.heed.server.report;

import java.util.UUID;

/** What recording a report came to. */
public record Recorded(UUID report, int version, Outcome outcome) {
  /** New, a new version, or nothing because it was known word for word. */
  public enum Outcome {
    NEW,
    CHANGED,
    SAME
  }
}
