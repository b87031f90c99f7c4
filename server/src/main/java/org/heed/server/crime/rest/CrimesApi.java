package org.heed.server.crime.rest;

import java.time.LocalDate;
import java.util.List;
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
import org.heed.server.crime.CrimeAct;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Crimes of {@code /api/v1/reports/{id}/crimes} and {@code /api/v1/crimes/{id}}. */
@RestController
@RequestMapping(value = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CrimesApi {
  private final Crimes crimes;
  private final Once once;

  CrimesApi(Crimes crimes, Once once) {
    this.crimes = crimes;
    this.once = once;
  }

  @Told("Crimes to be recorded of a report.")
  record NewCrimes(
      @Told("The victims, as mentions of the report: one crime each. None: one crime.")
          @Nullable List<UUID> victims,
      @Told("Whoever did it, as mentions of the report, so far as they are told apart.")
          @Nullable List<UUID> suspects,
      @Told(
              value = "Home Office codes of what was committed; the principal one is recorded.",
              required = true)
          @Nullable List<String> offences,
      @Told(value = "In your words.", required = true) @Nullable String reason,
      @Told("For N100: the rulebook's reason, such as N100/01.") @Nullable String ground) {
    @Override
    public String toString() {
      return "NewCrimes[hidden]";
    }
  }

  @Told("Another class for a crime.")
  record NewClass(
      @Told(value = "The Home Office code.", required = true) @Nullable String offence,
      @Told(value = "In your words.", required = true) @Nullable String reason,
      @Told("For N100: the rulebook's reason, such as N100/01.") @Nullable String ground) {
    @Override
    public String toString() {
      return "NewClass[hidden]";
    }
  }

  @Told("Why.")
  record Reason(@Told(value = "In your words.", required = true) @Nullable String reason) {
    String text() {
      return Objects.requireNonNullElse(reason, "");
    }

    @Override
    public String toString() {
      return "Reason[hidden]";
    }
  }

  @Told("On what ground a crime is cancelled, and why.")
  record Cancellation(
      @Told(value = "The rulebook's ground, such as C2.", required = true) @Nullable String ground,
      @Told("The number of the other record, where the ground needs it.")
          @Nullable String reference,
      @Told("The day on which the victim was told, where the ground needs it.")
          @Nullable LocalDate victimToldOn,
      @Told(value = "In your words.", required = true) @Nullable String reason) {
    Grounded grounded() {
      return new Grounded(
          Objects.requireNonNullElse(ground, ""),
          Objects.requireNonNullElse(reference, ""),
          victimToldOn);
    }

    @Override
    public String toString() {
      return "Cancellation[hidden]";
    }
  }

  @Told("The crimes made, beside those that the report had.")
  record RecordedCrimes(List<UUID> crimes) {}

  @Told("What was done to a crime.")
  record ChangedCrime(
      UUID crime,
      @Told(
              value = "The act.",
              oneOf = {"reclassified", "cancelled", "reinstated"})
          String act) {}

  @PostMapping("/reports/{id}/crimes")
  @Needs(Right.CRIME)
  @Told("Records the crimes that the counting rules make of what was committed.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedCrimes> record(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The report.") @PathVariable UUID id,
      @RequestBody NewCrimes body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedCrimes.class,
        () ->
            new RecordedCrimes(
                crimes.record(
                    caller,
                    id,
                    new Crimes.Committed(
                        Objects.requireNonNullElse(body.victims(), List.of()),
                        Objects.requireNonNullElse(body.suspects(), List.of()),
                        Objects.requireNonNullElse(body.offences(), List.of()),
                        Objects.requireNonNullElse(body.reason(), ""),
                        Grounded.on(Objects.requireNonNullElse(body.ground(), ""))))),
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  @PostMapping("/crimes/{id}/reclassifications")
  @Needs(Right.CRIME)
  @Told("Moves a crime to another class.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<ChangedCrime> reclassify(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The crime.") @PathVariable UUID id,
      @RequestBody NewClass body) {
    return change(
        caller,
        repeat,
        body,
        id,
        CrimeAct.RECLASSIFIED,
        () ->
            crimes.reclassify(
                caller,
                id,
                Objects.requireNonNullElse(body.offence(), ""),
                Grounded.on(Objects.requireNonNullElse(body.ground(), "")),
                Objects.requireNonNullElse(body.reason(), "")));
  }

  @PostMapping("/crimes/{id}/cancellations")
  @Needs(Right.CRIME)
  @Told("Cancels a crime on a ground of the rulebook: it stays on the record and counts no longer.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<ChangedCrime> cancel(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The crime.") @PathVariable UUID id,
      @RequestBody Cancellation body) {
    return change(
        caller,
        repeat,
        body,
        id,
        CrimeAct.CANCELLED,
        () ->
            crimes.cancel(
                caller, id, body.grounded(), Objects.requireNonNullElse(body.reason(), "")));
  }

  @PostMapping("/crimes/{id}/reinstatements")
  @Needs(Right.CRIME)
  @Told("Makes a cancelled crime count again.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<ChangedCrime> reinstate(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The crime.") @PathVariable UUID id,
      @RequestBody Reason body) {
    return change(
        caller,
        repeat,
        body,
        id,
        CrimeAct.REINSTATED,
        () -> crimes.reinstate(caller, id, body.text()));
  }

  private ResponseEntity<ChangedCrime> change(
      Caller caller, Repeat repeat, Object body, UUID crime, CrimeAct act, Runnable work) {
    return once.write(
        caller,
        repeat,
        body,
        ChangedCrime.class,
        () -> {
          work.run();
          return new ChangedCrime(crime, act.code());
        },
        changed -> ResponseEntity.status(HttpStatus.CREATED).body(changed));
  }
}
