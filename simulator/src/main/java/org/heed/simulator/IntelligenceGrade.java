package org.heed.simulator;

/**
 * The grades of an intelligence report on the 3x5x2 scale of the College of Policing.
 *
 * @param source 1 reliable, 2 untested, 3 not reliable
 * @param assessment A known directly, B known indirectly but corroborated, C known indirectly, D
 *     not known, E suspected to be false
 * @param handling P lawful sharing permitted, C sharing with conditions
 */
public record IntelligenceGrade(int source, char assessment, char handling) {
  /** Refuses grades off the scale. */
  public IntelligenceGrade {
    if (source < 1 || source > 3 || "ABCDE".indexOf(assessment) < 0 || "PC".indexOf(handling) < 0) {
      throw new IllegalArgumentException("Not a 3x5x2 grade");
    }
  }
}
