package org.heed.server.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/** Answers who looked at what. Each answer is itself an entry, with what was shown. */
@Service
public class AuditLog {
  /** More people of one name than anyone picks from. */
  private static final int MOST_PEOPLE = 20;

  private final Acts acts;
  private final AuditStore store;
  private final UnusualStore unusual;
  private final Clock clock;

  public AuditLog(Acts acts, AuditStore store, UnusualStore unusual, Clock clock) {
    this.acts = acts;
    this.store = store;
    this.unusual = unusual;
    this.clock = clock;
  }

  /** The entries asked for, newest first. */
  public List<AuditEntry> entries(Caller caller, AuditQuestion question) {
    caller.require(Right.AUDIT);
    return acts.look(
        caller,
        "audit.searched",
        "audit",
        () -> {
          List<AuditEntry> found = store.entries(question);
          List<UUID> shown = new ArrayList<>();
          if (question.record() != null) {
            shown.add(question.record());
          }
          found.forEach(entry -> shown.add(entry.id()));
          return new Acts.Seen<>(found, shown);
        });
  }

  /** Who looked at one record. */
  public RecordLooks record(Caller caller, UUID record) {
    caller.require(Right.AUDIT);
    return acts.look(
        caller,
        "audit.record-looked-up",
        "audit",
        () ->
            Acts.Seen.one(
                new RecordLooks(record, store.lookers(record), store.reasons(record)), record));
  }

  /** What each person opened in the last seven days; what stands out first. */
  public List<Looking> unusual(Caller caller) {
    caller.require(Right.AUDIT);
    return acts.look(
        caller,
        "audit.looking-compared",
        "audit",
        () -> {
          List<Looking> all = new ArrayList<>(unusual.lastSevenDays(clock.instant()));
          all.sort(
              Comparator.comparing((Looking one) -> one.standsOut().isEmpty())
                  .thenComparing(Looking::name));
          return new Acts.Seen<>(all, all.stream().map(Looking::account).toList());
        });
  }

  /** Accounts by a part of their name: names of staff, which are no record. */
  public List<UUID> peopleNamed(Caller caller, String words) {
    caller.require(Right.AUDIT);
    return acts.plain(caller, () -> store.peopleNamed(words, MOST_PEOPLE));
  }
}
