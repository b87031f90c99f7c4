package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;

/**
 * A case with its clocks, as known.
 *
 * @param clocks the most pressing first
 * @param asOf the moment that clocks are told at
 */
public record CaseView(CaseFile file, List<CaseClock> clocks, Instant asOf) {
  public CaseView {
    clocks = List.copyOf(clocks);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseView[" + file.id() + "]";
  }
}
