package org.heed.server.review.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.NeedsKey;
import org.heed.server.api.Once;
import org.heed.server.api.Repeat;
import org.heed.server.api.Told;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.review.Flags;
import org.heed.server.review.ReviewQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports/{id}/flags}. */
@RestController
class FlagsApi {
  private final Flags flags;
  private final ReviewQueue queue;
  private final Once once;

  FlagsApi(Flags flags, ReviewQueue queue, Once once) {
    this.flags = flags;
    this.queue = queue;
    this.once = once;
  }

  @Told("A person's decision whether a report is child sexual exploitation.")
  record NewFlag(
      @Told(
              value = "What is decided.",
              oneOf = {"yes", "no", "need-more"},
              required = true)
          @Nullable String decision,
      @Told("Each element of the definition by its code: present, absent or not-known.")
          @Nullable Map<String, String> elements,
      @Told("On a no: what it is instead.") @Nullable String instead,
      @Told(
              value =
                  "What led to it. Left out: the draw, for a report drawn at random; else officer.",
              oneOf = {"officer", "quality-assurance", "prompt"})
          @Nullable String route,
      @Told(value = "In the decider's words.", required = true) @Nullable String reason,
      @Told("When the decision is looked at again.") @Nullable LocalDate reviewOn) {

    FlagDecision on(UUID report, boolean byChance) {
      String led = Objects.requireNonNullElse(route, byChance ? "random-review" : "officer");
      if (Objects.equals(route, "random-review")) {
        throw new Refused(
            Refused.Code.INVALID, "route is one of officer, quality-assurance, prompt");
      }
      return new FlagDecision(
          report,
          null,
          answer(),
          elements == null ? Map.of() : elements,
          instead,
          led,
          Objects.requireNonNullElse(reason, "").strip(),
          null,
          reviewOn);
    }

    private Answer answer() {
      try {
        return Answer.parse(Objects.requireNonNullElse(decision, ""));
      } catch (IllegalArgumentException e) {
        throw new Refused(Refused.Code.INVALID, "decision is one of yes, no, need-more");
      }
    }

    @Override
    public String toString() {
      return "NewFlag[hidden]";
    }
  }

  @Told("That a decision is recorded.")
  record RecordedFlag(UUID report, String decision) {}

  @PostMapping(value = "/api/v1/reports/{id}/flags", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.REVIEW)
  @Told(
      "Records a decision on a report, always with a reason. Decisions before it stay on the"
          + " record.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedFlag> decide(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The report.") @PathVariable UUID id,
      @RequestBody NewFlag body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedFlag.class,
        () -> {
          FlagDecision decision = body.on(id, queue.isRandom(caller, id));
          flags.decide(caller, decision);
          return new RecordedFlag(id, decision.answer().code());
        },
        recorded -> ResponseEntity.status(HttpStatus.CREATED).body(recorded));
  }
}
