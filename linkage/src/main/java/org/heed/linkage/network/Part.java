package org.heed.linkage.network;

/** What somebody or something is in one report. */
public enum Part {
  /** A child who was harmed, or whom the report worries about. */
  CHILD,
  SUSPECT,
  PLACE,
  /** A phone or an account: what is passed on. */
  PHONE
}
