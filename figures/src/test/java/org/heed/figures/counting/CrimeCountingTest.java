package org.heed.figures.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.heed.figures.RefusedInput;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingRule;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Test;

class CrimeCountingTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int RECORDS = 20_000;
  private static final List<String> CODES =
      List.of(
          "19D", "19E", "19J", "22B", "20A", "88A", "88E", "106", "8Q", "8L", "8N", "92A", "86",
          "N100", "73");

  private static Counting rules() throws Exception {
    return RulebookLoader.load(Path.of("..", "rulebooks", "england-wales")).counting();
  }

  @Test
  void randomRecords_makeTheCrimesThatTheRulesMakePairByPair() throws Exception {
    Counting shipped = rules();
    Random random = new Random(20_260_401);
    for (int i = 0; i < RECORDS; i++) {
      Counting rules = i % 2 == 0 ? shipped : some(shipped, random);
      List<ReportedOffence> offences = offences(random);
      List<CountedCrime> crimes = CrimeCounting.of(rules).count(offences);
      assertThat(crimes.stream().map(SlowCounting.Crime::of))
          .as("record %d: %s", i, offences)
          .containsExactlyInAnyOrderElementsOf(new SlowCounting(rules, offences).crimes());
    }
  }

  @Test
  void orderOfTheOffences_playsNoPart_andNoneIsLost() throws Exception {
    CrimeCounting counting = CrimeCounting.of(rules());
    Random random = new Random(7);
    for (int i = 0; i < RECORDS / 10; i++) {
      List<ReportedOffence> offences = offences(random);
      List<CountedCrime> crimes = counting.count(offences);
      List<ReportedOffence> mixed = new ArrayList<>(offences);
      Collections.shuffle(mixed, random);
      assertThat(counting.count(mixed)).isEqualTo(crimes);
      Set<String> counted = new HashSet<>();
      crimes.forEach(crime -> counted.addAll(crime.offences()));
      assertThat(counted).hasSize(offences.size());
      assertThat(crimes).allSatisfy(crime -> assertThat(crime.because()).isNotEmpty());
    }
  }

  /** What is told later never takes a crime away, nor moves the day whose report made it. */
  @Test
  void laterReports_addCrimesOrReclassify_andTakeNoneBack() throws Exception {
    CrimeCounting counting = CrimeCounting.of(rules());
    Random random = new Random(11);
    for (int i = 0; i < RECORDS / 10; i++) {
      List<ReportedOffence> one = oneOffender(random);
      List<LocalDate> days =
          one.stream().map(ReportedOffence::reported).distinct().sorted().toList();
      long before = 0;
      for (LocalDate day : days) {
        long now =
            counting.count(one.stream().filter(o -> !o.reported().isAfter(day)).toList()).size();
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
    }
  }

  @Test
  void rulebookWithoutRules_countsEveryOffence() {
    Counting none = new Counting(List.of(), List.of(), Set.of(), classes(), List.of());
    assertThat(CrimeCounting.of(none).count(offences(new Random(3))))
        .allSatisfy(crime -> assertThat(crime.offences()).hasSize(1));
  }

  private static List<org.heed.rulebook.OffenceClass> classes() {
    try {
      return rules().classes();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void unknownClass_orOffenceAfterItsReport_isRefused() throws Exception {
    CrimeCounting counting = CrimeCounting.of(rules());
    assertThatThrownBy(
            () -> counting.count(List.of(offence("a", "99Z", Optional.empty(), Set.of(), 3, 0))))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("no offence class 99Z");
    assertThatThrownBy(() -> offence("a", "88A", Optional.empty(), Set.of(), 3, -1))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("after the day of the report");
  }

  @Test
  void reasons_sayWhichRuleDecided_andNameNobody() throws Exception {
    List<CountedCrime> crimes =
        CrimeCounting.of(rules())
            .count(
                List.of(
                    offence("a", "88A", Optional.of("ANNA"), Set.of("BEN"), 3, 1),
                    offence("b", "22B", Optional.of("ANNA"), Set.of("BEN"), 3, 1)));
    assertThat(crimes).hasSize(1);
    assertThat(crimes.getFirst().because())
        .extracting(Because::rule)
        .containsExactly(
            "per-victim", "finished-incident", "grooming-then-offence", "principal-crime");
    assertThat(crimes.getFirst().because().toString()).doesNotContain("ANNA", "BEN");
    assertThat(crimes.getFirst().because().getLast().says())
        .isEqualTo("Of 22B, 88A the most serious is recorded: 22B.");
  }

  /** An example that says otherwise, and a rule that its example does not show, are named. */
  @Test
  void examplesThatDoNotComeOut_areNamed() throws Exception {
    var files =
        new java.util.TreeMap<>(RulebookLoader.files(Path.of("..", "rulebooks", "england-wales")));
    change(
        files, "counting/removal.yaml", "ground: C5, allowed: false", "ground: C5, allowed: true");
    change(files, "counting/record-within-24-hours.yaml", "in_time: false", "in_time: true");
    change(files, "counting/grooming-then-offence.yaml", "{code: 22B, of: 2}", "{code: 88A}");
    change(files, "counting/conduct-goes-on.yaml", "months: 3", "months: 9");
    assertThat(CountingExamples.run(parse(files)).failures().stream().map(Object::toString))
        .anyMatch(line -> line.contains("removal.yaml") && line.contains("is refused"))
        .anyMatch(line -> line.contains("record-within-24-hours.yaml") && line.contains("is late"))
        .anyMatch(line -> line.contains("no such crime of class 88A"))
        .anyMatch(line -> line.contains("conduct-goes-on.yaml") && line.contains("crimes"));
  }

  private static Counting parse(java.util.Map<String, String> files) throws RulebookException {
    return RulebookLoader.parse(files).counting();
  }

  private static void change(
      java.util.Map<String, String> files, String file, String from, String to) {
    assertThat(files.get(file)).contains(from);
    files.computeIfPresent(file, (_, text) -> text.replace(from, to));
  }

  /** Each rule is left out of three rulebooks in ten. */
  private static Counting some(Counting shipped, Random random) {
    List<CountingRule> rules =
        shipped.rules().stream().filter(_ -> random.nextInt(10) >= 3).toList();
    return new Counting(
        shipped.principles(), shipped.principalCrime(), shipped.apart(), shipped.classes(), rules);
  }

  private static List<ReportedOffence> offences(Random random) {
    List<ReportedOffence> offences = new ArrayList<>();
    int many = 1 + random.nextInt(9);
    for (int i = 0; i < many; i++) {
      Set<String> offenders = new HashSet<>();
      for (int k = random.nextInt(4); k > 0; k--) {
        offenders.add("o" + random.nextInt(4));
      }
      String code = CODES.get(random.nextInt(CODES.size()));
      Optional<String> victim =
          random.nextInt(6) == 0 ? Optional.empty() : Optional.of("v" + random.nextInt(2));
      int reported = 30 + 40 * random.nextInt(5);
      offences.add(offence("x" + i, code, victim, offenders, reported, random.nextInt(120)));
    }
    return offences;
  }

  private static List<ReportedOffence> oneOffender(Random random) {
    List<ReportedOffence> offences = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String code = List.of("22B", "88A", "19D", "8N", "20A").get(random.nextInt(5));
      int reported = 100 + 40 * random.nextInt(4);
      offences.add(
          offence("x" + i, code, Optional.of("v"), Set.of("o"), reported, random.nextInt(90)));
    }
    return offences;
  }

  private static ReportedOffence offence(
      String id, String code, Optional<String> victim, Set<String> by, int reported, int ago) {
    LocalDate day = START.plusDays(reported);
    return new ReportedOffence(
        id, code, victim, by, "r" + reported, day, day.minusDays(ago), id.hashCode() % 7 == 0);
  }
}
