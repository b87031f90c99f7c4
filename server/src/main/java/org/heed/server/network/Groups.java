package org.heed.server.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.IdentityView;
import org.heed.rulebook.Rulebook;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.stereotype.Service;

/**
 * The suspects of a network held against every definition of a group, and what named people decided
 * about it. A decision is a fact with what was counted and the reports it rests on; undoing is one
 * more decision.
 */
@Service
public class Groups {
  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final Networks networks;
  private final Identities identities;
  private final RulebookInForce rulebook;
  private final GroupStore store;

  public Groups(
      Acts acts,
      Databases databases,
      Networks networks,
      Identities identities,
      RulebookInForce rulebook) {
    this.acts = acts;
    this.networks = networks;
    this.identities = identities;
    this.rulebook = rulebook;
    this.store = new GroupStore(databases);
  }

  /** A definition with how the network stands by it and what was decided, the newest first. */
  public record Held(HeldGroup group, List<GroupDecision> decisions) {
    public Held {
      decisions = List.copyOf(decisions);
    }

    /** Whether a decision holds. */
    public boolean isDecided() {
      return !decisions.isEmpty() && decisions.getFirst().verdict() != GroupVerdict.UNDONE;
    }
  }

  /** A network with every definition held against it. */
  public record Around(Network network, List<Held> groups) {
    public Around {
      groups = List.copyOf(groups);
    }

    /** The definition of this id. */
    public Held get(String definition) {
      return groups.stream()
          .filter(held -> held.group().definition().id().equals(definition))
          .findFirst()
          .orElseThrow(() ->
              new Refused(
                  Refused.Code.NOT_FOUND,
                  "Nobody here is suspected, or the rulebook has no such definition."));
    }
  }

  /** What lies around somebody or something, with groups: one look, with everything shown. */
  public Around around(Caller caller, UUID centre, Networks.Question question) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "network.opened",
        "read-network",
        () -> {
          Around around = held(centre, question);
          Set<UUID> shown = Networks.shown(around.network());
          around
              .groups()
              .forEach(held -> held.decisions().forEach(decision -> shown.add(decision.id())));
          return new Acts.Seen<>(around, shown);
        });
  }

  private Around held(UUID centre, Networks.Question question) {
    Network network = networks.walk(centre, question);
    List<Held> groups =
        GroupDefinitions.of(network, rulebook.rulebook().groups()).stream()
            .map(group -> new Held(group, decisions(group)))
            .toList();
    return new Around(network, groups);
  }

  private List<GroupDecision> decisions(HeldGroup group) {
    Set<UUID> people = new LinkedHashSet<>(people(group));
    if (people.isEmpty()) {
      return List.of();
    }
    IdentityView view = identities.around(people, KnownAt.NOW);
    List.copyOf(people).forEach(person -> people.addAll(Identities.members(view, person)));
    return store.of(people).stream()
        .filter(decision -> decision.definition().equals(group.definition().id()))
        .toList();
  }

  /** The suspects who are people of the record. */
  private static List<UUID> people(HeldGroup group) {
    return group.suspects().stream()
        .filter(one -> one.id().startsWith("person:"))
        .map(one -> UUID.fromString(one.id().substring("person:".length())))
        .toList();
  }

  /**
   * Decides whether the suspects that a definition joins are a group, or undoes what was decided.
   *
   * @throws Refused where nobody of them is a person of the record, or there is nothing to undo
   */
  public void decide(
      Caller caller,
      UUID centre,
      Networks.Question question,
      String definition,
      GroupVerdict verdict,
      String reason) {
    caller.require(Right.PEOPLE);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Code.INVALID, "Give a reason of at most " + LONGEST_REASON + " characters.");
    }
    acts.changing(
        caller,
        "group.decided",
        act -> {
          Held held = held(centre, question).get(definition);
          HeldGroup group = held.group();
          List<UUID> people = people(group);
          if (people.isEmpty()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Say first who those suspected are: nobody of them is a person of the record.");
          }
          if (verdict == GroupVerdict.UNDONE && !held.isDecided()) {
            throw new Refused(Refused.Code.CONFLICT, "There is no decision to undo.");
          }
          Rulebook by = rulebook.rulebook();
          UUID id = act.newId();
          act.concerns(id);
          people.forEach(act::concerns);
          group.reports().forEach(act::concerns);
          act.add(
              Tables.GROUP_DECISION,
              id,
              centre,
              definition,
              group.definition().version(),
              by.id().toString(),
              verdict.code(),
              reason,
              group.suspects().size(),
              group.children(),
              group.reports().size(),
              group.holds(),
              act.at());
          people.forEach(person -> act.add(Tables.GROUP_SUSPECT, id, person));
          group.reports().forEach(report -> act.add(Tables.GROUP_REPORT, id, report));
        });
  }
}
