package org.heed.server.referral;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Missing;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;

/** Writes referrals, and shows those that wait. */
@org.springframework.stereotype.Service
public class Referrals {
  static final int LONGEST = 10_000;

  private static final String READ = "read-referral";

  private final Acts acts;
  private final ReferralStore store;
  private final PersonStore people;
  private final Missing missing;

  public Referrals(Acts acts, ReferralStore store, PersonStore people, Missing missing) {
    this.acts = acts;
    this.store = store;
    this.people = people;
    this.missing = missing;
  }

  /**
   * A referral with what its forms take from the record.
   *
   * @param episodes missing episodes, the newest first
   * @param chronology what is on record of the child, the first thing first
   * @param leftOut how many intelligence reports it leaves out
   */
  public record Opened(
      Referral referral,
      KnownPerson person,
      List<Episode> episodes,
      List<ChronologyLine> chronology,
      int leftOut) {
    public Opened {
      episodes = List.copyOf(episodes);
      chronology = List.copyOf(chronology);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + referral.id() + "]";
    }
  }

  /** Those that wait for something, the oldest first. */
  public List<Referral> open(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "referrals.listed",
        READ,
        () -> {
          List<Referral> open = store.open();
          Set<UUID> shown = new LinkedHashSet<>();
          open.forEach(one -> {
            shown.add(one.id());
            shown.add(one.person());
          });
          return new Acts.Seen<>(open, shown);
        });
  }

  /** Opens one. */
  public Opened open(Caller caller, UUID id) {
    return open(caller, id, "referral.opened");
  }

  /** Opens one to print it, which is kept as another thing than looking. */
  public Opened print(Caller caller, UUID id) {
    return open(caller, id, "referral.printed");
  }

  private Opened open(Caller caller, UUID id, String kind) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        kind,
        READ,
        () -> {
          Referral referral = store.find(id).orElseThrow(Referrals::none);
          KnownPerson person =
              people.find(referral.person(), KnownAt.NOW).orElseThrow(Referrals::none);
          List<Episode> episodes = missing.of(person, KnownAt.NOW);
          List<Referral> others = store.of(List.of(person.id()), KnownAt.NOW);
          Set<UUID> shown = new LinkedHashSet<>(People.shown(person));
          shown.add(id);
          episodes.forEach(one -> shown.add(one.id()));
          others.forEach(one -> shown.add(one.id()));
          Chronology all = Chronology.of(person, episodes, others);
          return new Acts.Seen<>(
              new Opened(referral, person, episodes, all.lines(), all.leftOut()), shown);
        });
  }

  /** Writes a referral; it is not sent by that. */
  public UUID write(Caller caller, UUID person, NewReferral referral) {
    caller.require(Right.PEOPLE);
    Stream.of(
            referral.recipient(),
            referral.concern(),
            referral.basisReason(),
            referral.safeContact(),
            referral.danger())
        .forEach(text -> {
          if (text.isBlank() || text.length() > LONGEST) {
            throw invalid("Fill in every part of a referral, in 10,000 characters or fewer each.");
          }
        });
    return acts.change(
        caller,
        "referral.written",
        act -> {
          KnownPerson child = people.find(person, KnownAt.NOW).orElseThrow(Referrals::none);
          UUID id = act.newId();
          act.concerns(id);
          act.concerns(person);
          act.add(
              Tables.REFERRAL,
              id,
              person,
              child.name(),
              child.dateOfBirth(),
              referral.area(),
              referral.service().code(),
              referral.recipient(),
              referral.agency(),
              referral.concern(),
              referral.basis().code(),
              referral.basisReason(),
              referral.agreed().code(),
              referral.safeContact(),
              referral.danger(),
              caller.account(),
              act.at());
          return id;
        });
  }

  /** Those of a person and of all who are them, the newest first. Only inside {@link Acts}. */
  public List<Referral> of(KnownPerson person, KnownAt known) {
    return store.of(
        Stream.concat(Stream.of(person.id()), person.also().stream().map(KnownPerson.Also::person))
            .toList(),
        known);
  }

  /** The one of a person that was written last. */
  public Optional<Referral> newest(Caller caller, UUID person) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "referral.opened",
        READ,
        () -> {
          Optional<Referral> newest = store.of(List.of(person), KnownAt.NOW).stream().findFirst();
          return new Acts.Seen<>(
              newest, Stream.concat(Stream.of(person), newest.stream().map(Referral::id)).toList());
        });
  }

  /** How many wait for something: a number. */
  public long waiting(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(caller, store::countOpen);
  }

  /** Agencies whose people sign in to see what is sent to them. */
  public List<String> partners(Caller caller) {
    return acts.plain(caller, store::partners);
  }

  static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such person or referral open to you.");
  }
}
