package org.heed.server.safeguarding.rest;

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
import org.heed.server.safeguarding.CaseRestrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{id}/openings}. */
@RestController
class CaseOpeningsApi {
  private final CaseRestrictions restrictions;
  private final Once once;

  CaseOpeningsApi(CaseRestrictions restrictions, Once once) {
    this.restrictions = restrictions;
    this.once = once;
  }

  @Told("Why a restricted case is opened.")
  record NewCaseOpening(
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewCaseOpening[hidden]";
    }
  }

  @Told("That a case is open to you.")
  record OpenToYou(UUID id) {}

  @PostMapping(value = "/api/v1/cases/{id}/openings", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.CASES)
  @Told("Opens a restricted case of your areas to you for eight hours, with a reason.")
  @Answers(
      value = 201,
      refuses = {404, 422})
  ResponseEntity<OpenToYou> open(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The case.") @PathVariable UUID id,
      @RequestBody NewCaseOpening body) {
    return once.write(
        caller,
        repeat,
        body,
        OpenToYou.class,
        () -> {
          restrictions.open(caller, id, Objects.requireNonNullElse(body.reason(), ""));
          return new OpenToYou(id);
        },
        opened -> ResponseEntity.status(HttpStatus.CREATED).body(opened));
  }
}
