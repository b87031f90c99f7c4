package org.heed.server.report.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Cursor;
import org.heed.server.api.Once;
import org.heed.server.api.Repeat;
import org.heed.server.api.Told;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportFilter;
import org.heed.server.report.ReportLists;
import org.heed.server.report.ReportRow;
import org.heed.server.report.ReportSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/reports}. */
@RestController
@RequestMapping(value = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportsApi {
  private static final int MOST = 200;

  private final ReportDesk desk;
  private final ReportLists lists;
  private final Once once;

  ReportsApi(ReportDesk desk, ReportLists lists, Once once) {
    this.desk = desk;
    this.lists = lists;
    this.once = once;
  }

  @Told("What recording came to.")
  record RecordedReport(
      UUID id,
      int version,
      @Told(
              value = "New, a new version, or nothing because it was known word for word.",
              oneOf = {"new", "changed", "same"})
          String outcome) {
    static RecordedReport of(Recorded recorded) {
      return new RecordedReport(
          recorded.report(),
          recorded.version(),
          recorded.outcome().name().toLowerCase(Locale.ROOT));
    }

    ResponseEntity<RecordedReport> response() {
      return outcome.equals("same")
          ? ResponseEntity.ok(this)
          : ResponseEntity.created(URI.create("/api/v1/reports/" + id)).body(this);
    }
  }

  @Told("A report in a list.")
  record ListedReport(
      UUID id,
      String reference,
      String kind,
      String area,
      Instant recordedAt,
      @Told(
              value = "What its reading asks; null where nothing prompts.",
              oneOf = {"decision", "look"})
          @Nullable String ask,
      @Told(
              value = "The newest flag decision; null while there is none.",
              oneOf = {"yes", "no", "need-more"})
          @Nullable String flag) {
    static ListedReport of(ReportRow row) {
      return new ListedReport(
          row.id(),
          row.reference(),
          row.kind().code(),
          row.area(),
          row.recordedAt(),
          row.ask(),
          row.flag());
    }
  }

  @Told("A page of reports, from the newest received to the oldest.")
  record ReportPage(
      List<ListedReport> reports,
      @Told("The cursor of the next page; null on the last.") @Nullable String next) {}

  @GetMapping
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  @Told(
      "Lists the reports open to you, from the newest received to the oldest. Walking the pages"
          + " shows every report that was there at the start once, whatever comes in meanwhile."
          + " Each page is a look that the ledger keeps.")
  @Answers(refuses = 422)
  ResponseEntity<ReportPage> list(
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      @Told("Only this area's.") @RequestParam(defaultValue = "") String area,
      @Told(
              value = "Only of this kind.",
              oneOf = {"crime-report", "intelligence", "missing-episode", "referral"})
          @RequestParam(defaultValue = "")
          String kind,
      @Told(
              value = "Only those decided so.",
              oneOf = {"yes", "no", "need-more", "undecided"})
          @RequestParam(defaultValue = "")
          String flag,
      @Told(
              value = "Only those that ask so.",
              oneOf = {"decision", "look", "none"})
          @RequestParam(defaultValue = "")
          String ask,
      @Told("Only those whose reference begins so.") @RequestParam(defaultValue = "")
          String reference,
      @Told("Rows on a page, 1 to 200.") @RequestParam(defaultValue = "50") int limit,
      @Told("The next of the page before.") @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > MOST) {
      throw new Refused(Refused.Code.INVALID, "limit is a number from 1 to " + MOST);
    }
    oneOf("kind", kind, "crime-report", "intelligence", "missing-episode", "referral");
    oneOf("flag", flag, "yes", "no", "need-more", "undecided");
    oneOf("ask", ask, "decision", "look", "none");
    ReportFilter filter = new ReportFilter(area, kind, flag, ask, reference);
    ReportSlice slice = lists.before(caller, filter, Cursor.parse(cursor, filter), limit);
    List<ListedReport> shown = slice.rows().stream().map(ListedReport::of).toList();
    if (!slice.more()) {
      return ResponseEntity.ok(new ReportPage(shown, null));
    }
    String next = Cursor.after(shown.getLast().id(), filter);
    URI following =
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString())
            .replaceQueryParam("cursor", next)
            .build(true)
            .toUri();
    return ResponseEntity.ok()
        .header(HttpHeaders.LINK, "<" + following + ">; rel=\"next\"")
        .body(new ReportPage(shown, next));
  }

  private static void oneOf(String name, String given, String... words) {
    if (!given.isEmpty() && !List.of(words).contains(given)) {
      throw new Refused(Refused.Code.INVALID, name + " is one of " + String.join(", ", words));
    }
  }

  @PostMapping
  @Needs(Right.RECORD)
  @Told(
      "Records a report. 201 once it is durable, with its ledger entry and its reading; 200 when"
          + " it was known word for word. Source and reference identify it, so that sending it"
          + " again never makes a second report; other content makes a new version.")
  @Answers(
      value = {201, 200},
      refuses = {409, 422})
  ResponseEntity<RecordedReport> record(
      @AuthenticationPrincipal Caller caller, Repeat repeat, @RequestBody ReportBody body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedReport.class,
        () -> RecordedReport.of(desk.record(caller, body.report(caller))),
        RecordedReport::response);
  }
}
