package org.heed.server.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates, finds and chooses people. A choice can be undone, and the undoing is a fact too. */
@Service
public class People {
  /** As many as are offered while someone types. */
  public static final int MOST_OFFERED = 5;

  private final Acts acts;
  private final PersonStore store;

  public People(Acts acts, PersonStore store) {
    this.acts = acts;
    this.store = store;
  }

  /** Creates a person. */
  public UUID create(Caller caller, NewPerson person, String reason) {
    caller.require(Right.PEOPLE);
    requireNameOrBirth(person.givenName(), person.familyName(), person.dateOfBirth());
    return acts.change(caller, "person.created", act -> add(act, person, reason));
  }

  /** Adds a person to an act that is open. */
  public UUID add(Act act, NewPerson person, String reason) {
    UUID id = act.newId();
    act.concerns(id);
    act.add(Tables.PERSON, id);
    addVersion(act, id, 1, person, reason);
    return id;
  }

  /** Records a later version of what is known of a person. */
  public void amend(Caller caller, UUID person, NewPerson known, String reason) {
    caller.require(Right.PEOPLE);
    acts.changing(
        caller,
        "person.amended",
        act -> {
          act.concerns(person);
          addVersion(act, person, store.latestVersion(person) + 1, known, reason);
        });
  }

  private static void addVersion(Act act, UUID id, int version, NewPerson person, String reason) {
    act.add(
        Tables.PERSON_VERSION,
        id,
        version,
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        person.birthPrecision(),
        person.sex(),
        person.ethnicity(),
        person.ethnicityBasis(),
        person.nationality(),
        person.disability(),
        reason);
    Set<String> tokens = NameTokens.tokens(person.givenName(), person.familyName());
    tokens.forEach(token -> act.add(Tables.PERSON_TOKEN, id, token));
  }

  /**
   * What lay before somebody who decided.
   *
   * @param explanation the comparisons with their weights, as JSON
   * @param model the id of the model that made them
   */
  public record Evidence(String explanation, String model) {
    /** The model only; the rest is personal. */
    @Override
    public String toString() {
      return "Evidence[" + model + "]";
    }
  }

  /** Says that a mention means this person. */
  public void choose(Caller caller, UUID mention, UUID person, String reason) {
    link(caller, mention, person, true, reason, null);
  }

  /** As the other, with what lay before the caller. */
  public void choose(
      Caller caller, UUID mention, UUID person, String reason, @Nullable Evidence evidence) {
    link(caller, mention, person, true, reason, evidence);
  }

  /**
   * Says that a mention means none of those who were offered: they are not offered for it again.
   */
  public void refuse(Caller caller, UUID mention, Collection<UUID> offered, String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    acts.changing(
        caller,
        "mention.offers-refused",
        act -> {
          PersonStore.Links links = store.links(mention);
          requireNobody(links);
          Set<UUID> refused = store.rejected(mention);
          int seq = links.seq();
          for (UUID person : new TreeSet<>(offered)) {
            store.latestVersion(person);
            if (!refused.contains(person)) {
              addLink(act, mention, links.report(), person, false, ++seq, reason);
            }
          }
        });
  }

  /** Says that a mention does not mean this person after all; the rejected pair is remembered. */
  public void undo(Caller caller, UUID mention, UUID person, String reason) {
    link(caller, mention, person, false, reason, null);
  }

