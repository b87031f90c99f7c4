package org.heed.server.audit;

import java.util.List;
import java.util.UUID;

/** Who looked at one record, most recent first, and why where it is restricted. */
public record RecordLooks(UUID record, List<Looker> people, List<OpeningReason> reasons) {
  public RecordLooks {
    people = List.copyOf(people);
    reasons = List.copyOf(reasons);
  }
}
