package org.heed.server.outcome;

import org.heed.server.store.Coded;

/** What is said of a notice, an order or a closure after its issue. */
public enum MeasureStep implements Coded {
  REVIEWED("Reviewed"),
  BREACHED("Breached"),
  ENDED("Ended");

  private final String title;

  MeasureStep(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The step with that code. */
  public static MeasureStep parse(String code) {
    return Coded.parse(values(), code, "step");
  }
}
