package org.heed.server.crime.web;

import java.util.List;
import java.util.Map;
import org.heed.server.crime.OneIncident;
import org.heed.server.web.Page;

/**
 * The model of {@code crime/oneIncident.jte}.
 *
 * @param since of crimes recorded from this day on
 */
public record OneIncidentPage(
    Page page, String since, List<OneIncident> incidents, Map<String, String> classes) {
  public OneIncidentPage {
    incidents = List.copyOf(incidents);
  }

  /** What a class is called. */
  public String title(String offence) {
    return classes.getOrDefault(offence, offence);
  }
}
