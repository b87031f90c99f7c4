package org.heed.server.report.rest;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports}. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsApi {
  private final ReportDesk desk;

  ReportsApi(ReportDesk desk) {
    this.desk = desk;
  }

  /** What recording came to. */
  record Answer(UUID id, int version, String outcome) {}

  /**
   * Records a report. 201 once it is durable, with its ledger entry and its reading; 200 when it
   * was known word for word.
   */
  @PostMapping
  @Needs(Right.RECORD)
  ResponseEntity<Answer> record(
      @AuthenticationPrincipal Caller caller, @RequestBody ReportBody body) {
    Recorded recorded = desk.record(caller, body.report(caller));
    Answer answer =
        new Answer(
            recorded.report(),
            recorded.version(),
            recorded.outcome().name().toLowerCase(Locale.ROOT));
    if (recorded.outcome() == Recorded.Outcome.SAME) {
      return ResponseEntity.ok(answer);
    }
    return ResponseEntity.created(URI.create("/api/v1/reports/" + recorded.report())).body(answer);
  }
}
