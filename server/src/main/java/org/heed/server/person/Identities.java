package org.heed.server.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.IdentityView;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.stereotype.Service;

/**
 * Who is who, by what people decided: a view over decisions that are only ever added. Two people of
 * the record that are said to be the same stay two, are shown as one, and are two again when a
 * later decision says so, which also bars that others bring them together.
 */
@Service
public class Identities {
  private final Acts acts;
  private final IdentityStore store;
  private final PersonStore people;

  public Identities(Acts acts, Databases databases, PersonStore people) {
    this.acts = acts;
    this.store = new IdentityStore(databases);
    this.people = people;
  }

  /**
   * Decides on two people.
   *
   * @param knowing that whoever decides knows which decisions on others no longer hold then
   * @throws Refused where they are not open to the caller, decisions in force keep apart two that
   *     would come together, or others would come apart and nobody said to know it
   */
  public void decide(
      Caller caller,
      UUID one,
      UUID other,
      Verdict verdict,
      String reason,
      boolean knowing,
      People.Evidence evidence) {
    caller.require(Right.PEOPLE);
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
    if (one.equals(other)) {
      throw new Refused(Refused.Code.INVALID, "A decision is about two people.");
    }
    UUID a = one.compareTo(other) < 0 ? one : other;
    UUID b = a.equals(one) ? other : one;
    acts.changing(
        caller,
        "identity.decided",
        act -> {
          store.alone();
          people.latestVersion(a);
          people.latestVersion(b);
          act.concerns(a);
          act.concerns(b);
          if (verdict == Verdict.SAME && !isFree(a, b)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "That they are one person goes against what is decided on who is who. What is open"
                    + " to you of that stands on their timelines.");
          }
          if (!knowing && !following(a, b, verdict).noLonger().isEmpty()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Decisions on others would no longer hold: look at them, and say that you know.");
          }
          act.add(
              Tables.IDENTITY_DECISION,
              a,
              b,
              store.decisions(a, b) + 1,
              verdict.name().toLowerCase(Locale.ROOT),
              reason,
              evidence.explanation(),
              evidence.model(),
              act.at());
        });
  }

  /**
   * Whether no decision keeps apart two who would come together if these were one, also none on
   * somebody closed to the asker. Only inside {@link Acts}.
   */
  public boolean isFree(UUID one, UUID other) {
    return one.compareTo(other) < 0
        ? !store.areKeptApart(one, other)
        : !store.areKeptApart(other, one);
  }

  /**
   * What a decision on two people would change besides.
   *
   * @param noLonger decisions that others are one which would not hold any more
   * @param again those that would hold again
   * @param holds false: the decision itself would only wait, because others speak against it
   */
  public record Following(List<Decision> noLonger, List<Decision> again, boolean holds) {
    public Following {
      noLonger = List.copyOf(noLonger);
      again = List.copyOf(again);
    }
  }

  /** Decides that no two of these mentions are of one person: one act. */
  public void keepApart(
      Caller caller, Collection<UUID> mentions, String reason, People.Evidence evidence) {
    caller.require(Right.PEOPLE);
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
    List<UUID> all = mentions.stream().distinct().sorted().toList();
    acts.changing(
        caller,
        "mentions.kept-apart",
        act -> {
          for (UUID mention : all) {
            act.concerns(people.links(mention).report());
          }
          for (int i = 0; i < all.size(); i++) {
            for (UUID other : all.subList(i + 1, all.size())) {
              act.add(
                  Tables.IDENTITY_DECISION,
                  all.get(i),
                  other,
                  store.decisions(all.get(i), other) + 1,
                  "different",
                  reason,
                  evidence.explanation(),
                  evidence.model(),
                  act.at());
            }
          }
        });
  }

  /** What would follow, of what is open to the asker. Only inside {@link Acts}. */
  public Following following(UUID one, UUID other, Verdict verdict) {
    UUID a = one.compareTo(other) < 0 ? one : other;
    UUID b = a.equals(one) ? other : one;
    Set<UUID> around = new LinkedHashSet<>(List.of(a, b));
    List<IdentityStore.Kept> kept = new ArrayList<>(store.reaching(around, KnownAt.NOW));
    List<Decision> now = IdentityStore.view(around, kept).waiting();
    kept.add(IdentityStore.Kept.supposed(a, b, verdict));
    List<Decision> then = IdentityStore.view(around, kept).waiting();
    boolean holds = then.stream().noneMatch(decision -> isOn(decision, a, b));
    return new Following(without(then, now, a, b), without(now, then, a, b), holds);
  }

  /** Each decision names first of its two the one that sorts first. */
  private static boolean isOn(Decision decision, UUID a, UUID b) {
    return decision.a().equals(a.toString()) && decision.b().equals(b.toString());
  }

  private static List<Decision> without(List<Decision> all, List<Decision> some, UUID a, UUID b) {
    return all.stream().filter(one -> !isOn(one, a, b) && !some.contains(one)).toList();
  }

  /**
   * Decisions that two people are one which do not hold because others in force speak against: each
   * waits for a person to look at it. One look, with everybody shown.
   */
  public List<Waiting> waiting(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "waiting.decisions.listed",
        "link-people",
        () -> {
          List<Waiting> waiting = named(store.waiting());
          Set<UUID> shown = new LinkedHashSet<>();
          waiting.forEach(one -> shown.addAll(List.of(one.a(), one.b())));
          return new Acts.Seen<>(waiting, shown);
        });
  }

  /** How many of these are open to the caller. */
  public long countWaiting(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(caller, () -> (long) store.waiting().size());
  }

  /** A decision with the names of the two. */
  public record Waiting(UUID a, UUID b, String nameA, String nameB, Instant decidedAt) {
    @Override
    public String toString() {
      return "Waiting[" + a + ", " + b + "]";
    }
  }

  /** Decisions with the names of those that they are about. Only inside {@link Acts}. */
  public List<Waiting> named(List<Decision> decisions) {
    Set<UUID> about = new LinkedHashSet<>();
    decisions.forEach(
        one -> about.addAll(List.of(UUID.fromString(one.a()), UUID.fromString(one.b()))));
    Map<UUID, String> names = people.names(about);
    List<Waiting> named = new ArrayList<>();
    for (Decision one : decisions) {
      UUID a = UUID.fromString(one.a());
      UUID b = UUID.fromString(one.b());
      named.add(new Waiting(a, b, names.getOrDefault(a, ""), names.getOrDefault(b, ""), one.at()));
    }
    return named;
  }

  /** Who is who around a person. Only inside {@link Acts}. */
  public IdentityView around(UUID person, KnownAt known) {
    return store.around(person, known);
  }

  /** Who is who around several people. Only inside {@link Acts}. */
  public IdentityView around(Collection<UUID> people, KnownAt known) {
    return store.around(people, known);
  }

  /** All people of the record who are the one that this is. */
  public static List<UUID> members(IdentityView view, UUID person) {
    return view.records(person.toString()).stream().map(UUID::fromString).toList();
  }

  /** Decisions on the two, in order. Only inside {@link Acts}. */
  public List<Decision> between(UUID a, UUID b) {
    return store.touching(List.of(a), KnownAt.NOW).stream()
        .filter(one -> one.a().equals(b) || one.b().equals(b))
        .map(IdentityStore.Kept::decision)
        .toList();
  }
}
