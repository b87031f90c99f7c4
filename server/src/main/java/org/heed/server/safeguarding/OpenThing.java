package org.heed.server.safeguarding;

/**
 * Something that is not finished of those whom a case is about.
 *
 * @param id by which it is known where it stands
 * @param says what it is, in words
 * @param address its page
 */
public record OpenThing(Kind kind, String id, String says, String address) {
  /** What it is. */
  public enum Kind {
    /** Without an outcome for the child. */
    REFERRAL("referral", "referrals"),
    /** Planned and neither held nor cancelled. */
    MEETING("meeting", "meetings"),
    /** The child is not found. */
    EPISODE("missing episode", "missing episodes"),
    /** Nothing is on record of it after the child was found. */
    INTERVIEW("interview", "interviews"),
    /** A notice, an order or a closure that binds. */
    MEASURE("measure in force", "measures in force");

    private final String one;
    private final String many;

    Kind(String one, String many) {
      this.one = one;
      this.many = many;
    }

    /** So many, in words. */
    String count(int n) {
      return n + " " + (n == 1 ? one : many);
    }
  }

  /** Which; the rest may be personal. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
