package org.heed.simulator;

/** How the force came to notice of it. */
public enum NoticeRoute {
  /** The child told the force. */
  CHILD("child"),
  /** A relative, a friend or a member of the public. */
  THIRD_PARTY("third-party"),
  /** A school, health, social care, a care home, another force. */
  PARTNER_AGENCY("partner-agency"),
  /** An industry or online-safety referral. */
  ONLINE_REFERRAL("online-referral"),
  /** Found by police in the course of something else. */
  FOUND_BY_POLICE("found-by-police");

  private final String id;

  NoticeRoute(String id) {
    this.id = id;
  }

  /** The name used in files. */
  public String id() {
    return id;
  }
}
