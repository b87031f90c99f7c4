package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.report.Restrictions;
import org.heed.server.store.KnownAt;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions on who is who that touch one another, and some that not everybody may see. */
class IdentitiesTest {
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.SAME, Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNKNOWN);

  @RegisterExtension final Seeded seeded = new Seeded();
  private final LinkingScene scene = new LinkingScene();
  private final Caller outsider = scene.server.someone(Right.READ, Right.PEOPLE);
  private final Identities identities =
      new Identities(
          scene.server.acts(), scene.server.databases(), new PersonStore(scene.server.databases()));

  @AfterEach
  void stop() {
    scene.close();
  }

  private UUID person(String given) {
    return scene.person(given, "Thornbury", null);
  }

  /** A person whom one report alone speaks of. */
  private UUID reported() {
    UUID mention = scene.mention("Cara", "Teale", null);
    UUID person =
        scene
            .services
            .people()
            .createFor(scene.officer, mention, "Cara", "Teale", null, "Nobody known");
    restrictable = scene.report(mention);
    return person;
  }

  private UUID restrictable = new UUID(0, 0);

  private void restrict() {
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.officer, restrictable, List.of(), "A relative works here.");
  }

  private void decide(Caller by, UUID a, UUID b, Verdict verdict, boolean knowing) {
    scene.server.clock().pass(Duration.ofMinutes(1));
    identities.decide(
        by, a, b, verdict, "The school knows her.", knowing, new People.Evidence("{}", "none"));
  }

  private Map<String, String> view(List<UUID> people) {
    return scene
        .server
        .acts()
        .plain(scene.officer, () -> new HashMap<>(identities.around(people, KnownAt.NOW).all()));
  }

  private Identities.Following following(UUID a, UUID b, Verdict verdict) {
    return scene.server.acts().plain(scene.officer, () -> identities.following(a, b, verdict));
  }

  private static void assertConflict(Runnable act, String says) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT))
        .hasMessageContaining(says);
  }

  @Test
  void sayingThatTwoAreDifferent_tellsWhatComesApart_andLeavesItAsWork() {
    UUID a = person("Ada");
    UUID b = person("Addie");
    UUID c = person("Adalind");
    decide(scene.officer, a, b, Verdict.SAME, false);
    decide(scene.officer, b, c, Verdict.SAME, false);
    assertThat(identities.waiting(scene.officer)).isEmpty();
    assertConflict(
        () -> decide(scene.officer, a, c, Verdict.DIFFERENT, false), "say that you know");
    assertThat(new HashSet<>(view(List.of(a, b, c)).values())).hasSize(1);
    assertThat(following(a, c, Verdict.DIFFERENT).noLonger())
        .singleElement()
        .satisfies(one ->
            assertThat(Set.of(one.a(), one.b())).isEqualTo(Set.of(b.toString(), c.toString())));

    decide(scene.officer, a, c, Verdict.DIFFERENT, true);
    assertThat(identities.countWaiting(scene.officer)).isEqualTo(1);
    assertThat(identities.waiting(scene.officer))
        .singleElement()
        .satisfies(one -> {
          assertThat(Set.of(one.a(), one.b())).isEqualTo(Set.of(b, c));
          assertThat(Set.of(one.nameA(), one.nameB()))
              .isEqualTo(Set.of("Addie Thornbury", "Adalind Thornbury"));
        });
    assertThat(following(a, c, Verdict.UNKNOWN).again()).hasSize(1);

    decide(scene.officer, b, c, Verdict.DIFFERENT, false);
    assertThat(identities.waiting(scene.officer)).as("decided anew").isEmpty();
  }

  @Test
  void whatKeepsApartSomebodyClosedToTheDecider_holdsAgainstThem_andIsNotTold() {
    UUID hidden = reported();
    UUID a = person("Ada");
    UUID b = person("Addie");
    decide(scene.officer, a, hidden, Verdict.SAME, false);
    decide(scene.officer, b, hidden, Verdict.DIFFERENT, false);
    restrict();
    assertConflict(() -> decide(outsider, a, b, Verdict.SAME, false), "goes against what is");
    assertConflict(() -> decide(scene.officer, a, b, Verdict.SAME, false), "goes against what is");
    assertThat(new HashSet<>(view(List.of(a, b)).values())).hasSize(2);
    assertThatThrownBy(() -> decide(outsider, b, hidden, Verdict.SAME, false))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.NOT_FOUND));
  }

  @Test
  void whatComesApartBySomebodyClosed_isWorkOfThoseAloneWhoMaySeeIt() {
    UUID hidden = reported();
    UUID a = person("Ada");
    UUID b = person("Addie");
    decide(scene.officer, a, hidden, Verdict.SAME, false);
    decide(scene.officer, hidden, b, Verdict.SAME, false);
    restrict();
    decide(outsider, a, b, Verdict.DIFFERENT, false);
    assertThat(identities.waiting(outsider)).isEmpty();
    assertThat(identities.waiting(scene.officer)).hasSize(1);
  }

  /** As kept in the database, with what it refuses: what holds alone says who is who. */
  @Test
  void anySequence_undoneStepByStep_leavesEveryIdAsItWas() {
    RandomGenerator random = seeded.random();
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      people.add(person("Ada"));
    }
    Map<Set<UUID>, Verdict> holds = new HashMap<>();
    int undone = 0;
    for (int step = 0; step < 400; step++) {
      UUID a = people.get(random.nextInt(people.size()));
      UUID b = people.get(random.nextInt(people.size()));
      if (a.equals(b)) {
        continue;
      }
      Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      Verdict before = holds.getOrDefault(Set.of(a, b), Verdict.UNKNOWN);
      Map<String, String> was = view(people);
      long waited = identities.countWaiting(scene.officer);
      Identities.Following following = following(a, b, verdict);
      boolean free =
          verdict != Verdict.SAME || (following.holds() && following.noLonger().isEmpty());
      assertThat(isTaken(a, b, verdict)).as("taken where nothing speaks against").isEqualTo(free);
      if (!free) {
        assertThat(view(people)).isEqualTo(was);
        continue;
      }
      if (verdict == Verdict.SAME) {
        Map<String, String> now = view(people);
        assertThat(now.get(a.toString())).isEqualTo(now.get(b.toString()));
      }
      // What waits cannot be said again by way of undoing: it holds as it was only if it held.
      if (random.nextBoolean() && isTaken(a, b, before)) {
        undone++;
        assertThat(view(people)).isEqualTo(was);
        assertThat(identities.countWaiting(scene.officer)).isEqualTo(waited);
      } else {
        holds.put(Set.of(a, b), verdict);
      }
    }
    assertThat(undone).isGreaterThan(80);
  }

  private boolean isTaken(UUID a, UUID b, Verdict verdict) {
    try {
      decide(scene.officer, a, b, verdict, true);
      return true;
    } catch (Refused conflict) {
      assertThat(conflict.code()).isEqualTo(Refused.Code.CONFLICT);
      return false;
    }
  }
}
