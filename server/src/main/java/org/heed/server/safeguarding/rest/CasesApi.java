package org.heed.server.safeguarding.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases}: opens a case, records what happened in it, tells how its clocks stand. */
@RestController
@RequestMapping(value = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CasesApi {
  private final Cases cases;
  private final CaseViews views;
  private final Once once;

  CasesApi(Cases cases, CaseViews views, Once once) {
    this.cases = cases;
    this.views = views;
    this.once = once;
  }

  @Told("Somebody whom a case is about.")
  record NewMember(
      @Told(
              value = "What they are in it.",
              required = true,
              oneOf = {"child", "sibling", "child-at-risk", "suspect", "carer", "other"})
          @Nullable String role,
      @Told("A person of the record.") @Nullable UUID person,
      @Told("A mention of a report.") @Nullable UUID mention,
      @Told("A name, where neither is given.") @Nullable String name) {
    NewCase.Member member() {
      if (person == null && mention == null && (name == null || name.isBlank())) {
        throw new Refused(Refused.Code.INVALID, "A member has a person, a mention or a name.");
      }
      try {
        return new NewCase.Member(
            CaseRole.parse(Objects.requireNonNullElse(role, "")), person, mention, name, null);
      } catch (IllegalArgumentException e) {
        throw new Refused(
            Refused.Code.INVALID,
            "role is one of child, sibling, child-at-risk, suspect, carer, other");
      }
    }

    @Override
    public String toString() {
      return "NewMember[hidden]";
    }
  }

  @Told("A case to be opened.")
  record CaseBody(
      @Told(
              value = "What it is for.",
              required = true,
              oneOf = {"child", "group", "place"})
          @Nullable String kind,
      @Told(value = "The area.", required = true) @Nullable String area,
      @Told(value = "Whom or what it is for.", required = true) @Nullable String subject,
      @Told("The report whose decision led to it.") @Nullable UUID report,
      @Told("The account that answers for it; nobody yet where it is left out.")
          @Nullable UUID owner,
      @Told(value = "The team.", required = true) @Nullable String team,
      @Told(value = "In your words.", required = true) @Nullable String reason,
      @Told("Whom it is about.") @Nullable List<NewMember> people) {
    NewCase made() {
      CaseKind chosen;
      try {
        chosen = CaseKind.parse(Objects.requireNonNullElse(kind, ""));
      } catch (IllegalArgumentException e) {
        throw new Refused(Refused.Code.INVALID, "kind is one of child, group, place");
      }
      return new NewCase(
          chosen,
          Objects.requireNonNullElse(area, ""),
          Objects.requireNonNullElse(subject, ""),
          report,
          owner,
          Objects.requireNonNullElse(team, ""),
          Objects.requireNonNullElse(reason, ""),
          Objects.requireNonNullElse(people, List.<NewMember>of()).stream()
              .map(NewMember::member)
              .toList());
    }

    @Override
    public String toString() {
      return "CaseBody[hidden]";
    }
  }

  @Told("A case that is open now.")
  record OpenedCase(UUID id) {}

  @Told("Something that happened or was done in a case.")
  record NewEvent(
      @Told(value = "By the name that standards give it, such as child-seen.", required = true)
          @Nullable String kind,
      @Told(value = "When it happened.", required = true) @Nullable Instant happenedAt,
      @Told("What it belongs to, such as a member of the case.") @Nullable String of,
      @Told("Why, where it was not done or a clock is to stand still.") @Nullable String reason,
      @Told(value = "What was done and by whom.", required = true) @Nullable String says) {
    @Override
    public String toString() {
      return "NewEvent[hidden]";
    }
  }

  @Told("An event that is on record now.")
  record RecordedEvent(UUID id) {}

  @PostMapping
  @Needs(Right.CASES)
  @Told("Opens a case.")
  @Answers(
      value = 201,
      refuses = {404, 422})
  ResponseEntity<OpenedCase> open(
      @AuthenticationPrincipal Caller caller, @NeedsKey Repeat repeat, @RequestBody CaseBody body) {
    return once.write(
        caller,
        repeat,
        body,
        OpenedCase.class,
        () -> new OpenedCase(cases.open(caller, body.made())),
        made -> ResponseEntity.created(URI.create("/api/v1/cases/" + made.id())).body(made));
  }

  @GetMapping("/{id}")
  @Needs(Right.CASES)
  @Told("Opens a case with its clocks. The look is an entry of the ledger.")
  @Answers(refuses = 404)
  CaseAnswer get(
      @AuthenticationPrincipal Caller caller,
      @Told("The case.") @PathVariable UUID id,
      @Told("As known at this moment, such as 2026-11-20T21:30:00Z; now where it is left out.")
          @RequestParam(name = "known_at", required = false)
          @Nullable Instant knownAt) {
    return CaseAnswer.of(views.open(caller, id, knownAt));
  }

  @PostMapping("/{id}/events")
  @Needs(Right.CASES)
  @Told("Records something that happened or was done in a case.")
  @Answers(
      value = 201,
      refuses = {404, 422})
  ResponseEntity<RecordedEvent> record(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The case.") @PathVariable UUID id,
      @RequestBody NewEvent body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedEvent.class,
        () -> new RecordedEvent(record(caller, id, body)),
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  private UUID record(Caller caller, UUID id, NewEvent body) {
    Instant at = body.happenedAt();
    if (at == null) {
      throw new Refused(Refused.Code.INVALID, "happened_at is missing");
    }
    return cases.record(
        caller,
        id,
        Objects.requireNonNullElse(body.kind(), ""),
        at,
        body.of(),
        body.reason(),
        Objects.requireNonNullElse(body.says(), ""));
  }
}
