package org.heed.figures.counting;

import java.util.List;

/**
 * Offences that are one incident.
 *
 * @param further whether the same offender and victim have an earlier one, known before this
 * @param continued how many offences were added to it though they came after it was known
 */
record Incident(List<ReportedOffence> offences, boolean further, int continued) {
  Incident {
    offences = List.copyOf(offences);
  }
}
