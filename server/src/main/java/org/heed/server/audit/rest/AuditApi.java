package org.heed.server.audit.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Cursor;
import org.heed.server.api.Told;
import org.heed.server.audit.AuditEntry;
import org.heed.server.audit.AuditLog;
import org.heed.server.audit.AuditQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}. */
@RestController
@RequestMapping(value = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditApi {
  private final AuditLog log;

  AuditApi(AuditLog log) {
    this.log = log;
  }

  /** An entry as JSON. */
  @Told("An entry of the ledger.")
  record Item(
      UUID id,
      Instant at,
      UUID person,
      String name,
      String kind,
      boolean changed,
      List<UUID> records,
      @Nullable String purpose,
      @Nullable Long position,
      @Told("The log from whose export it was taken back; null where it was made here.")
          @Nullable String takenFrom) {
    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  @Told("A page of entries, newest first.")
  record Items(
      List<Item> entries,
      @Told("The cursor of the next page; null on the last.") @Nullable String next) {}

  /** Who looked at what; all filters may be left out. */
  @GetMapping("/entries")
  @Needs(Right.AUDIT)
  @Told("Lists who looked at what and who changed what, newest first. The look is itself an entry.")
  @Answers(refuses = 422)
  Items entries(
      @AuthenticationPrincipal Caller caller,
      @Told("Only by this account.") @RequestParam(required = false) @Nullable UUID person,
      @Told("Only concerning this record.") @RequestParam(required = false) @Nullable UUID record,
      @Told("Only of this kind.") @RequestParam(required = false) @Nullable String kind,
      @Told("Only of this day.") @RequestParam(required = false) @Nullable LocalDate day,
      @Told("Only looks.") @RequestParam(defaultValue = "false") boolean looks,
      @Told("The next of the page before.") @RequestParam(defaultValue = "") String cursor,
      @Told("Rows on a page.") @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > AuditQuestion.LARGEST) {
      throw new Refused(
          Refused.Code.INVALID, "limit is a number from 1 to " + AuditQuestion.LARGEST);
    }
    List<@Nullable Object> filters = Arrays.asList("audit", person, record, kind, day, looks);
    UUID before = cursor.isEmpty() ? null : Cursor.parse(cursor, filters);
    List<AuditEntry> found =
        log.entries(
            caller,
            new AuditQuestion(
                person == null ? null : List.of(person), record, kind, day, looks, before, limit));
    String next = found.size() < limit ? null : Cursor.after(found.getLast().id(), filters);
    return new Items(found.stream().map(AuditApi::item).toList(), next);
  }

  private static Item item(AuditEntry entry) {
    return new Item(
        entry.id(),
        entry.at(),
        entry.actor(),
        entry.name(),
        entry.kind(),
        entry.changed(),
        entry.records(),
        entry.purpose(),
        entry.position(),
        entry.takenFrom());
  }
}
