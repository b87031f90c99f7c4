package org.heed.server.crime;

import java.util.List;
import java.util.UUID;

/**
 * A crime that the counting rules count in one from another report: what happened before either
 * came to notice is one incident. A person decides.
 *
 * @param crime the one that would not count by itself
 * @param into the one that it would be counted in, which came to notice first
 * @param code the class that they make as one
 * @param because the rules that make them one
 * @param refused whether somebody has said already that it is a crime of its own
 */
public record OneIncident(
    UUID crime,
    String number,
    UUID report,
    UUID into,
    String intoNumber,
    UUID intoReport,
    String code,
    List<RuleSaid> because,
    boolean refused) {
  public OneIncident {
    because = List.copyOf(because);
  }
}
