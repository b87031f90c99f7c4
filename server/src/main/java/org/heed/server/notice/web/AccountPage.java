package org.heed.server.notice.web;

import org.heed.server.notice.NoticeSettings;
import org.heed.server.web.Page;

/**
 * The model of {@code notice/account.jte}.
 *
 * @param name what they sign in with
 * @param email as it is or was typed; empty: none
 * @param calendar whether they have a calendar's password
 * @param password the new one, the one time that it is shown; else empty
 */
public record AccountPage(
    Page page,
    String name,
    String email,
    boolean calendar,
    String password,
    NoticeSettings settings) {

  /** Where the calendar is. */
  public String calendarAddress() {
    return settings.address() + "/calendar.ics";
  }

  /** Whether this Heed sends e-mail at all. */
  public boolean sends() {
    return settings.mail().isPresent();
  }

  /** Nothing: a password may be in it. */
  @Override
  public String toString() {
    return "AccountPage[]";
  }
}
