package org.heed.server.audit.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.audit.AuditEntry;
import org.heed.server.audit.AuditLog;
import org.heed.server.audit.AuditQuestion;
import org.heed.server.web.Choice;
import org.heed.server.web.Crumb;
import org.heed.server.web.DateParts;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who looked at what: the list with its filter, one record's looks, and unusual looking. */
@Controller
class AuditPages {
  static final Crumb AUDIT = new Crumb("Audit", "/audit");

  private final AuditLog log;

  AuditPages(AuditLog log) {
    this.log = log;
  }

  @GetMapping("/audit")
  @Needs(Right.AUDIT)
  Html entries(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(name = "day-day", defaultValue = "") String day,
      @RequestParam(name = "day-month", defaultValue = "") String month,
      @RequestParam(name = "day-year", defaultValue = "") String year,
      @RequestParam(required = false) @Nullable UUID before) {
    AuditFilter filter =
        new AuditFilter(
            person.strip(), record.strip(), kind, show, new DateParts(day, month, year));
    Page page = shell.page("Who looked at what").in(Section.AUDIT);
    FormErrors errors = FormErrors.none();
    Optional<UUID> asked = uuid(filter.record());
    if (!filter.record().isEmpty() && asked.isEmpty()) {
      errors = errors.and("record", "Enter the record’s identifier as it stands in its address");
    }
    Optional<LocalDate> on = filter.day().find();
    if (!filter.day().isEmpty() && on.isEmpty()) {
      errors = errors.and("day", "Enter a real day, such as 23 11 2026");
    }
    List<UUID> people = errors.isEmpty() ? people(caller, filter.person()) : List.of();
    if (errors.isEmpty() && !filter.person().isEmpty() && people.isEmpty()) {
      errors = errors.and("person", "Enter a name that somebody here has");
    }
    if (!errors.isEmpty()) {
      AuditList refused =
          new AuditList(page.with(errors), filter, kinds(kind), List.of(), null, null);
      return Html.of("audit/entries", refused).status(422);
    }
    List<AuditEntry> found =
        log.entries(
            caller,
            new AuditQuestion(
                filter.person().isEmpty() ? null : people,
                asked.orElse(null),
                kind.isBlank() ? null : kind,
                on.orElse(null),
                show.equals("looks"),
                before,
                AuditQuestion.PAGE));
    String older = found.size() < AuditQuestion.PAGE ? null : address(filter, found.getLast().id());
    String newest = before == null ? null : address(filter, null);
    return Html.of("audit/entries", new AuditList(page, filter, kinds(kind), found, older, newest));
  }

  @GetMapping("/audit/records/{id}")
  @Needs(Right.AUDIT)
  Html record(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Page page = shell.page("Who looked at this record").in(Section.AUDIT).under(AUDIT);
    return Html.of("audit/record", new AuditRecord(page, log.record(caller, id)));
  }

  @GetMapping("/audit/unusual")
  @Needs(Right.AUDIT)
  Html unusual(Shell shell, @AuthenticationPrincipal Caller caller) {
    Page page = shell.page("Unusual looking").in(Section.AUDIT).under(AUDIT);
    return Html.of("audit/unusual", new AuditUnusual(page, log.unusual(caller)));
  }

  private List<UUID> people(Caller caller, String typed) {
    if (typed.isEmpty()) {
      return List.of();
    }
    return uuid(typed).map(List::of).orElseGet(() -> log.peopleNamed(caller, typed));
  }

  static Optional<UUID> uuid(String typed) {
    try {
      return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Choice> kinds(String current) {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("", "Everything");
    kinds.put("report.opened", "Report opened");
    kinds.put("report", "Anything on reports");
    kinds.put("person", "Anything on people’s records");
    kinds.put("people", "Searches for people");
    kinds.put("mention", "Links between mentions and people");
    kinds.put("flag", "Flag decisions");
    kinds.put("crime", "Crimes");
    kinds.put("role", "Roles given and taken back");
    kinds.put("audit", "Audit’s own looks");
    return Choice.list(kinds, Set.of(current));
  }

  private static String address(AuditFilter filter, @Nullable UUID before) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("person", filter.person());
    typed.put("record", filter.record());
    typed.put("kind", filter.kind());
    typed.put("show", filter.show());
    typed.put("day-day", filter.day().day());
    typed.put("day-month", filter.day().month());
    typed.put("day-year", filter.day().year());
    typed.put("before", before == null ? "" : before.toString());
    typed.forEach((name, value) -> {
      if (!value.isEmpty()) {
        address.queryParam(name, value);
      }
    });
    return address.encode().toUriString();
  }
}
