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
import org.heed.server.report.Operations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports/{id}/operations}. */
@RestController
class OperationsApi {
  private final Operations operations;
  private final Once once;

  OperationsApi(Operations operations, Once once) {
    this.operations = operations;
    this.once = once;
  }

  @Told("Which operation a report belongs to.")
  record NewOperation(
      @Told("Its name, as Larkspur; null: it belongs to none any more.") @Nullable String operation,
      @Told(value = "How that is known; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewOperation[hidden]";
    }
  }

  @Told("That it is said.")
  record SaidOperation(UUID report) {}

  @PostMapping(
      value = "/api/v1/reports/{id}/operations",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.REVIEW)
  @Told("Says which operation a report belongs to.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<SaidOperation> set(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The report.") @PathVariable UUID id,
      @RequestBody NewOperation body) {
    return once.write(
        caller,
        repeat,
        body,
        SaidOperation.class,
        () -> {
          operations.set(
              caller, id, body.operation(), Objects.requireNonNullElse(body.reason(), ""));
          return new SaidOperation(id);
        },
        said -> ResponseEntity.status(HttpStatus.CREATED).body(said));
  }
}
