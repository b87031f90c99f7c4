package org.heed.server.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
   * @throws Refused where they are not open to the caller, or decisions in force keep apart two
   *     that would come together
   */
  public void decide(
      Caller caller,
      UUID one,
      UUID other,
      Verdict verdict,
      String reason,
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
          people.latestVersion(a);
          people.latestVersion(b);
          act.concerns(a);
          act.concerns(b);
          if (verdict == Verdict.SAME) {
            requireFree(a, b);
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

  /** Refuses what would only wait. */
  private void requireFree(UUID a, UUID b) {
    if (!isFree(a, b)) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "Somebody decided that two of the people who would come together are different: look"
              + " at that decision first.");
    }
  }

  /**
   * Whether no other decision keeps apart two who would come together if these were one. Only
   * inside {@link Acts}.
   */
  public boolean isFree(UUID one, UUID other) {
    UUID a = one.compareTo(other) < 0 ? one : other;
    UUID b = a.equals(one) ? other : one;
    IdentityView now = around(a, KnownAt.NOW);
    IdentityView beside = around(b, KnownAt.NOW);
    List<UUID> members = new ArrayList<>(members(now, a));
    members.addAll(members(beside, b));
    for (Decision decision : inForce(members)) {
      boolean ofTheTwo = decision.a().equals(a.toString()) && decision.b().equals(b.toString());
      boolean across =
          members.contains(UUID.fromString(decision.a()))
              && members.contains(UUID.fromString(decision.b()));
      if (decision.verdict() == Verdict.DIFFERENT && across && !ofTheTwo) {
        return false;
      }
    }
    return true;
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

  private List<Decision> inForce(Collection<UUID> members) {
    List<IdentityStore.Kept> all = store.touching(members, KnownAt.NOW);
    return all.stream()
        .filter(one ->
            all.stream()
                .noneMatch(later ->
                    later.a().equals(one.a())
                        && later.b().equals(one.b())
                        && later.seq() > one.seq()))
        .map(IdentityStore.Kept::decision)
        .toList();
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
