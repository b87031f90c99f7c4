package org.heed.server.recognition;

import java.util.ArrayList;
import java.util.List;
import org.heed.text.Finding;

/**
 * What the words around a finding make of it, packed into the bits that {@code finding.context}
 * keeps.
 */
public record FindingContext(
    boolean negated,
    boolean possible,
    boolean hypothetical,
    boolean historical,
    boolean reported,
    boolean quoted) {

  /** That of a finding just made. */
  public static FindingContext of(Finding finding) {
    return new FindingContext(
        finding.negated(),
        finding.possible(),
        finding.hypothetical(),
        finding.historical(),
        finding.reported(),
        finding.quoted());
  }

  /** That of stored bits. */
  public static FindingContext of(int bits) {
    return new FindingContext(
        (bits & 1) != 0,
        (bits & 2) != 0,
        (bits & 4) != 0,
        (bits & 8) != 0,
        (bits & 16) != 0,
        (bits & 32) != 0);
  }

  /** The bits, negated lowest. */
  public int bits() {
    return (negated ? 1 : 0)
        | (possible ? 2 : 0)
        | (hypothetical ? 4 : 0)
        | (historical ? 8 : 0)
        | (reported ? 16 : 0)
        | (quoted ? 32 : 0);
  }

  /** In words for people; {@code historical} reads "past". */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    add(words, negated, "denied");
    add(words, possible, "possible");
    add(words, hypothetical, "supposed");
    add(words, historical, "past");
    add(words, reported, "reported by someone");
    add(words, quoted, "quoted");
    return words;
  }

  private static void add(List<String> words, boolean holds, String word) {
    if (holds) {
      words.add(word);
    }
  }
}
