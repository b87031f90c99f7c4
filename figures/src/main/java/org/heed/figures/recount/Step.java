package org.heed.figures.recount;

import java.util.ArrayList;
import java.util.List;

/** One choice in which two counts can differ, and how to take it over from the other. */
public enum Step {
  /** As known then or now. */
  KNOWN("as known"),
  /** The old rulebook or the new. */
  RULEBOOK("rulebook"),
  /** Only what carries the flag, or all. */
  FLAG("flag"),
  /** Cancelled crimes in or out. */
  CANCELLED("cancelled"),
  /** Non-recent offences in or out. */
  NON_RECENT("non-recent"),
  /** Linked operations in or out. */
  OPERATIONS("operations"),
  /** Who or what led to the flag. */
  FLAG_ROUTE("flagged by"),
  /** The route to notice. */
  NOTICE_ROUTE("route to notice"),
  /** What is counted. */
  UNIT("unit"),
  /** The clock that the period is on. */
  CLOCK("clock"),
  /** The period itself: what is left when everything else is the same. */
  PERIOD("period");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** As printed. */
  public String title() {
    return title;
  }

  /** A definition with this choice as another has it. */
  Definition take(Definition mixed, Definition to) {
    return switch (this) {
      case KNOWN -> mixed.asKnown(to.known());
      case RULEBOOK -> mixed.under(to.rules());
      case FLAG -> mixed.flaggedOnly(to.flaggedOnly());
      case CANCELLED -> mixed.withCancelled(to.cancelled());
      case NON_RECENT -> mixed.withNonRecent(to.nonRecent());
      case OPERATIONS -> mixed.without(to.without());
      case FLAG_ROUTE -> mixed.flaggedBy(to.flaggedBy());
      case NOTICE_ROUTE -> mixed.noticedBy(to.noticedBy());
      case UNIT -> mixed.as(to.unit());
      case CLOCK -> mixed.on(to.clock());
      case PERIOD -> mixed.in(to.window());
    };
  }

  /** The choices in which two definitions differ. */
  static List<Step> between(Definition from, Definition to) {
    List<Step> steps = new ArrayList<>();
    for (Step step : values()) {
      if (!step.take(from, to).equals(from)) {
        steps.add(step);
      }
    }
    return steps;
  }
}
