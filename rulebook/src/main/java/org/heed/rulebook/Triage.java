package org.heed.rulebook;

import java.time.Duration;

/**
 * How soon somebody has to look at a child whom a re-read of the archive newly prompts, by what is
 * asked.
 */
public record Triage(Duration decision, Duration look) {
  /** Where a rulebook says nothing of it: a day, and three. */
  public static final Triage USUAL = new Triage(Duration.ofHours(24), Duration.ofHours(72));

  /** Within which time it is looked at. */
  public Duration within(Ask ask) {
    return switch (ask) {
      case DECISION -> decision;
      case LOOK -> look;
    };
  }
}
