package org.heed.rulebook;

import java.time.LocalDate;
import java.util.Map;

/**
 * What became of a crime, as the Home Office counts it.
 *
 * @param code as it is counted by, such as 16
 * @param ends how it ends
 * @param suspect whether a suspect has to be identified for it
 * @param from the day from which it may be given
 */
public record CrimeOutcome(
    String id,
    String code,
    String title,
    Ends ends,
    boolean suspect,
    LocalDate from,
    String source,
    Where at) {
  /** How a crime ends. */
  public enum Ends {
    CHARGED("charged"),
    OUT_OF_COURT("out-of-court"),
    NO_ACTION("no-action"),
    ELSEWHERE("elsewhere");

    static final Map<String, Ends> WORDS =
        Map.of(
            "charged", CHARGED,
            "out-of-court", OUT_OF_COURT,
            "no-action", NO_ACTION,
            "elsewhere", ELSEWHERE);

    private final String word;

    Ends(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
