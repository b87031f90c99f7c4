package org.heed.simulator;

import java.util.List;

/**
 * One report with all that follows from it, and its truth.
 *
 * @param events in order of time, the report first
 * @param people true keys of the people it mentions, beside their person keys in the report
 */
record Story(
    List<SimulatedEvent> events,
    Truth.OfReport truth,
    List<Truth.OfCrime> crimes,
    List<Mentioned> people) {

  /** A true person under one of the entries that the index has for them. */
  record Mentioned(String trueKey, String personKey, String part) {}
}
