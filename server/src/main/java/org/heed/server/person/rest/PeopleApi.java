package org.heed.server.person.rest;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import org.heed.server.person.People;
import org.heed.server.person.PersonFound;
import org.heed.server.store.KnownPositions;
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

/** {@code /api/v1/people}, and choosing one for a mention. */
@RestController
@RequestMapping(value = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleApi {
  private static final int MOST_FOUND = 50;

  private final People people;
  private final KnownPositions positions;
  private final Once once;

  PeopleApi(People people, KnownPositions positions, Once once) {
    this.people = people;
    this.positions = positions;
    this.once = once;
  }

  @Told("Whom to look for. It is sent in the body, since addresses are kept in many logs.")
  record PersonSearch(
      @Told(value = "The beginnings of names, in any order.", required = true)
          @Nullable String name) {
    @Override
    public String toString() {
      return "PersonSearch[hidden]";
    }
  }

  @Told("A person that a search found.")
  record FoundPerson(
      UUID id,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Told("How many reports are said to mean them.") long reports) {
    static FoundPerson of(PersonFound found) {
      return new FoundPerson(
          found.person(),
          found.givenName(),
          found.familyName(),
          found.dateOfBirth(),
          found.reports());
    }

    @Override
    public String toString() {
      return "FoundPerson[" + id + "]";
    }
  }

  @Told("At most 50 people, those with the most reports first.")
  record FoundPeople(List<FoundPerson> people) {}

  @Told("A person that is on the record now.")
  record RecordedPerson(UUID id) {}

  @Told("Whether a mention means a person.")
  record NewLink(
      @Told(value = "The person.", required = true) @Nullable UUID person,
      @Told("False: not them after all. True where it is left out.") @Nullable Boolean same,
      @Told(value = "In your words.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewLink[hidden]";
    }
  }

  @Told("What is now said of a mention.")
  record RecordedLink(UUID mention, UUID person, boolean same) {}

  @PostMapping("/people/search")
  @Needs(Right.PEOPLE)
  @Told(
      "Finds people whose names begin with all the words given. Changes nothing; the look is an"
          + " entry of the ledger with everyone shown.")
  @Answers(refuses = 422)
  FoundPeople search(@AuthenticationPrincipal Caller caller, @RequestBody PersonSearch body) {
    String name = Objects.requireNonNullElse(body.name(), "");
    if (name.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "name is missing");
    }
    return new FoundPeople(
        people.find(caller, name, MOST_FOUND).stream().map(FoundPerson::of).toList());
  }

  @GetMapping("/people/{id}")
  @Needs(Right.PEOPLE)
  @Told("Opens a person. The look is an entry of the ledger with every report shown.")
  @Answers(refuses = 404)
  PersonBody open(
      @AuthenticationPrincipal Caller caller,
      @Told("The person.") @PathVariable UUID id,
      @Told("As known at this moment, such as 2026-11-20T21:30:00Z; now where it is left out.")
          @RequestParam(name = "known_at", required = false)
          @Nullable Instant knownAt) {
    return PersonBody.of(people.open(caller, id, () -> positions.at(knownAt)));
  }

  @PostMapping("/people")
  @Needs(Right.PEOPLE)
  @Told("Creates a person.")
  @Answers(
      value = 201,
      refuses = {409, 422})
  ResponseEntity<RecordedPerson> create(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @RequestBody PersonDetails body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedPerson.class,
        () -> new RecordedPerson(people.create(caller, body.person(), body.because())),
        made -> ResponseEntity.created(URI.create("/api/v1/people/" + made.id())).body(made));
  }

  @PostMapping("/people/{id}/versions")
  @Needs(Right.PEOPLE)
  @Told("Records what is known of a person now, whole. Earlier versions stay on the record.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedPerson> amend(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The person.") @PathVariable UUID id,
      @RequestBody PersonDetails body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedPerson.class,
        () -> {
          people.amend(caller, id, body.person(), body.because());
          return new RecordedPerson(id);
        },
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  @PostMapping("/mentions/{id}/links")
  @Needs(Right.PEOPLE)
  @Told("Says that a mention in a report means a person, or does not after all.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedLink> link(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The mention.") @PathVariable UUID id,
      @RequestBody NewLink body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedLink.class,
        () -> link(caller, id, body),
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  private RecordedLink link(Caller caller, UUID mention, NewLink body) {
    UUID person = body.person();
    String reason = body.reason();
    if (person == null || reason == null || reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Name the person and give a reason.");
    }
    boolean same = Objects.requireNonNullElse(body.same(), true);
    if (same) {
      people.choose(caller, mention, person, reason);
    } else {
      people.undo(caller, mention, person, reason);
    }
    return new RecordedLink(mention, person, same);
  }
}
