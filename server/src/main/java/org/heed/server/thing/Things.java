package org.heed.server.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.linkage.thing.ThingKey;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.NewThing;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Offers what a report may mean by a place, vehicle, phone or account, and keeps what people
 * decide. The same key is an offer and never a merger: a named person says that two are one, can
 * undo it, and what was refused is not offered for that mention again.
 *
 * <p>What keeps it whole: what a mention means is only ever the newest decision on it, and every
 * decision is made inside one act that has first seen that newest one.
 */
@Service
public class Things {
  /** As many as somebody can take in while recording. */
  public static final int MOST_OFFERED = 5;

  private static final int LOOKED_AT = 200;
  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final ThingStore store;

  public Things(Acts acts, ThingStore store) {
    this.acts = acts;
    this.store = store;
  }

  /** What may be meant while a report is recorded; the look is one entry with what is shown. */
  public List<ThingOffer> offers(Caller caller, NewThing thing) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "things.offered",
        "find-thing",
        () -> {
          List<ThingOffer> offers = offered(thing, null);
          return new Acts.Seen<>(offers, shown(offers));
        });
  }

  private List<ThingOffer> offered(NewThing thing, @Nullable UUID mention) {
    ThingStore.Refused refused =
        mention == null ? new ThingStore.Refused(Set.of(), Set.of()) : store.refused(mention);
    UUID own = mention == null ? null : store.mention(mention).orElseThrow(Things::none).report();
    Map<String, List<ThingSaid>> groups = new LinkedHashMap<>();
    for (ThingSaid said : alike(thing)) {
      if (!said.report().equals(own)) {
        groups.computeIfAbsent(group(said), _ -> new ArrayList<>()).add(said);
      }
    }
    // Whoever said that it is not what another report means has said so of what that report means.
    groups
        .values()
        .removeIf(all ->
            all.stream()
                .anyMatch(said ->
                    refused.mentions().contains(said.mention())
                        || (said.thing() != null && refused.things().contains(said.thing()))));
    return groups.values().stream()
        .sorted(
            Comparator.comparing((List<ThingSaid> all) -> likeness(thing, all))
                .thenComparing(all -> all.getFirst().label() == null)
                .thenComparingInt(all -> -all.size()))
        .limit(MOST_OFFERED)
        .map(all -> offer(thing, all))
        .toList();
  }

  private List<ThingSaid> alike(NewThing thing) {
    ThingKey key = ThingKey.of(thing.kind(), thing.written(), thing.detail());
    if (key.exact() != null || key.loose() != null) {
      return store.keyed(
          thing.kind(),
          Objects.requireNonNullElse(key.exact(), ""),
          Objects.requireNonNullElse(key.loose(), ""),
          LOOKED_AT);
    }
    return holding(thing.kind(), thing.written());
  }

  private List<ThingSaid> holding(ThingKind kind, String part) {
    Set<String> pieces = ThingKey.asked(kind, part);
    return pieces.isEmpty()
        ? List.of()
        : store.pieced(kind, pieces, LOOKED_AT).stream()
            .filter(said -> ThingKey.holds(kind, said.written(), part))
            .toList();
  }

  /** What is said to be one thing is one group; else what has one key is. */
  private static String group(ThingSaid said) {
    return said.thing() != null && said.label() != null
        ? "thing:" + said.thing()
        : said.exact() != null ? "exact:" + said.exact() : "mention:" + said.mention();
  }

  private static Likeness likeness(NewThing thing, List<ThingSaid> all) {
    ThingKey key = ThingKey.of(thing.kind(), thing.written(), thing.detail());
    Likeness best = Likeness.PART;
    for (ThingSaid said : all) {
      Likeness one =
          key.exact() != null && key.exact().equals(said.exact())
              ? Likeness.EXACT
              : key.loose() != null && key.loose().equals(said.loose())
                  ? Likeness.LOOSE
                  : Likeness.PART;
      best = one.compareTo(best) < 0 ? one : best;
    }
    return best;
  }

  private static ThingOffer offer(NewThing thing, List<ThingSaid> all) {
    ThingSaid first = all.getFirst();
    boolean known = first.thing() != null && first.label() != null;
    return new ThingOffer(
        known ? "thing:" + first.thing() : "mention:" + first.mention(),
        thing.kind(),
        known ? String.valueOf(first.label()) : first.written(),
        likeness(thing, all).words(thing.kind()),
        Likeness.against(thing, first),
        all.stream()
            .map(said -> new ThingOffer.Told(said.report(), said.reference()))
            .distinct()
            .toList());
  }

  /**
   * Says that a mention is of what was offered: a thing of the record, or what another report's
   * mention is of, which becomes a thing of the record where it is none yet.
   *
   * @return the thing
   */
  public UUID choose(Caller caller, UUID mention, String as, String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    return acts.change(
        caller,
        "thing.linked",
        act -> {
          ThingSaid said = store.mention(mention).orElseThrow(Things::none);
          requireFree(said);
          if (as.startsWith("thing:")) {
            UUID thing = id(as);
            ThingStore.Known known = store.thing(thing).orElseThrow(Things::none);
            requireKind(said, known.kind());
            link(act, said, thing, reason, because(said, store.events(thing)));
            return thing;
          }
          ThingSaid other = store.mention(id(as)).orElseThrow(Things::none);
          requireKind(said, other.kind());
          if (other.mention().equals(mention)) {
            throw new Refused(Refused.Code.INVALID, "A decision is about two mentions.");
          }
          String because = because(said, List.of(other));
          UUID thing = other.thing();
          if (thing == null) {
            thing = add(act, fuller(said, other));
            link(act, other, thing, reason, because);
          }
          link(act, said, thing, reason, because);
          return thing;
        });
  }

  /** Makes a thing of the record of what one report writes, where nothing known is meant. */
  public UUID createFor(Caller caller, UUID mention, String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    return acts.change(
        caller,
        "thing.created",
        act -> {
          ThingSaid said = store.mention(mention).orElseThrow(Things::none);
          requireFree(said);
          UUID thing = add(act, said);
          link(act, said, thing, reason, null);
          return thing;
        });
  }

  /** Says that a mention is of none of those offered. */
  public void refuse(Caller caller, UUID mention, List<String> offered, String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    if (offered.isEmpty()) {
      throw new Refused(Refused.Code.INVALID, "Nothing was offered.");
    }
    acts.changing(
        caller,
        "thing.refused",
        act -> {
          ThingSaid said = store.mention(mention).orElseThrow(Things::none);
          requireFree(said);
          int seq = store.decisions(mention);
          act.concerns(said.report());
          for (String as : new LinkedHashSet<>(offered)) {
            boolean thing = as.startsWith("thing:");
            UUID id = id(as);
            if (thing ? store.thing(id).isEmpty() : store.mention(id).isEmpty()) {
              throw none();
            }
            act.add(
                Tables.MENTION_THING,
                mention,
                said.report(),
                thing ? id : null,
                thing ? null : id,
                false,
                ++seq,
                reason,
                null);
          }
        });
  }

  /** A mention is not of that thing after all; that it was said to be is kept. */
  public void undo(Caller caller, UUID mention, UUID thing, String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    acts.changing(
        caller,
        "thing.unlinked",
        act -> {
          ThingSaid said = store.mention(mention).orElseThrow(Things::none);
          if (!thing.equals(said.thing())) {
            throw new Refused(Refused.Code.CONFLICT, "The report does not mean that now.");
          }
          act.concerns(said.report());
          act.concerns(thing);
          act.add(
              Tables.MENTION_THING,
              mention,
              said.report(),
              thing,
              null,
              false,
              store.decisions(mention) + 1,
              reason,
              null);
        });
  }

  /**
   * What a report writes, and, while nobody has said what it means, what may be meant.
   *
   * @param offers none where somebody has
   */
  public record Open(ThingSaid said, List<ThingOffer> offers) {
    public Open {
      offers = List.copyOf(offers);
    }
  }

  /** Opens what a report writes: the look is an entry with everything shown. */
  public Open mention(Caller caller, UUID mention) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "things.offered",
        "link-thing",
        () -> {
          ThingSaid said = store.mention(mention).orElseThrow(Things::none);
          NewThing thing = new NewThing(said.kind(), said.written(), said.detail(), null);
          List<ThingOffer> offers = said.thing() == null ? offered(thing, mention) : List.of();
          Set<UUID> shown = new LinkedHashSet<>(List.of(said.report()));
          if (said.thing() != null) {
            shown.add(said.thing());
          }
          shown.addAll(shown(offers));
          return new Acts.Seen<>(new Open(said, offers), shown);
        });
  }

  private static Set<UUID> shown(List<ThingOffer> offers) {
    Set<UUID> shown = new LinkedHashSet<>();
    for (ThingOffer offer : offers) {
      if (offer.as().startsWith("thing:")) {
        shown.add(id(offer.as()));
      }
      offer.reports().forEach(told -> shown.add(told.report()));
    }
    return shown;
  }

  /** Opens a thing: the look is an entry that names it and every report shown. */
  public KnownThing open(Caller caller, UUID thing) {
    return open(caller, thing, found -> new Acts.Seen<>(found, List.of()));
  }

  /**
   * As the other, with what another module keeps of it, read in the same look.
   *
   * @param and what is shown, with the records that it names besides
   */
  public <T> T open(Caller caller, UUID thing, Function<KnownThing, Acts.Seen<T>> and) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "thing.opened",
        "read-thing",
        () -> {
          ThingStore.Known known = store.thing(thing).orElseThrow(Things::none);
          KnownThing found =
              new KnownThing(
                  thing, known.kind(), known.label(), store.events(thing), store.decided(thing));
          Set<UUID> shown = new LinkedHashSet<>(List.of(thing));
          found.events().forEach(event -> shown.add(event.report()));
          found.decided().forEach(decided -> shown.add(decided.report()));
          Acts.Seen<T> more = and.apply(found);
          shown.addAll(more.subjects());
          return new Acts.Seen<>(more.value(), shown);
        });
  }

  /** What reports write that holds the part typed, the newest first; the look is one entry. */
  public List<ThingSaid> find(Caller caller, ThingKind kind, String part, int most) {
    caller.require(Right.PEOPLE);
    if (ThingKey.asked(kind, part).isEmpty()) {
      return List.of();
    }
    return acts.look(
        caller,
        "things.searched",
        "find-thing",
        () -> {
          List<ThingSaid> found = holding(kind, part).stream().limit(most).toList();
          Set<UUID> shown = new LinkedHashSet<>();
          for (ThingSaid said : found) {
            shown.add(said.report());
            if (said.thing() != null) {
              shown.add(said.thing());
            }
          }
          return new Acts.Seen<>(found, shown);
        });
  }

  /** Adds a thing to an act that is open, with what its first mention writes. */
  public UUID add(Act act, ThingKind kind, String label) {
    UUID thing = act.newId();
    act.concerns(thing);
    act.add(Tables.THING, thing, kind.code(), label);
    return thing;
  }

  /** Adds to an act that is open that a mention without decisions is of a thing. */
  public void addLink(Act act, UUID mention, UUID report, UUID thing, String reason) {
    act.concerns(report);
    act.concerns(thing);
    act.add(Tables.MENTION_THING, mention, report, thing, null, true, 1, reason, null);
  }

  private UUID add(Act act, ThingSaid said) {
    return add(
        act,
        said.kind(),
        said.detail() == null || said.kind() != ThingKind.VEHICLE
            ? said.written()
            : said.written() + ", " + said.detail());
  }

  private void link(Act act, ThingSaid said, UUID thing, String reason, @Nullable String because) {
    act.concerns(said.report());
    act.concerns(thing);
    act.add(
        Tables.MENTION_THING,
        said.mention(),
        said.report(),
        thing,
        null,
        true,
        store.decisions(said.mention()) + 1,
        reason,
        because);
  }

  private static String because(ThingSaid said, List<ThingSaid> others) {
    NewThing thing = new NewThing(said.kind(), said.written(), said.detail(), null);
    return others.isEmpty() ? "" : likeness(thing, others).words(said.kind());
  }

  /** Whichever writes it whole names the thing. */
  private static ThingSaid fuller(ThingSaid one, ThingSaid other) {
    return other.exact() == null && one.exact() != null ? one : other;
  }

  private static void requireFree(ThingSaid said) {
    if (said.thing() != null) {
      throw new Refused(
          Refused.Code.CONFLICT, "The report means something already: undo that link first.");
    }
  }

  private static void requireKind(ThingSaid said, ThingKind kind) {
    if (said.kind() != kind) {
      throw new Refused(Refused.Code.INVALID, "The two are not of one kind.");
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Code.INVALID, "Give a reason of at most " + LONGEST_REASON + " characters.");
    }
  }

  private static UUID id(String as) {
    try {
      return UUID.fromString(as.substring(as.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose from the list.");
    }
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such thing open to you.");
  }
}
