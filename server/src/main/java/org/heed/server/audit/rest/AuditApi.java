package org.heed.server.audit.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.audit.AuditEntry;
import org.heed.server.audit.AuditLog;
import org.heed.server.audit.AuditQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
  private final AuditLog log;

  AuditApi(AuditLog log) {
    this.log = log;
  }

  /** An entry as JSON. */
  record Item(
      UUID id,
      Instant at,
      UUID person,
      String name,
      String kind,
      boolean changed,
      List<UUID> records,
      @Nullable String purpose,
      @Nullable Long position) {
    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  /**
   * A page of entries, newest first.
   *
   * @param next the value of {@code before} for the next page; null at the end
   */
  record Items(List<Item> entries, @Nullable UUID next) {}

  /** Who looked at what; all filters may be left out. */
  @GetMapping("/entries")
  @Needs(Right.AUDIT)
  Items entries(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable UUID record,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(defaultValue = "false") boolean looks,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > AuditQuestion.LARGEST) {
      throw new Refused(
          Refused.Code.INVALID, "limit is a number from 1 to " + AuditQuestion.LARGEST);
    }
    List<AuditEntry> found =
        log.entries(
            caller,
            new AuditQuestion(
                person == null ? null : List.of(person), record, kind, day, looks, before, limit));
    UUID next = found.size() < limit ? null : found.getLast().id();
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
        entry.position());
  }
}
