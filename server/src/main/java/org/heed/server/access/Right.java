package org.heed.server.access;

/**
 * Something a role lets one do. The bit is the one that the database's row policies test, so a bit
 * keeps its meaning for ever.
 */
public enum Right {
  /** Record a report. */
  RECORD(1),
  /** Read reports of one's areas, personal content included. */
  READ(2),
  /** Read the reports of one's own agency. */
  READ_AGENCY(4),
  /** See rows without personal content, pseudonymised, for analysis. */
  PSEUDONYMISED(8),
  /** Review reports and decide flags. */
  REVIEW(16),
  /** Record, classify, cancel and reinstate crimes. */
  CRIME(32),
  /** Ask for figures. */
  FIGURES(64),
  /** See who looked at what, and prove the ledger. */
  AUDIT(128),
  /** Restrict a report, or lift a restriction. */
  RESTRICT(256),
  /** Look people up, create them and choose them for a mention. */
  PEOPLE(512),
  /** Give accounts and roles. */
  ADMINISTER(1024),
  /** Import files of reports. */
  IMPORT(2048),
  /** Answer for counting and for the rulebook: cancel a crime of rape, assure a proposal. */
  REGISTER(4096),
  /** Propose changes to the rulebook. */
  PROPOSE(8192),
  /** Re-read the archive under a rulebook. */
  REREAD(16384),
  /** Keep the index of people: Heed's own program alone. */
  INDEX(32768),
  /** Work on cases: open them, plan, record what was done, close them with a second person. */
  CASES(65536),
  /** See a team's cases and what is late in them, and give them to others. */
  SUPERVISE(131072),
  /** Handle what the public and professionals tell: the inbox. */
  MESSAGES(262144),
  /** Take in what they tell: Heed's own program alone. */
  TELL(524288),
  /** See what was referred to one's agency or shared with it, and say what came of it. */
  REFERRED(1048576),
  /** Tell people what is due: Heed's own program alone. */
  NOTIFY(2097152),
  /** Inspect: plan and draw samples, grade what was drawn for one, read what came of it. */
  INSPECT(4194304),
  /** Audit recording: draw samples of reports, and say what should have been recorded of them. */
  AUDIT_RECORDING(8388608),
  /** Keep how cases stand: Heed's own program alone. */
  STANDINGS(134217728),
  /** Answer people who ask what is held about them: read people and cases for it, work on none. */
  SUBJECT_ACCESS(33554432),
  /** Destroy content: propose it, and decide on what another proposed; see what is due. */
  DESTROY(268435456);

  private final int bit;

  Right(int bit) {
    this.bit = bit;
  }

  /** The bit of this right in a session's mask. */
  public int bit() {
    return bit;
  }

  /** The mask of several rights. */
  public static int mask(Iterable<Right> rights) {
    int mask = 0;
    for (Right right : rights) {
      mask |= right.bit;
    }
    return mask;
  }
}
