package org.heed.server.report;

import java.util.Locale;

/** How a report came to notice. */
public enum NoticeRoute {
  CHILD("The child told someone"),
  THIRD_PARTY("Family, friend or member of the public"),
  PARTNER_AGENCY("Partner agency"),
  ONLINE_REFERRAL("Online referral"),
  FOUND_BY_POLICE("Found by police");

  private final String title;

  NoticeRoute(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** As the record and the API have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The route with that code. */
  public static NoticeRoute parse(String code) {
    for (NoticeRoute route : values()) {
      if (route.code().equals(code)) {
        return route;
      }
    }
    throw new IllegalArgumentException(
        "route is one of child, third-party, partner-agency, online-referral, found-by-police");
  }
}
