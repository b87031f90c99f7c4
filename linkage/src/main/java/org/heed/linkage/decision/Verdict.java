package org.heed.linkage.decision;

/** What somebody decided about two records. */
public enum Verdict {
  /** They are of one person. */
  SAME,
  /** They are of two people, who may not come together again by way of others either. */
  DIFFERENT,
  /** It cannot be said; an earlier decision about the two no longer holds. */
  UNKNOWN
}
