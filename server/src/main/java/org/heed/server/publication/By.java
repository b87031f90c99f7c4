package org.heed.server.publication;

import org.heed.server.store.Coded;

/** How counts are set out. */
public enum By implements Coded {
  /** Calendar months. */
  MONTH("Month"),
  /** Quarters of the financial year, which begin in April, July, October and January. */
  QUARTER("Quarter"),
  /** Financial years, which begin in April. */
  YEAR("Financial year"),
  /** Areas. */
  AREA("Area");

  private final String title;

  By(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
