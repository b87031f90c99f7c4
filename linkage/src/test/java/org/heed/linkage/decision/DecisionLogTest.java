package org.heed.linkage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecisionLogTest {
  private static final List<String> RECORDS = IntStream.range(0, 9).mapToObj(i -> "r" + i).toList();

  @RegisterExtension final Seeded seeded = new Seeded();

  @Test
  void unmerging_restoresAndBarsRejoiningByWayOfOthers() {
    DecisionLog log = new DecisionLog();
    log.append(decision(Verdict.SAME, "r0", "r1"));
    log.append(decision(Verdict.SAME, "r2", "r3"));
    Map<String, String> before = view(log).all();
    log.append(decision(Verdict.SAME, "r1", "r2"));
    assertThat(view(log).records("r0")).containsExactly("r0", "r1", "r2", "r3");
    log.append(decision(Verdict.DIFFERENT, "r1", "r2"));
    assertThat(view(log).all()).isEqualTo(before);

    log.append(decision(Verdict.SAME, "r0", "r3"));
    assertThat(view(log).all()).isEqualTo(before);
    assertThat(view(log).waiting()).hasSize(1);
    log.append(decision(Verdict.SAME, "r1", "r2"));
    assertThat(view(log).records("r0")).hasSize(4);
  }

  @Test
  void theLargerPart_keepsItsId_andTheOtherLeadsToIt() {
    DecisionLog log = new DecisionLog();
    log.append(decision(Verdict.SAME, "r4", "r5"));
    log.append(decision(Verdict.SAME, "r5", "r6"));
    log.append(decision(Verdict.SAME, "r0", "r6"));
    assertThat(view(log).person("r0")).isEqualTo("r4");
    assertThat(view(log).person("r4")).isEqualTo("r4");
  }

  @Test
  void anUndoingUndone_givesTheSameIdAgain() {
    DecisionLog log = new DecisionLog();
    log.append(decision(Verdict.SAME, "r1", "r2"));
    log.append(decision(Verdict.SAME, "r0", "r1"));
    Map<String, String> before = view(log).all();
    assertThat(before).containsEntry("r0", "r1");
    log.append(decision(Verdict.DIFFERENT, "r1", "r2"));
    log.append(decision(Verdict.SAME, "r1", "r2"));
    assertThat(view(log).all()).isEqualTo(before);
  }

  @Test
  void whateverIsDecidedAndThenUndone_leavesEverythingAsItWas() {
    RandomGenerator random = seeded.random();
    for (int sequence = 0; sequence < 5_000; sequence++) {
      DecisionLog log = new DecisionLog();
      for (int step = 0; step < 10; step++) {
        log.append(any(random));
        Map<String, String> before = view(log).all();
        List<Set<String>> waiting = waiting(log);
        List<Decision> undoing = new ArrayList<>();
        for (int more = random.nextInt(1, 5); more > 0; more--) {
          Decision next = any(random);
          undoing.addFirst(decision(verdict(log, next), next.a(), next.b()));
          log.append(next);
        }
        undoing.forEach(log::append);
        assertThat(view(log).all()).isEqualTo(before);
        assertThat(waiting(log)).isEqualTo(waiting);
      }
    }
  }

  private static List<Set<String>> waiting(DecisionLog log) {
    return view(log).waiting().stream().map(one -> Set.of(one.a(), one.b())).toList();
  }

  /** What holds of the two that a decision is about. */
  private static Verdict verdict(DecisionLog log, Decision of) {
    return log.list().reversed().stream()
        .filter(one -> isOnSame(one, of))
        .map(Decision::verdict)
        .findFirst()
        .orElse(Verdict.UNKNOWN);
  }

  private static Decision any(RandomGenerator random) {
    int a = random.nextInt(RECORDS.size());
    int b = (a + 1 + random.nextInt(RECORDS.size() - 1)) % RECORDS.size();
    int of = random.nextInt(10);
    Verdict verdict = of < 6 ? Verdict.SAME : of < 9 ? Verdict.DIFFERENT : Verdict.UNKNOWN;
    return decision(verdict, RECORDS.get(a), RECORDS.get(b));
  }

  @Test
  void aDecision_hasAnActorAndAReason() {
    assertThatThrownBy(() ->
            new Decision(
                Verdict.SAME, "a", "b", "officer", Instant.EPOCH, " ", "{}", "heed-linkage/1"))
        .hasMessageContaining("a reason");
    assertThat(decision(Verdict.SAME, "a", "b").toString()).doesNotContain("school");
  }

  @Test
  void thousandsOfSequences_keepWhatIsPromised() {
    RandomGenerator random = seeded.random();
    for (int sequence = 0; sequence < 5_000; sequence++) {
      DecisionLog log = new DecisionLog();
      List<Map<String, String>> views = new ArrayList<>();
      views.add(view(log).all());
      for (int step = 0; step < 14; step++) {
        log.append(any(random));
        views.add(view(log).all());
      }
      for (int position = 0; position < views.size(); position++) {
        assertThat(log.asOf(position, RECORDS).all()).isEqualTo(views.get(position));
      }
      assertPromised(log);
      assertUndone(log, random);
    }
  }

  /**
   * As reckoned the slow way, no two that are different together, every id leading to one person.
   */
  private static void assertPromised(DecisionLog log) {
    Map<String, String> all = view(log).all();
    Map<String, Set<String>> slow = slow(log.list());
    for (String record : RECORDS) {
      assertThat(new HashSet<>(view(log).records(record))).isEqualTo(slow.get(record));
      assertThat(all.get(all.get(record))).isEqualTo(all.get(record));
    }
  }

  /** Undoing what was just decided gives the view of before. */
  private static void assertUndone(DecisionLog log, RandomGenerator random) {
    Map<String, String> before = view(log).all();
    String a = RECORDS.get(random.nextInt(RECORDS.size()));
    String b = RECORDS.get(random.nextInt(RECORDS.size()));
    boolean decided =
        log.list().stream()
            .anyMatch(one -> Set.of(one.a(), one.b()).equals(new HashSet<>(List.of(a, b))));
    if (!a.equals(b) && !decided && !Objects.equals(before.get(a), before.get(b))) {
      log.append(decision(Verdict.SAME, a, b));
      log.append(decision(Verdict.DIFFERENT, b, a));
      assertThat(view(log).all()).isEqualTo(before);
    }
  }

  private static Map<String, Set<String>> slow(List<Decision> decisions) {
    List<Decision> inForce = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      Set<String> two = Set.of(decisions.get(i).a(), decisions.get(i).b());
      boolean later =
          decisions.subList(i + 1, decisions.size()).stream()
              .anyMatch(one -> Set.of(one.a(), one.b()).equals(two));
      if (!later) {
        inForce.add(decisions.get(i));
      }
    }
    inForce.sort(Comparator.comparingInt(one -> firstSame(decisions, one)));
    Map<String, Set<String>> people = new HashMap<>();
    RECORDS.forEach(record -> people.put(record, Set.of(record)));
    for (Decision decision : inForce) {
      Set<String> both = new HashSet<>(people.getOrDefault(decision.a(), Set.of()));
      both.addAll(people.getOrDefault(decision.b(), Set.of()));
      boolean barred =
          inForce.stream()
              .anyMatch(one ->
                  one.verdict() == Verdict.DIFFERENT
                      && both.contains(one.a())
                      && both.contains(one.b()));
      if (decision.verdict() == Verdict.SAME
          && (!barred || Objects.equals(people.get(decision.a()), people.get(decision.b())))) {
        both.forEach(record -> people.put(record, both));
      }
    }
    return people;
  }

  private static int firstSame(List<Decision> decisions, Decision of) {
    return IntStream.range(0, decisions.size())
        .filter(i -> decisions.get(i).verdict() == Verdict.SAME && isOnSame(decisions.get(i), of))
        .findFirst()
        .orElse(decisions.size());
  }

  private static boolean isOnSame(Decision one, Decision other) {
    return Set.of(one.a(), one.b()).equals(Set.of(other.a(), other.b()));
  }

  private static IdentityView view(DecisionLog log) {
    return log.asOf(log.size(), RECORDS);
  }

  private static Decision decision(Verdict verdict, String a, String b) {
    return new Decision(
        verdict, a, b, "officer", Instant.EPOCH, "same school and phone", "{}", "heed-linkage/1");
  }
}
