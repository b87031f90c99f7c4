package org.heed.server.report.rest;

import java.util.Objects;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.NeedsKey;
import org.heed.server.api.Once;
import org.heed.server.api.Repeat;
import org.heed.server.api.Told;
import org.heed.server.report.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports/{id}/openings}. */
@RestController
class OpeningsApi {
  private final Restrictions restrictions;
  private final Once once;

  OpeningsApi(Restrictions restrictions, Once once) {
    this.restrictions = restrictions;
    this.once = once;
  }

  @Told("Why a restricted report is opened.")
  record NewOpening(
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewOpening[hidden]";
    }
  }

  @Told("That a report is open to you.")
  record OpenedReport(UUID report) {}

  @PostMapping(value = "/api/v1/reports/{id}/openings", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.READ)
  @Told("Opens a restricted report of your areas to you for eight hours, with a reason.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<OpenedReport> open(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The report.") @PathVariable UUID id,
      @RequestBody NewOpening body) {
    return once.write(
        caller,
        repeat,
        body,
        OpenedReport.class,
        () -> {
          restrictions.open(caller, id, Objects.requireNonNullElse(body.reason(), ""));
          return new OpenedReport(id);
        },
        opened -> ResponseEntity.status(HttpStatus.CREATED).body(opened));
  }
}
