package org.heed.rulebook;

import java.util.List;
import java.util.Set;

/**
 * An area of child protection that cases are put into strata by. A case counts in the first area of
 * the rulebook that anything on its record shows.
 *
 * @param source who samples by it
 * @param shown what shows it, any of these
 */
public record ProtectionArea(String id, String title, String source, List<Shown> shown, Where at) {
  public ProtectionArea {
    shown = List.copyOf(shown);
  }

  /** Something that stands on a case's record: of a kind, by its code. */
  public record Shown(Kind kind, String code) {}

  /** What can show an area; the codes that it can have are what records hold. */
  public enum Kind {
    /** An order or a notice in the case: those of the rulebook. */
    MEASURES("measures", ""),
    /** How a report of the case came in. */
    ROUTES("routes", "child,third-party,partner-agency,online-referral,found-by-police"),
    /** What a report of the case is. */
    KINDS("kinds", "crime-report,intelligence,missing-episode,referral"),
    /** What the last decision on a report of the case says it is. */
    FLAGS("flags", "cse,csa,cce,missing,peer,other"),
    /** Whose missing episode it is: of somebody who is this in the case. */
    MISSING("missing", "child,sibling,child-at-risk,suspect,carer,other");

    private final String word;
    private final String codes;

    Kind(String word, String codes) {
      this.word = word;
      this.codes = codes;
    }

    /** As rulebooks write it. */
    public String word() {
      return word;
    }

    /** The codes there are; of measures none, since the rulebook has them. */
    public Set<String> codes() {
      return codes.isEmpty() ? Set.of() : Set.of(codes.split(","));
    }
  }
}
