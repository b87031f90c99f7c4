package org.heed.server.thing.rest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.NeedsKey;
import org.heed.server.api.Once;
import org.heed.server.api.Repeat;
import org.heed.server.api.Told;
import org.heed.server.thing.KnownThing;
import org.heed.server.thing.ThingSaid;
import org.heed.server.thing.Things;
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
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/things} and what mentions of them mean. */
@RestController
@RequestMapping(value = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ThingsApi {
  private static final int MOST_FOUND = 50;

  private final Things things;
  private final Once once;

  ThingsApi(Things things, Once once) {
    this.things = things;
    this.once = once;
  }

  @Told("Part of a place, vehicle, phone or account.")
  record ThingSearch(
      @Told(
              value = "What it is.",
              required = true,
              oneOf = {"place", "vehicle", "phone", "account"})
          @Nullable String kind,
      @Told(
              value =
                  "Words of a place, three characters of a plate, the last three digits of a phone"
                      + " or any four, four characters of an account.",
              required = true)
          @Nullable String part) {
    @Override
    public String toString() {
      return "ThingSearch[hidden]";
    }
  }

  @Told("A place, vehicle, phone or account as one report writes it.")
  record WrittenThing(
      UUID mention,
      UUID report,
      String reference,
      String kind,
      String written,
      @Nullable String detail,
      @Told("The form in which it is compared; null where only a part is written.")
          @Nullable String key,
      @Told("When what is reported happened, or was recorded.") Instant at,
      @Told("What it was said to be one of; null while nobody has.") @Nullable UUID thing) {
    static WrittenThing of(ThingSaid said) {
      return new WrittenThing(
          said.mention(),
          said.report(),
          said.reference(),
          said.kind().code(),
          said.written(),
          said.detail(),
          said.exact(),
          said.at(),
          said.thing());
    }

    @Override
    public String toString() {
      return "WrittenThing[" + mention + "]";
    }
  }

  @Told("What reports open to you write that holds the part, the newest first.")
  record FoundThings(List<WrittenThing> things) {}

  @Told("A thing with the reports open to you that mean it, the newest first.")
  record ThingBody(UUID id, String kind, String label, List<WrittenThing> reports) {
    static ThingBody of(KnownThing thing) {
      return new ThingBody(
          thing.id(),
          thing.kind().code(),
          thing.label(),
          thing.events().stream().map(WrittenThing::of).toList());
    }

    @Override
    public String toString() {
      return "ThingBody[" + id + "]";
    }
  }

  @Told("What a mention of a thing means: one of thing and mention, or neither for a new thing.")
  record NewThingLink(
      @Told("The thing of the record.") @Nullable UUID thing,
      @Told("The mention of another report that means the same.") @Nullable UUID mention,
      @Told("False: it does not mean that thing after all.") @Nullable Boolean same,
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewThingLink[hidden]";
    }
  }

  @Told("What was said of a mention.")
  record RecordedThingLink(UUID mention, UUID thing, boolean same) {}

  @PostMapping("/things/search")
  @Needs(Right.PEOPLE)
  @Told(
      "Finds places, vehicles, phones and accounts by a part, as reports write them. Changes"
          + " nothing; the look is an entry of the ledger with everything shown.")
  @Answers(refuses = 422)
  FoundThings search(@AuthenticationPrincipal Caller caller, @RequestBody ThingSearch body) {
    String part = Objects.requireNonNullElse(body.part(), "");
    if (part.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "part is missing");
    }
    return new FoundThings(
        things.find(caller, kind(body.kind()), part, MOST_FOUND).stream()
            .map(WrittenThing::of)
            .toList());
  }

  @GetMapping("/things/{id}")
  @Needs(Right.PEOPLE)
  @Told("Opens a thing. The look is an entry of the ledger with every report shown.")
  @Answers(refuses = 404)
  ThingBody open(
      @AuthenticationPrincipal Caller caller, @Told("The thing.") @PathVariable UUID id) {
    return ThingBody.of(things.open(caller, id));
  }

  @PostMapping("/thing-mentions/{id}/links")
  @Needs(Right.PEOPLE)
  @Told(
      "Says what a report means by a place, vehicle, phone or account: a thing of the record, what"
          + " another report means, or something new; or that it does not mean a thing after all.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedThingLink> link(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The mention.") @PathVariable UUID id,
      @RequestBody NewThingLink body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedThingLink.class,
        () -> link(caller, id, body),
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  private RecordedThingLink link(Caller caller, UUID mention, NewThingLink body) {
    String reason = Objects.requireNonNullElse(body.reason(), "");
    UUID thing = body.thing();
    UUID other = body.mention();
    if (thing != null && other != null) {
      throw new Refused(Refused.Code.INVALID, "Give a thing or a mention, not both.");
    }
    if (!Objects.requireNonNullElse(body.same(), true)) {
      if (thing == null) {
        throw new Refused(Refused.Code.INVALID, "Name the thing that is not meant.");
      }
      things.undo(caller, mention, thing, reason);
      return new RecordedThingLink(mention, thing, false);
    }
    UUID meant =
        thing != null
            ? things.choose(caller, mention, "thing:" + thing, reason)
            : other != null
                ? things.choose(caller, mention, "mention:" + other, reason)
                : things.createFor(caller, mention, reason);
    return new RecordedThingLink(mention, meant, true);
  }

  private static ThingKind kind(@Nullable String code) {
    try {
      return ThingKind.parse(Objects.requireNonNullElse(code, ""));
    } catch (IllegalArgumentException e) {
      throw new Refused(
          Refused.Code.INVALID, Objects.requireNonNullElse(e.getMessage(), "kind is none"));
    }
  }
}