  private void link(
      Caller caller,
      UUID mention,
      UUID person,
      boolean same,
      String reason,
      @Nullable Evidence evidence) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    acts.changing(
        caller,
        same ? "mention.linked" : "mention.unlinked",
        act -> {
          store.latestVersion(person);
          PersonStore.Links links = store.links(mention);
          if (same) {
            requireNobody(links);
          } else if (!person.equals(links.person())) {
            throw new Refused(Refused.Code.CONFLICT, "The mention does not mean that person now.");
          }
          addLink(act, mention, links.report(), person, same, links.seq() + 1, reason, evidence);
        });
  }

  /**
   * Creates the person whom a mention means, with what the mention says of sex, ethnicity and
   * nationality, and links the two: one act.
   */
  public UUID createFor(
      Caller caller,
      UUID mention,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      String reason) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    requireNameOrBirth(givenName, familyName, dateOfBirth);
    return acts.change(
        caller,
        "person.created",
        act -> {
          PersonStore.Links links = store.links(mention);
          requireNobody(links);
          PersonStore.Said said = store.said(mention);
          UUID person =
              add(
                  act,
                  new NewPerson(
                      givenName,
                      familyName,
                      dateOfBirth,
                      dateOfBirth == null ? "unknown" : "day",
                      said.sex(),
                      said.ethnicity(),
                      said.ethnicityBasis(),
                      said.nationality(),
                      null),
                  reason);
          addLink(act, mention, links.report(), person, true, links.seq() + 1, reason);
          return person;
        });
  }

  /**
   * Creates the one person whom several mentions mean, as the first of them says, and links them
   * all: one act.
   *
   * @param others mentions that were said not to mean this person: they are not offered for them
   * @param evidence what lay before the caller, by mention
   */
  public UUID createForAll(
      Caller caller,
      List<UUID> mentions,
      List<UUID> others,
      NewPerson person,
      String reason,
      Map<UUID, Evidence> evidence) {
    caller.require(Right.PEOPLE);
    requireReason(reason);
    requireNameOrBirth(person.givenName(), person.familyName(), person.dateOfBirth());
    return acts.change(
        caller,
        "person.created",
        act -> {
          PersonStore.Said said = store.said(mentions.getFirst());
          UUID id =
              add(
                  act,
                  new NewPerson(
                      person.givenName(),
                      person.familyName(),
                      person.dateOfBirth(),
                      person.birthPrecision(),
                      person.sex(),
                      said.ethnicity(),
                      said.ethnicityBasis(),
                      said.nationality(),
                      null),
                  reason);
          for (UUID mention : mentions) {
            PersonStore.Links links = store.links(mention);
            requireNobody(links);
            addLink(
                act,
                mention,
                links.report(),
                id,
                true,
                links.seq() + 1,
                reason,
                evidence.get(mention));
          }
          for (UUID mention : others) {
            PersonStore.Links links = store.links(mention);
            addLink(act, mention, links.report(), id, false, links.seq() + 1, reason);
          }
          return id;
        });
  }

  /** Those whom a mention was said not to mean after all: identifiers alone. */
  public Set<UUID> rejected(Caller caller, UUID mention) {
    caller.require(Right.PEOPLE);
    return acts.plain(caller, () -> store.rejected(mention));
  }

  private static void requireNobody(PersonStore.Links links) {
    if (links.person() != null) {
      throw new Refused(
          Refused.Code.CONFLICT, "The mention means somebody already: undo that link first.");
    }
  }

  private static void requireNameOrBirth(
      @Nullable String givenName, @Nullable String familyName, @Nullable LocalDate dateOfBirth) {
    if (NameTokens.words(givenName, familyName).isEmpty() && dateOfBirth == null) {
      throw new Refused(Refused.Code.INVALID, "Give a name or a date of birth.");
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }

  /** Adds a mention's {@code seq}-th link to an act that is open. */
  public void addLink(
      Act act, UUID mention, UUID report, UUID person, boolean same, int seq, String reason) {
    addLink(act, mention, report, person, same, seq, reason, null);
  }

  private static void addLink(
      Act act,
      UUID mention,
      UUID report,
      UUID person,
      boolean same,
      int seq,
      String reason,
      @Nullable Evidence evidence) {
    act.concerns(report);
    act.concerns(person);
    act.add(
        Tables.MENTION_PERSON,
        mention,
        report,
        person,
        same,
        seq,
        reason,
        evidence == null ? null : evidence.explanation(),
        evidence == null ? null : evidence.model());
  }

  /** People whose names begin with all the words typed. Only inside a look that names them. */
  public List<PersonFound> begin(Caller caller, String typed, int most) {
    caller.require(Right.PEOPLE);
    Set<String> words = NameTokens.words(typed);
    return words.isEmpty() ? List.of() : store.find(words, most);
  }

  /** People whose names begin with all the words typed; the look is one entry with those shown. */
  public List<PersonFound> find(Caller caller, String typed, int most) {
    caller.require(Right.PEOPLE);
    Set<String> words = NameTokens.words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    return acts.look(
        caller,
        "people.searched",
        "find-person",
        () -> {
          List<PersonFound> found = store.find(words, most);
          return new Acts.Seen<>(found, found.stream().map(PersonFound::person).toList());
        });
  }

  /**
   * Opens a person: the look is an entry that names them and every report shown.
   *
   * @param known as known then
   */
  public KnownPerson open(Caller caller, UUID person, Supplier<KnownAt> known) {
    return open(caller, person, known, (found, _) -> Acts.Seen.one(found, person));
  }

  /**
   * As the other, with what another module keeps of the person, read in the same look.
   *
   * @param and what is shown besides, with the records that it names
   */
  public <T> T open(
      Caller caller,
      UUID person,
      Supplier<KnownAt> known,
      BiFunction<KnownPerson, KnownAt, Acts.Seen<T>> and) {
    caller.require(Right.PEOPLE, Right.SUBJECT_ACCESS);
    return acts.look(
        caller,
        "person.opened",
        "read-person",
        () -> {
          KnownAt at = known.get();
          KnownPerson found =
              store
                  .find(person, at)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
          Acts.Seen<T> more = and.apply(found, at);
          Set<UUID> shown = new LinkedHashSet<>(shown(found));
          shown.addAll(more.subjects());
          return new Acts.Seen<>(more.value(), shown);
        });
  }

  /** The person and every record that is shown with them. */
  public static Set<UUID> shown(KnownPerson found) {
    Set<UUID> shown = new LinkedHashSet<>(List.of(found.id()));
    found.events().forEach(event -> shown.add(event.report()));
    found.also().forEach(other -> shown.add(other.person()));
    found.said().stream()
        .map(KnownPerson.Said::report)
        .filter(Objects::nonNull)
        .forEach(shown::add);
    return shown;
  }
}
