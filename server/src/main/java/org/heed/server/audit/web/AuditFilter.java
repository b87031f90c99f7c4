package org.heed.server.audit.web;

import org.heed.server.web.DateParts;

/**
 * What was typed into the filter, kept as typed.
 *
 * @param person a name or a part of one, or an account's identifier
 * @param record a record's identifier
 * @param kind a kind of entry or the beginning of one
 * @param show {@code looks} for looks alone, else everything
 */
public record AuditFilter(String person, String record, String kind, String show, DateParts day) {

  /** Whether nothing is asked for in particular. */
  public boolean isEmpty() {
    return person.isBlank()
        && record.isBlank()
        && kind.isBlank()
        && !show.equals("looks")
        && day.isEmpty();
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "AuditFilter[hidden]";
  }
}
